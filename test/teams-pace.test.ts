import fc from "fast-check";
import { expect, test } from "vitest";
import { stoppedClock } from "#base/clock.ts";
import { Problem } from "#base/problem.ts";
import { openPace } from "#chat/teams/out/pace.ts";

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

/** What Teams takes in one conversation (msteams-docs, rate-limit.md). */
const teams = [
  { most: 7, ms: 1_000 },
  { most: 8, ms: 2_000 },
  { most: 60, ms: 30_000 },
  { most: 1_800, ms: 3_600_000 },
];

function expectWithin(times: readonly number[]): void {
  for (const { most, ms } of teams)
    for (const [place, at] of times.entries())
      expect(times.slice(place).filter((other) => other - at < ms).length).toBeLessThanOrEqual(most);
}

test("a few at once, then in the order in which they came; another reader does not wait", () => {
  const clock = stoppedClock(1_000_000);
  const pace = openPace(clock);
  const ask = (notice: string) => waitOf(() => pace.enter("teams:t/1", notice, "calm"));
  expect(["a", "b", "c", "d", "e", "f", "g"].map(ask)).toEqual([0, 0, 0, 0, 1_000, 2_000, 2_000]);
  expect(waitOf(() => pace.enter("teams:t/2", "other", "calm"))).toBe(0);
  clock.pass(1_000);
  expect(["f", "e", "h"].map(ask)).toEqual([1_000, 0, 1_000]);
});

test("an acute message does not stand behind a hundred others, and Teams takes it beside them", () => {
  const clock = stoppedClock(1_000_000);
  const pace = openPace(clock);
  const times: number[] = [];
  const enter = (notice: string, lane: "acute" | "calm") => {
    const wait = waitOf(() => pace.enter("teams:t/1", notice, lane));
    if (wait === 0) times.push(clock.now());
    return wait;
  };
  for (let count = 0; count < 100; count++) enter(`n${count}`, "calm");
  expect(enter("acute", "acute")).toBe(0);
  expect(enter("acute too", "acute")).toBe(0);
  expectWithin(times);
});

test("who comes back late for a turn does not make a burst with the others who do", () => {
  const clock = stoppedClock(1_000_000);
  const pace = openPace(clock);
  const ask = (notice: string) => waitOf(() => pace.enter("teams:t/1", notice, "calm"));
  const names = Array.from({ length: 30 }, (_, place) => `n${place}`);
  names.forEach(ask);
  clock.pass(600_000);
  expect(names.map(ask).filter((wait) => wait === 0)).toHaveLength(4);
});

test("asked to wait, one reader waits exactly so long, a second one lets everybody wait, for a minute at most", () => {
  const clock = stoppedClock(1_000_000);
  const pace = openPace(clock);
  const ask = (place: string) => waitOf(() => pace.enter(place, `${place} ${clock.now()}`, "acute"));
  pace.hold("teams:t/1", 3_600_000);
  expect([ask("teams:t/1"), ask("teams:t/2")]).toEqual([3_600_000, 0]);
  pace.hold("teams:t/2", 10_000);
  expect([ask("teams:t/2"), ask("teams:t/3")]).toEqual([60_000, 60_000]);
  clock.pass(60_000);
  expect([ask("teams:t/1"), ask("teams:t/2"), ask("teams:t/3")]).toEqual([3_540_000, 0, 0]);
});

test("while somebody was asked to wait, calls to the others go one at a time", () => {
  const pace = openPace(stoppedClock(1_000_000));
  pace.hold("teams:t/1", 30_000);
  const leave = pace.enter("teams:t/2", "a", "calm");
  expect(waitOf(() => pace.enter("teams:t/3", "b", "calm"))).toBeGreaterThan(0);
  leave();
  expect(waitOf(() => pace.enter("teams:t/3", "b", "calm"))).toBe(0);
});

test("all readers together stay below what an organisation may get", () => {
  const clock = stoppedClock(1_000_000);
  const pace = openPace(clock);
  let waiting = Array.from({ length: 100 }, (_, place) => `teams:t/${place}`);
  const went = () => {
    const before = waiting.length;
    waiting = waiting.filter((place) => waitOf(() => pace.enter(place, `to ${place}`, "calm")) > 0);
    return before - waiting.length;
  };
  expect(went()).toBeLessThanOrEqual(30);
  for (let seconds = 0; seconds < 3; seconds++) {
    const inASecond = Array.from({ length: 20 }, () => {
      clock.pass(50);
      return went();
    });
    const all = inASecond.reduce((sum, one) => sum + one, 0);
    expect(all).toBeLessThanOrEqual(30);
    if (seconds > 0) expect(all).toBeGreaterThan(20);
  }
});

test("a clock that is set back does not silence us for a day", () => {
  const clock = stoppedClock(1_000_000_000);
  const pace = openPace(clock);
  pace.hold("teams:t/1", 60_000);
  clock.set(900_000_000);
  expect(waitOf(() => pace.enter("teams:t/1", "a", "calm"))).toBe(0);
});

test("never more than Teams takes in any conversation, and everybody gets a turn", () => {
  const steps = fc.array(
    fc.record({
      pass: fc.integer({ min: 0, max: 1_500 }),
      who: fc.integer({ min: 0, max: 30 }),
      isAcute: fc.boolean(),
    }),
    { maxLength: 150 },
  );
  fc.assert(
    fc.property(steps, (all) => {
      const clock = stoppedClock(1_000_000);
      const pace = openPace(clock);
      const times: number[] = [];
      const ask = (notice: string, lane: "acute" | "calm") => {
        const wait = waitOf(() => pace.enter("teams:t/1", notice, lane));
        if (wait === 0) times.push(clock.now());
        return wait;
      };
      for (const { pass, who, isAcute } of all) {
        clock.pass(pass);
        ask(`n${who} ${isAcute}`, isAcute ? "acute" : "calm");
      }
      expectWithin(times);
      let tries = 0;
      for (let wait = ask("last", "calm"); wait > 0 && tries < 50; wait = ask("last", "calm")) {
        clock.pass(wait);
        tries += 1;
      }
      expect(tries).toBeLessThan(50);
    }),
  );
});

test("three thousand to three hundred readers at once: each comes back at a turn of its own, one reader's in order", () => {
  const clock = stoppedClock(1_000_000);
  const pace = openPace(clock);
  const waiting = Array.from({ length: 3_000 }, (_, at) => ({ at, place: `teams:t/${at % 300}`, due: 0 }));
  const went: number[] = [];
  let tries = 0;
  const begin = clock.now();
  while (went.length < waiting.length) {
    const [next] = waiting
      .filter(({ due }) => due >= 0)
      .sort(
        (a, b) => Math.max(a.due, clock.now()) - Math.max(b.due, clock.now()) || a.due - b.due || a.at - b.at,
      );
    if (next === undefined) break;
    clock.pass(Math.max(1, next.due - clock.now()));
    tries++;
    const wait = waitOf(() => pace.enter(next.place, `n${next.at}`, "calm"));
    if (wait === 0) went.push(next.at);
    next.due = wait === 0 ? -1 : clock.now() + wait;
  }
  expect(tries).toBeLessThan(3 * 3_000);
  expect(clock.now() - begin).toBeLessThan(150_000);
  for (let reader = 0; reader < 300; reader++) {
    const own = went.filter((at) => at % 300 === reader);
    expect(own).toEqual([...own].sort((a, b) => a - b));
  }
  // Danger does not stand behind them.
  expect(waitOf(() => pace.enter("teams:t/new", "acute", "acute"))).toBeLessThan(1_000);
});
