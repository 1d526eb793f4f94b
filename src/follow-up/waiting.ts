import { type Draft, draft } from "#signal/draft.ts";
import type { ActOf } from "#signal/event.ts";
import type { Moment } from "#signal/moment.ts";
import type { Signal } from "#signal/signal.ts";
import { refreshAlerts } from "#signal/tell.ts";

/** "Wacht op hulp bij ... sinds ...": a state of an open signal, never an outcome (decision 3). No text ends the waiting. */
export function wait(signal: Signal, event: ActOf<"waiting">, moment: Moment): Draft {
  const drafted = draft(signal, event, moment.now);
  const where = event.text?.trim();
  drafted
    .change({
      waiting: where
        ? { where: drafted.keep("waiting", where), since: signal.waiting?.since ?? moment.now }
        : null,
    })
    .note("waiting", { waits: where ? 1 : 0 });
  refreshAlerts(drafted);
  return drafted;
}
