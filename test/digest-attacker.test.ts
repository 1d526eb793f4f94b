import * as fc from "fast-check";
import { expect, test } from "vitest";
import { nextWeek, previousWeek, weekBounds } from "#digest/week.ts";
import type { DigestNumbers, Shown } from "#signal/digest-numbers.ts";
import type { Fact } from "#signal/fact.ts";
import { categories, outcomes, sources, urgencies } from "#signal/words.ts";
import { day, digest, hour, signal } from "./support/digest-facts.ts";
import { type Law, pinned, type Secret } from "./support/pinned.ts";

const week = "2026-W48";
const monday = weekBounds(week).from;

/** Eight weeks of digests, each made from the facts and from what was published before. */
function posted(facts: readonly Fact[], from: string, weeks: number): DigestNumbers[] {
  const digests: DigestNumbers[] = [];
  for (let week = from; digests.length < weeks; week = nextWeek(week)) {
    digests.push(digest(week, facts, { audience: "management", published: digests.slice(-8) }));
  }
  return digests;
}

interface Sum {
  readonly total: Shown;
  readonly cells: readonly (readonly [name: string, shown: Shown | "unseen"])[];
}

/** Everything that adds up, in one digest or across several, with a name per cell that is the same everywhere. */
function sumsOf(digests: readonly DigestNumbers[]): Sum[] {
  const sums: Sum[] = [];
  const seen = new Map<string, Shown>();
  for (const numbers of digests) {
    for (const rows of [numbers.bySource, numbers.byCategory, numbers.byUrgency]) {
      sums.push({
        total: numbers.arrivals,
        cells: rows.map(({ of, count }) => [`${numbers.week} ${of}`, count]),
      });
    }
    for (const { week, prevention, casework } of numbers.trend) {
      for (const [lane, shown] of Object.entries({ prevention, casework })) {
        const cell = `${week} ${lane}`;
        // The same cell is the same in every digest.
        expect(seen.get(cell) ?? shown).toBe(shown);
        seen.set(cell, shown);
      }
    }
    for (const [lane, shown] of Object.entries(numbers.outcomes)) seen.set(`${numbers.week} ${lane}`, shown);
  }
  for (const { block } of digests) {
    for (const lane of ["prevention", "casework", "advice", "noFollowUp"] as const) {
      const cells = weeksOf(block).map(
        (week) => [`${week} ${lane}`, seen.get(`${week} ${lane}`) ?? "unseen"] as const,
      );
      sums.push({ total: block[lane], cells });
    }
  }
  return sums;
}

function weeksOf(block: DigestNumbers["block"]): string[] {
  const weeks = [block.untilWeek];
  while (weeks[0] !== block.fromWeek) weeks.unshift(previousWeek(weeks[0] ?? ""));
  return weeks;
}

/** Tries all values from 0 for the cells of a sum that are not shown; gives the hidden ones that can be only one thing. */
function solved({ total, cells }: Sum): string[] {
  const unknown = cells.filter(([, shown]) => typeof shown !== "number");
  if (total === "hidden" || unknown.length === 0) return [];
  const rest = cells.reduce((left, [, shown]) => left - (typeof shown === "number" ? shown : 0), total);
  const can = unknown.map(() => new Set<number>());
  const fill = (place: number, left: number, chosen: readonly number[]): void => {
    if (can.every((values) => values.size > 1)) return;
    if (place === unknown.length - 1) {
      for (const [cell, value] of [...chosen, left].entries()) can[cell]?.add(value);
    } else {
      for (let value = 0; value <= left; value += 1) fill(place + 1, left - value, [...chosen, value]);
    }
  };
  fill(0, rest, []);
  const sure = unknown.filter(([, shown], cell) => shown === "hidden" && (can[cell]?.size ?? 0) < 2);
  return sure.map(([name]) => name);
}

