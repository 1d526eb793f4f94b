import type { Classification } from "#signal/classified.ts";
import type { Category, Difference, Urgency } from "#signal/words.ts";
import { compareUrgency, mostUrgent } from "#signal/words.ts";

/** What a second reader changes about a first reading. */
export interface SecondOpinion {
  /** Null: not more urgent than it was. */
  readonly raiseTo: Urgency | null;
  /** What comes behind the categories that are there. */
  readonly add: readonly Category[];
  /** Where the second reads otherwise and changes nothing by it: a human should look. Empty: nowhere. */
  readonly disagree: readonly Difference[];
}

/**
 * Compares what the embedded engine read with what a language model read later. What the model says only raises and
 * adds: a lower urgency, another leading category or "no concern" changes nothing and is shown to a human as a
 * disagreement.
 */
export function secondOpinion(first: Classification, second: Classification): SecondOpinion {
  const firstConcern = first.kind !== "not_a_signal";
  const secondConcern = second.kind !== "not_a_signal";
  if (!secondConcern) return { raiseTo: null, add: [], disagree: firstConcern ? ["kind"] : [] };
  const known = clear(first.categories);
  const said = clear(second.categories);
  // A wrong inside a club goes to the outside contact; a category more would bring it elsewhere: a human decides that.
  const isKept = first.kind === "other" && first.insider === true;
  const add = isKept
    ? []
    : said.filter((one) => !known.includes(one)).slice(0, Math.max(0, 3 - known.length));
  return { raiseTo: raiseOf(first, second), add, disagree: disagreement(first, second) };
}

/** The first reading with what the second changes. Never lower, never with a category less. */
export function withSecondOpinion(first: Classification, second: Classification): Classification {
  const { raiseTo, add } = secondOpinion(first, second);
  if (raiseTo === null && add.length === 0) return first;
  const categories = [...clear(first.categories), ...add];
  const isOther = categories.length === 1 && categories[0] === "other";
  const news = second.evidence.filter(
    ({ pointsTo }) => pointsTo === raiseTo || add.includes(pointsTo as Category),
  );
  return {
    ...first,
    kind: add.length === 0 && first.kind !== "not_a_signal" ? first.kind : isOther ? "other" : "signal",
    categories: categories.length > 0 ? categories : ["unclear"],
    urgency: raiseTo ?? first.urgency,
    evidence: [...first.evidence, ...news],
    ...(isOther && second.insider === true ? { insider: true } : {}),
    engine: `${first.engine}+${second.engine}`,
    version: `${first.version}, ${second.version}`,
  };
}

function clear(categories: readonly Category[]): Category[] {
  return categories.filter((category) => category !== "unclear");
}

function raiseOf(first: Classification, second: Classification): Urgency | null {
  if (second.urgency === "none") return null;
  if (first.urgency === "none") return second.urgency;
  return mostUrgent(first.urgency, second.urgency) === first.urgency ? null : second.urgency;
}

function disagreement(first: Classification, second: Classification): SecondOpinion["disagree"] {
  const [lead] = clear(first.categories);
  const isOff = lead !== undefined && second.categories[0] !== "unclear" && !second.categories.includes(lead);
  const { urgency } = first;
  const isLower =
    urgency !== "none" && second.urgency !== "none" && compareUrgency(second.urgency, urgency) > 0;
  return [
    ...(first.kind === second.kind ? [] : (["kind"] as const)),
    ...(first.insider !== true && second.insider === true ? (["insider"] as const) : []),
    ...(isOff ? (["category"] as const) : []),
    ...(isLower ? (["urgency"] as const) : []),
  ];
}
