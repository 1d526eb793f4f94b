import { expect, test } from "vitest";
import type { Entry } from "#signal/decision.ts";
import type { Reading } from "#texts/labels.ts";
import { trailLine } from "#texts/trail.ts";
import { sampleDirectory } from "./support/sample-directory.ts";

const reading: Reading = { language: "nl", directory: sampleDirectory(), words: new Map(), now: 0 };

function line(
  type: Entry["type"],
  by = "system",
  facts: Entry["facts"] = {},
  language: "nl" | "en" = "nl",
): string {
  return trailLine({ signal: "s", at: 0, by, type, facts }, { ...reading, language });
}

test("the trail reads as plain sentences", () => {
  expect(line("accepted", "sanne", { code: "VS-7K3M" })).toBe("Sanne heeft VS-7K3M opgepakt.");
  expect(line("accepted", "sanne")).toBe("Sanne heeft het signaal opgepakt.");
  expect(line("reported", "signaler", { source: "school", rules: "R1 R2" })).toBe(
    "Het signaal kwam binnen: school, geweld dat nu bezig is, of een wapen en een zwaar teken van geweld, zoals de keel grijpen.",
  );
  expect(
    line("classified", "system", { categories: "debt psychological", urgency: "soon", confidence: "high" }),
  ).toBe(
    "De computer deelde het signaal in: geldzorgen en psychische zorgen, snel, de computer is hier vrij zeker van.",
  );
  expect(line("routed", "system", { to: "ben", because: "expertise:debt:3 area:noord" })).toBe(
    "Het signaal ging naar een collega: Ben, is specialist in geldzorgen, werkt in Noord.",
  );
  expect(line("outcome_set", "ben", { outcome: "P2" })).toBe(
    "Ben koos een uitkomst voor het signaal: lichte hulp.",
  );
  expect(line("feedback_given", "ben", { level: "none" })).toBe(
    "Ben liet niets weten over het signaal, met een reden.",
  );
  expect(line("viewed", "noor", {}, "en")).toBe("Noor read the signal.");
});

test("not picked up in time is one short line; only when everyone has been asked it says who was warned", () => {
  expect(line("escalated", "system", { rung: 1, asked: "sanne" })).toBe(
    "Het signaal is niet op tijd opgepakt.",
  );
  expect(line("escalated", "system", { rung: 1 })).toBe("Het signaal is niet op tijd opgepakt.");
  expect(line("escalated", "system", { rung: 4, asked: null, code: "VS-7K3M" })).toBe(
    "Niemand pakte VS-7K3M op. De coördinator is opnieuw gewaarschuwd.",
  );
  expect(line("escalated", "system", { asked: null }, "en")).toBe(
    "Nobody picked up the signal. The coordinator has been warned again.",
  );
});

test("the next in the row and a hand-over are said in words, and a rule once", () => {
  expect(line("routed", "system", { to: "sanne", because: "after:ben duty" })).toBe(
    "Het signaal ging naar een collega: Sanne, staat na Ben in de rij, heeft dienst.",
  );
  expect(line("routed", "system", { to: "sanne", because: "handed_over coordinator" })).toBe(
    "Het signaal ging naar een collega: Sanne, kreeg het van een collega, coördineert het team.",
  );
  expect(line("routed", "system", { to: "ben", because: "reopened" })).toContain("Ben, had het eerder ook.");
  expect(line("reported", "signaler", { rules: "R10 R10" })).toBe(
    "Het signaal kwam binnen: geen eten, water of warmte.",
  );
});

test("every kind of entry has its sentence, in both languages, also without facts and with facts of long ago", () => {
  const types = [
    "reported",
    "classified",
    "not_classified",
    "reread",
    "supplemented",
    "called",
    "answered",
    "still_worried",
    "withdrawn",
    "accepted",
    "declined",
    "handed_over",
    "consulted",
    "consult_answered",
    "asked",
    "feedback_given",
    "corrected",
    "waiting",
    "outcome_set",
    "closed",
    "overdue",
    "erasure_due",
    "unreachable",
    "routed",
    "viewed",
    "erased",
    "escalated",
    "raised",
    "learned",
    "reopened",
  ] as const satisfies readonly Entry["type"][];
  for (const type of types) {
    for (const language of ["nl", "en"] as const) {
      const strange = {
        to: "gone",
        urgency: "tomorrow",
        categories: "x y",
        outcome: "Z9",
        rules: "R99",
        because: "odd:1",
      };
      for (const facts of [{}, strange]) {
        const words = line(type, "gone", facts, language);
        expect(words).toMatch(/^[A-Z].*\.$/);
        expect(words).not.toMatch(/[{}]|undefined|null/);
      }
    }
  }
});
