import * as fc from "fast-check";
import { expect, test } from "vitest";
import { withSecondOpinion } from "#classify/second-opinion.ts";
import { verdict, withNet } from "#classify/verdict.ts";
import type { Classification, NetReading } from "#signal/classified.ts";
import type { Category, Urgency } from "#signal/words.ts";
import { ageGroups, categories, compareUrgency, dangers, urgencies } from "#signal/words.ts";

const quiet: NetReading = { level: null, flags: [], categories: [], version: "net-test" };
const said = (more: Partial<Classification> = {}): Classification => ({
  kind: "signal",
  categories: ["debt"],
  urgency: "preventive",
  confidence: "high",
  evidence: [],
  engine: "test",
  version: "1",
  ...more,
});
const raisedTo = (level: Urgency, about: Category = "domestic_violence"): NetReading => ({
  ...quiet,
  level,
  flags: [{ rule: "R2", level, quote: "keel" }],
  categories: [about],
});
const nothing: Classification = said({ kind: "not_a_signal", categories: [], urgency: "none" });
const plain = { net: quiet, danger: null, ageGroup: "adult" } as const;

test("without flags and questions the classifier's answer stands", () => {
  expect(verdict({ ...plain, classification: said() })).toMatchObject({
    kind: "signal",
    categories: ["debt"],
    urgency: "preventive",
    flags: [],
  });
  expect(verdict({ ...plain, classification: nothing })).toMatchObject({
    kind: "not_a_signal",
    categories: [],
    urgency: "none",
  });
});

test("the net raises the level and adds what it saw, and a hit is never no signal", () => {
  const decided = verdict({ ...plain, net: raisedTo("urgent"), classification: nothing });
  expect(decided).toMatchObject({ kind: "signal", categories: ["domestic_violence"], urgency: "urgent" });
  expect(decided.flags).toEqual([{ rule: "R2", level: "urgent" }]);
  expect(decided.evidence).toContainEqual({ quote: "keel", pointsTo: "urgent" });
  const both = verdict({ ...plain, net: raisedTo("acute"), classification: said() });
  expect(both).toMatchObject({ categories: ["debt", "domestic_violence"], urgency: "acute" });
});

test("short of acute danger what the classifier says it is about stands, and the net raises the level alone", () => {
  const net = raisedTo("urgent");
  expect(verdict({ ...plain, net, classification: said() })).toMatchObject({
    categories: ["debt"],
    urgency: "urgent",
  });
  const unnamed = said({ categories: ["unclear"] });
  expect(verdict({ ...plain, net, classification: unnamed }).categories).toEqual(["domestic_violence"]);
});

test("before the classifier has spoken the net decides; a classifier that failed leaves at least soon", () => {
  expect(verdict({ ...plain, classification: null })).toMatchObject({
    kind: "signal",
    categories: ["unclear"],
    urgency: "preventive",
  });
  expect(verdict({ ...plain, net: raisedTo("acute"), classification: null })).toMatchObject({
    categories: ["domestic_violence"],
    urgency: "acute",
  });
  expect(verdict({ ...plain, classification: "failed" })).toMatchObject({
    kind: "signal",
    categories: ["unclear"],
    urgency: "soon",
    confidence: "low",
  });
});

test.each([
  ["now", "acute"],
  ["maybe", "urgent"],
  ["unknown", "urgent"],
  ["no", "preventive"],
  [null, "preventive"],
] as const)("'is er nu gevaar?' answered %s asks for %s", (danger, urgency) => {
  expect(verdict({ ...plain, danger, classification: said() }).urgency).toBe(urgency);
});

test("danger makes a signal of anything", () => {
  expect(verdict({ ...plain, danger: "now", classification: nothing })).toMatchObject({
    kind: "signal",
    categories: ["unclear"],
    urgency: "acute",
  });
  expect(verdict({ ...plain, danger: "no", classification: nothing }).kind).toBe("not_a_signal");
});

