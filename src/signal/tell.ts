import { clocksOf } from "#signal/clocks.ts";
import type { Draft } from "#signal/draft.ts";
import type { ClockName } from "#signal/event.ts";
import { type Moment, rotaOf } from "#signal/moment.ts";
import type { NoticeBody } from "#signal/notice.ts";
import type { PassageId, PersonId, Signal, SignalId } from "#signal/signal.ts";
import type { Urgency } from "#signal/words.ts";

type Receipt = Extract<NoticeBody, { kind: "receipt" }>;
type Alert = Extract<NoticeBody, { kind: "alert" }>;

function statusOf(signal: Signal): Receipt["status"] {
  if (signal.stage === "withdrawn") return "withdrawn";
  if (signal.stage === "closed") return "closed";
  if (signal.stage === "accepted" || signal.stage === "working") return "accepted";
  return signal.reopened > 0 ? "reopened" : "waiting";
}

/** The slot of the signaler's own card: what else the signaler hears about the signal belongs under it. */
export function receiptSlot(signal: SignalId): string {
  return `receipt:${signal}`;
}

/** The signaler's own card, one per signal, kept true: receipt first, status later. */
export function tellReceipt(draft: Draft, moment: Moment): void {
  const { signal } = draft;
  draft.tell(
    { to: "signaler", id: signal.signaler },
    {
      kind: "receipt",
      code: signal.code,
      urgency: signal.urgency,
      categories: signal.categories,
      due: signal.acceptDue,
      staffed: moment.calendar.isOpen(moment.now),
      opensAt: moment.calendar.nextOpening(moment.now),
      role: signal.report.role,
      source: signal.report.source,
      outsideContact: signal.outside,
      status: statusOf(signal),
      called: signal.called,
      young: signal.young,
    },
    inSlot(receiptSlot(signal.id), signal),
  );
}

/** One card, kept true; an acute signal's cards overtake the others. */
function inSlot(slot: string, signal: Signal): { slot: string; urgent?: true } {
  return signal.urgency === "acute" ? { slot, urgent: true } : { slot };
}

/** The safety text of the level, as a message of its own: when the level was raised after the receipt. */
export function tellSafety(draft: Draft, moment: Moment): void {
  const { signal } = draft;
  draft.tell(
    { to: "signaler", id: signal.signaler },
    {
      kind: "safety",
      code: signal.code,
      urgency: signal.urgency,
      due: signal.acceptDue,
      staffed: moment.calendar.isOpen(moment.now),
      opensAt: moment.calendar.nextOpening(moment.now),
      role: signal.report.role,
      outsideContact: signal.outside,
      called: signal.called,
    },
    { slot: `safety:${signal.id}:${signal.urgency}:${signal.round}`, urgent: true },
  );
}

/** One colleague's card of a signal, kept true. `why` says how it came to this colleague. */
export function tellAlert(
  draft: Draft,
  to: PersonId,
  why: Alert["why"],
  words: PassageId | null = null,
): void {
  const { signal } = draft;
  const body: Alert = {
    kind: "alert",
    code: signal.code,
    reader: to,
    urgency: signal.urgency,
    categories: signal.categories,
    area: signal.report.area,
    source: signal.report.source,
    ageGroup: signal.report.ageGroup,
    receivedAt: signal.receivedAt,
    due: signal.acceptDue,
    why,
    stage: signal.stage,
    holder: signal.holder,
    words,
  };
  draft.tell({ to: "person", id: to }, body, inSlot(`alert:${signal.id}:${to}:${signal.round}`, signal));
}

/** Brings the cards of everyone who was asked and did not decline up to date. */
export function refreshAlerts(draft: Draft, why: Alert["why"] = "assigned"): void {
  const { asked, declined } = draft.signal;
  for (const person of asked) if (!declined.includes(person)) tellAlert(draft, person, why);
}

/** Nobody of those who were asked is asked any longer: their cards say that it is no longer theirs. */
export function releaseAsked(draft: Draft): void {
  refreshAlerts(draft, "passed_on");
  draft.change({ asked: [] });
}

/** A clock ran out: a message of its own, so that it is heard. `escalated`: to someone above the holder. */
export function tellReminder(
  draft: Draft,
  to: PersonId,
  { clock, escalated }: { readonly clock: ClockName; readonly escalated: boolean },
): void {
  const { code, holder, urgency, acceptDue, feedbackDue, outcomeDue } = draft.signal;
  const due = { accept: acceptDue, feedback: feedbackDue, outcome: outcomeDue, light_help: outcomeDue }[
    clock
  ];
  draft.tell(
    { to: "person", id: to },
    { kind: "reminder", code, urgency, clock, due, holder, escalated },
    urgency === "acute" ? { urgent: true } : {},
  );
}

/** The clocks of this signal's urgency, counted from `from`. */
export function clocksFor(urgency: Urgency, from: number, moment: Moment) {
  return clocksOf(urgency, from, moment.calendar, rotaOf(moment.directory));
}

/** Who should hear news about this signal now: the holder, or everyone who was asked and did not decline. */
export function whoWaits(signal: Signal): readonly PersonId[] {
  if (signal.holder !== null) return [signal.holder];
  return signal.asked.filter((person) => !signal.declined.includes(person));
}
