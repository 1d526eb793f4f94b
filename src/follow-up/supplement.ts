import { tellAddition } from "#follow-up/reopen.ts";
import { type Draft, draft } from "#signal/draft.ts";
import type { ActOf } from "#signal/event.ts";
import type { Moment } from "#signal/moment.ts";
import { raise } from "#signal/raise.ts";
import type { Signal } from "#signal/signal.ts";
import { refreshAlerts, tellReceipt, tellSafety, whoWaits } from "#signal/tell.ts";
import type { Urgency } from "#signal/words.ts";

/** Keeps what the signaler adds: words, and answers to the questions. On a closed signal the desk opens it again. */
export function keepAddition(
  signal: Signal,
  event: ActOf<"supplemented">,
  moment: Moment,
): { drafted: Draft; words: string | null } {
  const drafted = draft(signal, event, moment.now);
  const text = event.text?.trim();
  const words = text ? drafted.keep("addition", text) : null;
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
  if (signal.questions.length > 0) {
    drafted.tell(
      { to: "signaler", id: signal.signaler },
      { kind: "questions", code: signal.code, questions: signal.questions, answered: true },
      { slot: `questions:${signal.id}` },
    );
  }
  if (level !== null) raise(drafted, level, moment);
  tellAddition(drafted, words === null ? "answers" : "words", words);
  refreshAlerts(drafted);
  return drafted;
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
  if (signal.urgency === "acute" && signal.stage !== "closed") tellSafety(drafted, moment);
  return drafted;
}
