import { askNext } from "#follow-up/ask.ts";
import type { Assignment } from "#signal/directory.ts";
import { type Draft, draft } from "#signal/draft.ts";
import type { ActOf } from "#signal/event.ts";
import { isThere, leaveOf, thereOf } from "#signal/leave.ts";
import type { Moment } from "#signal/moment.ts";
import { climbNoLaterThan } from "#signal/raise.ts";
import type { PersonId, Signal } from "#signal/signal.ts";
import { clocksFor, refreshAlerts, tellAlert, tellReminder, whoWaits } from "#signal/tell.ts";

/**
 * A colleague's leave begins (domain.md 3.3). What waits for them is asked of the next at once. What they hold and can not
 * wait is asked anew; the rest stays, and they and the coordinators hear it. Nothing moves back when they return. Null: it
 * changes nothing. `assignment` is without this colleague.
 */
export function goAway(
  signal: Signal,
  event: ActOf<"went_away">,
  assignment: Assignment,
  moment: Moment,
): Draft | null {
  const { person } = event;
  const drafted = draft(signal, event, moment.now).note("went_away", { person });
  if (signal.holder === person) {
    return isPressing(signal)
      ? release(drafted, person, assignment, moment)
      : tellHeld(drafted, person, moment);
  }
  if (signal.stage !== "routed" || !waitsFor(signal, person, moment)) return null;
  return askNext(drafted, assignment, "stand_in") === null ? null : drafted;
}

/** Can it not wait until somebody is back? */
export function isPressing({ urgency }: Signal): boolean {
  return urgency === "acute" || urgency === "urgent";
}

/** Was this colleague asked, and nobody after them who is there? */
function waitsFor(signal: Signal, person: PersonId, moment: Moment): boolean {
  const asked = whoWaits(signal);
  const place = asked.indexOf(person);
  return place >= 0 && asked.slice(place + 1).every((id) => !isThere(id, moment));
}

/** Nobody has it until somebody presses again: those who were asked before are told anew, and the next is asked. */
export function release(drafted: Draft, person: PersonId, assignment: Assignment, moment: Moment): Draft {
  const { asked, declined, round, urgency } = drafted.signal;
  for (const id of asked) {
    if (id === person) tellAlert(drafted, id, "passed_on");
    else if (!declined.includes(id)) tellAlert(drafted, id, "superseded");
  }
  drafted.change({
    stage: "routed",
    holder: null,
    rung: 0,
    declined: [...declined.filter((id) => id !== person), person],
    round: round + 1,
  });
  climbNoLaterThan(drafted, clocksFor(urgency, moment.now, moment).half);
  refreshAlerts(drafted, "stand_in");
  const next = askNext(drafted, assignment, "stand_in");
  if (next !== null || whoWaits(drafted.signal).some((id) => isThere(id, moment))) return drafted;
  for (const id of thereOf(moment.directory.coordinators, moment))
    tellReminder(drafted, id, { clock: "accept", escalated: true });
  return drafted;
}

function tellHeld(drafted: Draft, person: PersonId, moment: Moment): Draft {
  const { id, code, urgency } = drafted.signal;
  const { directory, calendar, now } = moment;
  const absent = directory.people.find((one) => one.id === person);
  const leave = absent === undefined ? null : leaveOf(absent, calendar.localDate(now));
  const until = leave?.until ?? null;
  for (const reader of new Set([person, ...thereOf(directory.coordinators, moment)])) {
    const body = { kind: "away_holder", code, urgency, person, reader, until } as const;
    // One card per leave: whoever sets it again does not hear it again.
    drafted.tell({ to: "person", id: reader }, body, { slot: `away:${id}:${person}:${leave?.from ?? ""}` });
  }
  return drafted;
}