const busy = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 8 * 7 * 24 - 1 }),
    source: fc.constantFrom(...sources),
    category: fc.constantFrom(...categories),
    urgency: fc.constantFrom(...urgencies),
    outcome: fc.constantFrom(...outcomes, null),
    after: fc.integer({ min: 1, max: 300 }),
    hops: fc.nat({ max: 2 }),
  }),
  { minLength: 20, maxLength: 260, size: "max" },
);

test("who adds and subtracts everything that eight digests show can not pin one hidden cell", () => {
  let sawBlocks = 0;
  let sawVeils = 0;
  fc.assert(
    fc.property(busy, fc.constantFrom("2026-W41", "2026-W43", "2026-W49"), (drawn, from) => {
      const start = weekBounds(from).from;
      const facts = drawn.map(({ at, outcome, after, ...more }) =>
        signal(start + at * hour, {
          ...more,
          outcome,
          outcomeAt: outcome && start + (at + after) * hour,
        }),
      );
      const digests = posted(facts, from, 8);
      for (const sum of sumsOf(digests)) {
        expect(solved(sum)).toEqual([]);
        for (const [, shown] of sum.cells) expect([1, 2, 3, 4]).not.toContain(shown);
      }
      for (const { block, onTime, feedback, arrivals, handOvers } of digests) {
        const totals = [block.prevention, block.casework, block.advice, block.noFollowUp];
        for (const small of [1, 2, 3, 4]) expect(totals).not.toContain(small);
        if (block.preventionShare !== null) {
          expect([block.prevention, block.casework]).not.toContain("hidden");
          sawBlocks += 1;
        }
        for (const { done, of } of [onTime, feedback]) {
          if (typeof done === "number" && typeof of === "number") {
            expect([done, of - done, of].every((part) => part === 0 || part > 4)).toBe(true);
          }
        }
        expect(handOvers === "hidden" || handOvers === 0 || handOvers > 4).toBe(true);
        if (arrivals === 1) expect(handOvers).toBe("hidden");
      }
      sawVeils += sumsOf(digests).filter(
        ({ total, cells }) => total !== "hidden" && cells.some(([, shown]) => shown === "hidden"),
      ).length;
    }),
    { numRuns: 60 },
  );
  // The test would prove nothing on digests that hide everything, or nothing.
  expect(sawBlocks).toBeGreaterThan(20);
  expect(sawVeils).toBeGreaterThan(200);
});

/** Of a week's own counts the reader may know which hidden ones are small; of sums and open work nobody can. */
const flows = /W\d\d (arrivals|prevention|casework|advice|noFollowUp)$/;

/** Open work beside what fed it, in every digest, and blocks beside their weeks; `truth`: as the team got it. */
function lawsOf(digests: readonly DigestNumbers[], truth: readonly DigestNumbers[]) {
  const laws: Law[] = [];
  const secrets = new Map<string, Secret>();
  const keep = (name: string, shown: Shown, real: Shown | undefined) => {
    if (!secrets.has(name))
      secrets.set(name, { name, shown, truth: Number(real), isOpaque: !flows.test(name) });
  };
  for (const [at, { week, open, outcomes, trend, block }] of digests.entries()) {
    const real = truth[at];
    const before = previousWeek(week);
    for (const [place, each] of trend.entries()) {
      for (const cell of ["arrivals", "prevention", "casework"] as const) {
        keep(`${each.week} ${cell}`, each[cell], real?.trend[place]?.[cell]);
      }
    }
    for (const cell of ["advice", "noFollowUp"] as const) {
      keep(`${week} ${cell}`, outcomes[cell], real?.outcomes[cell]);
    }
    for (const cell of ["waiting", "inHand", "casework", "preventionWork", "overdue"] as const) {
      keep(`${week} open ${cell}`, open[cell], real?.open[cell]);
    }
    for (const cell of ["prevention", "casework"] as const) {
      keep(`${block.untilWeek} block ${cell}`, block[cell], real?.block[cell]);
      const parts = weeksOf(block).map((each) => `${each} ${cell}`);
      laws.push({ whole: `${block.untilWeek} block ${cell}`, is: "sum", parts });
    }
    const fed = { waiting: "arrivals", casework: "casework", preventionWork: "prevention" };
    for (const [stock, flow] of Object.entries(fed)) {
      // Before the first digest there was nothing: the reader knows when it all began.
      const parts = [`${week} ${flow}`, ...(at === 0 ? [] : [`${before} open ${stock}`])];
      laws.push({ whole: `${week} open ${stock}`, is: "at most", parts });
    }
    const untreated = (of: string) => [`${of} open waiting`, `${of} open inHand`];
    const lanes = ["prevention", "casework"].map((lane) => `${week} ${lane}`);
    // What is treated was untreated before, or came in; advice and no follow-up leave as well.
    laws.push({ whole: `${week} untreated`, is: "sum", parts: [...untreated(week), ...lanes] });
    // Not for the first week: with nothing before it, two arrivals and two hidden outcomes are one each, open load or not.
    if (at === 0) continue;
    const parts = [`${week} arrivals`, ...untreated(before)];
    laws.push({ whole: `${week} untreated`, is: "at most", parts });
  }
  return { secrets: [...secrets.values()], laws };
}

