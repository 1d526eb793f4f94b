import type { ClockName } from "#signal/event.ts";
import type { NoticeBody } from "#signal/notice.ts";
import type { Act } from "#signal/press.ts";
import { button, primary } from "#texts/buttons.ts";
import type { Card } from "#texts/card.ts";
import { lastingDate } from "#texts/dates.ts";
import type { Reading } from "#texts/labels.ts";
import { facts, text } from "#texts/parts.ts";
import { nameOf, personOf } from "#texts/people.ts";
import { capital, type Said, say } from "#texts/say.ts";
import { urgencyWords } from "#texts/terms.ts";

type Body<K extends NoticeBody["kind"]> = Extract<NoticeBody, { kind: K }>;

const reminders = {
  accept: {
    title: { nl: "{code} is nog niet opgepakt", en: "{code} has not been picked up yet" },
    text: {
      nl: "Nog niemand heeft dit signaal. Kun jij het oppakken?",
      en: "Nobody has this signal yet. Can you take it?",
    },
    acts: ["accept", "open", "hand_over"],
  },
  feedback: {
    title: { nl: "Laat iets weten over {code}", en: "Send word about {code}" },
    text: {
      nl: "Wie het vertelde, wacht nog op bericht. Een korte tekst is genoeg.",
      en: "The person who told us still waits for word. A short text is enough.",
    },
    acts: ["feedback", "open"],
  },
  outcome: {
    title: { nl: "Kies een uitkomst voor {code}", en: "Choose an outcome for {code}" },
    text: {
      nl: "De tijd voor een uitkomst is om. Wat is er gebeurd?",
      en: "The time for an outcome has passed. What came of it?",
    },
    acts: ["outcome", "open"],
  },
  light_help: {
    title: { nl: "Lichte hulp bij {code}: 8 weken voorbij", en: "Light help on {code}: 8 weeks have passed" },
    text: {
      nl: "Is de hulp klaar, of is het een casus geworden? Kies de uitkomst die nu klopt.",
      en: "Is the help done, or has it become casework? Choose the outcome that is right now.",
    },
    acts: ["outcome", "open"],
  },
} as const satisfies Record<ClockName, { title: Said; text: Said; acts: readonly Act[] }>;

const danger: Said = {
  nl: "**Direct gevaar? Bel 112.** Wie het vertelde, heeft de veiligheidstekst.",
  en: "**Immediate danger? Call 112.** The person who told us has the safety text.",
};

/** A clock ran out. The holder hears it, and where it is escalated the coordinator too. */
export function reminderCard(body: Body<"reminder">, reading: Reading): Card {
  const { language } = reading;
  const { code } = body;
  const said = reminders[body.clock];
  const escalated: Said = {
    nl: "Jij krijgt dit omdat het te lang duurt. Kijk wat er nodig is.",
    en: "You get this because it takes too long. See what is needed.",
  };
  const label = (words: Said) => say(language, words);
  const [first, ...others] = said.acts;
  const isPressing = body.urgency === "acute" || body.urgency === "urgent";
  return {
    title: say(language, said.title, { code }),
    tone: body.urgency === "acute" ? "acute" : "attention",
    parts: [
      ...(body.urgency === "acute" && body.clock === "accept" ? [text(label(danger))] : []),
      text(say(language, said.text)),
      ...(body.escalated ? [text(say(language, escalated))] : []),
      facts([
        [label({ nl: "Nummer", en: "Number" }), code],
        [label({ nl: "Urgentie", en: "Urgency" }), capital(label(urgencyWords[body.urgency]))],
        [label({ nl: "Het moest voor", en: "It was due" }), lastingDate(body.due, reading)],
        [
          label({ nl: "Opgepakt door", en: "Picked up by" }),
          body.holder === null ? null : nameOf(body.holder, reading),
        ],
      ]),
    ],
    buttons: [primary(first, code, language), ...others.map((act) => button(act, code, language))],
    summary: say(language, isPressing ? pressingSummary : calmSummary, { code }),
  };
}

