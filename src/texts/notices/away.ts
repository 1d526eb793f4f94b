import type { NoticeBody } from "#signal/notice.ts";
import { button, primary } from "#texts/buttons.ts";
import type { Card } from "#texts/card.ts";
import { dateName } from "#texts/dates.ts";
import type { Reading } from "#texts/labels.ts";
import { facts, text } from "#texts/parts.ts";
import { nameOf } from "#texts/people.ts";
import { capital, type Said, say } from "#texts/say.ts";
import { urgencyWords } from "#texts/terms.ts";

/** The holder's leave has begun. The signal stays where it is; the holder and the coordinators can hand it over. */
export function awayHolderCard(body: Extract<NoticeBody, { kind: "away_holder" }>, reading: Reading): Card {
  const { language } = reading;
  const { code } = body;
  const name = nameOf(body.person, reading);
  const said = body.reader === body.person ? toHolder : toCoordinator;
  const label = (words: Said) => say(language, words);
  return {
    title: say(language, said.title, { code, name }),
    tone: "attention",
    parts: [
      text(say(language, said.text, { name })),
      facts([
        [label({ nl: "Nummer", en: "Number" }), code],
        [label({ nl: "Urgentie", en: "Urgency" }), capital(label(urgencyWords[body.urgency]))],
        [
          label({ nl: "Afwezig tot en met", en: "Away until" }),
          body.until === null ? null : dateName(body.until, reading),
        ],
      ]),
    ],
    buttons: [primary("hand_over", code, language), button("open", code, language)],
    summary: say(language, { nl: "{code}: collega afwezig.", en: "{code}: colleague away." }, { code }),
  };
}

const toHolder = {
  title: { nl: "{code} is nog bij jou", en: "{code} is still with you" },
  text: {
    nl: "Jij bent er nu niet. Kan het niet wachten? Draag het over aan een collega.",
    en: "You are away now. Can it not wait? Hand it over to a colleague.",
  },
} as const satisfies Record<string, Said>;

const toCoordinator = {
  title: { nl: "{code}: {name} is er niet", en: "{code}: {name} is away" },
  text: {
    nl: "Dit signaal blijft bij {name}. Kan het niet wachten? Draag het over aan een ander.",
    en: "This signal stays with {name}. Can it not wait? Hand it over to someone else.",
  },
} as const satisfies Record<string, Said>;
