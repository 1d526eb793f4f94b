import { askFirst, askNext, nextToAsk } from "#follow-up/ask.ts";
import type { Assignment } from "#signal/directory.ts";
import { type Draft, draft } from "#signal/draft.ts";
import type { ActOf } from "#signal/event.ts";
import { thereOf } from "#signal/leave.ts";
import { type Moment, rotaOf } from "#signal/moment.ts";
import type { Signal } from "#signal/signal.ts";
import { tellReminder } from "#signal/tell.ts";

/**
 * Nobody accepted in time: half the clock asks the next in the chain, the whole clock the one after, and then one more
 * after every further half. When everyone has been asked, the coordinators and whoever is on duty are reminded, again and
 * again, until somebody accepts. A signal that was never routed is routed now. Null for a timer that fired for nothing.
 */
export function climb(
  signal: Signal,
  event: ActOf<"overdue">,
  assignment: Assignment,
  moment: Moment,
): Draft | null {
  if (signal.holder !== null || signal.climbAt === null || moment.now < signal.climbAt) return null;
  const drafted = draft(signal, event, moment.now);
  if (signal.stage === "received") {
    askFirst(drafted.change({ climbAt: null }), assignment, moment);
    return drafted;
  }
  const asked = nextToAsk(signal, assignment);
  drafted.note("escalated", { rung: signal.rung + 1, asked });
  if (asked === null) remindAbove(drafted, moment);
  else askNext(drafted, assignment, signal.rung === 0 ? "stand_in" : "escalated");
  const next = nextClimb(signal, asked, moment);
  drafted
    .change({ rung: signal.rung + 1, climbAt: next, chain: assignment.chain })
    .start(next, { what: "clock", clock: "accept" });
  sayDelay(drafted, moment.calendar.addWorkingDays(moment.now, 1), moment);
  return drafted;
}

function remindAbove(drafted: Draft, moment: Moment): void {
  const told = drafted.signal.reminded ?? 0;
  const nth = told === 0 ? "first" : "later";
  for (const id of whoIsAbove(moment)) tellReminder(drafted, id, { clock: "accept", escalated: true, nth });
  drafted.change({ reminded: told + 1 });
}

/** Minutes of office time between two steps, and the most that it grows to when everyone has been asked and reminded. */
const stepMinutes = { acute: 7.5, urgent: 30, soon: 240, preventive: 480 } as const;
const slowestMinutes = { acute: 60, urgent: 240, soon: 480, preventive: 480 } as const;
const minute = 60_000;

/**
 * After the whole clock it climbs on by halves; once everyone has been asked the reminders come slower and slower, but
 * never stop.
 */
function nextClimb(signal: Signal, asked: string | null, moment: Moment): number {
  const { calendar, now, directory } = moment;
  if (signal.rung === 0 && signal.acceptDue > now) return signal.acceptDue;
  const times = asked === null ? 2 ** Math.max(0, signal.rung - signal.asked.length) : 1;
  const minutes = Math.min(stepMinutes[signal.urgency] * times, slowestMinutes[signal.urgency]);
  const isPaged = rotaOf(directory) === "rota" && (signal.urgency === "acute" || signal.urgency === "urgent");
  return isPaged && !calendar.isOpen(now) ? now + minutes * minute : calendar.addWorkingMinutes(now, minutes);
}

/** Whom to remind when everyone has been asked: outside office hours the rota is awake, where there is one. */
function whoIsAbove(moment: Moment): string[] {
  const { coordinators, duty, onCall } = moment.directory;
  const nightly = !moment.calendar.isOpen(moment.now) && rotaOf(moment.directory) === "rota";
  const lists = nightly ? [onCall, coordinators] : [coordinators, duty];
  return [...new Set(lists.flatMap((ids) => thereOf(ids, moment)))];
}

/** Not oftener than this is somebody told that it takes longer: after that it is only noise. */
const mostDelays = 2;

/** The date that the signaler was given has passed: say so, with a new one where one can be promised. */
export function sayDelay(drafted: Draft, due: number, moment: Moment): void {
  const { code, signaler, urgency, promisedBy, delays } = drafted.signal;
  if (promisedBy === null || moment.now < promisedBy || delays >= mostDelays) return;
  const isCalm = urgency === "soon" || urgency === "preventive";
  drafted
    .change({ promisedBy: due, delays: delays + 1 })
    .tell({ to: "signaler", id: signaler }, { kind: "delayed", code, due: isCalm ? due : null });
}