/** A locked screen shows the code and what it is, never what it is about. */
const calmSummary: Said = { nl: "{code}: herinnering.", en: "{code}: reminder." };
const pressingSummary: Said = { nl: "{code}: herinnering, spoed.", en: "{code}: reminder, urgent." };

/** For the coordinator: a message did not arrive. Who is not in the directory is a signaler, and is never named. */
export function unreachableCard(body: Body<"unreachable">, reading: Reading): Card {
  const { language } = reading;
  const colleague = personOf(body.person, reading);
  const said = colleague === null ? signalerUnreachable : colleagueUnreachable;
  const about =
    body.code === null ? [] : [facts([[say(language, { nl: "Ging over", en: "It was about" }), body.code]])];
  const first = colleague === null ? "open" : "hand_over";
  return {
    title: say(language, said.title, { name: colleague?.name ?? "" }),
    tone: "attention",
    parts: [text(say(language, said.text)), ...about],
    buttons:
      body.code === null
        ? []
        : [
            primary(first, body.code, language),
            ...(colleague === null ? [] : [button("open", body.code, language)]),
          ],
    summary: say(language, said.summary),
  };
}

const colleagueUnreachable = {
  title: { nl: "{name} is niet te bereiken", en: "{name} cannot be reached" },
  text: {
    nl: "Ons bericht kwam niet aan. Kijk wie het nu heeft, en of het adres klopt.",
    en: "Our message did not arrive. See who has it now, and check the address.",
  },
  summary: { nl: "Een collega is niet te bereiken.", en: "A colleague cannot be reached." },
} as const satisfies Record<string, Said>;

const signalerUnreachable = {
  title: { nl: "Wie het vertelde, is niet te bereiken", en: "The person who told us cannot be reached" },
  text: {
    nl: "Ons bericht kwam niet aan. Deze persoon weet dus niet hoe het staat.",
    en: "Our message did not arrive. So this person does not know how it stands.",
  },
  summary: { nl: "Een bericht kwam niet aan.", en: "A message did not arrive." },
} as const satisfies Record<string, Said>;

/** Erasing never runs on a clock that has just jumped: it waits and says so. */
export function erasureHeldCard(body: Body<"erasure_held">, reading: Reading): Card {
  const { language } = reading;
  const days = Math.max(1, Math.round(Math.abs(body.jumpedMs) / 86_400_000));
  const title: Said = { nl: "Wissen wacht: de klok versprong", en: "Erasing waits: the clock jumped" };
  return {
    title: say(language, title),
    tone: "attention",
    parts: [
      text(
        say(language, {
          nl: "We wissen nu niets, want de klok kan fout staan. Vraag een beheerder de klok na te kijken.",
          en: "We erase nothing now, because the clock may be wrong. Ask an administrator to check the clock.",
        }),
      ),
      facts([
        [
          say(language, { nl: "Sprong van de klok", en: "Jump of the clock" }),
          say(language, { nl: "ongeveer {n} dagen", en: "about {n} days" }, { n: String(days) }),
        ],
      ]),
    ],
    buttons: [],
    summary: `${say(language, title)}.`,
  };
}

/** What somebody typed lies in the in-tray and can not be worked on: a fault in this software, and somebody waits. */
export function stuckCard({ language }: Reading): Card {
  const title: Said = { nl: "Een bericht bleef liggen", en: "A message got stuck" };
  return {
    title: say(language, title),
    tone: "attention",
    parts: [
      text(
        say(language, {
          nl: "Iemand stuurde een bericht. Het is bewaard, maar door een fout is het nog geen signaal. De afzender weet dit en kreeg de telefoonnummers. We blijven het proberen. Vraag een beheerder om in het logboek te kijken.",
          en: "Somebody sent a message. It has been kept, but through a fault it is not a signal yet. The sender knows this and was given the phone numbers. We keep trying. Ask an administrator to look in the log.",
        }),
      ),
    ],
    buttons: [],
    summary: `${say(language, title)}.`,
  };
}
