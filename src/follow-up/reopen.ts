import { askNext, askPerson } from "#follow-up/ask.ts";
import type { Assignment } from "#signal/directory.ts";
import { type Draft, draft } from "#signal/draft.ts";
import type { ActOf } from "#signal/event.ts";
import { isThere } from "#signal/leave.ts";
import type { Moment } from "#signal/moment.ts";
import { climbNoLaterThan, raise, startClocks } from "#signal/raise.ts";
import type { Signal } from "#signal/signal.ts";
import { clocksFor, tellReceipt, tellSafety, whoWaits } from "#signal/tell.ts";
import { raised, type Urgency } from "#signal/words.ts";

const day = 86_400_000;
const minute = 60_000;

/**
 * The level that "nog steeds bezorgd" asks for: one up, once, until a human has acted on it or a day has passed. An open
 * signal does not become acute by it: danger has a button of its own. Reopening may.
 */
export function worryLevel(signal: Signal, now: number): Urgency | null {
  if (signal.stage === "closed") return raised(signal.urgency);
  const isOld = signal.worriedAt !== null && now - signal.worriedAt > day;
  const counts = !isRepeated(signal) || isOld;
  return counts && signal.urgency !== "urgent" ? raised(signal.urgency) : null;
}

/** Was this worry told before, and has no human acted since? */
function isRepeated({ worriedAt, acceptedAt, feedbackAt }: Signal): boolean {
  return worriedAt !== null && Math.max(acceptedAt ?? 0, feedbackAt ?? 0) <= worriedAt;
}

/** "Nog steeds bezorgd" about an open signal. No words needed. */
export function worryOn(
  signal: Signal,
  event: ActOf<"still_worried">,
  level: Urgency | null,
  moment: Moment,
): Draft {
  const drafted = draft(signal, event, moment.now).note("still_worried", { stage: signal.stage });
  const text = event.text?.trim();
  const words = text ? drafted.keep("addition", text) : null;
  // Pressing again says nothing new: it is noted, and nobody is called twice.
  if (level === null && words === null && isRepeated(signal)) return drafted;
  if (level !== null) raise(drafted, level, moment);
  drafted.change({ worriedAt: moment.now });
  if (words !== null) readAgain(drafted, moment);
  // Of a closed one the alert says that it is open again, with the level that it has from now on.
  if (signal.stage === "closed") return drafted;
  tellAddition(drafted, "worried", words, moment);
  return drafted;
}

/**
 * Those who have it, or were asked, hear that something was added: what comes within a quarter of an hour is one message,
 * unless it is acute.
 */
export function tellAddition(
  drafted: Draft,
  what: "words" | "answers" | "worried",
  words: string | null,
  moment: Moment,
): void {
  const { id: signal, code, urgency } = drafted.signal;
  const quarter = Math.floor(moment.now / (15 * minute));
  for (const id of whoWaits(drafted.signal)) {
    const body = { kind: "supplemented", code, urgency, what, words } as const;
    const slot = `added:${signal}:${id}:${what}:${quarter}`;
    drafted.tell({ to: "person", id }, body, urgency === "acute" ? { urgent: true } : { slot });
  }
}

/** The classifier reads the whole of it again, until a human decides or holds it: a story may come in pieces. */
export function readAgain(drafted: Draft, moment: Moment): void {
  const { holder, decidedBy, stage } = drafted.signal;
  if (decidedBy === null && (holder === null || stage === "closed"))
    drafted.start(moment.now, { what: "classify" });
}

/** Opens a closed signal again under the same code, at this level or its own, whichever is more urgent. */
export function reopen(drafted: Draft, level: Urgency, assignment: Assignment, moment: Moment): Draft {
  const before = drafted.signal;
  const clocks = clocksFor(level, moment.now, moment);
  drafted
    .change({
      stage: "routed",
      urgency: level,
      holder: null,
      asked: [],
      declined: [],
      consulted: [],
      chain: assignment.chain,
      reason: assignment.reason,
      reopened: before.reopened + 1,
      round: before.round + 1,
      hops: 0,
      rung: 0,
      reminded: 0,
      climbAt: null,
      alarms: { feedback: null, outcome: null },
      acceptDue: clocks.accept,
      promisedBy: clocks.staffed ? clocks.accept : null,
      delays: 0,
      feedbackDue: clocks.feedback,
      outcomeDue: clocks.outcome,
      feedbackAt: null,
      acceptedAt: null,
      outcome: null,
      waiting: null,
      called: null,
      worriedAt: moment.now,
      withdrawAskedAt: null,
      closedAt: null,
      eraseAt: null,
    })
    .note("reopened", { from: before.urgency, to: level });
  // Whoever had it knows it best: asked first where routing finds that person too, and who is not on leave.
  const { holder } = before;
  const isFound = holder !== null && assignment.chain.includes(holder) && isThere(holder, moment);
  const last = isFound ? holder : null;
  if (last !== null) askPerson(drafted, last, "reopened");
  if (last === null || level === "acute") askNext(drafted, assignment, "reopened");
  climbNoLaterThan(drafted, clocks.half);
  startClocks(drafted);
  tellReceipt(drafted, moment);
  if (level === "acute" || level === "urgent") tellSafety(drafted, moment);
  return drafted;
}
