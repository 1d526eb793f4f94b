import type { Clock } from "#base/clock.ts";
import { derivedId } from "#base/ids.ts";
import type { Counter } from "#chat/platform.ts";
import { actOf, reportOf } from "#counter/events.ts";
import type { FieldFault } from "#counter/fields.ts";
import { reportForm, signalForm } from "#counter/forms.ts";
import { openHelp, openHome, openStory, openWeek, openWhy, type ScreenParts } from "#counter/screens.ts";
import { isStranger, type Visitor, visitorAt } from "#counter/visitor.ts";
import type { Answer, Desk } from "#desk.ts";
import type { DigestNumbers } from "#signal/digest-numbers.ts";
import type { Directory } from "#signal/directory.ts";
import { formActs, type Press } from "#signal/press.ts";
import type { FormBody, Refusal, ScreenBody } from "#signal/screen.ts";
import type { PersonId, Signal } from "#signal/signal.ts";
import type { Calendar } from "#signal/working-time.ts";
import type { Store } from "#store/store.ts";
import type { Card, Reply } from "#texts/card.ts";
import { fieldFault } from "#texts/field-fault.ts";
import { formOf } from "#texts/form.ts";
import type { Reading } from "#texts/labels.ts";
import { screenCard } from "#texts/screen-card.ts";

/** What the counter stands on. */
export interface CounterParts {
  readonly desk: Desk;
  readonly store: Store;
  readonly directory: Directory;
  readonly calendar: Calendar;
  readonly clock: Clock;
  week(): Promise<DigestNumbers>;
  /** Who does not work when the office is next open. */
  away(): readonly PersonId[];
}

/** Where every door brings what people press: a form to fill in, a screen to read, or an event for the desk. */
export function openCounter(parts: CounterParts): Counter {
  return { press: (press) => handle(press, parts) };
}

async function handle(press: Press, parts: CounterParts): Promise<Reply> {
  const { store, directory, clock } = parts;
  const visitor = await visitorAt(press.by, store, directory);
  const reading: Reading = { language: visitor.language, directory, words: new Map(), now: clock.now() };
  const show = (screen: ScreenBody): Reply => ({
    card: screenCard(screen, reading),
    form: null,
    faults: null,
  });
  const hand = (form: FormBody): Reply => ({ card: null, form: formOf(form, reading), faults: null });
  const refuse = (refusal: Refusal, signal: Signal | null): Reply => {
    // Inside a dialog the word stands at the field that it is about, and what was typed stays.
    const field = press.fields === null ? undefined : fieldOf(refusal);
    const card = screenCard(refusalScreen(refusal, signal), reading);
    return field === undefined
      ? { card, form: null, faults: null }
      : { card: null, form: null, faults: { [field]: faultText(card) } };
  };
  const faulty = (faults: Readonly<Record<string, FieldFault>>): Reply => ({
    card: null,
    form: null,
    faults: Object.fromEntries(
      Object.entries(faults).map(([name, fault]) => [name, fieldFault(fault, reading.language)]),
    ),
  });
  const result = (answer: Answer): Reply => {
    if (answer.how === "cry") {
      const staffed = parts.calendar.isOpen(reading.now);
      return show({ kind: "safety_first", staffed, opensAt: parts.calendar.nextOpening(reading.now) });
    }
    if (answer.how === "refused") return refuse(answer.refusal, answer.signal);
    if (answer.how === "nothing") return refuse("not_now", null);
    const { signal } = answer;
    const inDanger =
      signal.urgency === "acute" && signal.signaler === visitor.signalerId && worrying.includes(press.act);
    const safety = inDanger
      ? { staffed: parts.calendar.isOpen(reading.now), opensAt: parts.calendar.nextOpening(reading.now) }
      : null;
    const done = { kind: "done", what: doneWord(press, signal), code: signal.code, safety } as const;
    // Chosen in the form just now: the answer speaks that language already.
    const language = signal.signaler === visitor.signalerId ? signal.report.language : reading.language;
    return { card: screenCard(done, { ...reading, language }), form: null, faults: null };
  };
  const screens: ScreenParts = { store, directory, now: reading.now, week: () => parts.week() };
  const key = derivedId("press", press.by, press.key);

  if (press.act === "home") return show(await openHome(visitor, screens));
  if (press.act === "week") return show(await openWeek(visitor, screens));
  if (press.act === "help") return show(openHelp(visitor, directory));
  if (press.act === "report") {
    if (press.fields === null) return hand(reportForm(visitor, directory));
    const made = reportOf(press, key, visitor, directory);
    return "faults" in made ? faulty(made.faults) : result(await parts.desk.handle(made.value));
  }

  const signal = await store.findByCode(press.on);
  if (signal === null || isStranger(visitor, signal)) return refuse("unknown_signal", null);
  if (press.act === "open" || press.act === "why")
    return show(await read(press.act, signal, visitor, screens));
  if (press.fields === null && isFormAct(press.act)) {
    const form = await signalForm(press.act, signal, visitor, { store, directory, away: parts.away() });
    return typeof form === "string" ? refuse(form, signal) : hand(form);
  }
  const made = actOf(press, key, signal, { visitor, directory });
  if (made === null) return refuse("not_now", signal);
  return "faults" in made ? faulty(made.faults) : result(await parts.desk.handle(made.value));
}

async function read(
  act: "open" | "why",
  signal: Signal,
  visitor: Visitor,
  screens: ScreenParts,
): Promise<ScreenBody> {
  if (visitor.person === null) return refusalScreen("not_yours", signal);
  return act === "open"
    ? openStory(signal, visitor.person.id, screens)
    : openWhy(signal, visitor.person.id, screens);
}

function refusalScreen(refusal: Refusal, signal: Signal | null): ScreenBody {
  return { kind: "refusal", refusal, code: signal?.code ?? null, holder: signal?.holder ?? null };
}

/** After these the signaler may be standing in the middle of it. */
const worrying: readonly Press["act"][] = ["report", "supplement", "answer", "still_worried"];

type SignalFormAct = Exclude<(typeof formActs)[number], "report">;

function isFormAct(act: Press["act"]): act is SignalFormAct {
  const withForm: readonly string[] = formActs;
  return act !== "report" && withForm.includes(act);
}

/** All of it: what is wrong, and what to do instead. */
function faultText(card: Card): string {
  const first = card.parts.find((part) => part.part === "text");
  const rest = first === undefined ? "" : first.text.replaceAll("**", "");
  return rest.startsWith(card.summary) || rest === "" ? rest || card.summary : `${card.summary} ${rest}`;
}

/** The field that a refusal is about, where it is about one. */
function fieldOf(refusal: Refusal): string | undefined {
  switch (refusal) {
    case "empty":
    case "too_long":
    case "no_words":
    case "not_text":
    case "lowering_needs_reason":
    case "no_word_needs_reason":
      return "text";
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
    case "accept":
      return "accepted";
    case "withdraw":
      return signal.stage === "withdrawn" ? "withdrawn" : "withdraw_requested";
    case "outcome":
    case "close":
      return signal.stage === "closed" ? "closed" : "noted";
    case "answer":
    case "ask":
    case "consult":
    case "consult_answer":
    case "feedback":
    case "hand_over":
    case "supplement":
    case "still_worried":
      return "sent";
    default:
      return "noted";
  }
}
