import type { DigestNumbers, Shown } from "#signal/digest-numbers.ts";
import type { Language } from "#signal/words.ts";
import type { Part } from "#texts/card.ts";
import { shown, weekNumber } from "#texts/digest/figures.ts";
import { foldedSentence, isAllZero, isFolded } from "#texts/digest/fold.ts";
import { text } from "#texts/parts.ts";
import { type Said, say } from "#texts/say.ts";

/** Eight weeks of outcomes as stacked bars, and the same numbers as a table beside it. */
export function trendParts(numbers: DigestNumbers, language: Language): readonly Part[] {
  if (numbers.trend.length === 0) return [];
  if (isBare(numbers)) return withoutOutcomes(numbers, language);
  const prevention = say(language, { nl: "Preventie", en: "Prevention" });
  const casework = say(language, { nl: "Casussen", en: "Casework" });
  const week = (name: string) => say(language, { nl: "wk {n}", en: "wk {n}" }, { n: weekNumber(name) });
  return [
    {
      part: "chart",
      title: finding(numbers, language),
      alt: trendInWords(numbers, language),
      chart: {
        series: [
          { name: prevention, pattern: "solid" },
          { name: casework, pattern: "hatch" },
        ],
        bars: numbers.trend.map((bar) => ({
          label: week(bar.week),
          values: [value(bar.prevention), value(bar.casework)],
        })),
        hidden: say(language, { nl: "niet getoond", en: "not shown" }),
      },
    },
    {
      part: "table",
      caption: say(language, { nl: "Uitkomsten per week", en: "Outcomes per week" }),
      columns: [
        say(language, { nl: "Week", en: "Week" }),
        say(language, { nl: "Nieuw", en: "New" }),
        prevention,
        casework,
      ],
      rows: numbers.trend.map((bar) => [
        weekNumber(bar.week),
        shown(bar.arrivals, language),
        shown(bar.prevention, language),
        shown(bar.casework, language),
      ]),
    },
  ];
}

/** Is there not a single bar to draw: every outcome hidden or none? */
function isBare({ trend }: DigestNumbers): boolean {
  return trend.every((bar) => !isBar(bar.prevention) && !isBar(bar.casework));
}

function isBar(count: Shown): boolean {
  return count !== "hidden" && count > 0;
}

/** One sentence in place of empty bars; what arrived stays. */
function withoutOutcomes({ trend }: DigestNumbers, language: Language): readonly Part[] {
  const hidesSome = trend.some((bar) => bar.prevention === "hidden" || bar.casework === "hidden");
  const said: Said = hidesSome
    ? {
        nl: "Te kleine aantallen om uitkomsten per week te tonen.",
        en: "Numbers too small to show outcomes per week.",
      }
    : {
        nl: "In deze {n} weken was er geen preventie en geen casus.",
        en: "In these {n} weeks there was no prevention and no casework.",
      };
  const sentence = text(say(language, said, { n: String(trend.length) }));
  const arrivals = trend.map((bar) => bar.arrivals);
  if (arrivals.every((count) => count === "hidden") || isAllZero(arrivals)) return [sentence];
  const caption = say(language, { nl: "Nieuw per week", en: "New per week" });
  if (isFolded(arrivals)) {
    const counted = trend.map((bar) => ({ what: weekLabel(bar.week, language), count: bar.arrivals }));
    return [sentence, text(foldedSentence(caption, counted, language))];
  }
  return [
    sentence,
    {
      part: "table",
      caption,
      columns: [say(language, { nl: "Week", en: "Week" }), say(language, { nl: "Nieuw", en: "New" })],
      rows: trend.map((bar) => [weekNumber(bar.week), shown(bar.arrivals, language)]),
    },
  ];
}

function weekLabel(week: string, language: Language): string {
  return say(language, { nl: "week {n}:", en: "week {n}:" }, { n: weekNumber(week) });
}

/** What the bars say, in one sentence; where a number is hidden, only what the bars are. */
function finding({ trend }: DigestNumbers, language: Language): string {
  const prevention = total(trend.map((bar) => bar.prevention));
  const casework = total(trend.map((bar) => bar.casework));
  if (prevention === null || casework === null || prevention + casework === 0) {
    return say(language, { nl: "Uitkomsten per week", en: "Outcomes per week" });
  }
  return say(
    language,
    {
      nl: "In {n} weken: {p} keer preventie, {c} keer een casus",
      en: "In {n} weeks: prevention {p} times, casework {c} times",
    },
    { n: String(trend.length), p: String(prevention), c: String(casework) },
  );
}

function total(counts: readonly Shown[]): number | null {
  return counts.reduce<number | null>(
    (sum, count) => (sum === null || count === "hidden" ? null : sum + count),
    0,
  );
}

function value(count: Shown): number | null {
  return count === "hidden" ? null : count;
}

/** The chart for who does not see it: what it says, and where its numbers are. They stand in the card once. */
function trendInWords(numbers: DigestNumbers, language: Language): string {
  const said: Said = {
    nl: "{finding}. De aantallen per week staan in de tabel hieronder.",
    en: "{finding}. The numbers per week are in the table below.",
  };
  return say(language, said, { finding: finding(numbers, language) });
}
