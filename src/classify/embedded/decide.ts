import { evidenceFor } from "#classify/embedded/evidence.ts";
import type { FoundSign } from "#classify/embedded/found-sign.ts";
import type { Head, Scores } from "#classify/embedded/network.ts";
import type { Classification } from "#signal/classified.ts";
import type { Confidence } from "#signal/signal.ts";
import type { Category, Urgency } from "#signal/words.ts";
import { expertises } from "#signal/words.ts";

type Answer = Omit<Classification, "engine" | "version">;

/** What is known of a message when it is decided about. */
export interface Seen {
  readonly scores: Scores;
  readonly found: readonly FoundSign[];
  /** Hardly Dutch or English. */
  readonly foreign: boolean;
  /** Was all of it read? What was read in part is never put aside as no concern. */
  readonly whole: boolean;
  /** The words that pushed a head up most, as they stand in the message. */
  readonly wordsFor: (head: Head) => readonly string[];
}

/**
 * From which score on a head counts as yes, set on the development messages (test/corpus/README.md). Where a miss costs more
 * than a false alarm the bar is low: danger before all.
 */
export const bars: Readonly<Record<Head, number>> = {
  domestic_violence: -0.2,
  psychological: 0.4,
  addiction: -0.5,
  debt: -0.4,
  other: -1,
  unclear: -1.3,
  concern: -0.4,
  acute: -1.1,
  urgent: -1.8,
  soon: 0,
};
/** Below its bar by no more than this, and this far before the next one, a category is still the best guess. */
const guess = 1.2;
const ahead = 0.6;
/** So far above its bar a category is sure. */
const sure = 1.5;

/** Of what has no words (one emoji) nothing can be told: a human looks. */
export const wordless: Answer = {
  kind: "signal",
  categories: ["unclear"],
  urgency: "soon",
  confidence: "low",
  evidence: [],
};

/** What the scores come to; abstains to `unclear` where it can not tell. */
export function decide(seen: Seen): Answer {
  const { scores, found, foreign, whole } = seen;
  const above = (head: Head) => scores[head] - bars[head];
  // A message in which a subject is surely heard is never put aside, whatever calm words stand around it.
  const isCalm = above("concern") < 0 && expertises.every((one) => above(one) < sure);
  if (isCalm && !foreign && whole) return noConcern(seen, above("concern"));
  const urgency = urgencyOf(above);
  const ranked = expertises.toSorted((a, b) => above(b) - above(a));
  const certain: readonly Category[] = ranked.filter((category) => above(category) >= 0);
  const isOther =
    above("other") >= 0 && certain.every((category) => above(category as Head) < above("other"));
  if (isOther && !foreign) {
    const insider = found.some(({ sign, hit }) => sign.insider === true && hit.stance === "stands");
    return {
      kind: "other",
      categories: ["other"],
      urgency,
      ...(insider ? { insider } : {}),
      confidence: confidenceOf(above("other"), foreign),
      evidence: evidenceFor(["other"], seen),
    };
  }
  // Of what is hardly read nothing is concluded: a human reads it (domain.md 1.3).
  const isVague =
    above("unclear") >= 0 && certain.every((category) => above(category as Head) < above("unclear"));
  const isRead = certain.length > 0 && !foreign && !isVague;
  const categories = isRead ? certain.slice(0, 3) : bestGuess(ranked, above, foreign || isVague);
  const isUnclear = categories[0] === "unclear";
  const [top] = ranked;
  return {
    kind: "signal",
    categories,
    urgency: isUnclear && urgency === "preventive" ? "soon" : urgency,
    confidence: !isRead || top === undefined ? "low" : confidenceOf(above(top), foreign),
    evidence: evidenceFor(categories, seen),
  };
}

type Above = (head: Head) => number;

function noConcern(seen: Seen, above: number): Answer {
  return {
    kind: "not_a_signal",
    categories: [],
    urgency: "none",
    confidence: above < -sure ? "high" : "medium",
    evidence: evidenceFor(["not_a_signal"], seen),
  };
}

function bestGuess(
  ranked: readonly (typeof expertises)[number][],
  above: Above,
  foreign: boolean,
): readonly Category[] {
  const [first, second] = ranked;
  if (foreign || first === undefined || second === undefined) return ["unclear"];
  const isPlain = above(first) >= -guess && above(first) - above(second) >= ahead;
  return isPlain ? [first] : ["unclear"];
}

function urgencyOf(above: Above): Urgency {
  if (above("acute") >= 0) return "acute";
  if (above("urgent") >= 0) return "urgent";
  return above("soon") >= 0 ? "soon" : "preventive";
}

function confidenceOf(above: number, foreign: boolean): Confidence {
  if (foreign) return "low";
  return above >= sure ? "high" : "medium";
}
