import { askNext } from "#follow-up/ask.ts";
import type { Assignment } from "#signal/directory.ts";
import { type Draft, draft } from "#signal/draft.ts";
import type { ActOf } from "#signal/event.ts";
import { isOnLeave, thereOf } from "#signal/leave.ts";
import type { Moment } from "#signal/moment.ts";
import type { PersonId, Signal } from "#signal/signal.ts";
import { refreshAlerts, tellAlert, tellReceipt, tellReminder } from "#signal/tell.ts";

/** "Ik pak dit op": from here on this colleague has it. The ladder stops, and everyone's card says who. */
export function accept(signal: Signal, event: ActOf<"accepted">, by: PersonId, moment: Moment): Draft {
  const drafted = draft(signal, event, moment.now).change({
    stage: signal.outcome === null ? "accepted" : "working",
    holder: by,
    climbAt: null,
    withdrawAskedAt: null,
    delays: 0,
    acceptedAt: signal.acceptedAt ?? moment.now,
    asked: signal.asked.includes(by) ? signal.asked : [...signal.asked, by],
  });
  // Who takes it during their own leave keeps it: the roll call does not take it away again.
  const inTime = moment.now <= signal.acceptDue ? 1 : 0;
  drafted.note("accepted", isOnLeave(by, moment) ? { inTime, onLeave: 1 } : { inTime });
  tellReceipt(drafted, moment);
  if (signal.acceptedAt === null) tellPickedUp(drafted, by, moment);
  refreshAlerts(drafted);
  return drafted;
}

/**
 * The signaler hears that somebody has it: by role and team, and until when. For an acute one this is the word within the
 * hour that a human has seen it (domain.md 2.2); the others still wait for a word of their own.
 */
function tellPickedUp(drafted: Draft, by: PersonId, moment: Moment): void {
  const { code, urgency, signaler, feedbackDue, outside } = drafted.signal;
  if (urgency === "acute") drafted.change({ feedbackAt: drafted.signal.feedbackAt ?? moment.now });
  drafted.tell(
    { to: "signaler", id: signaler },
    { kind: "picked_up", code, urgency, person: by, due: feedbackDue, outsideContact: outside },
  );
}

/** "Niet voor mij": no reason needed (domain.md 3.3). The next is asked at once; the clock runs on. */
export function decline(
  signal: Signal,
  event: ActOf<"declined">,
  by: PersonId,
  { assignment, moment }: { assignment: Assignment; moment: Moment },
): Draft {
  const drafted = draft(signal, event, moment.now)
    .change({
      declined: [...signal.declined.filter((earlier) => earlier !== by), by],
      chain: assignment.chain,
    })
    .note("declined");
  const waiting = signal.asked.filter((person) => person !== by && !signal.declined.includes(person));
  if (askNext(drafted, assignment, "stand_in") === null && waiting.length === 0)
    askCoordinators(drafted, moment);
  tellAlert(drafted, by, "passed_on");
  return drafted;
}

/** Everyone said no: it lands with the coordinators, who can not be left out. */
function askCoordinators(drafted: Draft, moment: Moment): void {
  for (const id of thereOf(moment.directory.coordinators, moment))
    tellReminder(drafted, id, { clock: "accept", escalated: true });
}
