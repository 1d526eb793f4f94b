import { type Draft, draft } from "#signal/draft.ts";
import type { ActOf } from "#signal/event.ts";
import type { Moment } from "#signal/moment.ts";
import { raise } from "#signal/raise.ts";
import type { Signal } from "#signal/signal.ts";
import { whoWaits } from "#signal/tell.ts";
import type { Urgency } from "#signal/words.ts";

/** The expert asks the signaler something. Neither sees who the other is: the bot carries the words. */
export function ask(signal: Signal, event: ActOf<"asked">, moment: Moment): Draft {
  const drafted = draft(signal, event, moment.now).note("asked");
  const words = drafted.keep("question", event.text);
  drafted.change({ asks: signal.asks + 1 });
  tellQuestion(drafted, words);
  return drafted;
}

/** The signaler's answer goes back the same way. `level` is what the words ask for. */
export function answer(
  signal: Signal,
  event: ActOf<"answered">,
  level: Urgency | null,
  moment: Moment,
): Draft {
  const drafted = draft(signal, event, moment.now).note("answered");
  const words = drafted.keep("answer", event.text);
  if (signal.asks > 0) tellQuestion(drafted, null);
  if (level !== null && signal.stage !== "closed") raise(drafted, level, moment);
  for (const id of whoWaits(drafted.signal)) {
    drafted.tell({ to: "person", id }, { kind: "answer_relayed", code: signal.code, words });
  }
  return drafted;
}

/** One card per question: with words it is asked, without it is answered. */
function tellQuestion(drafted: Draft, words: string | null): void {
  const { id, code, signaler, asks } = drafted.signal;
  const body = { kind: "question_relayed", code, words, answered: words === null } as const;
  drafted.tell({ to: "signaler", id: signaler }, body, { slot: `question:${id}:${asks}` });
}
