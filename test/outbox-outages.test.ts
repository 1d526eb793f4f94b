import { expect, test } from "vitest";
import { Problem } from "#base/problem.ts";
import type { Notice } from "#signal/notice.ts";
import { asksToWait, ben, carla, minute, openOutboxStage } from "./support/outbox-stage.ts";
import { sampleNow } from "./support/sample-decision.ts";

const down = () => new Problem("retry", "Slack is down.");

test("a platform is back: what waited comes then, in the order in which it was told, what is urgent first, whatever the clock of each", async () => {
  const stage = openOutboxStage();
  stage.does.set("slack", down);
  const told: Notice[] = [];
  for (let at = 0; at < 60; at++) {
    const now = sampleNow + at * minute;
    told.push(...(await stage.tell({ to: at % 2 ? ben : carla, urgent: at % 20 === 7, dueAt: now })));
    await stage.runThrough(now, now + minute - 1);
  }
  const from = stage.sends.length;
  stage.does.clear();
  // Within a minute one of the urgent ones is tried, and opens the door for all.
  await stage.runThrough(sampleNow + 60 * minute, sampleNow + 61 * minute);
  const came = stage.sends.slice(from).map(({ id }) => told.findIndex((one) => one.id === id));
  const [opener = -1, ...rest] = came;
  expect(told[opener]?.urgent).toBe(true);
  const inOrder = (urgent: boolean) =>
    [...told.keys()].filter((at) => told[at]?.urgent === urgent && at !== opener);
  expect(rest).toEqual([...inOrder(true), ...inOrder(false)]);
  await stage.close();
});

test("messages that a platform never takes hold up nobody, before and after it was down", async () => {
  for (const poisoned of [[0], [0, 1], [0, 1, 2]]) {
    const stage = openOutboxStage();
    const told = await stage.tell(...Array.from({ length: 8 }, () => ({ to: ben })));
    const poison = new Set(poisoned.map((at) => told[at]?.id));
    stage.does.set("slack", ({ id }) => (poison.has(id) ? down() : undefined));
    await stage.run(sampleNow);
    expect([...new Set(stage.sends.map(({ id }) => id))]).toEqual(told.map(({ id }) => id));
    stage.does.set("slack", down);
    const more = await stage.tell(...Array.from({ length: 8 }, () => ({ to: carla })));
    await stage.runThrough(sampleNow, sampleNow + 60 * minute);
    stage.does.set("slack", ({ id }) => (poison.has(id) ? down() : undefined));
    const from = stage.sends.length;
    await stage.runThrough(sampleNow + 60 * minute, sampleNow + 71 * minute);
    const came = stage.sends.slice(from).map(({ id }) => id);
    expect(came.filter((id) => !poison.has(id)).sort()).toEqual(more.map(({ id }) => id).sort());
    // What is never taken is not tried without end either.
    expect(came.filter((id) => poison.has(id)).length).toBeLessThan(8 * poisoned.length);
    await stage.close();
  }
});

test("a platform that takes every other try is not asked for all that waits again and again", async () => {
  const stage = openOutboxStage();
  stage.does.set("slack", down);
  await stage.tell(...Array.from({ length: 40 }, () => ({ to: ben })));
  await stage.runThrough(sampleNow, sampleNow + 30 * minute);
  const from = stage.sends.length;
  let tries = 0;
  stage.does.set("slack", () => (tries++ % 2 === 0 ? down() : undefined));
  await stage.runThrough(sampleNow + 30 * minute, sampleNow + 40 * minute);
  expect(stage.sends.length - from).toBeLessThan(100);
  await stage.runThrough(sampleNow + 40 * minute, sampleNow + 120 * minute);
  expect((await stage.store.counts(sampleNow)).waitingNotices).toBe(0);
  await stage.close();
});

