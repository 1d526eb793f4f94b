import type { ScreenBody } from "#signal/screen.ts";
import { button } from "#texts/buttons.ts";
import type { Card } from "#texts/card.ts";
import type { Reading } from "#texts/labels.ts";
import { text } from "#texts/parts.ts";
import { type Said, say } from "#texts/say.ts";

type Body<K extends ScreenBody["kind"]> = Extract<ScreenBody, { kind: K }>;

/** "Laat maar": typed words take nothing back, the button does; it asks once more. */
export function takeBackCard({ code }: Body<"take_back">, { language }: Reading): Card {
  const title = say(
    language,
    { nl: "Wil je {code} intrekken?", en: "Do you want to withdraw {code}?" },
    { code },
  );
  const stays: Said = {
    nl: "Druk dan op **Intrekken**. Tot dan gaat {code} gewoon door.",
    en: "Then press **Withdraw**. Until then {code} just goes on.",
  };
  const remove: Said = {
    nl: "Wat je hier typte, blijft in de chat tot jij het weghaalt. Ik kan dat niet voor je doen.",
    en: "What you typed here stays in the chat until you take it out. I cannot do that for you.",
  };
  return {
    title,
    tone: "calm",
    parts: [text(say(language, stays, { code })), text(say(language, remove))],
    buttons: [
      { ...button("withdraw", code, language), style: "primary" },
      button("supplement", code, language),
    ],
    summary: title,
  };
}

/** Thanks get no whole help; what else there is to tell has its place. */
export function welcomeCard({ code }: Body<"welcome">, { language }: Reading): Card {
  const title = say(language, { nl: "Graag gedaan", en: "You are welcome" });
  const more: Said =
    code === null
      ? { nl: "Zie of hoor je weer iets? Typ het hier.", en: "Do you notice something again? Type it here." }
      : {
          nl: "Is er meer? Typ het onder dit bericht, dan zet ik het bij {code}.",
          en: "Is there more? Type it under this message and I add it to {code}.",
        };
  return {
    title,
    tone: "calm",
    parts: [text(say(language, more, { code: code ?? "" }))],
    buttons: [code === null ? button("report", "", language) : button("supplement", code, language)],
    summary: `${title}.`,
  };
}
