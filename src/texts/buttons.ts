import { type Act } from "#signal/press.ts";
import { type CallAnswer, callAnswers, type Language } from "#signal/words.ts";
import type { Button } from "#texts/card.ts";
import { type Said, say } from "#texts/say.ts";
import { callWords } from "#texts/terms.ts";

const labels = {
  report: { nl: "Ik maak me zorgen", en: "I am worried" },
  tell: { nl: "Vertel", en: "Tell" },
  supplement: { nl: "Aanvullen", en: "Add something" },
  answer: { nl: "Antwoord geven", en: "Answer" },
  called: callWords.called,
  still_worried: { nl: "Nog steeds bezorgd", en: "Still worried" },
  withdraw: { nl: "Intrekken", en: "Withdraw" },
  accept: { nl: "Ik pak dit op", en: "I take this" },
  decline: { nl: "Niet voor mij", en: "Not for me" },
  open: { nl: "Bekijk", en: "Open" },
  why: { nl: "Waarom deze indeling?", en: "Why sorted like this?" },
  hand_over: { nl: "Draag over", en: "Hand over" },
  consult: { nl: "Overleg", en: "Consult" },
  consult_answer: { nl: "Antwoord geven", en: "Answer" },
  ask: { nl: "Stel een vraag", en: "Ask a question" },
  feedback: { nl: "Laat weten", en: "Send word" },
  correct: { nl: "Klopt niet", en: "Not right" },
  waiting: { nl: "Wacht op een ander", en: "Waits elsewhere" },
  outcome: { nl: "Uitkomst", en: "Outcome" },
  close: { nl: "Afsluiten", en: "Close" },
  home: { nl: "Overzicht", en: "Overview" },
  away: { nl: "Ik ben er niet", en: "I am away" },
  back: { nl: "Ik ben er weer", en: "I am back" },
  capacity: { nl: "Hoeveel past er bij mij?", en: "How much fits me?" },
  who: { nl: "Wie weet hiervan?", en: "Who knows about this?" },
  week: { nl: "Deze week", en: "This week" },
  drill: { nl: "Oefening", en: "Exercise" },
  help: { nl: "Hulp", en: "Help" },
} as const satisfies Record<Act, Said>;

/** The words on the button of an act: the same everywhere. */
export function labelOf(act: Act, language: Language): string {
  return say(language, labels[act]);
}

/** A button of an act on a signal (`on`: its code, or empty). */
export function button(act: Act, on: string, language: Language): Button {
  return { label: labelOf(act, language), act, on, style: "plain" };
}

/** The one button that most people need. */
export function primary(act: Act, on: string, language: Language): Button {
  return { ...button(act, on, language), style: "primary" };
}

/** A button that says which signal it opens, for lists of several. */
export function numbered(act: Act, code: string, language: Language): Button {
  return { ...button(act, code, language), label: `${labelOf(act, language)} ${code}` };
}

/** The buttons under the acute safety text (domain.md 2.3); after an answer, only what can still change. */
export function callButtons(code: string, called: CallAnswer | null, language: Language): readonly Button[] {
  if (called === "called") return [];
  const answers = called === null ? callAnswers : (["called"] as const);
  return answers.map((answer) => ({
    label: say(language, callWords[answer]),
    act: "called",
    on: code,
    fields: { answer },
    style: answer === "called" ? "primary" : "plain",
  }));
}

/** "Is er nu gevaar?" stays one press away (domain.md 2.2 g): it adds that answer to the signal at once. */
export function dangerButton(code: string, language: Language): Button {
  return {
    label: say(language, { nl: "Er is nu gevaar", en: "There is danger now" }),
    act: "supplement",
    on: code,
    fields: { danger: "now" },
    style: "danger",
  };
}
