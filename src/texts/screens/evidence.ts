import type { Evidence } from "#signal/classified.ts";
import { type Category, categories, type Urgency, urgencies } from "#signal/words.ts";
import type { Part } from "#texts/card.ts";
import type { Reading } from "#texts/labels.ts";
import { text } from "#texts/parts.ts";
import { say } from "#texts/say.ts";
import { categoryWords, urgencyWords } from "#texts/terms.ts";

type PointsTo = Evidence["pointsTo"];

/** The words that led to it, one quote for all that point to the same: words of the signaler, so always quoted. */
export function evidenceParts(evidence: readonly Evidence[], reading: Reading): readonly Part[] {
  if (evidence.length === 0) return [];
  const { language } = reading;
  const groups = Map.groupBy(evidence, ({ pointsTo }) => pointsTo);
  return [
    text(say(language, { nl: "Deze woorden telden mee:", en: "These words counted:" })),
    ...[...groups].map(
      ([pointsTo, pieces]): Part => ({
        part: "quote",
        text: outermost(pieces.map(({ quote }) => quote)).join(" … "),
        by: say(
          language,
          { nl: "wijst op {what}", en: "points to {what}" },
          { what: pointsToInWords(pointsTo, reading) },
        ),
      }),
    ),
  ];
}

/** The pieces that lie inside no other piece, each once, in their order. */
function outermost(quotes: readonly string[]): readonly string[] {
  const plain = quotes.map((quote) => quote.toLowerCase().replace(/\s+/g, " ").trim());
  return quotes.filter((_, place) => {
    const own = plain[place] ?? "";
    return !plain.some((other, at) => at !== place && other.includes(own) && (other !== own || at < place));
  });
}

function pointsToInWords(pointsTo: PointsTo, reading: Reading): string {
  const { language } = reading;
  const category: Category | undefined = categories.find((known) => known === pointsTo);
  if (category !== undefined) return say(language, categoryWords[category]);
  const urgency: Urgency | undefined = urgencies.find((known) => known === pointsTo);
  if (urgency === undefined) return say(language, { nl: "geen zorg", en: "no concern" });
  return say(
    language,
    { nl: "urgentie {u}", en: "urgency {u}" },
    { u: say(language, urgencyWords[urgency]) },
  );
}
