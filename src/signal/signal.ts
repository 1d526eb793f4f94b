import type {
  AgeGroup,
  Awareness,
  CallAnswer,
  Category,
  Danger,
  Difference,
  FeedbackLevel,
  Kind,
  Language,
  Outcome,
  QuestionId,
  Role,
  Source,
  Urgency,
} from "#signal/words.ts";

export type SignalId = string;
/** A colleague of the directory, by its id there. */
export type PersonId = string;
/** A signaler, by pseudonym: a keyed hash of the address. The address itself is only in the vault. */
export type SignalerId = string;
/** A piece of text that a person typed. The text itself is only in the vault. */
export type PassageId = string;
/** An instant in epoch milliseconds. */
export type Instant = number;

/** How far a signal has come. `received`: stored, not yet routed. `working`: an outcome is set and the work goes on. */
export const stages = ["received", "routed", "accepted", "working", "closed", "withdrawn"] as const;
export type Stage = (typeof stages)[number];

/** What the signaler told, without a word of the story. */
export interface Report {
  readonly organisation: string | null;
  readonly source: Source;
  readonly area: string | null;
  readonly role: Role;
  readonly language: Language;
  readonly ageGroup: AgeGroup | null;
  readonly danger: Danger | null;
  readonly aware: Awareness | null;
}

/** A rule of the safety net that was hit: the rule's name in domain.md 1.4 (`R1` ... `R12`) and the level it asks for. */
export interface Flag {
  readonly rule: string;
  readonly level: Urgency;
}

/** What the machine proposed, kept apart from what a human decides (domain.md 2.2 f). The words that led to it are a passage. */
export interface Proposal {
  readonly kind: Kind;
  readonly categories: readonly Category[];
  readonly urgency: Urgency;
  readonly confidence: Confidence;
  readonly engine: string;
  readonly version: string;
  readonly flags: readonly Flag[];
  readonly evidence: PassageId | null;
}

/** What a second reader (a language model) said, kept apart from the first proposal; a human's decision ends it. */
export interface Reread {
  readonly kind: Kind;
  readonly categories: readonly Category[];
  readonly urgency: Urgency | "none";
  readonly engine: string;
  readonly version: string;
  /** What became of it: the level that it raised to (null: none), the categories that it added. */
  readonly raisedTo: Urgency | null;
  readonly added: readonly Category[];
  /** Where it reads otherwise and changed nothing: a human looks. */
  readonly differs: readonly Difference[];
}

/** How sure the machine is, in words: `low` means that a human decides what it is about. */
export const confidences = ["high", "medium", "low"] as const;
export type Confidence = (typeof confidences)[number];

/** Why a signal went where it went, in codes that texts/ turns into words. */
export interface RoutingReason {
  /** Why the first of the chain was chosen. */
  readonly because: readonly RoutingCode[];
  /** Who was passed over, and why. */
  readonly passedOver: readonly { readonly person: PersonId; readonly why: RoutingCode }[];
}

/** `expertise:debt:2`, `area:noord`, `load:3/8`, `absent`, `off_today`, `full`, `declined`, `catch_all`, `no_expertise:addiction`, ... */
export type RoutingCode = string;

export interface OutcomeEntry {
  readonly outcome: Outcome;
  readonly at: Instant;
  readonly by: PersonId;
}

export interface FeedbackEntry {
  readonly level: FeedbackLevel;
  readonly at: Instant;
  readonly by: PersonId;
}

/** The state of one signal: codes, ids and instants. No story, no name, no address. */
export interface Signal {
  readonly id: SignalId;
  readonly code: string;
  /** Counts the commits; two who press at once cannot both win. */
  readonly revision: number;
  readonly stage: Stage;
  readonly receivedAt: Instant;
  readonly signaler: SignalerId;
  readonly report: Report;
  /** The story first, then what was added. Null where it was erased. */
  readonly story: PassageId | null;

  readonly proposal: Proposal | null;
  /** Absent or null: no second reader has spoken since a human last decided. */
  readonly reread?: Reread | null;
  readonly kind: Kind;
  /** The leading category first. Empty only for `not_a_signal`. */
  readonly categories: readonly Category[];
  readonly urgency: Urgency;
  /** A wrong inside the club or school itself: the outside contact reads it, never that organisation or the wijkteam first. */
  readonly outside: boolean;
  /** The human who last corrected category or urgency. Null: still the machine's proposal. */
  readonly decidedBy: PersonId | null;

  /** Everyone who has been asked so far, in order. */
  readonly asked: readonly PersonId[];
  /** Everyone who may be asked, in order; the last ones answer for everything (duty, coordinator). */
  readonly chain: readonly PersonId[];
  readonly reason: RoutingReason | null;
  readonly holder: PersonId | null;
  readonly declined: readonly PersonId[];
  readonly consulted: readonly PersonId[];
  /** How often it was handed over ("van kastje naar muur"). */
  readonly hops: number;
  /** How often the ladder has been climbed for want of an answer. */
  readonly rung: number;
  /** How often those above were reminded that nobody holds it; absent: not yet. */
  readonly reminded?: number;
  /** When the ladder climbs next, unless somebody accepts. Null: somebody did, or it is not routed yet. */
  readonly climbAt: Instant | null;
  /** When the clocks of a word and of an outcome next speak up. A timer that fires earlier is an old one. */
  readonly alarms: { readonly feedback: Instant | null; readonly outcome: Instant | null };
  /** When the signaler was told that somebody will have looked. Null: nothing was promised (outside office hours). */
  readonly promisedBy: Instant | null;
  /** How often the signaler was told that it takes longer; twice at most. */
  readonly delays: number;
  /** Counts the times that everybody must really be told anew (reopened, handed over, became acute): a new card, not a changed old one. */
  readonly round: number;

  /** When somebody must have accepted, when the signaler must have heard, when an outcome must be set. */
  readonly acceptDue: Instant;
  readonly feedbackDue: Instant;
  readonly outcomeDue: Instant;
  readonly acceptedAt: Instant | null;
  readonly feedbackAt: Instant | null;
  readonly closedAt: Instant | null;

  readonly outcome: Outcome | null;
  readonly outcomes: readonly OutcomeEntry[];
  readonly feedback: readonly FeedbackEntry[];
  readonly waiting: { readonly where: PassageId; readonly since: Instant } | null;
  readonly questions: readonly QuestionId[];
  /** How many questions an expert has asked the signaler. */
  readonly asks: number;
  readonly called: CallAnswer | null;
  /** The signaler seems to be under sixteen: no questions, the children's help line (domain.md L27). */
  readonly young: boolean;
  /** The last "nog steeds bezorgd". */
  readonly worriedAt: Instant | null;
  /** When the signaler asked to take an urgent one back; null once somebody accepted after it. */
  readonly withdrawAskedAt: Instant | null;
  readonly reopened: number;
  /** An exercise, marked as such on every card and left out of all counts. */
  readonly drill: boolean;
  /** When the story is erased; null while the signal is open. */
  readonly eraseAt: Instant | null;
}

/** Is there still work to do for a human? */
export function isOpen(signal: Signal): boolean {
  return signal.stage !== "closed" && signal.stage !== "withdrawn";
}

/** The category that leads the routing and the counts. */
export function leadingCategory(signal: Pick<Signal, "categories">): Category {
  return signal.categories[0] ?? "unclear";
}
