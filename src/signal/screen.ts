import type { Evidence } from "#signal/classified.ts";
import type { PassageKind } from "#signal/decision.ts";
import type { DigestNumbers } from "#signal/digest-numbers.ts";
import type { Area, Organisation } from "#signal/directory.ts";
import type { Instant, PersonId, Proposal, RoutingReason, Signal } from "#signal/signal.ts";
import type {
  Category,
  FeedbackLevel,
  Kind,
  Language,
  Outcome,
  QuestionId,
  Role,
  Urgency,
} from "#signal/words.ts";

/** Why something can not be done now. Each has a text that says what to do instead. */
export const refusals = [
  /** Somebody else has it already. */
  "taken",
  "closed",
  "withdrawn",
  "not_yours",
  "unknown_signal",
  "unknown_person",
  "not_now",
  // intake
  "empty",
  "too_long",
  "no_words",
  "not_text",
  "too_many",
  // forms
  "lowering_needs_reason",
  "no_word_needs_reason",
  "field_missing",
  "field_unknown",
  "too_many_hops",
  "structural_needs_veilig_thuis",
] as const;
export type Refusal = (typeof refusals)[number];

/** A text with who and when: what the story screen shows. */
export interface Told {
  readonly what: PassageKind;
  readonly by: string;
  readonly at: Instant;
  readonly text: string;
}

/** What a person may see after a press, as data. texts/ turns it into a card. */
export type ScreenBody =
  | {
      readonly kind: "refusal";
      readonly refusal: Refusal;
      readonly code: string | null;
      readonly holder: PersonId | null;
    }
  /** Typed "112", "help" or the like: the acute safety text first, help below it. Nothing was stored. */
  | { readonly kind: "safety_first"; readonly staffed: boolean; readonly opensAt: Instant }
  /** Taken in (the receipt card itself comes as a notice), or done. */
  | {
      readonly kind: "done";
      readonly what:
        | "reported"
        | "sent"
        | "accepted"
        | "noted"
        | "withdrawn"
        | "withdraw_requested"
        | "closed";
      readonly code: string;
      /** The signaler's signal is acute: the safety text stands in the answer itself, before anything else. */
      readonly safety: { readonly staffed: boolean; readonly opensAt: Instant } | null;
    }
  /** The story, for those who may see it. The view is logged. */
  | {
      readonly kind: "story";
      readonly signal: Signal;
      readonly told: readonly Told[];
      readonly evidence: readonly Evidence[];
      readonly proposal: Proposal | null;
      readonly reason: RoutingReason | null;
      /** May this person act on it, or only read (a colleague who is consulted)? */
      readonly mayAct: boolean;
    }
  | { readonly kind: "why"; readonly signal: Signal; readonly evidence: readonly Evidence[] }
  | { readonly kind: "help"; readonly as: "signaler" | "expert" | "manager" }
  | {
      readonly kind: "home_signaler";
      readonly signals: readonly Signal[];
      readonly organisation: string | null;
    }
  | {
      readonly kind: "home_expert";
      readonly waiting: readonly Signal[];
      readonly held: readonly Signal[];
      readonly person: PersonId;
      readonly now: Instant;
    }
  | { readonly kind: "home_manager"; readonly numbers: DigestNumbers };

/** A form, as data. */
export type FormBody =
  | {
      readonly kind: "report";
      readonly organisations: readonly Organisation[];
      readonly areas: readonly Area[];
      /** Remembered after the first time. */
      readonly organisation: string | null;
      readonly role: Role | null;
      readonly language: Language;
      /** Prefilled from a message shortcut or a command. */
      readonly text: string;
    }
  | {
      readonly kind: "supplement";
      readonly code: string;
      readonly questions: readonly QuestionId[];
      readonly areas: readonly Area[];
    }
  | { readonly kind: "answer"; readonly code: string; readonly question: string }
  /** `away`: those of the colleagues who do not work when the office is next open. They may be chosen all the same. */
  | {
      readonly kind: "hand_over";
      readonly code: string;
      readonly colleagues: readonly PersonId[];
      readonly away: readonly PersonId[];
    }
  | {
      readonly kind: "consult";
      readonly code: string;
      readonly colleagues: readonly PersonId[];
      readonly away: readonly PersonId[];
    }
  | { readonly kind: "consult_answer"; readonly code: string; readonly question: string }
  /** No fields: only "are you sure", because it can not be taken back. */
  | { readonly kind: "withdraw"; readonly code: string; readonly pressing: boolean }
  | { readonly kind: "ask"; readonly code: string }
  | { readonly kind: "feedback"; readonly code: string; readonly levels: readonly FeedbackLevel[] }
  | {
      readonly kind: "correct";
      readonly code: string;
      readonly signalKind: Kind;
      readonly categories: readonly Category[];
      readonly urgency: Urgency;
    }
  | { readonly kind: "waiting"; readonly code: string }
  | {
      readonly kind: "outcome";
      readonly code: string;
      readonly outcome: Outcome | null;
      readonly heard: boolean;
    }
  | { readonly kind: "close"; readonly code: string; readonly outcome: Outcome; readonly heard: boolean };
