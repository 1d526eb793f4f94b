import type { Act } from "#signal/press.ts";
import type { ScreenBody } from "#signal/screen.ts";
import type { Language } from "#signal/words.ts";
import { button, callButtons, primary } from "#texts/buttons.ts";
import type { Button, Card } from "#texts/card.ts";
import { openingHoursInWords } from "#texts/dates.ts";
import type { Reading } from "#texts/labels.ts";
import { whatIAm } from "#texts/notices/receipt.ts";
import { facts, heading, text } from "#texts/parts.ts";
import { nameOf } from "#texts/people.ts";
import { type RefusalText, refusalTexts } from "#texts/refusals.ts";
import { acuteText, mayPromise, safetyNote } from "#texts/safety.ts";
import { type Said, say } from "#texts/say.ts";
import { helpParts } from "#texts/screens/help.ts";
import { ownWorkDone } from "#texts/screens/own-work.ts";

type Body<K extends ScreenBody["kind"]> = Extract<ScreenBody, { kind: K }>;

/** Why it can not be done, and what to do instead. Never a dead end. */
export function refusalCard(body: Body<"refusal">, reading: Reading): Card {
  const { language } = reading;
  const said: RefusalText = refusalTexts[body.refusal];
  const why = body.code === null ? (said.withoutSignal ?? said.text) : said.text;
  const name =
    body.holder === null
      ? say(language, { nl: "Een collega", en: "A colleague" })
      : nameOf(body.holder, reading);
  const title = say(language, said.title, { name });
  const number =
    body.code === null ? [] : [facts([[say(language, { nl: "Nummer", en: "Number" }), body.code]])];
  return {
    title,
    tone: "attention",
    parts: [text(say(language, why, { name })), ...number],
    buttons: insteadButtons(said.instead, body.code, language),
    summary: `${title}.`,
  };
}

/** Acts that are about no signal in particular. */
const withoutSignal: readonly Act[] = [
  "home",
  "help",
  "report",
  "week",
  "away",
  "back",
  "capacity",
  "drill",
  "who",
];

function insteadButtons(acts: readonly Act[], code: string | null, language: Language): readonly Button[] {
  return acts.flatMap((act) => {
    if (withoutSignal.includes(act)) return [button(act, "", language)];
    return code === null ? [] : [button(act, code, language)];
  });
}

/** "help", "112" or the like alone: the acute text first, the help below it. Nothing was stored. */
export function safetyFirstCard(body: Body<"safety_first">, reading: Reading): Card {
  const { language } = reading;
  const isStaffed = mayPromise({ urgency: "acute", staffed: body.staffed }, reading);
  const nothingKept: Said = {
    nl: "Ik heb niets bewaard. Wil je iets vertellen? Druk op de knop.",
    en: "I have kept nothing. Do you want to tell something? Press the button.",
  };
  return {
    title: say(language, { nl: "Is er nu gevaar? Bel 112.", en: "Is there danger now? Call 112." }),
    tone: "acute",
    parts: [
      { part: "safety", lines: acuteText(language, isStaffed ? "staffed" : "unstaffed") },
      text(`${say(language, whatIAm)} ${say(language, nothingKept)}`),
      facts([
        [
          say(language, { nl: "Openingstijden", en: "Opening hours" }),
          openingHoursInWords(reading.directory.hours, language),
        ],
      ]),
      heading(say(language, { nl: "Zo werkt het", en: "How it works" })),
      ...helpParts("signaler", language),
      safetyNote(language),
    ],
    buttons: [primary("report", "", language), button("home", "", language)],
    summary: say(language, { nl: "Is er nu gevaar? Bel 112.", en: "Is there danger now? Call 112." }),
  };
}

