import type { Instant } from "#signal/signal.ts";
import type { Urgency } from "#signal/words.ts";
import type { Calendar } from "#signal/working-time.ts";

/** Is somebody paged outside office hours? */
export type OnCall = "rota" | "no_rota";

/** The deadlines of one signal (domain.md 2.2 and "Settled readings"). Always half <= accept <= feedback <= outcome. */
export interface Clocks {
  /** Not accepted yet: the next in the chain is alerted. */
  readonly half: Instant;
  /** Somebody must have accepted; else the one after is alerted. */
  readonly accept: Instant;
  /** The signaler must have heard. */
  readonly feedback: Instant;
  /** An outcome must be set. */
  readonly outcome: Instant;
  /** Is somebody there who reads it in time (`isReadInTime`)? If not, the signaler gets no promise of a human. */
  readonly staffed: boolean;
  /** When the office opens; the start itself when it is open. */
  readonly opensAt: Instant;
}

const minute = 60_000;
const hour = 60 * minute;

/** The clocks of a signal that start at `from`: its receipt, or the moment it became more urgent. */
export function clocksOf(urgency: Urgency, from: Instant, calendar: Calendar, onCall: OnCall): Clocks {
  const opensAt = calendar.nextOpening(from);
  const { half, accept, feedback, outcome } = raw(urgency, from, calendar, onCall);
  const staffed = isReadInTime({ urgency, accept }, from, calendar, onCall);
  const heard = Math.max(accept, feedback);
  return { half, accept, feedback: heard, outcome: Math.max(heard, outcome), staffed, opensAt };
}

/**
 * May a human be promised by then? The office is open; and what is acute or urgent and due after closing is only read in
 * time where somebody is on call (Friday 16:58 gives 17:13).
 */
export function isReadInTime(
  of: { readonly urgency: Urgency; readonly accept: Instant },
  now: Instant,
  calendar: Calendar,
  onCall: OnCall,
): boolean {
  if (!calendar.isOpen(now)) return false;
  const isCalm = of.urgency === "soon" || of.urgency === "preventive";
  return isCalm || onCall === "rota" || of.accept <= calendar.closingTime(now);
}

type Deadlines = Pick<Clocks, "half" | "accept" | "feedback" | "outcome">;

function raw(urgency: Urgency, from: Instant, calendar: Calendar, onCall: OnCall): Deadlines {
  const workingDays = (days: number) => calendar.addWorkingDays(from, days);
  switch (urgency) {
    case "acute": {
      // Somebody reads now, or is paged now; else the clock starts when somebody reads.
      const start = onCall === "rota" ? from : calendar.nextOpening(from);
      return {
        half: start + 7.5 * minute,
        accept: start + 15 * minute,
        feedback: start + hour,
        outcome: endOfDayAfter(from, calendar),
      };
    }
    case "urgent":
      return {
        half: urgentWithin(30, 2 * hour, { from, calendar, onCall }),
        accept: urgentWithin(60, 4 * hour, { from, calendar, onCall }),
        feedback: workingDays(1),
        outcome: endOfDayAfter(from, calendar),
      };
    case "soon":
      return {
        half: workingDays(0.5),
        accept: workingDays(1),
        feedback: workingDays(5),
        outcome: workingDays(5),
      };
    case "preventive":
      return {
        half: workingDays(1),
        accept: workingDays(2),
        feedback: workingDays(10),
        outcome: workingDays(20),
      };
  }
}

/**
 * The earlier of so many office minutes and so much elapsed time. Where nobody reads and nobody is paged, elapsed time
 * says nothing: office minutes alone, from the next opening.
 */
function urgentWithin(
  officeMinutes: number,
  elapsed: number,
  start: { readonly from: Instant; readonly calendar: Calendar; readonly onCall: OnCall },
): Instant {
  const inOfficeTime = start.calendar.addWorkingMinutes(start.from, officeMinutes);
  const isHeard = start.onCall === "rota" || start.calendar.isOpen(start.from);
  return isHeard ? Math.min(inOfficeTime, start.from + elapsed) : inOfficeTime;
}

/** The end of the working day in which 24 hours run out, or of the next one: Friday 16:50 gives Monday 17:00. */
function endOfDayAfter(from: Instant, calendar: Calendar): Instant {
  return calendar.closingTime(from + 24 * hour);
}
