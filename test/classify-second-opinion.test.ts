import * as fc from "fast-check";
import { expect, test } from "vitest";
import { secondOpinion, withSecondOpinion } from "#classify/second-opinion.ts";
import type { Classification } from "#signal/classified.ts";
import { categories, compareUrgency, urgencies } from "#signal/words.ts";

const reading = (change: Partial<Classification> = {}): Classification => ({
  kind: "signal",
  categories: ["debt"],
  urgency: "soon",
  confidence: "medium",
  evidence: [],
  engine: "embedded",
  version: "1",
  ...change,
});
const nothing = reading({ kind: "not_a_signal", categories: [], urgency: "none" });

test.each([
  ["the same: nothing changes", reading(), reading(), { raiseTo: null, add: [], disagree: [] }],
  [
    "more urgent: raised",
    reading(),
    reading({ urgency: "urgent" }),
    { raiseTo: "urgent", add: [], disagree: [] },
  ],
  [
    "less urgent: stays, and a human looks",
    reading({ urgency: "urgent" }),
    reading({ urgency: "soon" }),
    { raiseTo: null, add: [], disagree: ["urgency"] },
  ],
  [
    "far more urgent: raised, which says it all",
    reading(),
    reading({ urgency: "acute" }),
    { raiseTo: "acute", add: [], disagree: [] },
  ],
  [
    "far less urgent: stays, and a human looks",
    reading({ urgency: "acute" }),
    reading({ urgency: "soon" }),
    { raiseTo: null, add: [], disagree: ["urgency"] },
  ],
  [
    "one more subject: added",
    reading(),
    reading({ categories: ["debt", "addiction"] }),
    { raiseTo: null, add: ["addiction"], disagree: [] },
  ],
  [
    "another subject: added, and a human looks",
    reading(),
    reading({ categories: ["psychological"] }),
    { raiseTo: null, add: ["psychological"], disagree: ["category"] },
  ],
  [
    "unclear adds nothing and disagrees with nothing",
    reading(),
    reading({ categories: ["unclear"] }),
    { raiseTo: null, add: [], disagree: [] },
  ],
  [
    "no concern: nothing goes, and a human looks",
    reading(),
    nothing,
    { raiseTo: null, add: [], disagree: ["kind"] },
  ],
  [
    "a concern where none was seen: raised, and a human looks",
    nothing,
    reading({ urgency: "acute" }),
    { raiseTo: "acute", add: ["debt"], disagree: ["kind"] },
  ],
  ["neither sees a concern", nothing, nothing, { raiseTo: null, add: [], disagree: [] }],
  [
    "somebody of the club itself: a human looks, and the outside contact keeps it",
    reading({ kind: "other", categories: ["other"], insider: true }),
    reading({ categories: ["domestic_violence"], urgency: "urgent" }),
    { raiseTo: "urgent", add: [], disagree: ["kind", "category"] },
  ],
  [
    "somebody of the club itself, seen by the model only",
    reading({ categories: ["domestic_violence"] }),
    reading({ kind: "other", categories: ["other"], insider: true }),
    { raiseTo: null, add: ["other"], disagree: ["kind", "insider", "category"] },
  ],
] as const)("%s", (_, first, second, opinion) => {
  expect(secondOpinion(first, second)).toEqual(opinion);
});

test("the words that raise come along, and who read it", () => {
  const second = reading({
    urgency: "acute",
    evidence: [
      { quote: "nu", pointsTo: "acute" },
      { quote: "geld", pointsTo: "debt" },
    ],
    engine: "openai",
    version: "2",
  });
  expect(withSecondOpinion(reading(), second)).toMatchObject({
    urgency: "acute",
    evidence: [{ quote: "nu", pointsTo: "acute" }],
    engine: "embedded+openai",
    version: "1, 2",
  });
});

const concern = fc.record({
  kind: fc.constantFrom("signal" as const, "other" as const),
  categories: fc.uniqueArray(fc.constantFrom(...categories), { minLength: 1, maxLength: 3 }),
  urgency: fc.constantFrom(...urgencies),
  insider: fc.boolean(),
});
const any = fc
  .oneof(concern, fc.constant({ kind: nothing.kind, categories: [], urgency: nothing.urgency }))
  .map(reading);

test("whatever a model says, nothing is lowered, nothing is taken away, and it is said once", () => {
  fc.assert(
    fc.property(any, any, (first, second) => {
      const both = withSecondOpinion(first, second);
      const clear = first.categories.filter((one) => one !== "unclear");
      expect(both.categories.filter((one) => one !== "unclear").slice(0, clear.length)).toEqual(clear);
      expect(new Set(both.categories).size).toBe(both.categories.length);
      expect(both.categories.length).toBeLessThanOrEqual(3);
      if (first.kind !== "not_a_signal") expect(both.kind).not.toBe("not_a_signal");
      if (first.urgency !== "none") {
        expect(both.urgency).not.toBe("none");
        if (both.urgency !== "none")
          expect(compareUrgency(both.urgency, first.urgency)).toBeLessThanOrEqual(0);
      }
      expect((both.kind === "not_a_signal") === (both.urgency === "none")).toBe(true);
      expect(withSecondOpinion(both, second)).toMatchObject({
        categories: both.categories,
        urgency: both.urgency,
      });
    }),
  );
});
