import { isGreeting, isTakingBack, isThanks } from "#counter/courtesy.ts";
import { reportOf } from "#counter/events.ts";
import type { AtCounter } from "#counter/parts.ts";
import { refusalScreen, safetyFirst } from "#counter/replies.ts";
import { openHelp } from "#counter/screens.ts";
import { actorOn } from "#counter/visitor.ts";
import { isWhoQuestion, openWho } from "#counter/who.ts";
import { unreadable, unreadableAnswer } from "#desk.ts";
import { isCry } from "#signal/cry.ts";
import type { Entry } from "#signal/decision.ts";
import { firstPassageOf } from "#signal/draft.ts";
import type { SaidScreen } from "#signal/screen.ts";
import { type Instant, isOpen, type Signal } from "#signal/signal.ts";

/** What was typed, and the answer to it: taken in and on disk, or a word about why not. */
export interface Heard {
  readonly screen: SaidScreen;
  /** The signal that it went to; null: none. */
  readonly signal: Signal | null;
}

/** A signal, and when its signaler last said something about it. */
interface Told {
  readonly signal: Signal;
  readonly at: Instant;
}

/** People type one thought in several messages: what comes within this time of the last one belongs to it. */
const oneThoughtMs = 15 * 60_000;
/** So many of one's signals are looked at for that. */
const mostOpen = 20;

/**
 * What somebody typed in the chat: a cry for help, words for a signal that exists, or a new concern. Nothing that could be
 * a concern is ever dropped: what fits nowhere becomes a signal, and a human reads it. Safe to repeat.
 */
export async function hear(at: AtCounter): Promise<Heard> {
  const { press, key, visitor, parts, screens } = at;
  if (press.on === "channel") return said({ kind: "not_here" });
  const earlier = await parts.store.findByKey(key);
  if (earlier !== null) return heardBefore(earlier.signal, at);
  const text = press.fields?.["text"] ?? "";
  if (isCry(text)) return said(safetyFirst(parts.calendar, screens.now));
  const about = await signalAbove(at);
  if (about !== null && isOwn(about, at)) return addTo(about, text, at);
  if (about !== null && visitor.person !== null && !isOwnExercise(about, at))
    return { screen: { kind: "use_buttons", code: about.code }, signal: about };
  const last = await toldLast(at);
  const small = smallTalk(text, last?.signal ?? null, at);
  if (small !== null) return small;
  if (isWhoQuestion(text, parts.directory))
    return said(openWho(press, visitor, parts.directory, await parts.away()));
  if (last !== null && last.at >= screens.now - oneThoughtMs) return addTo(last.signal, text, at);
  const work = parts.raisesAlarm(text) ? [] : await openWorkOf(at);
  if (work.length > 0) return aboutWork(work);
  return tellAnew(text, at);
}

/** Thanks, a greeting, or "laat maar": answered, and kept nowhere. `signal`: the open one that it may be about. */
function smallTalk(text: string, signal: Signal | null, { visitor, parts }: AtCounter): Heard | null {
  if (isGreeting(text)) return said(openHelp(visitor, parts.directory));
  const code = signal !== null && isOpen(signal) ? signal.code : null;
  if (isThanks(text)) return { screen: { kind: "welcome", code }, signal };
  if (code !== null && isTakingBack(text)) return { screen: { kind: "take_back", code }, signal };
  return null;
}

/** What a colleague was asked for and did not pass on, or holds. Without a colleague, or without work: none. */
async function openWorkOf({ visitor: { person }, parts }: AtCounter): Promise<readonly Signal[]> {
  if (person === null) return [];
  const open = await parts.store.openFor(person.id);
  return open.filter(
    ({ holder, declined }) => holder === person.id || (holder === null && !declined.includes(person.id)),
  );
}

/** A colleague who types into the chat about work: a text that is about nobody must not become a signal (decision 6). */
function aboutWork(work: readonly Signal[]): Heard {
  const [only, another] = work;
  const code = another === undefined ? (only?.code ?? "") : "";
  return said({ kind: "use_buttons", code });
}

function said(screen: SaidScreen): Heard {
  return { screen, signal: null };
}

