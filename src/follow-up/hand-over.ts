import { askNext, askPerson } from "#follow-up/ask.ts";
import type { Assignment } from "#signal/directory.ts";
import { type Draft, draft } from "#signal/draft.ts";
import type { ActOf } from "#signal/event.ts";
import { mostHops } from "#signal/lifecycle.ts";
import type { Moment } from "#signal/moment.ts";
import { climbNoLaterThan } from "#signal/raise.ts";
import type { PersonId, Signal } from "#signal/signal.ts";
import { clocksFor, releaseAsked } from "#signal/tell.ts";

/** May it go to this colleague? After two hand-overs only a coordinator decides where it goes ("van kastje naar muur"). */
export function isOneHopTooMany(signal: Signal, by: PersonId, to: PersonId | null, moment: Moment): boolean {
  const { coordinators } = moment.directory;
  if (signal.hops < mostHops || coordinators.includes(by)) return false;
  return to === null || !coordinators.includes(to);
}

/**
 * Hands a signal to a named colleague, or to whoever routing finds next. The reason travels along. Until the other has
 * accepted the ladder runs; the clock of acceptance is not set back.
 */
export function handOver(
  signal: Signal,
  event: ActOf<"handed_over">,
  by: PersonId,
  { assignment, moment }: { assignment: Assignment; moment: Moment },
): Draft {
  const drafted = draft(signal, event, moment.now);
  const words = drafted.keep("hand_over", event.text);
  drafted.note("handed_over", { to: event.to, hops: signal.hops + 1 });
  releaseAsked(drafted);
  drafted.change({
    stage: "routed",
    holder: null,
    hops: signal.hops + 1,
    // Where somebody had it the ladder starts from the bottom; where nobody had, it goes on: no clock is set back.
    ...(signal.holder === null ? {} : { rung: 0, climbAt: null }),
    round: signal.round + 1,
    chain: assignment.chain,
    declined: [...signal.declined.filter((person) => person !== event.to && person !== by), by],
  });
  give(drafted, event.to, assignment, words);
  climbNoLaterThan(drafted, clocksFor(signal.urgency, moment.now, moment).half);
  return drafted;
}

function give(drafted: Draft, to: PersonId | null, assignment: Assignment, words: string): void {
  if (to === null && askNext(drafted, assignment, "handed_over", words) !== null) return;
  const last = to ?? assignment.chain.findLast((person) => !drafted.signal.declined.includes(person));
  if (last !== undefined) askPerson(drafted, last, "handed_over", words);
}
