import { expect, test } from "vitest";
import { Problem } from "#base/problem.ts";
import type { Outgoing } from "#chat/platform.ts";
import { openOutages } from "#outbox/outages.ts";
import { ben, carla, minute, openOutboxStage, second } from "./support/outbox-stage.ts";
import { sampleNow } from "./support/sample-decision.ts";

const people = (many: number) =>
  Array.from({ length: many }, (_, place) => ({ to: { to: "person", id: `p${place}` } as const }));
const isDown = () => new Problem("retry", "It is down.");

test("while nobody gets in one message tries for all, once a minute at the longest, and then all come in their order", async () => {
  const stage = openOutboxStage();
  stage.does.set("slack", isDown);
  const told = await stage.tell(...people(40), ...people(40));
  await stage.runThrough(sampleNow, sampleNow + 60 * minute);
  expect(stage.sends.length).toBeGreaterThan(60);
  expect(stage.sends.length).toBeLessThan(75);
  stage.does.clear();
  const tried = stage.sends.length;
  await stage.runThrough(sampleNow + 60 * minute, sampleNow + 62 * minute);
  const place = new Map(stage.sends.slice(tried).map(({ id }, at) => [id, at]));
  expect(place.size).toBe(80);
  for (let at = 0; at < 40; at++)
    expect(place.get(told[at]?.id ?? "")).toBeLessThan(place.get(told[at + 40]?.id ?? "") ?? -1);
  await stage.close();
});

test("a message that no platform can take lets the others by, also when they all waited behind it", async () => {
  const stage = openOutboxStage();
  stage.does.set("slack", isDown);
  const [poison, ...others] = await stage.tell(...people(6));
  await stage.runThrough(sampleNow, sampleNow + 10 * minute);
  stage.does.set("slack", ({ id }) => (id === poison?.id ? isDown() : undefined));
  const tried = stage.sends.length;
  await stage.runThrough(sampleNow + 10 * minute, sampleNow + 15 * minute);
  const came = stage.sends.slice(tried).flatMap(({ id }) => (id === poison?.id ? [] : [id]));
  expect(new Set(came)).toEqual(new Set(others.map(({ id }) => id)));
  expect((await stage.store.counts(sampleNow)).waitingNotices).toBe(1);
  await stage.close();
});

test("two who can not be reached are no outage: nobody else waits for them", async () => {
  const stage = openOutboxStage();
  const isLost = ({ to }: Outgoing) => to.endsWith("BEN") || to.endsWith("CARLA");
  stage.does.set("slack", (message) => (isLost(message) ? isDown() : undefined));
  await stage.tell({ to: ben }, { to: carla }, { to: ben }, { to: carla });
  await stage.runThrough(sampleNow, sampleNow + 5 * minute);
  await stage.tell(...people(1).map((one) => ({ ...one, dueAt: sampleNow + 5 * minute })));
  await stage.run(sampleNow + 5 * minute);
  expect(stage.sends.at(-1)?.to).toBe("slack:T1/P0");
  await stage.close();
});

test("of two platforms one is down: what goes to the other one goes, and the rest is not tried for nothing", async () => {
  const stage = openOutboxStage();
  stage.does.set("slack", isDown);
  const readers = people(20);
  for (const [place, { to }] of readers.entries())
    stage.addresses.set(to.id, [place % 2 ? `slack:T1/P${place}` : `teams:t/p${place}`]);
  await stage.tell(...readers);
  await stage.runThrough(sampleNow, sampleNow + 30 * minute);
  const at = (name: string) => stage.sends.filter(({ to }) => to.startsWith(name));
  expect(at("teams")).toHaveLength(10);
  expect(at("slack").length).toBeLessThan(50);
  stage.does.clear();
  await stage.runThrough(sampleNow + 30 * minute, sampleNow + 32 * minute);
  expect((await stage.store.counts(sampleNow)).waitingNotices).toBe(0);
  await stage.close();
});

test("a clock that is put back does not make an outage longer", () => {
  const outages = openOutages();
  for (const reader of ["a", "b", "c"]) outages.failed("slack", reader, sampleNow);
  expect(outages.downUntil("slack", sampleNow)).toBe(sampleNow + second);
  expect(outages.downUntil("slack", sampleNow + second)).toBeNull();
  expect(outages.downUntil("slack", sampleNow - 365 * 24 * 60 * minute)).toBeNull();
});

test("a platform that is down for everybody takes no signal away from anyone: that is for the watch to tell", async () => {
  const stage = openOutboxStage();
  await stage.tell(...Array.from({ length: 6 }, (_, place) => ({ to: place % 2 ? ben : carla })));
  stage.does.set("slack", () => new Problem("retry", "Slack is down."));
  await stage.runThrough(sampleNow, sampleNow + 6 * 60 * minute);
  expect(stage.dead).toEqual([]);
  // When it is back everything arrives; who still can not be reached then, is told.
  stage.does.set("slack", ({ to }) => (to.endsWith("BEN") ? new Problem("retry", "No answer.") : undefined));
  await stage.runThrough(sampleNow + 6 * 60 * minute, sampleNow + 7 * 60 * minute);
  expect(new Set(stage.dead.map(({ to }) => to.to === "person" && to.id))).toEqual(new Set(["ben"]));
  await stage.close();
});

test("danger is tried again within a minute, however long a platform has been down", async () => {
  const stage = openOutboxStage();
  await stage.tell({ to: ben, urgent: true });
  stage.does.set("slack", () => new Problem("retry", "Slack is down."));
  await stage.runThrough(sampleNow, sampleNow + 60 * minute);
  const before = stage.sends.length;
  stage.does.clear();
  await stage.runThrough(sampleNow + 60 * minute, sampleNow + 61 * minute);
  expect(stage.sends.length).toBe(before + 1);
  await stage.close();
});

test("nobody gets in any more: told once, tried on slowly, and all arrives when the door opens", async () => {
  const stage = openOutboxStage();
  await stage.tell(...Array.from({ length: 8 }, (_, place) => ({ to: place % 2 ? ben : carla })));
  stage.does.set("slack", () => new Problem("misconfigured", "The token was taken away."));
  await stage.runThrough(sampleNow, sampleNow + 5 * minute);
  expect(stage.dead).toHaveLength(1);
  expect(stage.sends.length).toBeLessThan(8 * 8);
  stage.does.clear();
  await stage.runThrough(sampleNow + 5 * minute, sampleNow + 20 * minute);
  expect((await stage.store.counts(sampleNow)).waitingNotices).toBe(0);
  // Once it has worked, a second time is news again.
  stage.does.set("slack", () => new Problem("misconfigured", "The token was taken away."));
  await stage.tell({ to: ben });
  await stage.run(sampleNow + 21 * minute);
  expect(stage.dead).toHaveLength(2);
  await stage.close();
});

test("a token that was taken away is one line in the log for each time that it happens, however many messages wait", async () => {
  const stage = openOutboxStage();
  const lock = () => stage.does.set("slack", () => new Problem("misconfigured", "No token."));
  lock();
  await stage.tell({ to: ben }, { to: carla }, { to: ben });
  await stage.runThrough(sampleNow, sampleNow + 30 * minute);
  const once = [expect.stringMatching(/^error: .*administrator/)];
  expect(stage.logged).toEqual(once);
  stage.does.clear();
  await stage.runThrough(sampleNow + 30 * minute, sampleNow + 60 * minute);
  lock();
  await stage.tell({ to: carla });
  await stage.runThrough(sampleNow + 60 * minute, sampleNow + 70 * minute);
  expect(stage.logged).toEqual([...once, ...once]);
  await stage.close();
});
