import type { Confidence, Flag } from "#signal/signal.ts";
import type { Category, Difference, Kind, Urgency } from "#signal/words.ts";

/** Literal words of the message, and what they point to. */
export interface Evidence {
  readonly quote: string;
  readonly pointsTo: Category | Urgency | "not_a_signal";
}

/** What a classifier says of one message. `none` is only for `not_a_signal`. */
export interface Classification {
  readonly kind: Kind;
  /** The leading one first; at most three. Empty for `not_a_signal`. */
  readonly categories: readonly Category[];
  readonly urgency: Urgency | "none";
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
  /** Somebody of the club or school itself does it: a wrong inside that organisation. Absent: no sign of that. */
  readonly insider?: boolean;
  readonly engine: string;
  readonly version: string;
}

/** What a second reader made of a message, beside what the first had made of it. It only raises and adds. */
export interface SecondReading {
  /** What it said itself. */
  readonly said: Pick<Classification, "kind" | "categories" | "urgency" | "engine" | "version">;
  /** Null: not more urgent than it was. */
  readonly raiseTo: Urgency | null;
  /** What comes behind the categories that are there. */
  readonly add: readonly Category[];
  /** Empty: nowhere. */
  readonly differs: readonly Difference[];
  /** The words that led to what it raises and adds. */
  readonly evidence: readonly Evidence[];
}

/** What the safety net reads: rules only, no model (domain.md 1.4). `level` null: no rule was hit. */
export interface NetReading {
  readonly level: Urgency | null;
  readonly flags: readonly (Flag & { readonly quote: string })[];
  /** What the hit rules point to, for routing before the classifier has spoken. */
  readonly categories: readonly Category[];
  /** A hit rule is about somebody of the club or school itself. */
  readonly insider?: boolean;
  readonly version: string;
}

/** The classifier's answer with the safety net applied: what the system decides until a human does. */
export interface Classified extends Classification {
  readonly urgency: Urgency | "none";
  readonly flags: readonly Flag[];
}
