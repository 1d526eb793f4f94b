import type { EventType } from "#signal/event.ts";
import type { Notice } from "#signal/notice.ts";
import type { Instant, PassageId, Signal, SignalerId, SignalId } from "#signal/signal.ts";
import type { Timer } from "#signal/timer.ts";
import type { Language, Role } from "#signal/words.ts";

/** One line of the event log: who did what when, in codes. It outlives the story. */
export interface Entry {
  readonly signal: SignalId;
  readonly at: Instant;
  /** `system`, `signaler`, or a person's id. */
  readonly by: string;
  readonly type: EventType | "routed" | "reopened" | "viewed" | "erased" | "escalated" | "raised" | "learned";
  readonly facts: Readonly<Record<string, string | number | null>>;
}

/** Text that a person typed, on its way to the vault. */
export interface Passage {
  readonly id: PassageId;
  readonly signal: SignalId;
  readonly what: PassageKind;
  /** `signaler` or a person's id. */
  readonly by: string;
  readonly at: Instant;
  readonly text: string;
}

export const passageKinds = [
  "story",
  "addition",
  "question",
  "answer",
  "consult",
  "consult_answer",
  "hand_over",
  "correction",
  "feedback",
  "no_word",
  "waiting",
  "evidence",
] as const;
export type PassageKind = (typeof passageKinds)[number];

/** What is remembered of a signaler: sealed in the vault, found by pseudonym. */
export interface Signaler {
  readonly id: SignalerId;
  readonly address: string;
  readonly language: Language;
  readonly role: Role | null;
  readonly organisation: string | null;
  /** Gave the code of the organisation: not a stranger. */
  readonly vouched: boolean;
}

/** The answer of a room to an event: everything that must be on disk together, or not at all. */
export interface Decision {
  /** The event's key: the second delivery of it is answered "seen". */
  readonly key: string;
  /** The new state, with the revision it was made from. Null where no signal changes (a digest). */
  readonly signal: Signal | null;
  readonly entries: readonly Entry[];
  readonly passages: readonly Passage[];
  readonly notices: readonly Notice[];
  readonly timers: readonly Timer[];
  /** The timer that this decision settles. */
  readonly settles: string | null;
  readonly signaler: Signaler | null;
  /** Erase every passage of the signal (and forget the signaler when nothing else needs it). */
  readonly erase: SignalId | null;
}

/** A decision under this key that changes nothing yet: for messages that are about no signal. */
export function emptyDecision(key: string): Decision {
  return {
    key,
    signal: null,
    entries: [],
    passages: [],
    notices: [],
    timers: [],
    settles: null,
    signaler: null,
    erase: null,
  };
}
