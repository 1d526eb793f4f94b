import type { Ailment, Cured } from "#signal/ailment.ts";
import type { DigestNumbers } from "#signal/digest-numbers.ts";
import type { ClockName } from "#signal/event.ts";
import type { SaidScreen } from "#signal/screen.ts";
import type { Instant, PassageId, PersonId, Reread, SignalerId, SignalId, Stage } from "#signal/signal.ts";
import type {
  AgeGroup,
  CallAnswer,
  Category,
  FeedbackLevel,
  Language,
  QuestionId,
  Role,
  Source,
  Urgency,
} from "#signal/words.ts";

/** For whom a message is. The address is looked up when it is sent: identities stay in the vault and the directory. */
export type Recipient =
  | { readonly to: "signaler"; readonly id: SignalerId }
  | { readonly to: "person"; readonly id: PersonId }
  | { readonly to: "channel"; readonly address: string };

/** Everything the bot can say without being asked. Codes and ids only; words that a person typed are passages, filled in when sent. */
export type NoticeBody =
  // ---- to the signaler
  /** One card per signal that keeps itself true: receipt, then status. */
  | {
      readonly kind: "receipt";
      readonly code: string;
      readonly urgency: Urgency;
      readonly categories: readonly Category[];
      readonly due: Instant;
      /** Is anyone reading now? Outside office hours no promise of a human is made (T4). */
      readonly staffed: boolean;
      readonly opensAt: Instant;
      readonly role: Role;
      readonly source: Source;
      /** A wrong inside a club or school: the outside contact reads it, the text does not name the wijkteam. */
      readonly outsideContact: boolean;
      readonly status: "waiting" | "accepted" | "closed" | "withdrawn" | "reopened";
      readonly called: CallAnswer | null;
      /** Seems to be under sixteen: the children's help line, an adult to talk to. */
      readonly young: boolean;
    }
  /** The safety text of a level, sent apart when the level is raised after the receipt. */
  | {
      readonly kind: "safety";
      readonly code: string;
      readonly urgency: Urgency;
      readonly due: Instant;
      readonly staffed: boolean;
      readonly opensAt: Instant;
      readonly role: Role;
      readonly outsideContact: boolean;
      readonly called: CallAnswer | null;
    }
  | {
      readonly kind: "questions";
      readonly code: string;
      readonly questions: readonly QuestionId[];
      readonly answered: boolean;
    }
  | {
      readonly kind: "question_relayed";
      readonly code: string;
      readonly words: PassageId | null;
      readonly answered: boolean;
    }
  | {
      readonly kind: "feedback";
      readonly code: string;
      readonly level: FeedbackLevel;
      readonly words: PassageId | null;
      /** Who looked, as a role of the directory ("jeugdwerker"): the signaler sees role and team, not a name. */
      readonly person: PersonId;
    }
  /** Somebody has it: by role and team, and until when the signaler waits for word. */
  | {
      readonly kind: "picked_up";
      readonly code: string;
      readonly urgency: Urgency;
      readonly person: PersonId;
      readonly due: Instant;
      readonly outsideContact: boolean;
    }
  /** Without a date where none can be promised: acute and urgent ones. */
  | { readonly kind: "delayed"; readonly code: string; readonly due: Instant | null }
  | { readonly kind: "withdraw_asked"; readonly code: string }
  // ---- to colleagues
  /** One card per person per signal that keeps itself true. Code, urgency and category only: it may show in a notification. */
  | {
      readonly kind: "alert";
      readonly code: string;
      /** Whose card it is: only the holder's has the holder's buttons. */
      readonly reader: PersonId;
      readonly urgency: Urgency;
      readonly categories: readonly Category[];
      readonly area: string | null;
      readonly source: Source;
      readonly ageGroup: AgeGroup | null;
      readonly receivedAt: Instant;
      readonly due: Instant;
      /** By when the signaler must have had a word, and an outcome must be set. Null: done. The holder sees them. */
      readonly feedbackDue?: Instant | null;
      readonly outcomeDue?: Instant | null;
      readonly why:
        | "assigned"
        | "stand_in"
        | "escalated"
        | "handed_over"
        | "reopened"
        | "raised"
        | "passed_on"
        | "superseded";
      readonly stage: Stage;
      readonly holder: PersonId | null;
      /** Words of the one who handed it over. */
      readonly words: PassageId | null;
      /** What a second reader said. Absent: none has spoken, or it said the same. */
      readonly reread?: Reread;
    }
  | {
      readonly kind: "consult";
      readonly code: string;
      readonly from: PersonId;
      readonly categories: readonly Category[];
      readonly words: PassageId;
    }
  | {
      readonly kind: "consult_answer";
      readonly code: string;
      readonly from: PersonId;
      readonly words: PassageId;
    }
  | { readonly kind: "answer_relayed"; readonly code: string; readonly words: PassageId }
  | {
      readonly kind: "supplemented";
      readonly code: string;
      readonly urgency: Urgency;
      readonly what: "words" | "answers" | "worried";
      readonly words: PassageId | null;
    }
  | { readonly kind: "called"; readonly code: string; readonly answer: CallAnswer }
  /** The signaler takes it back: of an urgent one a request, of a light one done. */
  | { readonly kind: "withdraw_request"; readonly code: string; readonly state: "asked" | "done" }
  /** A clock ran out: the holder, and above the holder the coordinator, hears it. */
  | {
      readonly kind: "reminder";
      readonly code: string;
      readonly urgency: Urgency;
      readonly clock: ClockName;
      readonly due: Instant;
      readonly holder: PersonId | null;
      readonly escalated: boolean;
    }
  /** A colleague, or the `signaler`, could not be reached: the coordinator hears it. */
  | { readonly kind: "unreachable"; readonly code: string | null; readonly person: PersonId }
  /** The holder's leave has begun; the signal stays, unless somebody hands it over. `until`: the last day away. */
  | {
      readonly kind: "away_holder";
      readonly code: string;
      readonly urgency: Urgency;
      readonly person: PersonId;
      /** Whose card it is: the holder's, or a coordinator's. */
      readonly reader: PersonId;
      readonly until: string | null;
    }
  | { readonly kind: "digest"; readonly numbers: DigestNumbers; readonly audience: "team" | "management" }
  | { readonly kind: "erasure_held"; readonly jumpedMs: number }
  /** What somebody typed is kept, but a fault of ours keeps it from becoming a signal: the coordinator hears it. */
  | { readonly kind: "stuck" }
  /** Voelspriet itself is ill, or well again: the coordinator hears it at an address, in that person's language. */
  | {
      readonly kind: "vitals";
      readonly ill: readonly Ailment[];
      readonly well: readonly Cured[];
      readonly language: Language;
    }
  /** The answer to what somebody typed in the chat, in that person's language. */
  | {
      readonly kind: "answer";
      readonly screen: SaidScreen;
      readonly language: Language;
      /** The platform's ref of the message under which it was typed: the answer comes there too. */
      readonly under?: string;
    };

export type NoticeKind = NoticeBody["kind"];

/** A message that waits to be sent. */
export interface Notice {
  readonly id: string;
  readonly to: Recipient;
  readonly signal: SignalId | null;
  /** Notices of one slot are one card: a later one updates the earlier. Null: a message of its own. */
  readonly slot: string | null;
  /** Acute ones overtake the others in the outbox. */
  readonly urgent: boolean;
  readonly dueAt: Instant;
  readonly body: NoticeBody;
}
