import fc from "fast-check";
import { expect, test } from "vitest";
import { stoppedClock } from "#base/clock.ts";
import { Problem } from "#base/problem.ts";
import { openPace } from "#chat/slack/out/pace.ts";

/** Milliseconds to wait; 0: it went. */
function waitOf(enter: () => () => void): number {
  try {
    enter()();
    return 0;
  } catch (thrown) {
    if (!(thrown instanceof Problem) || thrown.kind !== "retry") throw thrown;
    return thrown.retryAfterMs ?? Number.NaN;
  }
}

test("three at once, then one each second, in the order in which they came", () => {
  const clock = stoppedClock(1_000_000);
  const pace = openPace(clock);
  const ask = (notice: string) => waitOf(() => pace.enter("slack:T1/U1", notice, "calm"));
  expect(["a", "b", "c", "d", "e", "f"].map(ask)).toEqual([0, 0, 0, 1_000, 2_000, 3_000]);
  expect(waitOf(() => pace.enter("slack:T1/U2", "other", "calm"))).toBe(0);
  clock.pass(1_000);
  expect(["e", "d", "f", "g"].map(ask)).toEqual([1_000, 0, 2_000, 3_000]);
});

test("an acute message does not stand behind a hundred others", () => {
  const clock = stoppedClock(1_000_000);
  const pace = openPace(clock);
  for (let count = 0; count < 100; count++) waitOf(() => pace.enter("slack:T1/U1", `n${count}`, "calm"));
  expect(waitOf(() => pace.enter("slack:T1/U1", "acute", "acute"))).toBe(0);
});

test("who comes back late for a turn does not make a burst with the others who do", () => {
  const clock = stoppedClock(1_000_000);
  const pace = openPace(clock);
  const ask = (notice: string) => waitOf(() => pace.enter("slack:T1/U1", notice, "calm"));
  const names = Array.from({ length: 30 }, (_, place) => `n${place}`);
  names.forEach(ask);
  clock.pass(600_000);
  expect(names.map(ask).filter((wait) => wait === 0)).toHaveLength(3);
});

test("asked to wait, one reader waits exactly so long, a second one lets everybody wait", () => {
  const clock = stoppedClock(1_000_000);
  const pace = openPace(clock);
  const ask = (place: string) => waitOf(() => pace.enter(place, `${place} ${clock.now()}`, "acute"));
  pace.hold("slack:T1/U1", 30_000);
  expect([ask("slack:T1/U1"), ask("slack:T1/U2")]).toEqual([30_000, 0]);
  pace.hold("slack:T1/U2", 10_000);
  expect([ask("slack:T1/U1"), ask("slack:T1/U2"), ask("slack:T1/U3")]).toEqual([30_000, 30_000, 30_000]);
  clock.pass(30_000);
  expect([ask("slack:T1/U1"), ask("slack:T1/U2"), ask("slack:T1/U3")]).toEqual([0, 0, 0]);
});

test("two readers who are asked to wait for an hour do not keep everybody waiting for an hour", () => {
  const clock = stoppedClock(1_000_000);
  const pace = openPace(clock);
  for (const reader of ["slack:T1/U1", "slack:T1/U2"]) pace.hold(reader, 3_600_000);
  clock.pass(60_000);
  expect(waitOf(() => pace.enter("slack:T1/U3", "danger", "acute"))).toBe(0);
  expect(waitOf(() => pace.enter("slack:T1/U1", "danger", "acute"))).toBe(3_540_000);
});

test("while somebody was asked to wait, calls to the others go one at a time", () => {
  const pace = openPace(stoppedClock(1_000_000));
  pace.hold("slack:T1/U1", 30_000);
  const leave = pace.enter("slack:T1/U2", "a", "calm");
  expect(waitOf(() => pace.enter("slack:T1/U3", "b", "calm"))).toBeGreaterThan(0);
  leave();
  expect(waitOf(() => pace.enter("slack:T1/U3", "b", "calm"))).toBe(0);
});

test("a clock that is set back does not silence us for a day", () => {
  const clock = stoppedClock(1_000_000_000);
  const pace = openPace(clock);
  pace.hold("slack:T1/U1", 60_000);
  clock.set(900_000_000);
  expect(waitOf(() => pace.enter("slack:T1/U1", "a", "calm"))).toBe(0);
});

test("never more than three and one a second for one reader, and everybody gets a turn", () => {
  const moments = fc.array(
    fc.record({ pass: fc.integer({ min: 0, max: 3_000 }), who: fc.integer({ min: 0, max: 9 }) }),
    {
      maxLength: 80,
    },
  );
  fc.assert(
    fc.property(moments, (steps) => {
      const clock = stoppedClock(1_000_000);
      const pace = openPace(clock);
      const went: number[] = [];
      const ask = (notice: string) => {
        const wait = waitOf(() => pace.enter("slack:T1/U1", notice, "calm"));
        if (wait === 0) went.push(clock.now());
        return wait;
      };
      for (const { pass, who } of steps) {
        clock.pass(pass);
        ask(`n${who}`);
      }
      for (const [place, at] of went.entries()) {
        const within = went.slice(place).filter((other) => other - at < 10_000).length;
        expect(within).toBeLessThanOrEqual(3 + 10);
      }
      const last = ask("last");
      clock.pass(last);
      expect(last === 0 || ask("last") === 0).toBe(true);
    }),
  );
});

test("among thousands of readers, who has to wait still has to, and who has not is as new", () => {
  const clock = stoppedClock(1_000_000);
  const pace = openPace(clock);
  const ask = (place: string, notice: string) => waitOf(() => pace.enter(place, notice, "calm"));
  for (const notice of ["a", "b", "c", "d"]) ask("slack:T1/U1", notice);
  for (let reader = 0; reader < 9_000; reader++) expect(ask(`slack:T1/R${reader}`, "one")).toBe(0);
  expect(ask("slack:T1/U1", "d")).toBe(1_000);
  expect(ask("slack:T1/U1", "e")).toBe(2_000);
  clock.pass(60_000);
  for (let reader = 0; reader < 9_000; reader++) expect(ask(`slack:T1/R${reader}`, "two")).toBe(0);
  expect(["x", "y", "z", "w"].map((notice) => ask("slack:T1/R1", notice))).toEqual([0, 0, 1_000, 2_000]);
});
