import { derivedId } from "#base/ids.ts";
import { soundsYoung } from "#intake/young.ts";
import type { Classified, NetReading } from "#signal/classified.ts";
import { type Draft, draft } from "#signal/draft.ts";
import type { Reported } from "#signal/event.ts";
import type { Moment } from "#signal/moment.ts";
import { climbNoLaterThan } from "#signal/raise.ts";
import type { Signal, SignalerId } from "#signal/signal.ts";
import { clocksFor, tellReceipt } from "#signal/tell.ts";

/** What the desk has found out before intake decides. */
export interface Arrival {
  readonly event: Reported;
  readonly code: string;
  readonly signaler: SignalerId;
  readonly net: NetReading;
  /** The verdict with the safety net alone: the classifier has not spoken yet. */
  readonly verdict: Classified;
}

/** The id of the signal that a report becomes: the same for every delivery of it. */
export function signalIdOf(event: Reported): string {
  return derivedId("signal", event.key);
}

/** A report becomes a signal: kept, receipted, and read by the classifier at once. Not yet on disk: commit the draft. */
export function receive(arrival: Arrival, moment: Moment): Draft {
  const { event } = arrival;
  const drafted = draft(newSignal(arrival, moment), event, moment.now);
  const story = drafted.keep("story", event.text);
  drafted
    .change({ story })
    .note("reported", {
      source: event.source,
      area: event.area,
      role: event.role,
      net: arrival.net.level,
      netVersion: arrival.net.version,
      rules: arrival.net.flags.map((flag) => flag.rule).join(" ") || null,
    })
    .remember({
      id: arrival.signaler,
      address: event.address,
      language: event.language,
      role: event.role,
      organisation: event.organisation,
      vouched: event.vouched,
    })
    .start(moment.now, { what: "classify" });
  // Also before anything has read it an escalation runs: whatever goes wrong with reading, it will be routed.
  climbNoLaterThan(drafted, clocksFor(drafted.signal.urgency, moment.now, moment).half);
  tellReceipt(drafted, moment);
  return drafted;
}

function newSignal({ event, code, signaler, verdict }: Arrival, moment: Moment): Signal {
  const urgency = verdict.urgency === "none" ? "preventive" : verdict.urgency;
  const clocks = clocksFor(urgency, moment.now, moment);
  return {
    id: signalIdOf(event),
    code,
    revision: 0,
    stage: "received",
    receivedAt: moment.now,
    signaler,
    report: {
      organisation: event.organisation,
      source: event.source,
      area: event.area,
      role: event.role,
      language: event.language,
      ageGroup: event.ageGroup,
      danger: event.danger,
      aware: event.aware,
    },
    story: null,
    proposal: null,
    kind: verdict.kind,
    categories: verdict.categories,
    urgency,
    outside: verdict.insider === true,
    decidedBy: null,
    asked: [],
    chain: [],
    reason: null,
    holder: null,
    declined: [],
    consulted: [],
    hops: 0,
    rung: 0,
    climbAt: null,
    alarms: { feedback: null, outcome: null },
    promisedBy: promised(urgency, clocks),
    delays: 0,
    round: 0,
    acceptDue: clocks.accept,
    feedbackDue: clocks.feedback,
    outcomeDue: clocks.outcome,
    acceptedAt: null,
    feedbackAt: null,
    closedAt: null,
    outcome: null,
    outcomes: [],
    feedback: [],
    waiting: null,
    questions: [],
    asks: 0,
    called: null,
    young: soundsYoung(event.text),
    worriedAt: null,
    withdrawAskedAt: null,
    reopened: 0,
    drill: event.drill,
    eraseAt: null,
  };
}

/** Outside office hours an acute or urgent signal gets no promise of a human (domain.md, settled readings). */
function promised(urgency: Signal["urgency"], clocks: ReturnType<typeof clocksFor>): number | null {
  const isCalm = urgency === "soon" || urgency === "preventive";
  return isCalm || clocks.staffed ? clocks.accept : null;
}