const doneWords = {
  ...ownWorkDone,
  reported: {
    title: { nl: "Je zorg is binnen", en: "Your concern has come in" },
    text: {
      nl: "Je nummer is {code}. Je krijgt een bericht met wat er nu gebeurt.",
      en: "Your number is {code}. You get a message with what happens now.",
    },
  },
  sent: {
    title: { nl: "Verstuurd", en: "Sent" },
    text: {
      nl: "Het staat bij {code} en gaat naar wie het moet lezen. Komt er antwoord? Dan hoor je het hier.",
      en: "It has been added to {code} and goes to whoever must read it. If there is an answer, you hear it here.",
    },
  },
  handed_over: {
    title: { nl: "{name} krijgt het", en: "{name} gets it" },
    text: {
      nl: "De klok van {code} loopt door tot iemand het oppakt. Dat zie je in het bericht erover.",
      en: "The clock of {code} runs on until someone picks it up. The message about it shows that.",
    },
  },
  consulted: {
    title: { nl: "{name} krijgt je vraag", en: "{name} gets your question" },
    text: {
      nl: "{code} blijft bij jou. Komt er advies? Dan hoor je het hier.",
      en: "{code} stays with you. If there is advice, you hear it here.",
    },
  },
  asked: {
    title: {
      nl: "Je vraag gaat naar wie het vertelde",
      en: "Your question goes to the person who told us",
    },
    text: {
      nl: "Zonder namen. Komt er antwoord bij {code}? Dan hoor je het hier.",
      en: "Without names. If there is an answer on {code}, you hear it here.",
    },
  },
  worried: {
    title: {
      nl: "We zijn gewaarschuwd: {code} wordt opnieuw bekeken",
      en: "We have been warned: {code} is looked at again",
    },
    text: {
      nl: "Je hoort het als iemand het oppakt. Is er nu gevaar? Bel 112.",
      en: "You hear it when someone picks it up. Is there danger now? Call 112.",
    },
  },
  accepted: {
    title: { nl: "Jij hebt {code} opgepakt", en: "You have picked up {code}" },
    text: {
      nl: "Anderen zien dat nu ook. Lees wat er staat. Laat daarna iets weten aan wie het vertelde.",
      en: "Others see that now too. Read what it says. Then send word to the person who told us.",
    },
  },
  noted: {
    title: { nl: "Genoteerd", en: "Noted" },
    text: {
      nl: "Het staat bij {code}. In het bericht hierover zie je hoe het er nu voor staat.",
      en: "It has been noted with {code}. The message about it shows how it stands now.",
    },
  },
  withdrawn: {
    title: { nl: "{code} is ingetrokken", en: "{code} has been withdrawn" },
    text: {
      nl: "We doen er niets meer mee. Toch bezorgd? Laat het weten.",
      en: "We do nothing more with it. Worried after all? Let us know.",
    },
  },
  withdraw_requested: {
    title: { nl: "We hebben je verzoek", en: "We have your request" },
    text: {
      nl: "Een mens kijkt eerst naar {code} en beslist of we stoppen. Tot dan gaat het door.",
      en: "A human looks at {code} first and decides whether we stop. Until then it goes on.",
    },
  },
  closed: {
    title: { nl: "{code} is afgesloten", en: "{code} is closed" },
    text: {
      nl: "Dank je wel. De tekst wissen we binnen 30 dagen. Is de ander nog bezorgd? Dan gaat {code} weer open.",
      en: "Thank you. We erase the text within 30 days. Is the other still worried? Then {code} opens again.",
    },
  },
  drill: {
    title: { nl: "De oefening {code} loopt", en: "The exercise {code} is running" },
    text: {
      nl: "Een collega krijgt nu een bericht. Je hoort het als iemand het oppakt, en hoe lang dat duurde.",
      en: "A colleague gets a message now. You hear when someone picks it up, and how long that took.",
    },
  },
} as const satisfies Record<Body<"done">["what"], { title: Said; text: Said }>;

const afterDone = {
  away: "back",
  back: "home",
  capacity: "home",
  reported: null,
  sent: null,
  handed_over: "home",
  consulted: null,
  asked: null,
  worried: null,
  accepted: "open",
  noted: null,
  withdrawn: "report",
  withdraw_requested: null,
  closed: null,
  drill: "home",
} as const satisfies Record<Body<"done">["what"], Act | null>;

export function doneCard(body: Body<"done">, reading: Reading): Card {
  const { language } = reading;
  const said = doneWords[body.what];
  const name =
    body.person == null
      ? say(language, { nl: "Een collega", en: "A colleague" })
      : nameOf(body.person, reading);
  const values = { code: body.code, name };
  const next = afterDone[body.what];
  if (body.safety !== null) return doneInDanger(body, body.safety, reading);
  return {
    title: say(language, said.title, values),
    tone: "good",
    parts: [text(say(language, said.text, values))],
    buttons: next === null ? [] : [primary(next, withoutSignal.includes(next) ? "" : body.code, language)],
    summary: `${say(language, said.title, values)}.`,
  };
}

/** Taken in, and acute: what to do now stands first, that it was taken in comes after. That somebody reads it is not promised here. */
function doneInDanger(
  body: Body<"done">,
  safety: NonNullable<Body<"done">["safety"]>,
  reading: Reading,
): Card {
  const { language } = reading;
  const isStaffed = mayPromise({ urgency: "acute", staffed: safety.staffed }, reading);
  const title = say(language, { nl: "Is er nu gevaar? Bel 112.", en: "Is there danger now? Call 112." });
  const added: Said = { nl: "Het staat bij {code}.", en: "It has been added to {code}." };
  const said = body.what === "reported" ? doneWords.reported.text : added;
  const done = text(say(language, said, { code: body.code }));
  return {
    title,
    tone: "acute",
    parts: [{ part: "safety", lines: acuteText(language, isStaffed ? "staffed" : "unstaffed") }, done],
    buttons: callButtons(body.code, null, language),
    summary: title,
  };
}

export function helpCard(body: Body<"help">, reading: Reading): Card {
  const { language } = reading;
  const first: Act = body.as === "signaler" ? "report" : body.as === "expert" ? "home" : "week";
  const title = say(language, { nl: "Hulp: zo werkt het", en: "Help: how it works" });
  return {
    title,
    tone: "calm",
    parts: [text(say(language, whatIAm)), ...helpParts(body.as, language), safetyNote(language)],
    buttons: [primary(first, "", language), button("who", "", language)],
    summary: `${title}.`,
  };
}
