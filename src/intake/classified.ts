import { chooseQuestions } from "#intake/questions.ts";
import { type Draft, draft } from "#signal/draft.ts";
import type { ActOf } from "#signal/event.ts";
import type { Moment } from "#signal/moment.ts";
import { raise } from "#signal/raise.ts";
import { isOpen, type Signal } from "#signal/signal.ts";
import { refreshAlerts, tellReceipt } from "#signal/tell.ts";
import { higherOf, type Urgency } from "#signal/words.ts";

type Read = ActOf<"classified"> | ActOf<"not_classified">;

/**
 * The classifier has spoken (or could not: then the result is the verdict without it, and a human decides). It proposes;
 * what a human decided stays, and urgency only goes up. Null where it has spoken before and says nothing new.
 */
export function takeClassification(signal: Signal, event: Read, moment: Moment): Draft | null {
  const { result } = event;
  if (signal.proposal !== null) return readAnew(signal, event, moment);
  const drafted = draft(signal, event, moment.now);
  const urgency = result.urgency === "none" ? "preventive" : result.urgency;
  keepProposal(drafted, event, urgency);
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

/** What the machine proposes, with the words that led to it. */
function keepProposal(drafted: Draft, { type, result }: Read, urgency: Urgency): void {
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
    .note(type, {
      kind: result.kind,
      categories: result.categories.join(" ") || null,
      urgency: result.urgency,
      confidence: result.confidence,
      engine: `${result.engine} ${result.version}`,
    });
}

/**
 * Read once more, with what the signaler added. While no human decided or holds it, this fills in what nobody could tell
 * from the first words, and raises; it never lowers, nor changes what was read before. Null where it says nothing new.
 */
function readAnew(signal: Signal, event: Read, moment: Moment): Draft | null {
  const { result } = event;
  const isMachines = signal.decidedBy === null && signal.holder === null && isOpen(signal);
  if (!isMachines || event.type === "not_classified") return null;
  const isUnclear = signal.categories.length === 0 || signal.categories[0] === "unclear";
  const isTold = result.categories.length > 0 && result.categories[0] !== "unclear";
  const urgency =
    higherOf(signal.urgency, result.urgency === "none" ? null : result.urgency) ?? signal.urgency;
  const isSignalNow = signal.kind === "not_a_signal" && result.kind !== "not_a_signal";
  const fills = isUnclear && (isTold || isSignalNow);
  if (!fills && urgency === signal.urgency) return null;
  const drafted = draft(signal, event, moment.now);
  keepProposal(drafted, event, urgency);
  if (fills) {
    const { kind, categories, insider } = result;
    drafted.change({ kind, categories, outside: signal.outside || insider === true });
  }
  raise(drafted, urgency, moment);
  if (drafted.signal.urgency === signal.urgency) {
    tellReceipt(drafted, moment);
    refreshAlerts(drafted);
  }
  // What was no concern at first was not asked about either.
  if (signal.kind === "not_a_signal") ask(drafted);
  return drafted;
}

/** Asks the signaler what is still needed, once. */
export function ask(drafted: Draft): void {
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