test("who was asked to wait is not tried before, also when another platform is back", async () => {
  const stage = openOutboxStage();
  stage.addresses.set("carla", ["teams:t/carla"]);
  stage.does.set("slack", () => asksToWait(20 * minute));
  stage.does.set("teams", () => new Problem("retry", "Teams is down."));
  await stage.tell({ to: ben }, { to: carla }, { to: carla });
  await stage.runThrough(sampleNow, sampleNow + 10 * minute);
  stage.does.clear();
  await stage.runThrough(sampleNow + 10 * minute, sampleNow + 20 * minute - 1);
  expect(stage.sends.filter(({ to }) => to.endsWith("BEN"))).toHaveLength(1);
  expect((await stage.store.counts(sampleNow)).waitingNotices).toBe(1);
  await stage.close();
});

test("what an earlier process left waiting comes when the platform first takes a message", async () => {
  const stage = openOutboxStage();
  stage.does.set("slack", down);
  await stage.tell(...Array.from({ length: 5 }, () => ({ to: ben })));
  await stage.runThrough(sampleNow, sampleNow + 60 * minute);
  stage.does.clear();
  const again = stage.openAgain();
  const now = sampleNow + 60 * minute;
  await stage.tell({ to: carla, dueAt: now });
  while ((await again.deliver(now)) > 0);
  expect((await stage.store.counts(now)).waitingNotices).toBe(0);
  await stage.close();
});

test("one platform stays shut while the other works: nothing of the other waits, and the shut one is not asked without end", async () => {
  for (const kind of ["misconfigured", "retry"] as const) {
    const stage = openOutboxStage();
    stage.addresses.set("carla", ["teams:t/carla"]);
    stage.does.set("slack", () => new Problem(kind, "Nobody gets in."));
    await stage.tell(...Array.from({ length: 20 }, (_, at) => ({ to: ben, urgent: at % 2 === 0 })));
    await stage.runThrough(sampleNow, sampleNow + 60 * minute);
    const triesOf = (name: string) => stage.sends.filter(({ to }) => to.startsWith(name)).length;
    const before = triesOf("slack");
    for (let at = 0; at < 30; at++) {
      const now = sampleNow + (60 + at) * minute;
      await stage.tell({ to: carla, dueAt: now }, { to: carla, urgent: true, dueAt: now });
      await stage.runThrough(now, now + minute - 1);
      expect(triesOf("teams")).toBe(2 * (at + 1));
    }
    // The urgent ones each minute, the others each ten.
    expect(triesOf("slack") - before).toBeLessThan(10 * 31 + 10 * 4);
    await stage.close();
  }
});

test("after a restart a message that is never taken stops nothing: all that waited is there, each in its place", async () => {
  const stage = openOutboxStage();
  stage.does.set("slack", down);
  const told = await stage.tell(...Array.from({ length: 450 }, () => ({ to: ben })));
  const poison = new Set([told[3]?.id, told[210]?.id]);
  await stage.run(sampleNow);
  const again = stage.openAgain();
  stage.does.set("slack", ({ id }) => (poison.has(id) ? down() : undefined));
  const now = sampleNow + 10 * minute;
  const from = stage.sends.length;
  while ((await again.deliver(now)) > 0);
  const came = stage.sends.slice(from).filter(({ id }) => !poison.has(id));
  expect(came.map(({ id }) => id)).toEqual(told.filter(({ id }) => !poison.has(id)).map(({ id }) => id));
  await stage.close();
});

test("a clock that was a day ahead and was set right keeps nobody waiting when a platform is back", async () => {
  const stage = openOutboxStage();
  const day = 24 * 60 * minute;
  await stage.tell({ to: carla });
  await stage.run(sampleNow + day);
  stage.does.set("slack", down);
  await stage.tell(...Array.from({ length: 5 }, () => ({ to: ben })));
  await stage.runThrough(sampleNow, sampleNow + 60 * minute);
  stage.does.clear();
  const now = sampleNow + 60 * minute + 1;
  await stage.tell({ to: carla, urgent: true, dueAt: now });
  await stage.run(now);
  expect((await stage.store.counts(now)).waitingNotices).toBe(0);
  await stage.close();
});
