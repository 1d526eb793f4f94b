import { tellFeedback } from "#follow-up/feedback.ts";
import { type Draft, draft } from "#signal/draft.ts";
import type { ActOf } from "#signal/event.ts";
import type { Moment } from "#signal/moment.ts";
import type { PersonId, Signal } from "#signal/signal.ts";
import { refreshAlerts, tellReceipt } from "#signal/tell.ts";
import type { FeedbackLevel } from "#signal/words.ts";

const day = 86_400_000;
/** After so long somebody is asked whether light help became casework (domain.md 4.2, P2). */
const lightHelpMs = 8 * 7 * day;

/** A human says what came of it. The work may go on under it (a case), or end here. */
export function setOutcome(signal: Signal, event: ActOf<"outcome_set">, by: PersonId, moment: Moment): Draft {
  const drafted = draft(signal, event, moment.now);
  drafted
    .change({
      outcome: event.outcome,
      outcomes: [...signal.outcomes, { outcome: event.outcome, at: moment.now, by }],
      waiting: null,
    })
    .note("outcome_set", { outcome: event.outcome, next: event.next });
  if (event.outcome === "P2") drafted.start(moment.now + lightHelpMs, { what: "clock", clock: "light_help" });
  sayWord(drafted, event, by, moment);
  if (event.next === "close") return signal.stage === "closed" ? drafted : end(drafted, moment);
  drafted.change({ stage: "working", closedAt: null, holder: signal.holder ?? by });
  refreshAlerts(drafted);
  return drafted;
}

/** The work is done: casework ended, or nothing left to do. */
export function close(signal: Signal, event: ActOf<"closed">, by: PersonId, moment: Moment): Draft {
  const drafted = draft(signal, event, moment.now);
  sayWord(drafted, event, by, moment);
  return end(drafted, moment);
}

/** The closing word, or the reason why there is none: kept, so that silence is never an accident. */
function sayWord(
  drafted: Draft,
  event: { readonly word: FeedbackLevel | null; readonly text: string | null },
  by: PersonId,
  moment: Moment,
): void {
  if (event.word !== null) {
    tellFeedback(drafted, { level: event.word, own: event.text }, by, moment);
    return;
  }
  drafted.keep("no_word", event.text ?? "");
  drafted.note("feedback_given", { level: "none" });
}

function end(drafted: Draft, moment: Moment): Draft {
  drafted
    .change({ stage: "closed", closedAt: moment.now })
    .note("closed", { outcome: drafted.signal.outcome });
  tellReceipt(drafted, moment);
  refreshAlerts(drafted);
  return drafted;
}
