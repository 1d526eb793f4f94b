import { expect, test } from "vitest";
import type { DigestNumbers } from "#signal/digest-numbers.ts";
import type { Card } from "#texts/card.ts";
import { digestCard, weekCard } from "#texts/digest-card.ts";
import { exampleNumbers } from "#texts/gallery/numbers.ts";
import type { Reading } from "#texts/labels.ts";
import { saidInCard } from "./support/said-in.ts";
import { sampleDirectory } from "./support/sample-directory.ts";

const reading: Reading = {
  language: "nl",
  directory: sampleDirectory(),
  words: new Map(),
  now: Date.UTC(2026, 10, 23, 7, 0),
};

function words(card: Card): string {
  return saidInCard(card)
    .map(({ text }) => text)
    .join("\n");
}

function table(card: Card, caption: string): readonly (readonly string[])[] {
  return card.parts.flatMap((part) => (part.part === "table" && part.caption === caption ? part.rows : []));
}

test("the title says the finding: arrivals, prevention share and open casework together", () => {
  const title = (over: Partial<DigestNumbers>) =>
    weekCard({ ...exampleNumbers(reading, "team"), ...over }, reading).title;
  const numbers = exampleNumbers(reading, "team");
  expect(title({})).toBe("Week 47: 12 nieuwe signalen, 63% preventie, 9 open casussen");
  expect(title({ arrivals: 1, open: { ...numbers.open, casework: 1 } })).toBe(
    "Week 47: 1 nieuw signaal, 63% preventie, 1 open casus",
  );
  // Where the week's own share may not be shown, that of the four weeks stands there and says so; else neither.
  expect(title({ weekShare: null })).toBe(
    "Week 47: 12 nieuwe signalen, 60% preventie in 4 weken, 9 open casussen",
  );
  const hidden = { ...numbers.block, preventionShare: null };
  expect(title({ week: "2027-W01", weekShare: null, block: hidden })).toBe(
    "Week 1: 12 nieuwe signalen, 9 open casussen",
  );
});

test("a week without signals is a digest too", () => {
  const card = weekCard(exampleNumbers(reading, "empty"), reading);
  expect(card.title).toBe("Week 47: geen nieuwe signalen, geen open casussen");
  expect(words(card)).not.toMatch(/NaN|null|undefined|100%|0%/);
  expect(words(card)).toContain("niets te doen");
});

test("prevention share, arrivals by urgency and open load stand in one block", () => {
  const card = weekCard(exampleNumbers(reading, "team"), reading);
  const block = card.parts.find((part) => part.part === "facts");
  const values = block?.part === "facts" ? block.facts.map(({ label, value }) => `${label}: ${value}`) : [];
  expect(values).toEqual([
    "Preventie-aandeel: 60% (week 41 tot en met 44)",
    "Nieuw: 12",
    "Nieuw, naar urgentie: acuut 1, spoed 2, snel 4 en preventief 5",
    "Nu open: 3 wachten, 6 opgepakt, 4 met lichte hulp, 9 met een casus",
    "Over de tijd: 1",
  ]);
  expect(words(card)).toContain("Voorbeeldstad, maandag 16 november tot en met zondag 22 november.");
});

test("hidden numbers stay hidden in tables, chart and alt text, and the card says why", () => {
  const numbers = exampleNumbers(reading, "management");
  const card = weekCard(numbers, reading);
  expect(table(card, "Nieuw, naar plek")).toEqual([
    ["School", "7"],
    ["Club", "te klein om te tonen"],
    ["Wijkplatform", "te klein om te tonen"],
    ["Anders", "0"],
  ]);
  const chart = card.parts.find((part) => part.part === "chart");
  if (chart?.part !== "chart") throw new Error("there is no chart");
  expect(chart.chart.bars[1]?.values).toEqual([null, null]);
  expect(chart.chart.bars[0]?.values).toEqual([5, 6]);
  expect(chart.alt).toContain("in de tabel hieronder");
  expect(table(card, "Uitkomsten per week")[1]).toEqual([
    "41",
    "11",
    "te klein om te tonen",
    "te klein om te tonen",
  ]);
  expect(words(card)).toContain(
    "Te klein om te tonen: een klein aantal, of een aantal dat een klein aantal zou verraden.",
  );
  expect(words(weekCard(exampleNumbers(reading, "team"), reading))).not.toContain("Te klein om te tonen");
});

test("a chart has its numbers in a table beside it, one dimension per table", () => {
  const card = weekCard(exampleNumbers(reading, "team"), reading);
  const place = card.parts.findIndex((part) => part.part === "chart");
  expect(card.parts[place + 1]?.part).toBe("table");
  expect(table(card, "Uitkomsten per week")).toHaveLength(8);
  // The facts have it already.
  expect(table(card, "Nieuw, naar urgentie")).toEqual([]);
});

test("coverage gaps are named per area, without a person", () => {
  const card = weekCard(exampleNumbers(reading, "team"), reading);
  expect(words(card)).toContain("Noord: niemand voor drank, drugs, gokken of gamen");
  expect(words(card)).toContain("Noord: één collega voor geldzorgen");
});

const hidden = "hidden" as const;

