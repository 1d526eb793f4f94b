import { type Draft, draft } from "#signal/draft.ts";
import type { ActOf } from "#signal/event.ts";
import type { Moment } from "#signal/moment.ts";
import type { PersonId, Signal } from "#signal/signal.ts";
import { whoWaits } from "#signal/tell.ts";

/** Asks a colleague to think along. The signal stays where it is; the colleague may read it. */
export function consult(signal: Signal, event: ActOf<"consulted">, by: PersonId, moment: Moment): Draft {
  const drafted = draft(signal, event, moment.now);
  const words = drafted.keep("consult", event.text);
  return drafted
    .change({ consulted: [...signal.consulted.filter((person) => person !== event.whom), event.whom] })
    .note("consulted", { whom: event.whom })
    .tell(
      { to: "person", id: event.whom },
      { kind: "consult", code: signal.code, from: by, categories: signal.categories, words },
    );
}

/** The colleague's advice goes to the holder; while nobody holds it, to those who were asked. */
export function answerConsult(
  signal: Signal,
  event: ActOf<"consult_answered">,
  by: PersonId,
  moment: Moment,
): Draft {
  const drafted = draft(signal, event, moment.now).note("consult_answered");
  const words = drafted.keep("consult_answer", event.text);
  for (const id of whoWaits(signal)) {
    drafted.tell({ to: "person", id }, { kind: "consult_answer", code: signal.code, from: by, words });
  }
  return drafted;
}