const working = fc.array(
  fc.record({
    at: fc.oneof(fc.integer({ min: 0, max: 8 * 168 - 1 }), fc.integer({ min: 400, max: 500 })),
    outcome: fc.constantFrom(...outcomes, "P2", "C1", "C1", null),
    pickUp: fc.integer({ min: 1, max: 200 }),
    after: fc.integer({ min: 1, max: 300 }),
    ends: fc.constantFrom(100, 900, null),
  }),
  { minLength: 20, maxLength: 200, size: "max" },
);

test("who lays the open work of eight digests beside their outcomes can not pin one hidden cell", () => {
  let shownLoads = 0;
  fc.assert(
    fc.property(working, fc.constantFrom("2026-W41", "2026-W43"), (drawn, from) => {
      const start = weekBounds(from).from;
      const facts = drawn.map(({ at, outcome, pickUp, after, ends }) => {
        const outcomeAt = start + (at + pickUp + after) * hour;
        const isHelp = outcome !== null && /^[PC][12]/.test(outcome);
        const closedAt = isHelp ? ends && outcomeAt + ends * hour : outcome && outcomeAt;
        return signal(start + at * hour, {
          outcome,
          outcomeAt: outcome && outcomeAt,
          acceptedAt: start + (at + pickUp) * hour,
          closedAt,
          stage: closedAt === null ? "working" : "closed",
        });
      });
      const digests = posted(facts, from, 8);
      const truth = digests.map(({ week }) => digest(week, facts));
      const { secrets, laws } = lawsOf(digests, truth);
      expect(pinned(secrets, laws)).toEqual([]);
      for (const { open } of digests) {
        for (const count of Object.values(open)) expect([1, 2, 3, 4]).not.toContain(count);
        shownLoads += [open.waiting, open.casework, open.preventionWork].filter(
          (count) => Number(count) > 4,
        ).length;
      }
    }),
    { numRuns: 60 },
  );
  expect(shownLoads).toBeGreaterThan(100);
});

test("the same facts in another order give the same digest", () => {
  fc.assert(
    fc.property(busy, fc.constantFrom("team", "management"), (drawn, audience) => {
      const facts = drawn.map(({ at, after, outcome, ...more }) =>
        signal(monday + (at - 1000) * hour, {
          ...more,
          outcome,
          outcomeAt: outcome && monday + (at + after - 1000) * hour,
        }),
      );
      const once = digest(week, facts, { audience });
      expect(digest(week, facts.toReversed(), { audience })).toEqual(once);
      expect(JSON.parse(JSON.stringify(once))).toEqual(once);
      expect(once.arrivals).toBe(
        facts.filter((fact) => fact.receivedAt >= monday && fact.receivedAt < monday + 7 * day).length,
      );
    }),
    { numRuns: 40 },
  );
});
