import { expect, test } from "vitest";
import { stoppedClock } from "#base/clock.ts";
import { silentLog } from "#base/log.ts";
import type { Timer } from "#signal/timer.ts";
import { openLane } from "#timers/lane.ts";
import { keepingLog } from "./support/keeping-log.ts";

const timer = (id: string): Timer => ({ id, dueAt: 0, what: "second_opinion", signal: id, tries: 0 });

/** A lane whose work ends when it is told to. */
function open(longestMs = 1_000) {
  const clock = stoppedClock(0);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const lane = openLane({
    work({ id }, abort) {
      begun.push(id);
      const done = Promise.withResolvers<void>();
      ends.set(id, done.resolve);
      abort.addEventListener("abort", () => done.resolve());
      return done.promise;
    },
    atOnce: 2,
    longestMs,
    clock,
    log: silentLog,
  });
  return { clock, begun, lane, end: (id: string) => ends.get(id)?.() };
}

test("a few go at once, the next when one ends, and nothing goes twice", async () => {
  const { begun, lane, end } = open();
  for (const id of ["a", "b", "c", "a", "c"]) lane.take(timer(id), 60_000);
  expect(begun).toEqual(["a", "b"]);
  end("a");
  await expect.poll(() => begun, { timeout: 10_000 }).toEqual(["a", "b", "c"]);
  for (const id of ["b", "c"]) end(id);
  await lane.idle();
  expect(begun).toEqual(["a", "b", "c"]);
  lane.take(timer("a"), 60_000);
  expect(begun.at(-1)).toBe("a");
  await lane.rest();
});

test("what could not end within its lease is not begun; a new lease begins it", async () => {
  const { clock, begun, lane, end } = open();
  for (const id of ["a", "b", "c"]) lane.take(timer(id), 60_000);
  clock.set(59_500);
  end("a");
  end("b");
  await lane.idle();
  expect(begun).toEqual(["a", "b"]);
  lane.take(timer("c"), 120_000);
  expect(begun).toEqual(["a", "b", "c"]);
  await lane.rest();
});

test("what waits takes over its new lease", async () => {
  const { clock, begun, lane, end } = open();
  for (const id of ["a", "b", "c"]) lane.take(timer(id), 60_000);
  clock.set(60_000);
  lane.take(timer("c"), 120_000);
  end("a");
  await expect.poll(() => begun, { timeout: 10_000 }).toEqual(["a", "b", "c"]);
  await lane.rest();
});

test("work that takes too long is ended, and a stop ends all of it at once", async () => {
  const slow = open(50);
  slow.lane.take(timer("a"), 60_000);
  await slow.lane.idle();
  const { begun, lane } = open();
  for (const id of ["a", "b", "c"]) lane.take(timer(id), 60_000);
  await lane.rest();
  lane.take(timer("d"), 60_000);
  expect(begun).toEqual(["a", "b"]);
});

test("work that fails is told, without its words, and the next goes on", async () => {
  const log = keepingLog();
  const lane = openLane({
    work: () => Promise.reject(new Error("kanarie")),
    atOnce: 1,
    longestMs: 100,
    clock: stoppedClock(0),
    log,
  });
  lane.take(timer("a"), 60_000);
  lane.take(timer("b"), 60_000);
  await lane.idle();
  await expect.poll(() => log.lines.length, { timeout: 10_000 }).toBe(2);
  expect(JSON.stringify(log.lines)).not.toContain("kanarie");
});
