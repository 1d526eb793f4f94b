import type { Labelled } from "#commands/evaluate/corpus.ts";
import type { Classified } from "#signal/classified.ts";
import { expertises, urgencies } from "#signal/words.ts";

/** What the system made of one labelled message. */
export interface Judged {
  readonly meant: Labelled;
  readonly got: Pick<Classified, "kind" | "categories" | "urgency" | "confidence">;
}

/** Precision, recall and their harmonic mean, 0 to 1; `count`: how many there should be. Nothing to find and nothing found: 1. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly count: number;
}

/** Everything that is measured, on one set. Shares are 0 to 1. */
export interface Scorecard {
  readonly messages: number;
  readonly perCategory: Readonly<Record<string, Score>>;
  readonly macroF1: number;
  readonly kindRight: number;
  readonly acute: Score;
  /** Urgent or acute: how many are seen as one of both. */
  readonly urgentOrHigher: Score;
  /** Of the concerns: taken for two or more levels less pressing than they are; no concern is one below preventive. */
  readonly underBy2: number;
  /** Of what is no concern: pages somebody as acute. */
  readonly nonSignalAcute: number;
  /** Of the concerns: leading category unclear. */
  readonly unclear: number;
  /** Rows: what was meant; columns: what it became. */
  readonly urgencies: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const levels = [...urgencies, "none"] as const;
type Level = (typeof levels)[number];

/** The scorecard of these messages. */
export function scorecard(judged: readonly Judged[]): Scorecard {
  const perCategory = Object.fromEntries(
    expertises.map((category) => [
      category,
      score(
        judged,
        ({ meant }) => meant.categories.includes(category),
        ({ got }) => got.categories.includes(category),
      ),
    ]),
  );
  const concerns = judged.filter(({ meant }) => meant.kind !== "not_a_signal");
  const others = judged.filter(({ meant }) => meant.kind === "not_a_signal");
  return {
    messages: judged.length,
    perCategory,
    macroF1: mean(Object.values(perCategory).map(({ f1 }) => f1)),
    kindRight: share(judged, ({ meant, got }) => meant.kind === got.kind),
    acute: score(
      judged,
      ({ meant }) => meant.urgency === "acute",
      ({ got }) => got.urgency === "acute",
    ),
    urgentOrHigher: score(
      judged,
      ({ meant }) => isPressing(meant.urgency),
      ({ got }) => isPressing(got.urgency),
    ),
    underBy2: share(concerns, ({ meant, got }) => place(got.urgency) - place(meant.urgency) >= 2),
    nonSignalAcute: share(others, ({ got }) => got.urgency === "acute"),
    unclear: share(concerns, ({ got }) => got.categories[0] === "unclear"),
    urgencies: Object.fromEntries(
      levels.map((meant) => [
        meant,
        Object.fromEntries(
          levels.map((got) => [
            got,
            judged.filter((one) => one.meant.urgency === meant && one.got.urgency === got).length,
          ]),
        ),
      ]),
    ),
  };
}

/** The same per group of messages: by language, source, sender, kind, or each mark of what makes it hard. */
export function byGroup(
  judged: readonly Judged[],
  groupsOf: (meant: Labelled) => readonly string[],
): Readonly<Record<string, Scorecard>> {
  const names = [...new Set(judged.flatMap(({ meant }) => groupsOf(meant)))].sort();
  return Object.fromEntries(
    names.map((name) => [name, scorecard(judged.filter(({ meant }) => groupsOf(meant).includes(name)))]),
  );
}

function score(
  judged: readonly Judged[],
  isMeant: (one: Judged) => boolean,
  isGot: (one: Judged) => boolean,
): Score {
  const count = judged.filter(isMeant).length;
  const found = judged.filter(isGot).length;
  const right = judged.filter((one) => isMeant(one) && isGot(one)).length;
  const precision = found === 0 ? 1 : right / found;
  const recall = count === 0 ? 1 : right / count;
  return {
    precision,
    recall,
    f1: right === 0 ? (count + found === 0 ? 1 : 0) : (2 * right) / (count + found),
    count,
  };
}

function isPressing(level: Level): boolean {
  return level === "acute" || level === "urgent";
}

function place(level: Level): number {
  return levels.indexOf(level);
}

function share<T>(all: readonly T[], is: (one: T) => boolean): number {
  return all.length === 0 ? 0 : all.filter(is).length / all.length;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
