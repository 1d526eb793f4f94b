import type { FieldFault } from "#counter/fields.ts";
import { hasCodes } from "#counter/join.ts";
import type { CounterParts } from "#counter/parts.ts";
import type { Visitor } from "#counter/visitor.ts";
import type { Answer } from "#desk.ts";
import type { Directory } from "#signal/directory.ts";
import type { Press } from "#signal/press.ts";
import type { FormBody, Refusal, SaidScreen, ScreenBody } from "#signal/screen.ts";
import type { Instant, PersonId, Signal } from "#signal/signal.ts";
import type { Calendar } from "#signal/working-time.ts";
import type { Card, Reply } from "#texts/card.ts";
import { exerciseCard } from "#texts/exercise.ts";
import { fieldFault } from "#texts/field-fault.ts";
import { formOf } from "#texts/form.ts";
import type { Reading } from "#texts/labels.ts";
import { screenCard } from "#texts/screen-card.ts";

/** The ways to answer one press, in the words of whoever pressed. */
export interface Replies {
  /** `about`: the signal that it is about, so that an exercise is marked as one. */
  show(screen: ScreenBody, about?: Signal | null): Reply;
  hand(form: FormBody): Reply;
  refuse(refusal: Refusal, signal: Signal | null): Reply;
  faulty(faults: Readonly<Record<string, FieldFault>>): Reply;
  /** What the desk made of it. */
  result(answer: Answer): Reply;
}

/** Opens the replies to this press of this visitor. */
export function repliesTo(press: Press, visitor: Visitor, parts: CounterParts, now: Instant): Replies {
  const { directory, calendar } = parts;
  const reading: Reading = { language: visitor.language, directory, words: new Map(), now };

  function show(screen: ScreenBody, about: Signal | null = null, language = reading.language): Reply {
    const card = screenCard(screen, { ...reading, language });
    return { ...nothing, card: about?.drill ? exerciseCard(card, about, language) : card };
  }

  function refuse(refusal: Refusal, signal: Signal | null): Reply {
    const shown = show(refusalScreen(refusal, signal), signal);
    // Inside a dialog the word stands at the field that it is about, and what was typed stays.
    const field = press.fields === null ? undefined : fieldOf(refusal, directory);
    if (field === undefined || shown.card === null) return shown;
    return { ...nothing, faults: { [field]: faultText(shown.card) } };
  }

  return {
    show,
    refuse,
    hand: (form) => ({ ...nothing, form: formOf(form, reading) }),
    faulty: (faults) => ({
      ...nothing,
      faults: Object.fromEntries(
        Object.entries(faults).map(([name, fault]) => [name, fieldFault(fault, reading.language)]),
      ),
    }),
    result(answer) {
      if (answer.how === "cry") return show(safetyFirst(calendar, now));
      if (answer.how === "refused") return refuse(answer.refusal, answer.signal);
      if (answer.how === "nothing") return refuse("not_now", null);
      const { signal } = answer;
      const isOwn = signal.signaler === visitor.signalerId;
      const inDanger = signal.urgency === "acute" && isOwn && worrying.includes(press.act);
      const safety = inDanger ? { staffed: calendar.isOpen(now), opensAt: calendar.nextOpening(now) } : null;
      const done = {
        kind: "done",
        what: doneWord(press, signal),
        code: signal.code,
        person: whoGets(press, signal),
        safety,
      } as const;
      // Chosen in the form just now: the answer speaks that language already.
      return show(done, signal, isOwn ? signal.report.language : reading.language);
    },
  };
}

const nothing: Reply = { card: null, form: null, faults: null };

/** Only a cry: the safety text at once. */
export function safetyFirst(calendar: Calendar, now: Instant): SaidScreen {
  return { kind: "safety_first", staffed: calendar.isOpen(now), opensAt: calendar.nextOpening(now) };
}

/** What can not be done, and who has it. */
export function refusalScreen(refusal: Refusal, signal: Signal | null): SaidScreen {
  return { kind: "refusal", refusal, code: signal?.code ?? null, holder: signal?.holder ?? null };
}

/** After these the signaler may be standing in the middle of it. */
const worrying: readonly Press["act"][] = ["report", "supplement", "answer", "still_worried"];

/** All of it: what is wrong, and what to do instead. */
function faultText(card: Card): string {
  const first = card.parts.find((part) => part.part === "text");
  const rest = first === undefined ? "" : first.text.replaceAll("**", "");
  return rest.startsWith(card.summary) || rest === "" ? rest || card.summary : `${card.summary} ${rest}`;
}

/** The field that a refusal is about, where it is about one. */
function fieldOf(refusal: Refusal, directory: Directory): string | undefined {
  switch (refusal) {
    case "empty":
    case "too_long":
    case "no_words":
    case "not_text":
    case "lowering_needs_reason":
    case "no_word_needs_reason":
      return "text";
    case "too_many_strangers":
    case "not_read":
      // A stranger is always asked for a code, where there is one (join.ts).
      return hasCodes(directory) ? "code" : "text";
    case "structural_needs_veilig_thuis":
      return "outcome";
    case "too_many_hops":
    case "unknown_person":
      return "to";
    default:
      return undefined;
  }
}

function doneWord(press: Press, signal: Signal): Extract<ScreenBody, { kind: "done" }>["what"] {
  switch (press.act) {
    case "report":
      return "reported";
    case "drill":
      return "drill";
    case "accept":
      return "accepted";
    case "withdraw":
      return signal.stage === "withdrawn" ? "withdrawn" : "withdraw_requested";
    case "outcome":
    case "close":
      return signal.stage === "closed" ? "closed" : "noted";
    case "hand_over":
      return "handed_over";
    case "consult":
      return "consulted";
    case "ask":
      return "asked";
    case "still_worried":
      return "worried";
    case "answer":
    case "consult_answer":
    case "feedback":
    case "supplement":
      return "sent";
    default:
      return "noted";
  }
}

/** The colleague that it goes to by this press: the one who was chosen, also where the system chose. */
function whoGets(press: Press, signal: Signal): PersonId | null {
  if (press.act === "consult") return press.fields?.["whom"] ?? null;
  return press.act === "hand_over" ? (signal.asked.at(-1) ?? null) : null;
}
