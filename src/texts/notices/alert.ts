import type { NoticeBody } from "#signal/notice.ts";
import { button, primary } from "#texts/buttons.ts";
import type { Button, Card, Part } from "#texts/card.ts";
import { lastingDate, lastingDue } from "#texts/dates.ts";
import type { Reading } from "#texts/labels.ts";
import { facts, text } from "#texts/parts.ts";
import { areaName, nameOf } from "#texts/people.ts";
import { rereadInWords } from "#texts/rereading.ts";
import { capital, type Said, say } from "#texts/say.ts";
import { ageWords, categoriesInWords, sourceWords, urgencyWords } from "#texts/terms.ts";

type Alert = Extract<NoticeBody, { kind: "alert" }>;

/**
 * A colleague's card of one signal. Code, urgency, category and where it comes from; nothing of the story (decision 6).
 * The card does not know its reader: an accepted one carries the holder's buttons, and the counter refuses others kindly.
 */
export function alertCard(body: Alert, reading: Reading): Card {
  return cardOf(body, reading, Object.values(factsOf(body, reading)));
}

function cardOf(body: Alert, reading: Reading, shown: readonly Pair[]): Card {
  const { language } = reading;
  return {
    title: say(language, titleOf(body), { code: body.code, name: holderName(body, reading) }),
    tone: toneOf(body),
    parts: [
      ...emergency(body, reading),
      text(say(language, whyText(body), { name: holderName(body, reading) })),
      ...rereadParts(body, reading),
      facts(shown),
      ...handOverWords(body, reading),
    ],
    buttons: buttonsOf(body, reading),
    summary: say(language, summaryOf(body), { code: body.code }),
  };
}

/** What a locked screen may show: the code, what it is, and whether it can not wait. Never what it is about. */
function summaryOf(body: Alert): Said {
  const isPressing = body.urgency === "acute" || body.urgency === "urgent";
  if (isOver(body) || body.holder !== null) return { nl: "{code}: bijgewerkt.", en: "{code}: updated." };
  const isNew = body.why === "assigned";
  if (isPressing) {
    return isNew
      ? { nl: "{code}: nieuw signaal, spoed.", en: "{code}: new signal, urgent." }
      : { nl: "{code}: wacht op jou, spoed.", en: "{code}: waits for you, urgent." };
  }
  return isNew
    ? { nl: "{code}: nieuw signaal.", en: "{code}: new signal." }
    : { nl: "{code}: wacht op jou.", en: "{code}: waits for you." };
}

/**
 * The same in the team's channel, where others read along: whom it is for, and nothing about where it comes from. Whoever
 * else presses and may not, is told so.
 */
export function channelAlertCard(body: Alert, reading: Reading): Card {
  const { language } = reading;
  const reader = [say(language, { nl: "Voor", en: "For" }), nameOf(body.reader, reading)] as const;
  const { number, urgency, subject, due } = factsOf(body, reading);
  return cardOf({ ...body, words: null }, reading, [reader, number, urgency, subject, due]);
}

function holderName(body: Alert, reading: Reading): string {
  return body.holder === null ? "" : nameOf(body.holder, reading);
}

function titleOf(body: Alert): Said {
  if (body.stage === "withdrawn") return { nl: "{code} is ingetrokken", en: "{code} has been withdrawn" };
  if (body.stage === "closed") return { nl: "{code} is afgesloten", en: "{code} is closed" };
  if (body.why === "superseded")
    return { nl: "{code}: lees het nieuwe bericht", en: "{code}: read the new message" };
  if (body.why === "passed_on")
    return { nl: "{code} is niet meer bij jou", en: "{code} is no longer with you" };
  if (body.holder !== null) return { nl: "{code}: opgepakt door {name}", en: "{code}: picked up by {name}" };
  switch (body.why) {
    case "assigned":
      return { nl: "Nieuw signaal {code}", en: "New signal {code}" };
    case "stand_in":
      return { nl: "{code} komt nu ook bij jou", en: "{code} now comes to you too" };
    case "escalated":
      return { nl: "{code} wacht nog steeds", en: "{code} is still waiting" };
    case "handed_over":
      return { nl: "{code} is aan jou overgedragen", en: "{code} has been handed over to you" };
    case "reopened":
      return { nl: "{code} is weer open", en: "{code} is open again" };
    case "raised":
      return { nl: "{code} is dringender geworden", en: "{code} has become more urgent" };
  }
}