test.each([
  ["4-12", "domestic_violence", "soon", "urgent"],
  ["0-4", "psychological", "preventive", "soon"],
  ["4-12", "domestic_violence", "urgent", "urgent"],
  ["4-12", "debt", "soon", "soon"],
  ["12-16", "domestic_violence", "soon", "soon"],
  ["75+", "debt", "preventive", "soon"],
  ["75+", "psychological", "urgent", "urgent"],
  [null, "domestic_violence", "preventive", "soon"],
  [null, "psychological", "preventive", "soon"],
  [null, "debt", "preventive", "preventive"],
] as const)("age %s, %s, %s becomes %s", (ageGroup, about, before, after) => {
  const classification = said({ categories: [about], urgency: before });
  expect(verdict({ ...plain, ageGroup, classification }).urgency).toBe(after);
});

test("doubt is never below soon", () => {
  expect(verdict({ ...plain, classification: said({ confidence: "low" }) }).urgency).toBe("soon");
});

test("a wrong inside a club stays one, unless something of the four is seen as well", () => {
  const other = said({ kind: "other", categories: ["other"], urgency: "soon" });
  expect(verdict({ ...plain, net: raisedTo("urgent", "other"), classification: other })).toMatchObject({
    kind: "other",
    categories: ["other"],
  });
  expect(
    verdict({ ...plain, net: raisedTo("urgent", "psychological"), classification: other }),
  ).toMatchObject({
    kind: "signal",
    categories: ["psychological", "other"],
  });
});

const anyNet = fc
  .option(fc.constantFrom(...urgencies))
  .chain((level) =>
    fc
      .record({ level: fc.constant(level), about: fc.constantFrom(...categories) })
      .map(({ level, about }) => (level ? raisedTo(level, about) : quiet)),
  );
const anyClassification = fc.option(
  fc.oneof(
    fc.constant("failed" as const),
    fc.constant(nothing),
    fc
      .record({
        categories: fc.uniqueArray(fc.constantFrom(...categories), { minLength: 1, maxLength: 3 }),
        urgency: fc.constantFrom(...urgencies),
        confidence: fc.constantFrom("high" as const, "medium" as const, "low" as const),
      })
      .map((more) => said(more)),
  ),
);

test("never below the net, never below the classifier, never acute by age alone, always one to three categories", () => {
  fc.assert(
    fc.property(
      anyNet,
      anyClassification,
      fc.option(fc.constantFrom(...dangers)),
      fc.option(fc.constantFrom(...ageGroups)),
      (net, classification, danger, ageGroup) => {
        const decided = verdict({ net, classification, danger, ageGroup });
        if (decided.kind === "not_a_signal") {
          expect(net.level).toBe(null);
          expect(decided).toMatchObject({ categories: [], urgency: "none" });
          return;
        }
        const level = decided.urgency;
        if (level === "none") throw new Error("A signal has an urgency.");
        if (net.level) expect(compareUrgency(level, net.level)).toBeLessThanOrEqual(0);
        const asked = classification && classification !== "failed" ? classification.urgency : "none";
        if (asked !== "none") expect(compareUrgency(level, asked)).toBeLessThanOrEqual(0);
        if (level === "acute") expect([net.level, asked, danger === "now" ? "acute" : ""]).toContain("acute");
        expect(decided.categories.length).toBeGreaterThanOrEqual(1);
        expect(decided.categories.length).toBeLessThanOrEqual(3);
        expect(new Set(decided.categories).size).toBe(decided.categories.length);
        if (decided.categories.length > 1) expect(decided.categories).not.toContain("unclear");
      },
    ),
    { numRuns: 1000 },
  );
});

const anySaid = anyClassification.filter((one) => one !== null && one !== "failed");

test("a second reader takes no subject away, also none that only the net saw, and lowers nothing", () => {
  fc.assert(
    fc.property(
      anyNet,
      anySaid,
      anySaid,
      fc.option(fc.constantFrom(...ageGroups)),
      (net, first, second, ageGroup) => {
        const decide = (classification: Classification) =>
          verdict({ net, classification, danger: null, ageGroup });
        const before = decide(first);
        const after = decide(withSecondOpinion(withNet(first, net), second));
        const clear = before.categories.filter((about) => about !== "unclear");
        expect(after.categories).toEqual(expect.arrayContaining(clear));
        if (before.urgency === "none") return;
        expect(compareUrgency(after.urgency as Urgency, before.urgency)).toBeLessThanOrEqual(0);
      },
    ),
    { numRuns: 2_000 },
  );
});
