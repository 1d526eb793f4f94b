import { askNext } from "#follow-up/ask.ts";
import type { Assignment } from "#signal/directory.ts";
import { type Draft, draft } from "#signal/draft.ts";
import type { ActOf } from "#signal/event.ts";
import { thereOf } from "#signal/leave.ts";
import type { Moment } from "#signal/moment.ts";
import { climbNoLaterThan } from "#signal/raise.ts";
import { isOpen, type Signal } from "#signal/signal.ts";
import { clocksFor, refreshAlerts } from "#signal/tell.ts";

/**
 * A message could not be brought to somebody on any platform, or a holder is no longer there. While nobody has the
 * signal, the next is asked at once; a holder who can not be reached no longer holds it. The coordinators hear it, and
 * where the coordinator is the one, whoever is on duty.
 */
export function passOver(
  signal: Signal,
  event: ActOf<"unreachable">,
  assignment: Assignment,
  moment: Moment,
): Draft {
  const { person } = event;
  const drafted = draft(signal, event, moment.now).note("unreachable", { person });
  if (isOpen(signal) && signal.holder === person) {
    drafted.change({
      stage: "routed",
      holder: null,
      rung: 0,
      declined: [...signal.declined, person],
      round: signal.round + 1,
    });
    climbNoLaterThan(drafted, clocksFor(signal.urgency, moment.now, moment).half);
    refreshAlerts(drafted);
  }
  if (drafted.signal.stage === "routed" && signal.asked.includes(person))
    askNext(drafted, assignment, "stand_in");
  const { coordinators, duty } = moment.directory;
  const hears = thereOf(
    coordinators.filter((id) => id !== person),
    moment,
  );
  for (const id of hears.length > 0 ? hears : duty.filter((one) => one !== person)) {
    const slot = `unreachable:${signal.id}:${person}:${id}`;
    drafted.tell({ to: "person", id }, { kind: "unreachable", code: signal.code, person }, { slot });
  }
  return drafted;
}
