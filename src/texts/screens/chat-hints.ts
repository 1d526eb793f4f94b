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
      nl: "In het andere bericht lees je wat er nu gebeurt. Is er nu gevaar? Bel 112. Weet je meer? Typ het hier, dan zet ik het erbij.",
      en: "The other message tells what happens now. Is there danger now? Call 112. Do you know more? Type it here and I add it.",
    },
  },
  added: {
    title: { nl: "Toegevoegd aan {code}", en: "Added to {code}" },
    text: {
      nl: "Wie kijkt, leest dit ook. Ik ben een computerprogramma: op een vraag kan ik niet antwoorden. Nu advies? Bel Veilig Thuis 0800-2000.",
      en: "Whoever looks reads this too. I am a computer program: I cannot answer a question. Advice now? Call Veilig Thuis 0800-2000.",
    },
  },
  answered: {
    title: { nl: "Je antwoord is doorgegeven", en: "Your answer has been passed on" },
    text: {
      nl: "Wie het vroeg, leest het. Je naam geven we niet door.",
      en: "The one who asked reads it. We do not pass on your name.",
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
    tone: "calm",
    parts: [
      text(say(language, said.text)),
      ...(body.what === "added" ? [] : [numberOf(code, language)]),
      text(
        say(
          language,
          {
            nl: "**Haal het nu uit deze chat.** Ik kan dat niet voor je doen. {photo}",
            en: "**Now take it out of this chat.** I cannot do that for you. {photo}",
          },
          { photo: say(language, body.files === true ? filesCame : noFiles) },
        ),
      ),
      // Who types on knows the way: one line then.
      body.what === "reported" ? howToRemove(language) : note(say(language, removeInShort)),
    ],
    buttons: typedButtons(body, language),
    summary: `${title}.`,
  };
}

const noFiles: Said = {
  nl: "Een foto komt bij ons niet aan.",
  en: "A photo does not reach us.",
};
/** Said to who sent one. */
const filesCame: Said = {
  nl: "Foto's en bestanden bewaren we niet: typ in woorden wat erop staat.",
  en: "We do not keep photos and files: type in words what is on them.",
};

const removeInShort: Said = {
  nl: "Zo haal je het weg: houd je bericht ingedrukt of kies de drie puntjes, en kies verwijderen.",
  en: "How to remove it: press and hold your message or choose the three dots, and choose delete.",
};

/** Who changes their mind types so: the way back stands below it. */
function typedButtons({ what, code }: Body<"typed">, language: Language): readonly Button[] {
  if (what === "answered") return [button("supplement", code, language)];
  const withdraw = button("withdraw", code, language);
  if (what === "reported") return [button("supplement", code, language), withdraw];
  const another: Said = { nl: "Over iemand anders", en: "About someone else" };
  return [{ ...button("report", "", language), label: say(language, another) }, withdraw];
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

/** A colleague typed about work, under a card or beside it: words between people belong in a dialog, not in the chat (decision 6). */
export function useButtonsCard(body: Body<"use_buttons">, reading: Reading): Card {
  const { language } = reading;
  const { code } = body;
  const title =
    code === ""
      ? say(language, { nl: "Gebruik de knoppen", en: "Use the buttons" })
      : say(language, { nl: "Gebruik de knoppen bij {code}", en: "Use the buttons of {code}" }, { code });
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
      text(
        say(language, {
          nl: "Maak je je zelf zorgen om iemand? Druk op **Ik maak me zorgen**.",
          en: "Are you worried about someone yourself? Press **I am worried**.",
        }),
      ),
    ],
    buttons:
      code === ""
        ? [primary("home", "", language), button("report", "", language)]
        : [primary("open", code, language), button("report", "", language), button("home", "", language)],
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
