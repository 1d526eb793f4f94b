import type { Address } from "#signal/address.ts";
import type { Classified, SecondReading } from "#signal/classified.ts";
import type { PersonId, SignalerId, SignalId } from "#signal/signal.ts";
import type {
  AgeGroup,
  Awareness,
  CallAnswer,
  Category,
  Danger,
  FeedbackLevel,
  Kind,
  Language,
  Outcome,
  Role,
  Source,
  Urgency,
} from "#signal/words.ts";

/** Who does something. Machines act as `system`: nothing a system does lowers, closes or refuses (decision 7). */
export type Actor =
  | { readonly as: "signaler"; readonly id: SignalerId }
  | { readonly as: "person"; readonly id: PersonId }
  | { readonly as: "system" };

/** What every event has: a key that makes redelivery harmless, and who did it. */
interface Base {
  /** The same for every delivery of the same act: made from the platform's own ids. */
  readonly key: string;
  readonly by: Actor;
}

/** A new concern. `text` is what the signaler typed. */
export interface Reported extends Base {
  readonly type: "reported";
  /** Where the signaler is: goes to the vault, nowhere else. */
  readonly address: Address;
  readonly text: string;
  readonly organisation: string | null;
  readonly source: Source;
  readonly area: string | null;
  readonly role: Role;
  readonly language: Language;
  readonly ageGroup: AgeGroup | null;
  readonly danger: Danger | null;
  readonly aware: Awareness | null;
  /** Gave the code of the organisation, now or earlier. */
  readonly vouched: boolean;
  /** An exercise: walks the whole road, marked as such, and is left out of all counts. */
  readonly drill: boolean;
}

interface OnSignal extends Base {
  readonly signal: SignalId;
}

/** What people, timers and the classifier can do to a signal that exists. Free text travels as `text` and ends in the vault. */
export type SignalAct = OnSignal &
  (
    | { readonly type: "classified"; readonly result: Classified }
    /** The classifier could not answer in time: a human decides. */
    | { readonly type: "not_classified"; readonly result: Classified }
    /** A second reader read it as well, later: nothing has waited for it, and nothing is lowered by it. */
    | { readonly type: "reread"; readonly reading: SecondReading }
    // the signaler; the address goes to the vault: it may have been forgotten with an earlier story
    | {
        readonly type: "supplemented";
        readonly address: Address;
        readonly text: string | null;
        readonly danger: Danger | null;
        readonly aware: Awareness | null;
        readonly ageGroup: AgeGroup | null;
        readonly area: string | null;
      }
    | { readonly type: "called"; readonly address: Address; readonly answer: CallAnswer }
    | { readonly type: "answered"; readonly address: Address; readonly text: string }
    | { readonly type: "still_worried"; readonly address: Address; readonly text: string | null }
    | { readonly type: "withdrawn"; readonly address: Address }
    // the expert
    | { readonly type: "accepted" }
    | { readonly type: "declined" }
    | { readonly type: "handed_over"; readonly to: PersonId | null; readonly text: string }
    | { readonly type: "consulted"; readonly whom: PersonId; readonly text: string }
    | { readonly type: "consult_answered"; readonly text: string }
    | { readonly type: "asked"; readonly text: string }
    | { readonly type: "feedback_given"; readonly level: FeedbackLevel; readonly text: string | null }
    | {
        readonly type: "corrected";
        readonly kind: Kind;
        readonly categories: readonly Category[];
        readonly urgency: Urgency;
        /** Required where the urgency is lowered. */
        readonly text: string | null;
      }
    | { readonly type: "waiting"; readonly text: string | null }
    | {
        readonly type: "outcome_set";
        readonly outcome: Outcome;
        readonly next: "close" | "keep_open";
        /** The closing word to the signaler; null needs a reason in `text`. */
        readonly word: FeedbackLevel | null;
        readonly text: string | null;
      }
    | { readonly type: "closed"; readonly word: FeedbackLevel | null; readonly text: string | null }
    // the clock
    | { readonly type: "overdue"; readonly clock: ClockName }
    | { readonly type: "erasure_due" }
    // the colleague's leave begins: who waits for them must not wait longer
    | { readonly type: "went_away"; readonly person: PersonId }
    // the outbox: a colleague (or `signaler`) could not be reached on any platform
    | { readonly type: "unreachable"; readonly person: PersonId }
  );

/** The clocks that run on a signal: acceptance (the ladder), a word to the signaler, an outcome, light help that lasts. */
export const clockNames = ["accept", "feedback", "outcome", "light_help"] as const;
export type ClockName = (typeof clockNames)[number];

export type SignalEvent = Reported | SignalAct;
export type EventType = SignalEvent["type"];
/** One kind of act, by its name. */
export type ActOf<T extends SignalAct["type"]> = Extract<SignalAct, { type: T }>;
