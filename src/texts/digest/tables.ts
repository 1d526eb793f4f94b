import type { DigestNumbers, Row } from "#signal/digest-numbers.ts";
import type { Language } from "#signal/words.ts";
import type { Part } from "#texts/card.ts";
import { shown, weekNumber } from "#texts/digest/figures.ts";
import { foldedSentence, isAllZero, isFolded } from "#texts/digest/fold.ts";
import { text } from "#texts/parts.ts";
import { capital, type Said, say } from "#texts/say.ts";
import { categoryWords, sourceWords } from "#texts/terms.ts";

/**
 * Arrivals, one dimension at a time: a cross-table would give small numbers away (decision 11). Urgency stands in the facts
 * above; where nothing came in, the facts say that too.
 */
export function arrivalTables(numbers: DigestNumbers, language: Language): readonly Part[] {
  return [
    ...arrivals(
      {
        title: { nl: "Nieuw, naar onderwerp", en: "New, by subject" },
        none: {
          nl: "Te kleine aantallen om per onderwerp te tonen.",
          en: "Numbers too small to show by subject.",
        },
        words: categoryWords,
      },
      numbers.byCategory,
      language,
    ),
    ...arrivals(
      {
        title: { nl: "Nieuw, naar plek", en: "New, by place" },
        none: { nl: "Te kleine aantallen om per plek te tonen.", en: "Numbers too small to show by place." },
        words: sourceWords,
      },
      numbers.bySource,
      language,
    ),
  ];
}

interface Dimension<T extends string> {
  readonly title: Said;
  /** Said where every row is hidden. */
  readonly none: Said;
  readonly words: Readonly<Record<T, Said>>;
}

function arrivals<T extends string>(
  { title, none, words }: Dimension<T>,
  rows: readonly Row<T>[],
  language: Language,
): readonly Part[] {
  const counted = rows.map((row) => ({ what: say(language, words[row.of]), count: row.count }));
  const counts = rows.map((row) => row.count);
  if (isAllZero(counts)) return [];
  if (counts.every((count) => count === "hidden")) return [text(say(language, none))];
  if (isFolded(counts)) return [text(foldedSentence(say(language, title), counted, language))];
  return [
    {
      part: "table",
      caption: say(language, title),
      columns: [say(language, { nl: "Wat", en: "What" }), say(language, { nl: "Aantal", en: "Number" })],
      rows: counted.map(({ what, count }) => [capital(what), shown(count, language)]),
    },
  ];
}

const lanes = {
  prevention: { nl: "Preventie", en: "Prevention" },
  casework: { nl: "Casussen", en: "Casework" },
  advice: { nl: "Advies", en: "Advice" },
  noFollowUp: { nl: "Geen vervolg", en: "No follow-up" },
} as const satisfies Record<keyof DigestNumbers["outcomes"], Said>;
const laneNames = ["prevention", "casework", "advice", "noFollowUp"] as const;

/** What came of signals: the closed block of four weeks, and the week beside it. Advice and no follow-up stand apart (decision 4). */
export function outcomeParts(numbers: DigestNumbers, language: Language): readonly Part[] {
  const week = say(language, { nl: "Week {n}", en: "Week {n}" }, { n: weekNumber(numbers.week) });
  const columns = [
    { title: blockInWords(numbers, language), counts: laneNames.map((lane) => numbers.block[lane]) },
    { title: week, counts: laneNames.map((lane) => numbers.outcomes[lane]) },
  ];
  const open = columns.filter(({ counts }) => !isFolded(counts) && !isAllZero(counts));
  const none: Said = { nl: "Geen uitkomsten in {week}.", en: "No outcomes in {week}." };
  const empty = columns
    .filter(({ counts }) => isAllZero(counts))
    .map(({ title }) => text(say(language, none, { week: title.toLowerCase() })));
  const folded = columns.filter(({ counts }) => isFolded(counts));
  const names = laneNames.map((lane) => say(language, lanes[lane]));
  const table: Part = {
    part: "table",
    caption: say(language, { nl: "Uitkomsten", en: "Outcomes" }),
    columns: [say(language, { nl: "Uitkomst", en: "Outcome" }), ...open.map(({ title }) => title)],
    rows: names.map((name, place) => [
      name,
      ...open.map(({ counts }) => shown(counts[place] ?? "hidden", language)),
    ]),
  };
  const sentences = folded.map(({ title, counts }) => {
    const said: Said = { nl: "Uitkomsten in {week}", en: "Outcomes in {week}" };
    const counted = names.map((name, place) => ({
      what: name.toLowerCase(),
      count: counts[place] ?? "hidden",
    }));
    return text(foldedSentence(say(language, said, { week: title.toLowerCase() }), counted, language));
  });
  return [...(open.length === 0 ? [] : [table]), ...sentences, ...empty];
}

/** `Week 45 tot en met 48`. */
export function blockInWords(numbers: DigestNumbers, language: Language): string {
  const values = { from: weekNumber(numbers.block.fromWeek), until: weekNumber(numbers.block.untilWeek) };
  return say(language, { nl: "Week {from} tot en met {until}", en: "Weeks {from} to {until}" }, values);
}
