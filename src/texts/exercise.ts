import type { Instant } from "#signal/signal.ts";
import type { Language } from "#signal/words.ts";
import type { Card, Part } from "#texts/card.ts";
import { text } from "#texts/parts.ts";
import { type Said, say } from "#texts/say.ts";

/** An exercise, as the cards about it need to know it: when it began, and when somebody took it. */
export interface Exercise {
  readonly receivedAt: Instant;
  readonly acceptedAt: Instant | null;
}

const mark: Said = { nl: "OEFENING", en: "EXERCISE" };
const nothingReal: Said = {
  nl: "**Dit is een oefening.** Er is niemand in gevaar. Doe wat je anders ook zou doen.",
  en: "**This is an exercise.** Nobody is in danger. Do what you would do otherwise.",
};

/**
 * A card about an exercise: marked in the title and in what the notification says, and without the texts and buttons for
 * people in danger. Whoever hears that it was picked up, hears how long that took.
 */
export function exerciseCard(card: Card, exercise: Exercise, language: Language): Card {
  const word = say(language, mark);
  return {
    ...card,
    title: `${word}: ${card.title}`,
    // Nothing in an exercise may look as if somebody has to be saved now.
    tone: card.tone === "acute" ? "attention" : card.tone,
    parts: [
      text(say(language, nothingReal)),
      ...tookParts(exercise, language),
      ...card.parts.filter(({ part }) => part !== "safety"),
    ],
    buttons: card.buttons.filter(({ act, style }) => act !== "called" && style !== "danger"),
    summary: `${word}. ${card.summary}`,
  };
}

function tookParts({ receivedAt, acceptedAt }: Exercise, language: Language): readonly Part[] {
  if (acceptedAt === null) return [];
  const values = { took: tookInWords(acceptedAt - receivedAt, language) };
  return [text(say(language, { nl: "Opgepakt na **{took}**.", en: "Picked up after **{took}**." }, values))];
}

const second = 1000;
const minute = 60 * second;

/** `40 seconden` · `1 minuut` · `12 minuten`, rounded up: never faster than it was. */
function tookInWords(ms: number, language: Language): string {
  if (ms < minute) {
    const n = Math.max(1, Math.ceil(ms / second));
    return counted(
      n,
      { nl: "{n} seconde", en: "{n} second" },
      { nl: "{n} seconden", en: "{n} seconds" },
      language,
    );
  }
  const n = Math.ceil(ms / minute);
  return counted(
    n,
    { nl: "{n} minuut", en: "{n} minute" },
    { nl: "{n} minuten", en: "{n} minutes" },
    language,
  );
}

function counted(n: number, one: Said, many: Said, language: Language): string {
  return say(language, n === 1 ? one : many, { n: String(n) });
}
