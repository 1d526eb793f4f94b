import { expect, test } from "vitest";
import { silentLog } from "#base/log.ts";
import { Problem } from "#base/problem.ts";
import type { Outgoing } from "#chat/platform.ts";
import { openCourier } from "#outbox/courier.ts";
import { asksToWait, ben, carla, minute, openOutboxStage, second } from "./support/outbox-stage.ts";
import { sampleNow } from "./support/sample-decision.ts";

test("a platform that says when is asked again exactly then, and its wait is nobody else's", async () => {
  const stage = openOutboxStage();
  await stage.tell({ to: ben }, { to: carla });
  stage.does.set("slack", ({ to }) => (to.endsWith("BEN") ? asksToWait(30 * second) : undefined));
  await stage.run(sampleNow);
  expect(stage.sends.map(({ to }) => to)).toEqual(["slack:T1/BEN", "slack:T1/CARLA"]);
  await stage.run(sampleNow + 30 * second - 1);
  expect(stage.sends).toHaveLength(2);
  await stage.run(sampleNow + 30 * second);
  expect(stage.sends[2]).toMatchObject({ to: "slack:T1/BEN", attempt: 2 });
  await stage.close();
});

test("asked to wait a hundred times alarms nobody, a quarter of an hour does, once", async () => {
  const stage = openOutboxStage();
  const [notice] = await stage.tell({ to: ben }, { to: carla, dueAt: sampleNow + 10 * minute });
  stage.does.set("slack", ({ to }) => (to.endsWith("BEN") ? asksToWait(5 * second) : undefined));
  await stage.runThrough(sampleNow, sampleNow + 14 * minute);
  expect(stage.sends.length).toBeGreaterThan(100);
  expect(stage.dead).toEqual([]);
  await stage.runThrough(sampleNow + 14 * minute, sampleNow + 40 * minute);
  expect(stage.dead.map(({ id }) => id)).toEqual([notice?.id]);
  stage.does.clear();
  await stage.run(sampleNow + 41 * minute);
  expect((await stage.store.counts(sampleNow)).waitingNotices).toBe(0);
  await stage.close();
});