/** The signal that the message at the head of the thread is about. */
async function signalAbove({ press, parts }: AtCounter): Promise<Signal | null> {
  if (press.under === undefined) return null;
  const id = await parts.store.signalAt(press.by, press.under);
  return id === null ? null : parts.store.load(id);
}

function isOwn(signal: Signal, { visitor }: AtCounter): boolean {
  return signal.signaler === visitor.signalerId && !signal.drill;
}

/** An exercise takes nothing in: a real concern that is typed under it must not end there. */
function isOwnExercise(signal: Signal, { visitor }: AtCounter): boolean {
  return signal.signaler === visitor.signalerId && signal.drill;
}

/** The open signal that this signaler said something about last, and when. Null: none. */
async function toldLast({ visitor, parts }: AtCounter): Promise<Told | null> {
  const mine = await parts.store.signalsOf(visitor.signalerId, mostOpen);
  let last: Told | null = null;
  for (const signal of mine) {
    if (!isOpen(signal) || signal.drill) continue;
    const at = (await parts.store.entries(signal.id)).findLast(isWords)?.at ?? signal.receivedAt;
    if (last === null || at > last.at) last = { signal, at };
  }
  return last;
}

function isWords({ by, type }: Entry): boolean {
  return by === "signaler" && (type === "reported" || type === "supplemented" || type === "answered");
}

/** Words for a signal of one's own: the answer to a colleague's question where one waits, else an addition. */
async function addTo(signal: Signal, text: string, at: AtCounter): Promise<Heard> {
  const { key, visitor, parts } = at;
  const isAsked = await questionWaits(signal, at);
  const small = isAsked && !isTakingBack(text) ? null : smallTalk(text, signal, at);
  if (small !== null) return small;
  const unread = isAsked ? unreadableAnswer(text) : unreadable(text);
  if (unread !== null) return said(refusalScreen(unread, null));
  const mine = { key, signal: signal.id, by: actorOn(visitor, "signaler"), address: visitor.address, text };
  const none = { danger: null, aware: null, ageGroup: null, area: null } as const;
  const answer = await parts.desk.handle(
    isAsked ? { type: "answered", ...mine } : { type: "supplemented", ...mine, ...none },
  );
  if (answer.how === "done" || answer.how === "seen")
    return typed(isAsked ? "answered" : "added", answer.signal);
  // Withdrawn: it takes nothing in any more, and the words are a concern of their own.
  return tellAnew(text, at);
}

/** Has a colleague asked something that was not answered yet? */
async function questionWaits(signal: Signal, { parts }: AtCounter): Promise<boolean> {
  if (signal.asks === 0) return false;
  const entries = await parts.store.entries(signal.id);
  return entries.findLast(({ type }) => type === "asked" || type === "answered")?.type === "asked";
}

/** A new concern: the words, and what is remembered of who typed them. */
async function tellAnew(text: string, at: AtCounter): Promise<Heard> {
  const { press, key, visitor, parts, screens } = at;
  const made = reportOf({ ...press, act: "report", fields: { text } }, key, visitor, parts.directory);
  if ("faults" in made) return said(refusalScreen("field_unknown", null));
  const answer = await parts.desk.handle(made.value);
  switch (answer.how) {
    case "cry":
      return said(safetyFirst(parts.calendar, screens.now));
    case "refused":
      return said(refusalScreen(answer.refusal, null));
    case "nothing":
      return said(refusalScreen("not_now", null));
    case "done":
    case "seen":
      return typed("reported", answer.signal);
  }
}

function typed(what: "reported" | "added" | "answered", signal: Signal): Heard {
  return { screen: { kind: "typed", what, code: signal.code }, signal };
}

/** Taken in before, perhaps just before the process was killed: the same answer as then, also where more has come since. */
async function heardBefore(id: string | null, { key, parts }: AtCounter): Promise<Heard> {
  const signal = id === null ? null : await parts.store.load(id);
  if (signal === null) return said(refusalScreen("not_now", null));
  const words = await parts.store.passage(firstPassageOf(key, signal.id));
  if (words?.what === "story") return typed("reported", signal);
  return typed(words?.what === "answer" ? "answered" : "added", signal);
}
