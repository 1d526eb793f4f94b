import { afterEach, expect, test } from "vitest";
import { eraseNow } from "#privacy/retention.ts";
import { openSecondStage, pith, says } from "../support/second-stage.ts";

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
const party = "Morgen trakteert hij op school, kan het feestje in de aula?";

const raises = { categories: ["domestic_violence"], urgency: "acute" };

test("its answer comes too late for one that was withdrawn: nothing happens", async () => {
  const { stage, model, hear } = await withModel([says(raises)]);
  const { code } = await stage.report(party);
  await expect.poll(() => model.asked.length, { timeout: 10_000 }).toBeGreaterThan(0);
  await stage.press("chat:juf", "withdraw", code, { text: "" });
  const before = await stage.signal(code);
  expect(before.stage).toBe("withdrawn");
  await hear();
  expect(await stage.signal(code)).toEqual(before);
});

test("its answer comes too late for one that has an outcome: nothing happens", async () => {
  const { stage, model, hear } = await withModel([says(raises)]);
  const { code, asked } = await stage.report(debts);
  await expect.poll(() => model.asked.length, { timeout: 10_000 }).toBeGreaterThan(0);
  await stage.press(`chat:${asked[0]}`, "accept", code);
  await stage.press(`chat:${asked[0]}`, "outcome", code, {
    outcome: "P2",
    word: "closed",
    text: "",
    next: "close",
  });
  const before = await stage.signal(code);
  expect(before.stage).toBe("closed");
  await hear();
  expect(await stage.signal(code)).toEqual(before);
});

test("its answer comes too late for one whose story was erased: nothing happens, and it is never sent out again", async () => {
  const { stage, model, hear } = await withModel([says(raises)]);
  const signal = await stage.report(debts);
  await expect.poll(() => model.asked.length, { timeout: 10_000 }).toBeGreaterThan(0);
  const moment = {
    now: stage.clock.now(),
    calendar: stage.house.calendar,
    directory: stage.directory,
    loads: {},
  };
  await stage.store.commit(eraseNow(signal, { key: "erase", by: { as: "system" } }, moment).done());
  const before = await stage.signal(signal.code);
  await hear();
  expect(await stage.signal(signal.code)).toEqual(before);
  expect(await stage.store.passages(signal.id)).toEqual([]);
  await stage.pass({ hours: 2 });
  await hear();
  expect(model.asked.length).toBe(1);
});

test("its answer comes too late after a human decided: that stands, and the human reads what it says", async () => {
  const { stage, model, hear } = await withModel([says(raises)]);
  const { code, asked } = await stage.report(debts);
  await expect.poll(() => model.asked.length, { timeout: 10_000 }).toBeGreaterThan(0);
  await stage.press(`chat:${asked[0]}`, "accept", code);
  const fields = { kind: "signal", categories: "debt", urgency: "preventive", text: "Het is al geregeld." };
  await stage.press(`chat:${asked[0]}`, "correct", code, fields);
  const before = await stage.signal(code);
  await hear();
  const after = await stage.signal(code);
  expect(pith(after)).toEqual(pith(before));
  expect(after.holder).toBe(asked[0]);
  expect(JSON.stringify(stage.cardsOf(`chat:${asked[0]}`))).toContain(
    "Een taalmodel las dit anders: onveiligheid thuis, acuut. Jij beslist.",
  );
});

test("its answer comes too late twice: the second changes nothing", async () => {
  const { stage, hear } = await withModel([says(raises)]);
  const { code } = await stage.report(debts);
  await hear();
  const before = await stage.signal(code);
  const timer = { id: "again", dueAt: 0, what: "second_opinion", signal: before.id, tries: 0 } as const;
  for (const id of ["again", "again+"]) {
    await stage.store.addTimer({ ...timer, id });
    await stage.house.runDue();
    await hear();
  }
  const entries = await stage.store.entries(before.id);
  // One for the signal itself, one for "again": its second try is the same question.
  expect(entries.filter(({ type }) => type === "reread")).toHaveLength(2);
  const after = await stage.signal(code);
  expect(pith(after)).toEqual(pith(before));
  expect(after.reread).toEqual(before.reread);
});
