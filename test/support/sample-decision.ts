import type { Decision, Entry, Passage, Signaler } from "#signal/decision.ts";
import type { Notice, NoticeBody } from "#signal/notice.ts";
import { leadingCategory, type Signal } from "#signal/signal.ts";
import type { Timer } from "#signal/timer.ts";

/** Tuesday 17 November 2026, 10:12 in Amsterdam. */
export const sampleNow = Date.UTC(2026, 10, 17, 9, 12);

let count = 0;

/** A name that no other sample has. */
export function sampleId(what: string): string {
  count += 1;
  return `${what}-${count}`;
}

/** A signal that has just come in; whatever the test cares about is given. */
export function sampleSignal(given: Partial<Signal> = {}): Signal {
  const id = sampleId("signal");
  return {
    id,
    code: `VS-${id}`,
    revision: 0,
    stage: "received",
    receivedAt: sampleNow,
    signaler: "pseudonym-of-someone",
    report: {
      organisation: "school-de-wilg",
      source: "school",
      area: "noord",
      role: "professional",
      language: "nl",
      ageGroup: "4-12",
      danger: "no",
      aware: "yes",
    },
    story: null,
    proposal: null,
    kind: "signal",
    categories: ["debt"],
    urgency: "soon",
    outside: false,
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
    promisedBy: sampleNow + 60_000,
    round: 0,
    young: false,
    worriedAt: null,
    withdrawAskedAt: null,
    delays: 0,
    asks: 0,
    acceptDue: sampleNow + 60_000,
    feedbackDue: sampleNow + 120_000,
    outcomeDue: sampleNow + 180_000,
    acceptedAt: null,
    feedbackAt: null,
    closedAt: null,
    outcome: null,
    outcomes: [],
    feedback: [],
    waiting: null,
    questions: [],
    called: null,
    reopened: 0,
    drill: false,
    eraseAt: null,
    ...given,
  };
}

/** A decision that only writes this signal's state, and whatever is given. Its key is its own. */
export function sampleDecision(given: Partial<Decision> = {}): Decision {
  return {
    key: sampleId("key"),
    signal: null,
    entries: given.signal ? [sampleEntry(given.signal.id)] : [],
    passages: [],
    notices: [],
    timers: [],
    settles: null,
    signaler: null,
    erase: null,
    ...given,
  };
}

/** A line of the event log. */
export function sampleEntry(signal: string, given: Partial<Entry> = {}): Entry {
  return { signal, at: sampleNow, by: "system", type: "reported", facts: {}, ...given };
}

/** Something that was typed about this signal. */
export function samplePassage(signal: string, given: Partial<Passage> = {}): Passage {
  return {
    id: sampleId("passage"),
    signal,
    what: "story",
    by: "signaler",
    at: sampleNow,
    text: "Ik maak me zorgen.",
    ...given,
  };
}

/** A signaler at an address of the trial page. */
export function sampleSignaler(id: string, given: Partial<Signaler> = {}): Signaler {
  return {
    id,
    address: "web:leerkracht",
    language: "nl",
    role: "professional",
    organisation: null,
    vouched: false,
    ...given,
  };
}

/** The card of a colleague for this signal, as it looks at this stage. */
function alertBody(signal: Signal): Extract<NoticeBody, { kind: "alert" }> {
  return {
    kind: "alert",
    code: signal.code,
    reader: "ben",
    urgency: signal.urgency,
    categories: [leadingCategory(signal)],
    area: signal.report.area,
    source: signal.report.source,
    ageGroup: signal.report.ageGroup,
    receivedAt: signal.receivedAt,
    due: signal.acceptDue,
    why: "assigned",
    stage: signal.stage,
    holder: signal.holder,
    words: null,
  };
}

/** An alert to Ben that waits, due now, in a slot of its own. */
export function sampleNotice(signal: Signal, given: Partial<Notice> = {}): Notice {
  return {
    id: sampleId("notice"),
    to: { to: "person", id: "ben" },
    signal: signal.id,
    slot: null,
    urgent: false,
    dueAt: sampleNow,
    body: alertBody(signal),
    ...given,
  };
}

/** The ladder's clock on this signal, due now. */
export function sampleTimer(signal: string, given: { id?: string; dueAt?: number } = {}): Timer {
  const clock = { what: "clock", signal, clock: "accept", started: sampleNow } as const;
  return { id: sampleId("timer"), dueAt: sampleNow, ...clock, ...given };
}
