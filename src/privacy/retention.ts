import { type Draft, draft } from "#signal/draft.ts";
import type { ActOf } from "#signal/event.ts";
import type { Moment } from "#signal/moment.ts";
import type { Signal } from "#signal/signal.ts";

const day = 86_400_000;
/** Words go at most so long after the outcome, or after they were said where an outcome is set already (domain.md L12). */
const keepWordsMs = 30 * day;

/** The date of erasing has come: every word goes, the codes and the event log stay. Null where the date moved (reopened). */
export function eraseStory(signal: Signal, event: ActOf<"erasure_due">, moment: Moment): Draft | null {
  if (signal.eraseAt === null || moment.now < signal.eraseAt) return null;
  return eraseNow(signal, event, moment);
}

/** Erases now: the retention date, or someone asked for it by reference code. The proof is the entry in the event log. */
export function eraseNow(
  signal: Signal,
  event: Pick<ActOf<"erasure_due">, "key" | "by">,
  moment: Moment,
): Draft {
  return draft(signal, event, moment.now)
    .change({
      story: null,
      waiting: null,
      eraseAt: null,
      proposal: signal.proposal && { ...signal.proposal, evidence: null },
    })
    .note("erased", { due: signal.eraseAt })
    .forget();
}

/** Once work has an outcome or an end, every word of it has a date on which it goes: also words that come later. */
export function dateErasure(drafted: Draft, moment: Moment): void {
  const { stage, outcome, eraseAt } = drafted.signal;
  const isOver = outcome !== null || stage === "closed" || stage === "withdrawn";
  if (!isOver || eraseAt !== null) return;
  const at = moment.now + keepWordsMs;
  drafted.change({ eraseAt: at }).start(at, { what: "erase" });
}