/** A week as management of a small team sees it. */
function smallWeek(over: Partial<DigestNumbers> = {}): DigestNumbers {
  const numbers = exampleNumbers(reading, "management");
  return {
    ...numbers,
    arrivals: 5,
    byUrgency: numbers.byUrgency.map((row) => ({ ...row, count: hidden })),
    byCategory: numbers.byCategory.map((row) => ({ ...row, count: hidden })),
    bySource: numbers.bySource.map((row) => ({ ...row, count: hidden })),
    block: { ...numbers.block, prevention: hidden, casework: hidden, advice: hidden, noFollowUp: hidden },
    outcomes: { prevention: hidden, casework: hidden, advice: hidden, noFollowUp: hidden },
    trend: numbers.trend.map((bar) => ({ ...bar, prevention: hidden, casework: 0 })),
    onTime: { done: hidden, of: hidden },
    feedback: { done: hidden, of: 6 },
    handOvers: hidden,
    open: { waiting: 3, inHand: 6, casework: 9, preventionWork: 4, overdue: 1 },
    ...over,
  };
}

test("what is all too small is said in one sentence each, and not row by row", () => {
  const card = weekCard(smallWeek(), reading);
  const said = words(card);
  for (const expected of [
    "te kleine aantallen om te tonen",
    "Te kleine aantallen om uitkomsten per week te tonen.",
    "Te kleine aantallen om per onderwerp te tonen.",
    "Te kleine aantallen om per plek te tonen.",
    "Uitkomsten in week 47: te kleine aantallen om te tonen.",
    "Te klein om te tonen: op tijd opgepakt, op tijd bericht gegeven en keer overgedragen.",
  ]) {
    expect(said).toContain(expected);
  }
  expect(card.parts.some((part) => part.part === "chart")).toBe(false);
  const cells = card.parts.flatMap((part) => (part.part === "table" ? part.rows.flat() : []));
  expect(cells).not.toContain("te klein om te tonen");
});

test("folding never leaves out arrivals, open load, the prevention share or coverage", () => {
  const said = words(weekCard(smallWeek(), reading));
  for (const expected of [
    "Week 47: 5 nieuwe signalen, 60% preventie in 4 weken, 9 open casussen",
    "3 wachten, 6 opgepakt, 4 met lichte hulp, 9 met een casus",
    "60% (week 41 tot en met 44)",
    "Noord: niemand voor drank, drugs, gokken of gamen",
  ]) {
    expect(said).toContain(expected);
  }
  expect(table(weekCard(smallWeek(), reading), "Nieuw per week")).toHaveLength(8);
});

test("every number that may be shown is still shown when the rest folds", () => {
  const numbers = exampleNumbers(reading, "management");
  const said = words(
    weekCard(
      smallWeek({
        bySource: numbers.bySource.map((row) => ({ ...row, count: row.of === "school" ? 61 : hidden })),
        byUrgency: numbers.byUrgency.map((row) => ({ ...row, count: row.of === "soon" ? 62 : hidden })),
        outcomes: { prevention: hidden, casework: hidden, advice: 0, noFollowUp: 0 },
        feedback: { done: 63, of: 64 },
        trend: numbers.trend.map((bar, place) => ({
          ...bar,
          arrivals: place === 7 ? 65 : hidden,
          prevention: hidden,
          casework: hidden,
        })),
      }),
      reading,
    ),
  );
  for (const expected of [
    "Nieuw, naar plek: school 61. De rest is te klein om te tonen.",
    "snel 62, de rest niet getoond",
    "Uitkomsten in week 47: advies 0 en geen vervolg 0. De rest is te klein om te tonen.",
    "63 van de 64",
    "Nieuw per week: week 47: 65. De rest is te klein om te tonen.",
  ]) {
    expect(said).toContain(expected);
  }
});

test("hidden open work stands in one word beside what is shown", () => {
  const open = { waiting: 71, inHand: hidden, casework: 72, preventionWork: hidden, overdue: hidden };
  const said = words(weekCard(smallWeek({ open }), reading));
  expect(said).toContain("71 wachten, 72 met een casus, de rest niet getoond");
  const all = { waiting: hidden, inHand: hidden, casework: hidden, preventionWork: hidden, overdue: hidden };
  expect(words(weekCard(smallWeek({ open: all }), reading))).toContain("Nu open\nniet getoond");
});

test("weeks without any outcome have a sentence in place of an empty chart", () => {
  const card = weekCard(exampleNumbers(reading, "empty"), reading);
  expect(card.parts.some((part) => part.part === "chart")).toBe(false);
  expect(words(card)).toContain("In deze 8 weken was er geen preventie en geen casus.");
  expect(words(card)).toContain("Geen uitkomsten in week 47.");
  expect(card.parts.filter(({ part }) => part === "table")).toEqual([]);
});

test("what is posted says the finding, and has the details behind one button", () => {
  for (const which of ["team", "management", "empty"] as const) {
    const numbers = exampleNumbers(reading, which);
    const [posted, opened] = [digestCard(numbers, reading), weekCard(numbers, reading)];
    expect(posted.title).toBe(opened.title);
    expect(posted.parts.filter(({ part }) => part === "table").length).toBe(which === "empty" ? 0 : 1);
    expect(posted.parts.length).toBeLessThan(opened.parts.length);
    expect(words(posted)).toContain("Over de tijd");
    expect(posted.buttons.map(({ label, act }) => [label, act])).toEqual([["Details per wijk", "week"]]);
    // No number in the one that is not in the other.
    const shown = new Set(words(opened).match(/\d+/g));
    for (const number of words(posted).match(/\d+/g) ?? []) expect(shown).toContain(number);
  }
});

test("where every area has enough colleagues, the week says so", () => {
  expect(words(weekCard(exampleNumbers(reading, "empty"), reading))).toContain("ten minste twee collega's");
});
