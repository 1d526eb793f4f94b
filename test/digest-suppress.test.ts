import * as fc from "fast-check";
import { expect, test } from "vitest";
import { protectBlock, protectCount, protectPair, protectRows, protectWeek } from "#digest/suppress.ts";
import type { Shown } from "#signal/digest-numbers.ts";

/** A secret, and what is published of it: cells in the same order. */
interface Case {
  readonly secret: readonly number[];
  readonly shown: readonly Shown[];
}

/**
 * The strongest reader: knows the method, and tries every secret that would have been published like this.
 * Gives the cases in which some hidden cell is the same in all of them.
 */
function betrayed(cases: Iterable<Case & { readonly known: unknown }>): Case[] {
  const alike = new Map<string, Case[]>();
  for (const each of cases) {
    const sight = JSON.stringify([each.known, each.shown]);
    const group = alike.get(sight);
    if (group) group.push(each);
    else alike.set(sight, [each]);
  }
  return [...alike.values()].flatMap((group) => {
    const first = group[0];
    if (!first) return [];
    const sure = first.shown.some(
      (shown, cell) => shown === "hidden" && new Set(group.map(({ secret }) => secret[cell])).size === 1,
    );
    return sure ? [first] : [];
  });
}

function* tables(cells: number, total: number): Generator<number[]> {
  if (cells === 1) {
    yield [total];
    return;
  }
  for (let first = 0; first <= total; first += 1) {
    for (const rest of tables(cells - 1, total - first)) yield [first, ...rest];
  }
}

test("what is small is hidden, and a second cell where the total would give it away", () => {
  expect(protectRows([9, 2, 6, 3], 4)).toEqual([9, "hidden", 6, "hidden"]);
  expect(protectRows([9, 2, 6, 0], 4)).toEqual([9, "hidden", 6, "hidden"]);
  expect(protectRows([9, 2, 6, 5], 4)).toEqual([9, "hidden", 6, "hidden"]);
  expect(protectRows([9, 7, 6, 5], 4)).toEqual([9, 7, 6, 5]);
  expect(protectRows([9, 0, 6, 0], 4)).toEqual([9, 0, 6, 0]);
  expect(protectRows([0, 0, 0, 0], 4)).toEqual([0, 0, 0, 0]);
  expect(protectRows([1, 0, 0, 0], 4)).toEqual(["hidden", "hidden", "hidden", "hidden"]);
  // Two of one each: the sum of two would say it.
  expect(protectRows([9, 1, 1, 0], 4)).toEqual([9, "hidden", "hidden", "hidden"]);
  // All small and none zero: nothing is shown, the total of the week still is.
  expect(protectRows([2, 3, 4, 4], 4)).toEqual(["hidden", "hidden", "hidden", "hidden"]);
});

test("no cell between 1 and the limit is ever shown, and what is shown is right", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 30 }), { minLength: 2, maxLength: 8 }),
      fc.integer({ min: 4, max: 9 }),
      (counts, hideUpTo) => {
        const shown = protectRows(counts, hideUpTo);
        for (const [cell, count] of counts.entries()) {
          if (count >= 1 && count <= hideUpTo) expect(shown[cell]).toBe("hidden");
          else expect([count, "hidden"]).toContain(shown[cell]);
        }
        expect(shown.filter((each) => each === "hidden").length).not.toBe(1);
      },
    ),
  );
});

test.each([
  { cells: 4, upTo: 26, hideUpTo: 4 },
  { cells: 4, upTo: 38, hideUpTo: 9 },
  { cells: 6, upTo: 15, hideUpTo: 4 },
])("no table of $cells cells with a known total betrays a hidden cell (1 to $hideUpTo hidden)", (of) => {
  function* all() {
    for (let total = 0; total <= of.upTo; total += 1) {
      for (const secret of tables(of.cells, total)) {
        yield { secret, shown: protectRows(secret, of.hideUpTo), known: total };
      }
    }
  }
  expect(betrayed(all())).toEqual([]);
});

test("six cells that are all at the limit do not betray each other", () => {
  function* all() {
    for (const total of [6, 23, 24, 25])
      for (const secret of tables(6, total)) yield { secret, shown: protectRows(secret, 4), known: total };
  }
  expect(betrayed(all())).toEqual([]);
});

/** A lane as readers get it: week by week, the last with the block's total. */
function history(secret: readonly number[], hideUpTo: number): Shown[] {
  const cells = secret.map((count, week) => ({
    count,
    published: week === secret.length - 1 ? null : protectWeek({ count, published: null }, hideUpTo),
  }));
  const { weeks, total } = protectBlock(cells, hideUpTo);
  return [...weeks, total];
}

