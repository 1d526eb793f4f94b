import { isOpen, leadingCategory, type Signal } from "#signal/signal.ts";

/** The columns of `signals`: what queries and the digest ask for. The whole state is beside it, in `states`. */
export function columnsOf(signal: Signal) {
  return {
    id: signal.id,
    code: signal.code,
    received_at: signal.receivedAt,
    signaler: signal.signaler,
    revision: signal.revision,
    open: isOpen(signal) ? 1 : 0,
    stage: signal.stage,
    organisation: signal.report.organisation,
    kind: signal.kind,
    category: leadingCategory(signal),
    urgency: signal.urgency,
    source: signal.report.source,
    area: signal.report.area,
    holder: signal.holder,
    burdens: burdenOf(signal),
    accept_due: signal.acceptDue,
    accepted_at: signal.acceptedAt,
    feedback_due: signal.feedbackDue,
    feedback_at: signal.feedbackAt,
    outcome_due: signal.outcomeDue,
    outcome: signal.outcome,
    outcome_at: outcomeAt(signal),
    closed_at: signal.closedAt,
    hops: signal.hops,
    drill: signal.drill ? 1 : 0,
  };
}

/** Whose load it is: the holder's, and until somebody holds it that of the one who was asked last. */
function burdenOf(signal: Signal): string | null {
  return signal.holder ?? signal.asked.at(-1) ?? null;
}

/** When the current outcome was set; null where there is none (any more). */
function outcomeAt(signal: Signal): number | null {
  if (signal.outcome === null) return null;
  return signal.outcomes.findLast((entry) => entry.outcome === signal.outcome)?.at ?? signal.closedAt;
}
