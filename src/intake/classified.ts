import { chooseQuestions } from "#intake/questions.ts";
import { type Draft, draft } from "#signal/draft.ts";
import type { ActOf } from "#signal/event.ts";
import type { Moment } from "#signal/moment.ts";
import { raise } from "#signal/raise.ts";
import type { Signal } from "#signal/signal.ts";
import { refreshAlerts, tellReceipt } from "#signal/tell.ts";

/**
 * The classifier has spoken (or could not: then the result is the verdict without it, and a human decides). It proposes;
 * what a human decided stays, and urgency only goes up. Null where it has spoken before.
 */
export function takeClassification(
  signal: Signal,
  event: ActOf<"classified"> | ActOf<"not_classified">,
  moment: Moment,
): Draft | null {
  const { result } = event;
  if (signal.proposal !== null) return null;
  const drafted = draft(signal, event, moment.now);
  const urgency = result.urgency === "none" ? "preventive" : result.urgency;
  const evidence =
    result.evidence.length > 0 ? drafted.keep("evidence", JSON.stringify(result.evidence)) : null;
  drafted
    .change({
      proposal: {
        kind: result.kind,
        categories: result.categories,
        urgency,
        confidence: result.confidence,
        engine: result.engine,
        version: result.version,
        flags: result.flags.map(({ rule, level }) => ({ rule, level })),
        evidence,
      },
    })
    .note(event.type, {
      kind: result.kind,
      categories: result.categories.join(" ") || null,
      urgency: result.urgency,
      confidence: result.confidence,
      engine: `${result.engine} ${result.version}`,
    });
  if (signal.decidedBy === null) {
    drafted.change({ kind: result.kind, categories: result.categories, outside: result.insider === true });
  }
  raise(drafted, urgency, moment);
  if (drafted.signal.urgency === signal.urgency) {
    // What it is about decides whose help line stands in the receipt, and who reads it.
    tellReceipt(drafted, moment);
    refreshAlerts(drafted);
  }
  ask(drafted);
  return drafted;
}

/** Asks the signaler what is still needed, once. */
function ask(drafted: Draft): void {
  const questions = chooseQuestions(drafted.signal);
  if (questions.length === 0) return;
  const { id, code, signaler } = drafted.signal;
  drafted
    .change({ questions })
    .tell(
      { to: "signaler", id: signaler },
      { kind: "questions", code, questions, answered: false },
      { slot: `questions:${id}` },
    );
}
