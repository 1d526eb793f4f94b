import { sayDelay } from "#follow-up/ladder.ts";
import { type Draft, draft } from "#signal/draft.ts";
import type { ActOf } from "#signal/event.ts";
import { thereOf } from "#signal/leave.ts";
import type { Moment } from "#signal/moment.ts";
import { setAlarm } from "#signal/raise.ts";
import { isOpen, type Signal } from "#signal/signal.ts";
import { isCalm, tellReminder } from "#signal/tell.ts";

/** Working days: until a reminder is repeated; the same for what waits elsewhere or is long overdue; how long it is daily; the signaler's next date. */
const again = 1;
const againSlowly = 5;
const dailyFor = 3;
const newPromise = 3;

/**
 * A clock ran out on an open signal: no word to the signaler, no outcome, or light help that has lasted eight weeks. The
 * holder hears it, the coordinators too, and the signaler gets a new date; each next working day again. Null for a timer
 * that fired for nothing.
 */
export function remind(signal: Signal, event: ActOf<"overdue">, moment: Moment): Draft | null {
  const { clock } = event;
  const coordinators = thereOf(moment.directory.coordinators, moment);
  const drafted = draft(signal, event, moment.now).note("overdue", { clock });
  if (clock === "accept") return null;
  if (clock === "light_help") {
    if (signal.outcome !== "P2") return null;
    const people = signal.holder === null ? coordinators : [signal.holder];
    for (const id of people) tellReminder(drafted, id, { clock, escalated: false });
    return drafted;
  }
  const alarm = signal.alarms[clock];
  const isDone = clock === "feedback" ? signal.feedbackAt !== null : signal.outcome !== null;
  if (!isOpen(signal) || isDone || alarm === null || moment.now < alarm) return null;
  const due = clock === "feedback" ? signal.feedbackDue : signal.outcomeDue;
  const nth = alarm <= due ? "first" : "later";
  // While nobody holds it the ladder calls the others: what can wait is not asked for twice over.
  const isLadders = signal.holder === null && isCalm(signal);
  const closest = signal.holder === null ? [] : [signal.holder];
  for (const id of closest) tellReminder(drafted, id, { clock, escalated: false, nth });
  const waits = clock === "outcome" && signal.waiting !== null;
  // Whoever waits elsewhere is not forgotten here: the holder looks again every week (features rows 21 and 50).
  if (!waits && !isLadders) {
    for (const id of coordinators)
      if (!closest.includes(id)) tellReminder(drafted, id, { clock, escalated: true, nth });
  }
  const isOld = moment.now >= moment.calendar.addWorkingDays(due, dailyFor);
  setAlarm(drafted, clock, moment.calendar.addWorkingDays(moment.now, waits || isOld ? againSlowly : again));
  if (clock === "feedback") sayDelay(drafted, moment.calendar.addWorkingDays(moment.now, newPromise), moment);
  return drafted;
}
