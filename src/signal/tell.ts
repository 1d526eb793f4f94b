import { clocksOf, isReadInTime } from "#signal/clocks.ts";
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
      staffed: isPromised(signal, moment),
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

/** Is somebody there who reads it by when the signaler was told? */
function isPromised({ urgency, acceptDue }: Signal, { now, calendar, directory }: Moment): boolean {
  return isReadInTime({ urgency, accept: acceptDue }, now, calendar, rotaOf(directory));
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
      staffed: isPromised(signal, moment),
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
    feedbackDue: signal.feedbackAt === null ? signal.feedbackDue : null,
    outcomeDue: signal.outcome === null ? signal.outcomeDue : null,
    why,
    stage: signal.stage,
    holder: signal.holder,
    words,
    ...(signal.reread ? { reread: signal.reread } : {}),
  };
  draft.tell({ to: "person", id: to }, body, inSlot(`alert:${signal.id}:${to}:${signal.round}`, signal));
}

/** Brings the cards of everyone who was asked and did not decline up to date. */
export function refreshAlerts(draft: Draft, why: Alert["why"] | null = null): void {
  const { asked, declined } = draft.signal;
  for (const [place, person] of asked.entries()) {
    // Whoever was asked after the first stays a stand-in on the own card.
    if (!declined.includes(person)) tellAlert(draft, person, why ?? (place === 0 ? "assigned" : "stand_in"));
  }
}

/** Nobody of those who were asked is asked any longer: their cards say that it is no longer theirs. */
export function releaseAsked(draft: Draft): void {
  refreshAlerts(draft, "passed_on");
  draft.change({ asked: [] });
}

/** Which reminder of a clock it is for its reader: the first two are heard, later ones keep the second true. */
export type Nth = "first" | "later";

/**
 * A clock ran out: a message of its own, so that it is heard. `escalated`: to someone above the holder. What is neither
 * acute nor urgent is not said more than twice: from then on the second message is brought up to date.
 */
export function tellReminder(
  draft: Draft,
  to: PersonId,
  { clock, escalated, nth }: { readonly clock: ClockName; readonly escalated: boolean; readonly nth?: Nth },
): void {
  const { id, round, code, holder, urgency, acceptDue, feedbackDue, outcomeDue } = draft.signal;
  const due = { accept: acceptDue, feedback: feedbackDue, outcome: outcomeDue, light_help: outcomeDue }[
    clock
  ];
  draft.tell(
    { to: "person", id: to },
    { kind: "reminder", code, urgency, clock, due, holder, escalated },
    {
      ...(urgency === "acute" ? { urgent: true } : {}),
      ...(nth === "later" && isCalm(draft.signal) ? { slot: `reminder:${id}:${to}:${clock}:${round}` } : {}),
    },
  );
}

/** Can it wait for office hours, and is it enough to say it twice? */
export function isCalm({ urgency }: Pick<Signal, "urgency">): boolean {
  return urgency === "soon" || urgency === "preventive";
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
