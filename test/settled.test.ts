import { afterEach, expect, test } from "vitest";
import { openStage, type Stage } from "./support/stage.ts";

let stage: Stage;
afterEach(() => stage.close());

/** The disk keeps everybody waiting until it is let go. */
function stalledDisk(of: Stage) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const real = of.store.settled;
  of.store.settled = () => promise.then(real);
  return resolve;
}

async function isAnswered(answer: Promise<unknown>): Promise<boolean> {
  const soon = async () => {
    for (let turns = 0; turns < 50; turns++) await new Promise((resolve) => setImmediate(resolve));
    return false;
  };
  return Promise.race([answer.then(() => true), soon()]);
}

test("who sends the same again while the disk stalls hears 'it is there' only when it is", async () => {
  stage = await openStage();
  const press = { key: "k1", by: "chat:juf", act: "report", on: "" } as const;
  const fields = { text: "Een leerling komt al weken zonder eten.", organisation: "de-wilg" };
  await stage.house.counter.press({ ...press, fields });
  const letGo = stalledDisk(stage);
  const again = stage.house.counter.press({ ...press, fields });
  expect(await isAnswered(again)).toBe(false);
  letGo();
  await again;
});

test("who presses what was done already hears so only when it is on disk", async () => {
  stage = await openStage();
  const signal = await stage.report("Een leerling komt al weken zonder eten en er zijn schulden.");
  const asked = signal.asked[0] ?? "";
  const by = `chat:${asked}` as const;
  await stage.press(by, "accept", signal.code);
  const letGo = stalledDisk(stage);
  const again = stage.house.counter.press({ key: "k2", by, act: "accept", on: signal.code, fields: null });
  expect(await isAnswered(again)).toBe(false);
  letGo();
  await again;
});
