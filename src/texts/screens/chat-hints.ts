import type { ScreenBody } from "#signal/screen.ts";
import type { Language } from "#signal/words.ts";
import { button, primary } from "#texts/buttons.ts";
import type { Button, Card, Part } from "#texts/card.ts";
import type { Reading } from "#texts/labels.ts";
import { facts, list, note, text } from "#texts/parts.ts";
import { safetyAfterwards } from "#texts/safety.ts";
import { type Said, say } from "#texts/say.ts";

type Body<K extends ScreenBody["kind"]> = Extract<ScreenBody, { kind: K }>;

const typedWords = {
  reported: {
    title: { nl: "Je zorg is binnen", en: "Your concern has come in" },
    text: {
      nl: "Het staat veilig bij ons. In het andere bericht lees je wat er nu gebeurt. Weet je meer? Typ het hier, dan zet ik het erbij.",
      en: "It is safe with us. The other message tells what happens now. Do you know more? Type it here and I add it.",
    },
  },
  added: {
    title: { nl: "Toegevoegd aan {code}", en: "Added to {code}" },
    text: {
      nl: "Het staat veilig bij ons. Wie kijkt, leest het ook. Gaat het om iemand anders? Druk op de knop.",
      en: "It is safe with us. Whoever looks reads this too. Is it about someone else? Press the button.",
    },
  },
  answered: {
    title: { nl: "Je antwoord is doorgegeven", en: "Your answer has been passed on" },
    text: {
      nl: "Het staat veilig bij ons. Je naam geven we niet door.",
      en: "It is safe with us. We do not pass on your name.",
    },
  },
} as const satisfies Record<Body<"typed">["what"], { title: Said; text: Said }>;

/** What was typed is taken in, and stays in the chat until the one who typed it takes it out (features row 2). */
export function typedCard(body: Body<"typed">, reading: Reading): Card {
  const { language } = reading;
  const { code } = body;
  const said = typedWords[body.what];
  const title = say(language, said.title, { code });
  return {
    title,
    tone: "good",
    parts: [
      text(say(language, said.text)),
      numberOf(code, language),
      text(
        say(language, {
          nl: "**Haal het nu uit deze chat.** Ik kan dat niet voor je doen.",
          en: "**Now take it out of this chat.** I cannot do that for you.",
        }),
      ),
      howToRemove(language),
    ],
    buttons: typedButtons(body, language),
    summary: `${title}.`,
  };
}

function typedButtons({ what, code }: Body<"typed">, language: Language): readonly Button[] {
  if (what !== "added") return [button("supplement", code, language)];
  const another: Said = { nl: "Over iemand anders", en: "About someone else" };
  return [{ ...button("report", "", language), label: say(language, another) }];
}

/** The same in Slack and Teams, by mouse and by thumb. */
function howToRemove(language: Language): Part {
  const steps: readonly Said[] = [
    {
      nl: "Ga met de muis naar je bericht. Op je telefoon: houd het ingedrukt.",
      en: "Move the mouse to your message. On your phone: press and hold it.",
    },
    { nl: "Kies de drie puntjes.", en: "Choose the three dots." },
    { nl: "Kies verwijderen.", en: "Choose delete." },
  ];
  return list(steps.map((step) => say(language, step)));
}

function numberOf(code: string, language: Language): Part {
  return facts([[say(language, { nl: "Nummer", en: "Number" }), code]]);
}

/** A colleague typed under a card: words between people belong in a dialog, not in the chat (decision 6). */
export function useButtonsCard(body: Body<"use_buttons">, reading: Reading): Card {
  const { language } = reading;
  const { code } = body;
  const title = say(
    language,
    { nl: "Gebruik de knoppen bij {code}", en: "Use the buttons of {code}" },
    { code },
  );
  return {
    title,
    tone: "attention",
    parts: [
      text(
        say(language, {
          nl: "Wat je typt, blijft in de chat staan. Ik heb het niet bewaard en niet doorgegeven.",
          en: "What you type stays in the chat. I have not kept it and not passed it on.",
        }),
      ),
      text(
        say(language, {
          nl: "Gaat het over iemand? Haal je bericht dan weg.",
          en: "Is it about someone? Then take your message out.",
        }),
      ),
      howToRemove(language),
      note(
        say(language, {
          nl: "Een vraag, een overleg of een uitkomst: open het signaal en kies de knop.",
          en: "A question, a consult or an outcome: open the signal and choose the button.",
        }),
      ),
    ],
    buttons: [primary("open", code, language), button("home", "", language)],
    summary: `${title}.`,
  };
}

/** Typed where others read along (domain.md L4): nothing is kept, nothing is repeated. */
export function notHereCard({ language }: Reading): Card {
  const title = say(language, { nl: "Vertel dit liever niet hier", en: "Better not tell this here" });
  return {
    title,
    tone: "attention",
    parts: [
      { part: "safety", lines: safetyAfterwards(language) },
      text(
        say(language, {
          nl: "Anderen lezen hier mee. Ik heb niets bewaard. Druk op de knop, dan leest alleen het team het.",
          en: "Others read along here. I have kept nothing. Press the button, then only the team reads it.",
        }),
      ),
      text(
        say(language, {
          nl: "Haal je bericht weg. Ik kan dat niet voor je doen.",
          en: "Take your message out. I cannot do that for you.",
        }),
      ),
      howToRemove(language),
    ],
    buttons: [primary("report", "", language), button("help", "", language)],
    summary: `${title}.`,
  };
}