function whyText(body: Alert): Said {
  if (body.stage === "withdrawn") {
    return { nl: "Wie het vertelde, heeft het ingetrokken.", en: "The person who told us withdrew it." };
  }
  if (body.stage === "closed") return { nl: "Je hoeft niets meer te doen.", en: "Nothing more to do." };
  if (body.why === "superseded") {
    return {
      nl: "Er is iets veranderd. Onder dit bericht staat een nieuw bericht.",
      en: "Something has changed. There is a new message below this one.",
    };
  }
  if (body.why === "passed_on") {
    return {
      nl: "Een ander krijgt het nu. Je hoeft niets te doen.",
      en: "Someone else gets it now. Nothing for you to do.",
    };
  }
  if (body.stage === "working") {
    return {
      nl: "Er is een uitkomst. {name} gaat ermee door.",
      en: "There is an outcome. {name} carries on.",
    };
  }
  if (body.holder !== null) return { nl: "Opgepakt door {name}.", en: "Picked up by {name}." };
  switch (body.why) {
    case "assigned":
      return { nl: "Kun jij hiernaar kijken?", en: "Can you look at this?" };
    case "stand_in":
      return { nl: "Nog niemand pakte het op. Kun jij?", en: "Nobody has picked it up yet. Can you?" };
    case "escalated":
      return {
        nl: "Het wacht te lang. Zorg dat iemand het oppakt.",
        en: "It waits too long. Make sure someone takes it.",
      };
    case "handed_over":
      return {
        nl: "Een collega vraagt jou dit over te nemen.",
        en: "A colleague asks you to take this over.",
      };
    case "reopened":
      return {
        nl: "Wie het vertelde, is nog steeds bezorgd.",
        en: "The person who told us is still worried.",
      };
    case "raised":
      return { nl: "Kijk er nu naar.", en: "Please look at it now." };
  }
}

/** Is there nothing left to do on this card for its reader? */
function isOver(body: Alert): boolean {
  return (
    body.stage === "closed" ||
    body.stage === "withdrawn" ||
    body.why === "passed_on" ||
    body.why === "superseded"
  );
}

function toneOf(body: Alert): Card["tone"] {
  if (isOver(body)) return "calm";
  if (body.urgency === "acute") return "acute";
  if (body.holder !== null) return "good";
  return body.urgency === "urgent" || body.why !== "assigned" ? "attention" : "calm";
}

function emergency(body: Alert, reading: Reading): readonly Part[] {
  if (body.urgency !== "acute" || isOver(body)) return [];
  return [
    text(
      say(reading.language, {
        nl: "**Direct gevaar? Bel 112.** De veiligheidstekst is al verstuurd.",
        en: "**Immediate danger? Call 112.** The safety text has already been sent.",
      }),
    ),
  ];
}

type Pair = Parameters<typeof facts>[0][number];

/** In the order in which they are shown. */
function factsOf(body: Alert, reading: Reading) {
  const { language } = reading;
  const f = (said: Said) => say(language, said);
  const waits = body.holder === null && !isOver(body);
  const isHolders = body.holder === body.reader && !isOver(body);
  const holds = (due: number | null | undefined) => (isHolders && due ? lastingDue(due, reading) : null);
  return {
    number: [f({ nl: "Nummer", en: "Number" }), body.code],
    urgency: [f({ nl: "Urgentie", en: "Urgency" }), capital(f(urgencyWords[body.urgency]))],
    subject: [f({ nl: "Onderwerp", en: "Subject" }), capital(categoriesInWords(language, body.categories))],
    area: [f({ nl: "Wijk", en: "Area" }), body.area === null ? null : areaName(body.area, reading)],
    // Who only typed has named no place: then there is nothing to say.
    source: [
      f({ nl: "Komt van", en: "Comes from" }),
      body.source === "other" ? null : capital(f(sourceWords[body.source])),
    ],
    age: [f({ nl: "Leeftijd", en: "Age" }), body.ageGroup === null ? null : f(ageWords[body.ageGroup])],
    received: [f({ nl: "Binnen sinds", en: "Received" }), lastingDate(body.receivedAt, reading)],
    due: [f({ nl: "Oppakken voor", en: "Pick up before" }), waits ? lastingDue(body.due, reading) : null],
    word: [f({ nl: "Bericht voor", en: "Send word before" }), holds(body.feedbackDue)],
    outcome: [f({ nl: "Uitkomst voor", en: "Outcome before" }), holds(body.outcomeDue)],
  } satisfies Record<string, Pair>;
}

/** Where a language model reads otherwise, whoever decides should know. */
function rereadParts(body: Alert, { language }: Reading): readonly Part[] {
  const lines = isOver(body) ? [] : rereadInWords(body.reread, language);
  return lines.length === 0 ? [] : [text(lines.join(" "))];
}

function handOverWords(body: Alert, reading: Reading): readonly Part[] {
  if (body.words === null) return [];
  return [
    text(
      say(reading.language, {
        nl: "De reden staat in het signaal zelf.",
        en: "The reason is in the signal itself.",
      }),
    ),
  ];
}

function buttonsOf(body: Alert, reading: Reading): readonly Button[] {
  const { language } = reading;
  const { code } = body;
  if (body.stage === "closed") return body.holder === body.reader ? [button("open", code, language)] : [];
  if (isOver(body)) return [];
  if (body.holder === null) {
    return [
      primary("accept", code, language),
      button("open", code, language),
      button("decline", code, language),
      button("hand_over", code, language),
    ];
  }
  // Whoever was asked and sees that another has it, has nothing to press.
  if (body.holder !== body.reader) return [];
  // Six at most (Teams); consult again, correct, wait and why are in the story itself.
  const last = body.stage === "working" ? "close" : "hand_over";
  return [
    primary("open", code, language),
    button("ask", code, language),
    button("consult", code, language),
    button("feedback", code, language),
    button("outcome", code, language),
    button(last, code, language),
  ];
}