test("weeks beside their block: the total shows where it can", () => {
  expect(history([6, 0, 7, 8], 4)).toEqual([6, 0, 7, 8, 21]);
  expect(history([2, 3, 1, 2], 4)).toEqual(["hidden", "hidden", "hidden", "hidden", 8]);
  // One small week would follow from the total: the last week hides with it.
  expect(history([6, 2, 7, 8], 4)).toEqual([6, "hidden", 7, "hidden", 23]);
  // Where the small week is the last itself, the total gives way: the other weeks are published.
  expect(history([6, 5, 7, 2], 4)).toEqual([6, 5, 7, "hidden", "hidden"]);
  expect(history([0, 0, 0, 0], 4)).toEqual([0, 0, 0, 0, 0]);
  expect(history([0, 3, 0, 0], 4)).toEqual([0, "hidden", 0, 0, "hidden"]);
  // A small total is hidden whatever it is made of.
  expect(history([2, 2, 0, 0], 4)).toEqual(["hidden", "hidden", 0, 0, "hidden"]);
  // Corrections came after publication: what was shown stays, and adds up.
  const corrected = [6, 7, 5, 8].map((count) => ({ count: count - 1, published: count }));
  expect(protectBlock(corrected, 4)).toEqual({ weeks: [6, 7, 5, 8], total: 26 });
  // A week that was never on show lets the total be shown beside one small week.
  const gap = [
    { count: 9, published: "never" as const },
    { count: 2, published: "hidden" as const },
    { count: 6, published: 6 },
    { count: 7, published: null },
  ];
  expect(protectBlock(gap, 4)).toEqual({ weeks: ["hidden", "hidden", 6, 7], total: 24 });
});

test.each([
  { weeks: 4, most: 10, hideUpTo: 4 },
  { weeks: 5, most: 6, hideUpTo: 4 },
  { weeks: 4, most: 10, hideUpTo: 6 },
])("no history of $weeks weeks up to $most betrays a hidden week or block", ({ weeks, most, hideUpTo }) => {
  // The last week may trade places with all the others together: it is tried further than it is judged.
  const further = most + weeks * hideUpTo;
  function* all(left: number, until: number): Generator<number[]> {
    if (left === 0) yield [];
    else
      for (const rest of all(left - 1, most))
        for (let count = 0; count <= until; count += 1) yield [...rest, count];
  }
  function* cases() {
    for (const secret of all(weeks, further)) {
      yield {
        secret: [...secret, secret.reduce((a, b) => a + b, 0)],
        shown: history(secret, hideUpTo),
        known: null,
      };
    }
  }
  expect(betrayed(cases()).filter(({ secret }) => (secret[weeks - 1] ?? 0) <= most)).toEqual([]);
});

test("a block with a week that nobody saw does not betray the weeks that were seen", () => {
  function* cases() {
    for (let a = 0; a <= 9; a += 1)
      for (let b = 0; b <= 9; b += 1)
        for (let unseen = 0; unseen <= 40; unseen += 1) {
          const cells = [
            { count: unseen, published: "never" as const },
            { count: a, published: protectWeek({ count: a, published: null }, 4) },
            { count: b, published: null },
          ];
          const { weeks, total } = protectBlock(cells, 4);
          const shown = [...weeks.slice(1), total === "hidden" ? 0 : total];
          yield { secret: [a, b, 0], shown, known: total };
        }
  }
  // Above 40 the unseen week runs out of what is tried here.
  expect(betrayed(cases()).filter(({ shown }) => Number(shown.at(-1)) <= 40)).toEqual([]);
});

test("what was published stays, whatever the counts have become", () => {
  const cell = fc.record({
    count: fc.nat({ max: 12 }),
    published: fc.oneof(fc.constant("hidden" as const), fc.nat({ max: 12 })),
  });
  fc.assert(
    fc.property(fc.array(cell, { minLength: 4, maxLength: 5 }), (cells) => {
      const { weeks, total } = protectBlock(cells, 4);
      expect(weeks).toEqual(cells.map(({ published }) => published));
      if (weeks.includes("hidden") || total === "hidden") return;
      expect(total).toBe(weeks.reduce<number>((sum, week) => sum + Number(week), 0));
    }),
  );
});

test("so many of so many: neither part betrays the other", () => {
  expect(protectPair({ done: 0, of: 0 }, 4)).toEqual({ done: 0, of: 0 });
  expect(protectPair({ done: 2, of: 3 }, 4)).toEqual({ done: "hidden", of: "hidden" });
  expect(protectPair({ done: 18, of: 20 }, 4)).toEqual({ done: "hidden", of: 20 });
  expect(protectPair({ done: 12, of: 20 }, 4)).toEqual({ done: 12, of: 20 });
  expect(protectPair({ done: 20, of: 20 }, 4)).toEqual({ done: 20, of: 20 });
  function* cases() {
    for (let of = 0; of <= 30; of += 1)
      for (let done = 0; done <= of; done += 1) {
        const shown = protectPair({ done, of }, 4);
        yield { secret: [done, of], shown: [shown.done, shown.of], known: null };
      }
  }
  expect(betrayed(cases())).toEqual([]);
});

test("a count that can not pass another is not betrayed by it", () => {
  function* cases() {
    for (let most = 0; most <= 12; most += 1)
      for (let count = 0; count <= most; count += 1) {
        yield { secret: [count], shown: [protectCount(count, most, 4)], known: most };
      }
  }
  expect(betrayed(cases())).toEqual([]);
  expect(protectCount(1, 1, 0)).toBe(1);
});
