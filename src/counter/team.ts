import { mayRead } from "#privacy/access.ts";
import type { Directory } from "#signal/directory.ts";
import type { ScreenBody } from "#signal/screen.ts";
import type { Instant, PersonId, Signal } from "#signal/signal.ts";

/** So many rows a coordinator sees of the team. */
const mostRows = 10;

/**
 * What waits in the whole team, for a coordinator: counted, and the longest waiting that this coordinator may read. Without
 * exercises. `open`: every open signal, oldest first.
 */
export function teamOf(
  open: readonly Signal[],
  person: PersonId,
  { directory, now }: { readonly directory: Directory; readonly now: Instant },
): NonNullable<Extract<ScreenBody, { kind: "home_expert" }>["team"]> {
  const work = open.filter(({ drill }) => !drill);
  const stuck = work.filter((signal) => signal.holder === null || isOverdue(signal, now));
  return {
    waiting: work.filter(({ holder }) => holder === null).length,
    overdue: work.filter((signal) => isOverdue(signal, now)).length,
    longest: stuck.filter((signal) => mayRead(signal, person, directory)).slice(0, mostRows),
  };
}

/** Did a clock run out: nobody picked it up, the signaler has not heard, or there is no outcome? */
function isOverdue(signal: Signal, now: Instant): boolean {
  if (signal.holder === null && signal.acceptDue < now) return true;
  if (signal.feedbackAt === null && signal.feedbackDue < now) return true;
  return signal.outcome === null && signal.outcomeDue < now;
}
