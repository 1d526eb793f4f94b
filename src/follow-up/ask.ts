import type { Assignment } from "#signal/directory.ts";
import type { Draft } from "#signal/draft.ts";
import type { Moment } from "#signal/moment.ts";
import type { NoticeBody } from "#signal/notice.ts";
import { climbNoLaterThan, startClocks } from "#signal/raise.ts";
import type { PassageId, PersonId, Signal } from "#signal/signal.ts";
import { clocksFor, tellAlert } from "#signal/tell.ts";

type Why = Extract<NoticeBody, { kind: "alert" }>["why"];

/** Puts a signal that nobody has been asked for before the first of the chain, and starts every clock. */
export function askFirst(draft: Draft, assignment: Assignment, moment: Moment): void {
  draft.change({ stage: "routed", chain: assignment.chain });
  askNext(draft, assignment, "assigned");
  climbNoLaterThan(draft, clocksFor(draft.signal.urgency, moment.now, moment).half);
  startClocks(draft);
}

/** The first of the chain who has not been asked yet; null: everyone has been. */
export function nextToAsk({ asked, declined }: Signal, { chain }: Assignment): PersonId | null {
  return chain.find((person) => !asked.includes(person) && !declined.includes(person)) ?? null;
}

/** Asks the first of the chain who has not been asked yet. Null: everyone has been. */
export function askNext(
  draft: Draft,
  assignment: Assignment,
  why: Why,
  words: PassageId | null = null,
): PersonId | null {
  const next = nextToAsk(draft.signal, assignment);
  if (next === null) return null;
  const because = assignment.because[next] ?? [];
  // Who was passed over was passed over for the first; a later one simply comes after.
  const passedOver = next === assignment.chain[0] ? assignment.reason.passedOver : [];
  askPerson(draft, next, why, words);
  draft
    .change({ reason: { because, passedOver } })
    .note("routed", { to: next, why, because: because.join(" ") || null });
  return next;
}

/** Asks this colleague, whoever was asked before. */
export function askPerson(draft: Draft, person: PersonId, why: Why, words: PassageId | null = null): void {
  const others = draft.signal.asked.filter((earlier) => earlier !== person);
  draft.change({ asked: [...others, person], reason: { because: [why], passedOver: [] } });
  tellAlert(draft, person, why, words);
}
