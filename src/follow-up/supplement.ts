import { readAgain, tellAddition } from "#follow-up/reopen.ts";
import { type Draft, draft } from "#signal/draft.ts";
import type { ActOf } from "#signal/event.ts";
import type { Moment } from "#signal/moment.ts";
import { raise } from "#signal/raise.ts";
import type { Signal } from "#signal/signal.ts";
import { refreshAlerts, tellReceipt, tellSafety, whoWaits } from "#signal/tell.ts";
import type { QuestionId, Urgency } from "#signal/words.ts";

/** Keeps what the signaler adds: words, and answers to the questions. On a closed signal the desk opens it again. */
export function keepAddition(
  signal: Signal,
  event: ActOf<"supplemented">,
  moment: Moment,
): { drafted: Draft; words: string | null } {
  const drafted = draft(signal, event, moment.now);
  const text = event.text?.trim();
  const words = text ? drafted.keep("addition", text) : null;
  if (words !== null) readAgain(drafted, moment);
  const { report } = signal;
  drafted
    .change({
      report: {
        ...report,
        danger: event.danger ?? report.danger,
        aware: event.aware ?? report.aware,
        ageGroup: event.ageGroup ?? report.ageGroup,
        area: event.area ?? report.area,
      },
    })
    .note("supplemented", {
      danger: event.danger,
      aware: event.aware,
      ageGroup: event.ageGroup,
      area: event.area,
    });
  return { drafted, words };
}

/** The signaler adds what was asked, or what has happened since. `level` is what that asks for; raised first, told after. */
export function supplement(
  signal: Signal,
  event: ActOf<"supplemented">,
  level: Urgency | null,
  moment: Moment,
): Draft {
  const { drafted, words } = keepAddition(signal, event, moment);
  dropAnswered(drafted, event, words);
  if (level !== null) raise(drafted, level, moment);
  const { round, urgency } = drafted.signal;
  // A new alert says it all, but for the words; a card that only changed is not heard.
  if (words !== null || round === signal.round)
    tellAddition(drafted, words === null ? "answers" : "words", words, moment);
  if (urgency === signal.urgency) refreshAlerts(drafted);
  return drafted;
}

/** Only what got an answer is no longer asked; words answer the fact, never whether there is danger. */
function dropAnswered(drafted: Draft, event: ActOf<"supplemented">, words: string | null): void {
  const { id, code, signaler, questions } = drafted.signal;
  const isAnswered: Record<QuestionId, boolean> = {
    danger: event.danger !== null,
    aware: event.aware !== null,
    age_group: event.ageGroup !== null,
    area: event.area !== null,
    fact: words !== null,
    fact_fear: words !== null,
    fact_injury: words !== null,
    fact_duration: words !== null,
    fact_use: words !== null,
    fact_money: words !== null,
  };
  const left = questions.filter((question) => !isAnswered[question]);
  if (left.length === questions.length) return;
  drafted
    .change({ questions: left })
    .tell(
      { to: "signaler", id: signaler },
      { kind: "questions", code, questions: left, answered: left.length === 0 },
      { slot: `questions:${id}` },
    );
}

/** The buttons under the acute safety text. Whatever is pressed, the team hears it; nothing is lowered by it (row 20). */
export function noteCall(signal: Signal, event: ActOf<"called">, moment: Moment): Draft {
  const drafted = draft(signal, event, moment.now).note("called", { answer: event.answer });
  if (signal.called === event.answer) return drafted;
  drafted.change({ called: event.answer });
  for (const id of whoWaits(signal)) {
    drafted.tell(
      { to: "person", id },
      { kind: "called", code: signal.code, answer: event.answer },
      { urgent: true },
    );
  }
  tellReceipt(drafted, moment);
  // The receipt carries the safety text; one that was sent apart, since it became acute, is kept true too.
  if (signal.urgency === "acute" && signal.stage !== "closed" && signal.round > signal.hops)
    tellSafety(drafted, moment);
  return drafted;
}
