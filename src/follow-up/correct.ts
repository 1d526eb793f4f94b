import { type Draft, draft } from "#signal/draft.ts";
import type { ActOf } from "#signal/event.ts";
import type { Moment } from "#signal/moment.ts";
import { climbNoLaterThan, raise, startClocks } from "#signal/raise.ts";
import type { PersonId, Signal } from "#signal/signal.ts";
import { clocksFor, refreshAlerts, tellReceipt } from "#signal/tell.ts";
import { compareUrgency } from "#signal/words.ts";

/**
 * "Klopt niet": a human decides what it is about and how urgent. Only here can urgency go down, with a name and a reason
 * (decision 7).
 */
export function correct(signal: Signal, event: ActOf<"corrected">, by: PersonId, moment: Moment): Draft {
  const drafted = draft(signal, event, moment.now);
  const reason = event.text?.trim();
  if (reason) drafted.keep("correction", reason);
  drafted
    .change({
      kind: event.kind,
      categories: event.kind === "not_a_signal" ? [] : event.categories,
      decidedBy: by,
      // Said before a human looked: it no longer matters.
      ...(signal.reread ? { reread: null } : {}),
      outside: signal.outside && event.kind === "other",
    })
    .note("corrected", {
      kind: event.kind,
      categories: event.categories.join(" ") || null,
      from: signal.urgency,
      to: event.urgency,
    });
  if (compareUrgency(event.urgency, signal.urgency) < 0) raise(drafted, event.urgency, moment, by);
  if (compareUrgency(event.urgency, signal.urgency) > 0) lower(drafted, event.urgency, moment);
  // What it is about decides what the receipt says, and who it names.
  tellReceipt(drafted, moment);
  refreshAlerts(drafted);
  return drafted;
}

/** The clocks of the lower level, from when it came in: not set back to now, and not left at the higher level's. */
function lower(drafted: Draft, urgency: Signal["urgency"], moment: Moment): void {
  const before = drafted.signal;
  const clocks = clocksFor(urgency, before.receivedAt, moment);
  drafted.change({
    urgency,
    acceptDue: Math.max(before.acceptDue, clocks.accept),
    feedbackDue: Math.max(before.feedbackDue, clocks.feedback),
    outcomeDue: Math.max(before.outcomeDue, clocks.outcome),
  });
  if (before.promisedBy !== null) drafted.change({ promisedBy: Math.max(before.promisedBy, clocks.accept) });
  if (before.climbAt !== null) {
    drafted.change({ climbAt: null });
    climbNoLaterThan(drafted, Math.max(clocks.half, moment.now));
  }
  startClocks(drafted);
}
