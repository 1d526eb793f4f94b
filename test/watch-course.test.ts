import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Ailment } from "#signal/ailment.ts";
import { openAges } from "#watch/ages.ts";
import { openCourse } from "#watch/course.ts";

const minute = 60_000;
const half = minute / 2;
const full: Ailment = { what: "store", platform: null, since: 0 };
const away: Ailment = { what: "platform", platform: "slack", since: 0 };

/** Looks each half minute; whatever is news is told at once. Gives what was told, as `12 ill store`. */
function live(looks: readonly (readonly Ailment[])[], course = openCourse()): string[] {
  const said: string[] = [];
  for (const [place, found] of looks.entries()) {
    const now = place * half;
    const news = course.news(found, now);
    for (const { what } of news.ill) said.push(`${now / minute} ill ${what}`);
    for (const { what, until } of news.well)
      said.push(`${now / minute} well ${what} since ${until / minute}`);
    course.told(news, now);
  }
  return said;
}

const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

test("what passes within a minute is not told", () => {
  expect(live([[full], [full], [], [], [full], [], [], []])).toEqual([]);
});

test("what stays is told once, and once that it is over", () => {
  expect(live([...times(20, [full]), ...times(10, [])])).toEqual(["1 ill store", "12 well store since 10"]);
});

test("two illnesses have each their own course", () => {
  const looks = [...times(6, [full]), ...times(6, [full, away]), ...times(10, [away])];
  expect(live(looks)).toEqual(["1 ill store", "4 ill platform", "8 well store since 6"]);
});

test("what comes and goes each few minutes is no flood", () => {
  const flapping = Array.from({ length: 120 }, (_, place) => (place % 8 < 4 ? [away] : []));
  // An hour, eight times ill for two minutes: calm never lasts two minutes.
  expect(live(flapping)).toEqual(["1 ill platform"]);
  const slower = Array.from({ length: 120 }, (_, place) => (place % 12 < 6 ? [away] : []));
  expect(live(slower).filter((line) => line.includes("ill")).length).toBeLessThanOrEqual(4);
});

test("what could not be told stays news", () => {
  const course = openCourse();
  for (const at of [0, half]) course.news([full], at);
  expect(course.news([full], minute).ill).toEqual([full]);
  expect(course.news([full], minute + half).ill).toEqual([full]);
  course.told({ ill: [full], well: [] }, minute + half);
  expect(course.news([full], 2 * minute).ill).toEqual([]);
});

test("what was over before anybody could be told is never told", () => {
  const course = openCourse();
  for (const at of [0, half, minute]) course.news([full], at);
  expect(course.news([], 2 * minute)).toEqual({ ill: [], well: [] });
});

test("a restart does not tell again what is known, and tells that it is over", () => {
  const course = openCourse([away]);
  expect(live([...times(10, [away]), ...times(6, [])], course)).toEqual(["7 well platform since 5"]);
  expect(course.known()).toEqual([]);
});

test("a machine that slept looks anew before it tells", () => {
  const course = openCourse();
  course.news([full], 0);
  expect(course.news([full], 60 * minute).ill).toEqual([]);
  expect(course.news([full], 61 * minute).ill).toEqual([full]);
});

test("ill and well take turns, whatever happens", () => {
  const looks = fc.array(fc.subarray([full, away]), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(looks, (found) => {
      for (const what of ["store", "platform"]) {
        const said = live(found).filter((line) => line.includes(what));
        const turns = said.map((line) => line.split(" ")[1]);
        for (const [place, turn] of turns.entries()) expect(turn).toBe(place % 2 === 0 ? "ill" : "well");
      }
    }),
  );
});

test("the age of the oldest is the time since it was first seen, however many follow", () => {
  const ages = openAges();
  expect(ages.look(0, { length: 1, first: 5, last: 5 })).toBe(0);
  expect(ages.look(10, { length: 3, first: 5, last: 7 })).toBe(10);
  expect(ages.look(20, { length: 2, first: 6, last: 7 })).toBe(10);
  expect(ages.look(30, { length: 4, first: 8, last: 12 })).toBe(0);
  expect(ages.look(40, { length: 0, first: null, last: null })).toBe(0);
  expect(ages.look(50, { length: 1, first: 13, last: 13 })).toBe(0);
});

test("the age of a queue is never too high, and too low by one look at most", () => {
  const steps = fc.array(fc.record({ come: fc.nat(3), go: fc.nat(4) }), { minLength: 1, maxLength: 3_000 });
  fc.assert(
    fc.property(steps, (all) => {
      const ages = openAges();
      const queue: { seq: number; at: number }[] = [];
      let seq = 0;
      for (const [now, { come, go }] of all.entries()) {
        for (let one = 0; one < come; one++) queue.push({ seq: ++seq, at: now });
        queue.splice(0, go);
        const [first, last] = [queue[0], queue.at(-1)];
        const age = ages.look(now, {
          length: queue.length,
          first: first?.seq ?? null,
          last: last?.seq ?? null,
        });
        const really = first === undefined ? 0 : now - first.at;
        expect(age).toBeLessThanOrEqual(really);
        // Marks are thinned out only in very long lives.
        expect(age).toBeGreaterThanOrEqual(really - 4);
      }
    }),
    { numRuns: 50 },
  );
});
