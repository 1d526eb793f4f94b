import type { Draft } from "#signal/draft.ts";
import type { Moment } from "#signal/moment.ts";
import type { Instant, PersonId } from "#signal/signal.ts";
import { clocksFor, refreshAlerts, tellAlert, tellReceipt, tellSafety } from "#signal/tell.ts";
import { compareUrgency, type Urgency } from "#signal/words.ts";

/**
 * Makes a signal more urgent; never less. Deadlines only come nearer, the signaler gets the new safety text, and those
 * who were asked see it on their card. A signal that becomes acute must be accepted afresh, also where somebody had it:
 * that person may be away today. The desk then asks who is on duty. Only a holder who raises it (`by`) keeps it.
 */
export function raise(draft: Draft, to: Urgency, moment: Moment, by: PersonId | null = null): void {
  const { signal } = draft;
  if (compareUrgency(to, signal.urgency) >= 0) return;
  const clocks = clocksFor(to, moment.now, moment);
  draft
    .change({
      urgency: to,
      acceptDue: Math.min(signal.acceptDue, clocks.accept),
      promisedBy: clocks.staffed
        ? Math.min(signal.promisedBy ?? clocks.accept, clocks.accept)
        : signal.promisedBy,
      feedbackDue: Math.min(signal.feedbackDue, clocks.feedback),
      outcomeDue: Math.min(signal.outcomeDue, clocks.outcome),
    })
    .note("raised", { from: signal.urgency, to });
  const isHolders = by !== null && by === signal.holder;
  if (to === "acute" && !isHolders) takeAnew(draft, clocks.accept);
  if (draft.signal.climbAt !== null || draft.signal.stage === "routed") climbNoLaterThan(draft, clocks.half);
  if (signal.stage !== "received") startClocks(draft);
  tellReceipt(draft, moment);
  // A receipt that is still on its way, or a moment old, changes in place: the same text twice helps nobody.
  if (signal.stage !== "received" && (to === "acute" || to === "urgent")) tellSafety(draft, moment);
  refreshAlerts(draft, "raised");
}

/** Everyone is told anew, and nobody has it until somebody presses again. */
function takeAnew(draft: Draft, acceptDue: Instant): void {
  const { round, holder, stage, asked } = draft.signal;
  for (const person of asked) tellAlert(draft, person, "superseded");
  // Before anybody was asked there is no card to tell anew.
  draft.change({ round: stage === "received" ? round : round + 1, called: null });
  if (holder !== null) draft.change({ stage: "routed", holder: null, acceptDue });
  else if (stage === "working") draft.change({ stage: "routed", acceptDue });
}

/** The ladder climbs at this instant at the latest. */
export function climbNoLaterThan(draft: Draft, at: Instant): void {
  const { climbAt } = draft.signal;
  if (climbAt !== null && climbAt <= at) return;
  draft.change({ climbAt: at }).start(at, { what: "clock", clock: "accept" });
}

/** Sets the alarms of a word and of an outcome to when they are due now. */
export function startClocks(draft: Draft): void {
  const { feedbackDue, outcomeDue, feedbackAt, outcome } = draft.signal;
  if (feedbackAt === null) setAlarm(draft, "feedback", feedbackDue);
  if (outcome === null) setAlarm(draft, "outcome", outcomeDue);
}

/** This clock next speaks up at this instant; a timer of an earlier setting finds nothing to do. */
export function setAlarm(draft: Draft, clock: "feedback" | "outcome", at: Instant): void {
  const { alarms } = draft.signal;
  if (alarms[clock] === at) return;
  draft.change({ alarms: { ...alarms, [clock]: at } }).start(at, { what: "clock", clock });
}
