import { afterEach, expect, test } from "vitest";
import { hangs, openSecondStage, says } from "./support/second-stage.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function withModel(...given: Parameters<typeof openSecondStage>) {
  const second = await openSecondStage(...given);
  open.push(second);
  return second;
}

const debts = "De huur van dat gezin is drie maanden niet betaald, er komen aanmaningen.";

test("clocks, reading and messages go on while it hangs, by the real engines", async () => {
  const { stage, model } = await withModel([hangs], { patienceMs: 30_000 });
  const stop = await stage.house.start();
  const press = (key: string, words: string) =>
    stage.house.counter.press({
      key,
      by: "chat:juf",
      act: "report",
      on: "",
      fields: { organisation: "de-wilg", text: words },
    });
  // More than are asked at once.
  for (let turn = 0; turn < 6; turn++) await press(`hang-${turn}`, `${debts} Gezin ${turn}.`);
  await expect.poll(() => model.asked.length, { timeout: 10_000 }).toBeGreaterThan(0);
  const from = performance.now();
  await press("next", "De vader van een meisje uit groep 5 slaat haar regelmatig, ze heeft blauwe plekken.");
  await expect.poll(async () => (await stage.latest()).stage, { timeout: 10_000 }).toBe("routed");
  const { code, climbAt } = await stage.latest();
  stage.clock.set(climbAt ?? 0);
  await expect.poll(async () => (await stage.signal(code)).rung, { timeout: 10_000 }).toBe(1);
  expect(performance.now() - from).toBeLessThan(20_000);
  // And a stop does not wait for it.
  const before = performance.now();
  await stop();
  expect(performance.now() - before).toBeLessThan(10_000);
});

test("a kill while it is being asked: it is asked again, and answers once", async () => {
  const { stage, model, hear } = await withModel([hangs, hangs, says({ urgency: "urgent" })]);
  const { code } = await stage.report(debts);
  await expect.poll(() => model.asked.length, { timeout: 10_000 }).toBeGreaterThan(0);
  const old = stage.house.secondOpinions;
  await stage.restart();
  await old?.rest();
  await stage.house.runDue();
  await hear();
  if ((await stage.signal(code)).urgency !== "urgent") {
    await stage.pass({ minutes: 2 });
    await hear();
  }
  expect((await stage.signal(code)).urgency).toBe("urgent");
  const entries = await stage.store.entries((await stage.signal(code)).id);
  expect(entries.filter(({ type }) => type === "reread")).toHaveLength(1);
});
