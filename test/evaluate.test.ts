import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Labelled, readCorpus } from "#commands/evaluate/corpus.ts";
import { byKeywords } from "#commands/evaluate/keyword-list.ts";
import { byGroup, type Judged, scorecard } from "#commands/evaluate/scorecard.ts";
import { freshFolder, removeFolder } from "./support/folder.ts";
import { runCommand } from "./support/run-program.ts";

const labelled = (given: Partial<Labelled>): Labelled => ({
  text: "Iets.",
  kind: "signal",
  categories: ["debt"],
  urgency: "soon",
  age_group: null,
  language: "nl",
  source: "school",
  sender: "teacher",
  hard: [],
  ...given,
});
const judged = (meant: Partial<Labelled>, got: Partial<Judged["got"]>): Judged => ({
  meant: labelled(meant),
  got: { kind: "signal", categories: ["debt"], urgency: "soon", confidence: "high", ...got },
});

test("the scorecard counts what is found, what is found for nothing, and what is missed", () => {
  const card = scorecard([
    judged({}, {}),
    judged({}, { categories: ["addiction"] }),
    judged({ categories: ["addiction"], urgency: "acute" }, { categories: ["debt"], urgency: "soon" }),
    judged(
      { categories: ["addiction", "debt"], urgency: "acute" },
      { categories: ["addiction"], urgency: "acute" },
    ),
    judged({ kind: "not_a_signal", categories: [], urgency: "none" }, { urgency: "acute" }),
  ]);
  expect(card.perCategory["debt"]).toEqual({ precision: 1 / 3, recall: 1 / 3, f1: 1 / 3, count: 3 });
  expect(card.perCategory["addiction"]).toEqual({ precision: 1 / 2, recall: 1 / 2, f1: 1 / 2, count: 2 });
  expect(card.macroF1).toBeCloseTo((1 / 3 + 1 / 2 + 1 + 1) / 4);
  expect(card.kindRight).toBe(4 / 5);
  expect(card.acute).toMatchObject({ recall: 1 / 2, precision: 1 / 2, count: 2 });
  expect(card.underBy2).toBe(1 / 4);
  expect(card.nonSignalAcute).toBe(1);
  expect(card.urgencies["acute"]).toEqual({ acute: 1, urgent: 0, soon: 1, preventive: 0, none: 0 });
});

test("a concern that is taken for none is too low by more than a step", () => {
  expect(scorecard([judged({}, { kind: "not_a_signal", categories: [], urgency: "none" })]).underBy2).toBe(1);
  expect(
    scorecard([judged({ urgency: "preventive" }, { kind: "not_a_signal", categories: [], urgency: "none" })])
      .underBy2,
  ).toBe(0);
});

test("a plain list of key words finds what is said plainly, and misses what is only told", () => {
  const card = byKeywords([
    labelled({ text: "De deurwaarder stond voor de deur" }),
    labelled({ text: "Hij gokt, en zij lopen te gokken", categories: ["addiction"] }),
    labelled({ text: "Er ligt een mes", categories: ["domestic_violence"] }),
    labelled({ text: "Hij heeft nooit brood mee" }),
    labelled({ text: "ze denkt aan zelfmoord", categories: ["psychological"], urgency: "acute" }),
    labelled({ text: "ze komt nergens meer", categories: ["psychological"], urgency: "acute" }),
    labelled({ text: "Wanneer is de gymles?", kind: "not_a_signal", categories: [], urgency: "none" }),
  ]);
  expect(card.perCategory["debt"]).toMatchObject({ precision: 1, recall: 1 / 2 });
  expect(card.perCategory["addiction"]).toMatchObject({ precision: 1, recall: 1 });
  expect(card.acute).toMatchObject({ precision: 1 / 2, recall: 1 / 2 });
  expect(card.nonSignalAcute).toBe(0);
  expect(card.kindRight).toBe(5 / 7);
});

test("groups are measured apart", () => {
  const groups = byGroup([judged({ language: "en" }, {}), judged({}, { kind: "other" })], ({ language }) => [
    language,
  ]);
  expect([groups["en"]?.kindRight, groups["nl"]?.kindRight]).toEqual([1, 0]);
});

test("a file of one's own is measured by one command, and a line that is not right is named", async () => {
  const folder = freshFolder("evaluate");
  const file = join(folder, "own.jsonl");
  const report = join(folder, "report.json");
  writeFileSync(file, `${JSON.stringify(labelled({ text: "De deurwaarder staat voor de deur." }))}\n`);
  const { code, out } = await runCommand(["evaluate", "--set", file, "--report", report]);
  expect([code, out.includes("1 messages")]).toEqual([0, true]);
  writeFileSync(file, '{"text":"x"}\n');
  expect((await runCommand(["evaluate", "--set", file])).err).toContain("Line 1");
  removeFolder(folder);
});

test("every message of the corpus is labelled by the rules", () => {
  const own = [
    "acuut",
    "club",
    "eerder",
    "gewoon",
    "hoofd",
    "school",
    "snel",
    "stil",
    "talen",
    "thuis",
    "veilig",
    "wijk",
  ];
  const all = own.flatMap((name) => readCorpus(`test/corpus/train/${name}.jsonl`));
  expect(all.length).toBeGreaterThan(4_000);
  for (const { text, kind, categories, urgency } of all) {
    expect([text, kind === "not_a_signal"]).toEqual([text, urgency === "none"]);
    expect([text, kind === "not_a_signal"]).toEqual([text, categories.length === 0]);
  }
  expect(new Set(all.map(({ text }) => text)).size).toBeGreaterThan(0.995 * all.length);
});
