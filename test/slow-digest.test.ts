import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { silentLog } from "#base/log.ts";
import { openHouse } from "#house.ts";
import { openStage } from "./support/stage.ts";

test("a week that takes long to count holds up nobody's clock", async () => {
  const stage = await openStage();
  const { code } = await stage.report("De huur van dat gezin is drie maanden niet betaald.");
  await stage.house.weekly.plan();
  stage.clock.set(Date.parse("2026-11-23T08:01:00+01:00"));
  const slow = Promise.withResolvers<never>();
  let counting = false;
  const compose = () => {
    counting = true;
    return slow.promise;
  };
  const house = openHouse({ ...stage.house, log: silentLog, compose });
  const stop = await house.start();
  await until(() => Promise.resolve(counting));
  const climbed = async () => (await stage.store.findByCode(code))?.asked.length ?? 0;
  const before = await climbed();
  stage.clock.set(Date.parse("2026-11-25T16:00:00+01:00"));
  await until(async () => (await climbed()) > before);
  expect(await climbed()).toBeGreaterThan(before);
  slow.reject(new Error("the house stops"));
  await stop();
  await stage.close();
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await isSo()) && waited < 100; waited++) await pause(50);
}