test("ten failures with one reader are told, trying goes on, longer and longer apart", async () => {
  const stage = openOutboxStage();
  await stage.tell({ to: ben });
  const toBen = ({ to }: Outgoing) => to.endsWith("BEN");
  stage.does.set("slack", (message) => (toBen(message) ? new Problem("retry", "No answer.") : undefined));
  await stage.runThrough(sampleNow, sampleNow + 12 * minute);
  expect(stage.sends.filter(toBen).length).toBe(9);
  await stage.tell({ to: carla });
  expect(stage.dead).toEqual([]);
  await stage.runThrough(sampleNow + 12 * minute, sampleNow + 120 * minute);
  expect(stage.dead.map(({ to }) => to)).toEqual([ben]);
  expect(stage.sends.filter(toBen).length).toBeGreaterThan(15);
  await stage.close();
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

test("what fails before it comes to a platform is told, also where nothing else is sent", async () => {
  const stage = openOutboxStage();
  await stage.tell({ to: ben });
  stage.addresses.get = () => {
    throw new Problem("bug", "The address can not be read.");
  };
  await stage.runThrough(sampleNow, sampleNow + 60 * minute);
  expect(stage.dead).toHaveLength(1);
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

test("a platform that refuses the reader, lacks a permission or does not understand: the next address", async () => {
  for (const kind of ["refused", "misconfigured", "bug"] as const) {
    const stage = openOutboxStage();
    stage.addresses.set("ben", ["slack:T1/BEN", "teams:t/ben"]);
    stage.does.set("slack", () => new Problem(kind, "No."));
    await stage.tell({ to: ben });
    await stage.run(sampleNow);
    expect(stage.sends.map(({ to }) => to)).toEqual(["slack:T1/BEN", "teams:t/ben"]);
    expect((await stage.store.counts(sampleNow)).waitingNotices).toBe(0);
    await stage.close();
  }
});

test("what may have arrived is not sent to another address as well", async () => {
  const stage = openOutboxStage();
  stage.addresses.set("ben", ["slack:T1/BEN", "teams:t/ben"]);
  stage.does.set("slack", () => new Problem("retry", "No answer."));
  await stage.tell({ to: ben });
  await stage.run(sampleNow);
  expect(stage.sends).toHaveLength(1);
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

test("no platform takes it: it is dead, and a human hears it", async () => {
  const stage = openOutboxStage();
  stage.does.set("slack", () => new Problem("refused", "Gone."));
  const [notice] = await stage.tell({ to: ben });
  await stage.run(sampleNow);
  expect(stage.dead.map(({ id }) => id)).toEqual([notice?.id]);
  expect((await stage.store.counts(sampleNow)).deadNotices).toBe(1);
  await stage.close();
});

/** Lets a message hang until it is let go. */
function held() {
  let release = () => {};
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { until, release };
}

test("a slow platform does not hold up another reader; one reader's messages stay in order", async () => {
  const stage = openOutboxStage();
  const slow = held();
  stage.does.set("slack", ({ to }) => (to.endsWith("BEN") ? slow.until : undefined));
  const courier = openCourier({ outbox: stage.outbox, now: () => sampleNow, log: silentLog });
  await stage.tell({ to: ben }, { to: ben }, { to: carla }, { to: carla });
  const going = (async () => {
    while ((await courier.step()) > 0);
  })();
  await expect.poll(() => stage.sends.length, { timeout: 3_000 }).toBe(3);
  expect(stage.sends.map(({ to }) => to)).toEqual(["slack:T1/BEN", "slack:T1/CARLA", "slack:T1/CARLA"]);
  slow.release();
  await going;
  expect(stage.sends.map(({ to }) => to).at(-1)).toBe("slack:T1/BEN");
  // That it was sent is noted beside the next step.
  await expect.poll(async () => (await stage.store.counts(sampleNow)).waitingNotices).toBe(0);
  await stage.close();
});

test("never more than three at once, and one at a time as long as that goes quickly", async () => {
  const stage = openOutboxStage();
  let now = 0;
  let most = 0;
  const count = async (ms: number) => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, ms));
    now -= 1;
  };
  const courier = openCourier({ outbox: stage.outbox, now: () => sampleNow, log: silentLog });
  const readers = Array.from({ length: 9 }, (_, place) => ({
    to: { to: "person", id: `p${place}` } as const,
  }));
  stage.does.set("slack", () => count(5));
  await stage.tell(...readers);
  while ((await courier.step()) > 0);
  expect(most).toBe(1);
  stage.does.set("slack", () => count(1_000));
  await stage.tell(...readers);
  while ((await courier.step()) > 0);
  expect(most).toBe(3);
  expect(stage.sends).toHaveLength(18);
  await stage.close();
});

test("waiting for one's turn is no trouble; in the log it is one line, when it has taken a quarter of an hour", async () => {
  const stage = openOutboxStage();
  await stage.tell({ to: ben });
  stage.does.set("slack", () => asksToWait(5 * second));
  await stage.runThrough(sampleNow, sampleNow + 14 * minute);
  expect(stage.logged).toEqual([]);
  await stage.runThrough(sampleNow + 14 * minute, sampleNow + 40 * minute);
  expect(stage.logged).toEqual([expect.stringMatching(/^warn: .*wait/)]);
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

test("a card that came to the second address is changed there, also when the first one takes messages again", async () => {
  const stage = openOutboxStage();
  stage.addresses.set("ben", ["slack:T1/BEN", "teams:t/ben"]);
  stage.does.set("slack", () => new Problem("refused", "This reader is gone."));
  await stage.tell({ to: ben, slot: "alert" });
  await stage.run(sampleNow);
  stage.does.clear();
  await stage.tell({ to: ben, slot: "alert" }, { to: ben, slot: "another" });
  await stage.run(sampleNow);
  expect(stage.sends.slice(2).map(({ to, updates }) => [to, updates !== null])).toEqual([
    ["teams:t/ben", true],
    ["slack:T1/BEN", false],
  ]);
  await stage.close();
});
