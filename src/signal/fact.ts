import type { Instant, SignalId, Stage } from "#signal/signal.ts";
import type { Category, Kind, Outcome, Source, Urgency } from "#signal/words.ts";

/** What the digest needs of one signal: a row of codes and instants, kept after the story is erased. */
export interface Fact {
  readonly id: SignalId;
  readonly receivedAt: Instant;
  readonly stage: Stage;
  readonly kind: Kind;
  readonly category: Category;
  readonly urgency: Urgency;
  readonly source: Source;
  readonly area: string | null;
  readonly holder: string | null;
  readonly acceptDue: Instant;
  readonly acceptedAt: Instant | null;
  readonly feedbackDue: Instant;
  readonly feedbackAt: Instant | null;
  readonly outcomeDue: Instant;
  readonly outcome: Outcome | null;
  readonly outcomeAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly hops: number;
}

/** What is counted of an outcome that was set. */
export type OutcomeFact = Pick<Fact, "id" | "kind" | "stage" | "outcome" | "outcomeAt">;

/** What is counted of a clock that ended. */
export type ClockFact = Pick<
  Fact,
  "id" | "kind" | "stage" | "holder" | "acceptDue" | "acceptedAt" | "feedbackDue" | "feedbackAt"
>;
