import * as fc from "fast-check";
import { expect, test } from "vitest";
import { weekBounds } from "#digest/week.ts";
import type { DigestNumbers } from "#signal/digest-numbers.ts";
import type { Fact } from "#signal/fact.ts";
import { day, digest, hour, signal } from "./support/digest-facts.ts";

const week = "2026-W48";

test("weeks that were published need not be read again: the digest is the same, also when it is late", () => {
  const seventh = weekBounds("2026-W41").from;
  const someFact = fc.record({
    at: fc.integer({ min: 0, max: 56 * day }),
    took: fc.integer({ min: hour, max: 60 * day }),
    outcome: fc.option(fc.constantFrom("P1", "P2", "C1", "P0", "N1" as const)),
  });
  const late = weekBounds(week).until + 2 * day;
  fc.assert(
    fc.property(
      fc.array(someFact, { maxLength: 60 }),
      fc.constantFrom("team", "management"),
      (made, audience) => {
        const all = made.map(({ at, took, outcome }) => {
          const end = seventh + at + took;
          const isOver = outcome !== null && end < late;
          return signal(seventh + at, {
            acceptedAt: seventh + at + hour,
            ...(isOver ? { outcome, outcomeAt: end, closedAt: end, stage: "closed" as const } : {}),
          });
        });
        const published: DigestNumbers[] = [];
        for (const { week: each } of digest(week, []).trend) {
          const narrow = digest(each, all, { audience, published });
          const every = { arrivals: all, outcomes: all, clocks: all, closedSince: all, open: all };
          expect(narrow).toEqual(digest(each, all, { audience, published, facts: every }));
          published.push(narrow);
        }
      },
    ),
  );
});

test("what is closed while a week is counted is in the open work of its end", () => {
  const one = signal(weekBounds(week).from, {});
  let closed = false;
  const nothing: readonly Fact[] = [];
  const facts = {
    arrivals: [one],
    outcomes: nothing,
    clocks: nothing,
    // Facts are read as they are walked: it is closed as soon as the open ones have been.
    *open() {
      if (!closed) yield one;
      closed = true;
    },
    *closedSince() {
      if (closed) yield { ...one, stage: "closed" as const, closedAt: weekBounds(week).until + hour };
      closed = true;
    },
  };
  const numbers = digest(week, [], {
    facts: { ...facts, open: facts.open(), closedSince: facts.closedSince() },
  });
  expect(numbers.open.waiting).toBe(1);
});
