import type { Evidence } from "#signal/classified.ts";
import type { PassageKind } from "#signal/decision.ts";
import type { DigestNumbers } from "#signal/digest-numbers.ts";
import type { Area, Organisation } from "#signal/directory.ts";
import type { Instant, PersonId, Proposal, RoutingReason, Signal } from "#signal/signal.ts";
import type {
  Category,
  Expertise,
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
  /** A photo or a file without a word. */
  "only_files",
  "too_long",
  "no_words",
  "not_text",
  "too_many",
  /** Too much at once from people nobody knows yet: the code of the school or club lets them in. */
  "too_many_strangers",
  /** Kept, but a fault of ours stands in the way: nobody has read it yet. */
  "not_read",
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
        /** `person` gets it. */
        | "handed_over"
        /** `person` gets the question. */
        | "consulted"
        /** The one who told it gets the question. */
        | "asked"
        /** The signaler is still worried: it is looked at again. */
        | "worried"
        | "accepted"
        | "noted"
        | "withdrawn"
        | "withdraw_requested"
        | "closed"
        | "away"
        | "back"
        | "capacity"
        | "drill";
      /** The signal's reference; empty where it is about none (leave, capacity). */
      readonly code: string;
      /** Whom it goes to, where it goes to one colleague. */
      readonly person?: PersonId | null;
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
      /** On leave now, or next. */
      readonly away: { readonly from: string; readonly until: string } | null;
      /** How many open signals fit beside the rest of the work, and how many there are. */
      readonly capacity: number;
      readonly load: number;
      /** For a coordinator: what waits in the whole team, and whose clock ran out; the oldest ones of both. */
      readonly team?: {
        readonly waiting: number;
        readonly overdue: number;
        readonly longest: readonly Signal[];
      } | null;
    }
  | { readonly kind: "home_manager"; readonly numbers: DigestNumbers }
  /** "Wie weet er van schulden in Oost?": people of the directory. A signaler sees roles and teams, a colleague names. */
  | {
      readonly kind: "who";
      readonly as: "signaler" | "person";
      readonly expertise: Expertise | null;
      readonly area: string | null;
      readonly found: readonly {
        readonly person: PersonId;
        readonly depth: 1 | 2 | 3 | null;
        readonly there: boolean;
      }[];
    }
  /** What was typed in the chat is taken in; only the sender can take it out of the chat (a bot can not). */
  | {
      readonly kind: "typed";
      readonly what: "reported" | "added" | "answered";
      readonly code: string;
      /** Photos or files came with it, which are not kept. */
      readonly files?: true;
    }
  /**
   * Typed by a colleague about work, under a card or beside it: nothing was done with it, the buttons do. `code` empty: it
   * may be about several signals.
   */
  | { readonly kind: "use_buttons"; readonly code: string }
  /** "Laat maar": nothing was done yet, the button takes the signal back. */
  | { readonly kind: "take_back"; readonly code: string }
  /** Thanks. `code`: the open signal that can be typed on; null: none. */
  | { readonly kind: "welcome"; readonly code: string | null }
  /** Typed where others can read it: nothing was taken in or repeated. */
  | { readonly kind: "not_here" };

/** What may be sent as a message in answer to what was typed: nothing with words of people in it. */
export type SaidScreen = Exclude<ScreenBody, { kind: "story" | "why" }>;

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
      /** Schools and clubs may give out a code: asked for until it is known where somebody works or helps. */
      readonly asksCode: boolean;
    }
  | {
      readonly kind: "supplement";
      readonly code: string;
      readonly questions: readonly QuestionId[];
      readonly areas: readonly Area[];
      /** To choose from while it is not known where the signaler works or helps; absent or empty: not asked. */
      readonly organisations?: readonly Organisation[];
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
  | { readonly kind: "close"; readonly code: string; readonly outcome: Outcome; readonly heard: boolean }
  /** Leave: first and last day. `days`: the days to choose from, `YYYY-MM-DD`, today first. */
  | {
      readonly kind: "away";
      readonly days: readonly string[];
      readonly away: { readonly from: string; readonly until: string } | null;
    }
  | { readonly kind: "capacity"; readonly capacity: number; readonly load: number }
  /** No fields: "this pages a colleague, as an exercise". */
  | { readonly kind: "drill" };
