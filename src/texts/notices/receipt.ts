import type { NoticeBody } from "#signal/notice.ts";
import type { Language } from "#signal/words.ts";
import { button, callButtons, dangerButton } from "#texts/buttons.ts";
import type { Button, Card, Part } from "#texts/card.ts";
import { lastingDue, openingHoursInWords } from "#texts/dates.ts";
import { guidance } from "#texts/guidance.ts";
import type { Reading } from "#texts/labels.ts";
import { facts, text } from "#texts/parts.ts";
import { outsideReader, staffMember } from "#texts/people.ts";
import { addOns, mayPromise, safetyAfterwards, safetyLines, safetyNote } from "#texts/safety.ts";
import { capital, type Said, say } from "#texts/say.ts";

type Receipt = Extract<NoticeBody, { kind: "receipt" }>;

/** Said in the first message of everything (domain.md L22, decision 12). */
export const whatIAm: Said = {
  nl: "Ik ben een computerprogramma. Een mens beslist.",
  en: "I am a computer program. A human decides.",
};

/** The signaler's own card of a signal: the receipt first, afterwards how it stands. */
export function receiptCard(body: Receipt, reading: Reading): Card {
  const { language } = reading;
  const waits = body.status === "waiting" || body.status === "reopened";
  return {
    title: say(language, titleOf(body, reading)),
    tone: toneOf(body),
    parts: [
      { part: "safety", lines: safetyOf(body, waits, reading) },
      text(openingText(body, reading)),
      ...(body.called === null ? [] : [text(say(language, calledText(body, reading)))]),
      factsOf(body, waits, reading),
      ...(waits && body.urgency !== "acute" ? guidance(heardAs(body), language) : []),
      safetyNote(language),
    ],
    buttons: buttonsOf(body, language),
    summary: say(language, summaryOf(body, reading), { code: body.code }),
  };
}

/** A young signaler of a school is a pupil, not a professional: no meldcode, no duty of secrecy (L27). */
function heardAs(body: Receipt): Receipt {
  return body.young ? { ...body, role: "volunteer" } : body;
}

function safetyOf(body: Receipt, waits: boolean, reading: Reading): readonly string[] {
  const isOpen = body.status !== "closed" && body.status !== "withdrawn";
  if (waits || (isOpen && body.urgency === "acute")) {
    const told = heardAs(body);
    return [...safetyLines(told, reading), ...addOns(told, reading.language)];
  }
  return safetyAfterwards(reading.language);
}

function titleOf(body: Receipt, reading: Reading): Said {
  switch (body.status) {
    case "accepted":
      return { nl: "Je zorg is opgepakt", en: "Your concern has been picked up" };
    case "closed":
      return { nl: "Je zorg is behandeld", en: "Your concern has been dealt with" };
    case "withdrawn":
      return { nl: "Je hebt je zorg ingetrokken", en: "You have withdrawn your concern" };
    case "waiting":
    case "reopened":
      break;
  }
  if (body.urgency === "acute")
    return { nl: "Is er nu gevaar? Bel 112.", en: "Is there danger now? Call 112." };
  if (!mayPromise(body, reading)) {
    return { nl: "Dit kan niet wachten. Bel nu.", en: "This cannot wait. Call now." };
  }
  if (body.status === "reopened") return { nl: "We kijken opnieuw", en: "We look again" };
  if (body.urgency === "urgent")
    return { nl: "We hebben je zorg. Dit heeft spoed.", en: "We have your concern. It is urgent." };
  return { nl: "We hebben je zorg", en: "We have your concern" };
}

function toneOf(body: Receipt): Card["tone"] {
  if (body.status === "accepted" && body.urgency !== "acute") return "good";
  if (body.status === "closed" || body.status === "withdrawn") return "calm";
  if (body.urgency === "acute") return "acute";
  return body.urgency === "urgent" ? "attention" : "calm";
}

/** What the title says already is not said again. */
function openingText(body: Receipt, reading: Reading): string {
  const { language } = reading;
  const who = say(language, whatIAm);
  const isInTitle = body.status === "waiting" && body.urgency !== "acute" && mayPromise(body, reading);
  return isInTitle ? who : `${say(language, statusText(body))} ${who}`;
}

function statusText(body: Receipt): Said {
  switch (body.status) {
    case "waiting":
      return { nl: "We hebben je zorg.", en: "We have your concern." };
    case "reopened":
      return {
        nl: "Je bent nog steeds bezorgd. Goed dat je dat zegt.",
        en: "You are still worried. It is good that you say so.",
      };
    case "accepted":
      return {
        nl: "We zijn ermee aan de slag. Wat we precies doen, kunnen we niet vertellen. Dat is privé.",
        en: "We are working on it. What exactly we do, we cannot tell. That is private.",
      };
    case "closed":
      return {
        nl: "Dank je wel. Zie je weer iets? Laat het ons weten.",
        en: "Thank you. Do you notice something again? Let us know.",
      };
    case "withdrawn":
      return {
        nl: "We doen er niets meer mee. Maak je je toch weer zorgen? Laat het ons weten.",
        en: "We do nothing more with it. Are you worried again? Let us know.",
      };
  }
}

/** The answer to the buttons under the acute text. Only says that a colleague hears it while one is there. */
export function calledText(
  body: {
    readonly called: Receipt["called"];
    readonly urgency: Receipt["urgency"];
    readonly staffed: boolean;
  },
  reading: Reading,
): Said {
  const isHeard = mayPromise(body, reading);
  switch (body.called) {
    case "cannot_call":
      return isHeard
        ? {
            nl: "Kun je niet bellen? Vraag iemand in de buurt om 112 te bellen. We hebben dit doorgegeven aan de dienst.",
            en: "You cannot call? Ask someone near you to call 112. We have told the colleague on duty.",
          }
        : {
            nl: "Kun je niet bellen? Vraag iemand in de buurt om 112 te bellen. Ga naar een veilige plek.",
            en: "You cannot call? Ask someone near you to call 112. Go to a safe place.",
          };
    case "not_now":
      return {
        nl: "Fijn dat het nu rustig is. Verandert dat? Bel 112.",
        en: "Good that it is calm now. Does that change? Call 112.",
      };
    case "called":
    case null:
      return {
        nl: "Goed dat je hebt gebeld. Wordt het weer gevaarlijk? Bel opnieuw 112.",
        en: "It is good that you called. Does it get dangerous again? Call 112 again.",
      };
  }
}

function factsOf(body: Receipt, waits: boolean, reading: Reading): Part {
  const { language } = reading;
  const number = say(language, { nl: "Nummer", en: "Number" });
  const who = body.outsideContact ? outsideReader(reading) : staffMember(reading);
  const reader = capital(say(language, { nl: "een {who}", en: "{who}" }, { who }));
  if (!waits) return facts([[number, body.code]]);
  const hours = openingHoursInWords(reading.directory.hours, language);
  const open = [say(language, { nl: "Openingstijden", en: "Opening hours" }), hours] as const;
  if (!mayPromise(body, reading)) return facts([[number, body.code], open]);
  return facts([
    [number, body.code],
    [say(language, { nl: "Wie leest dit", en: "Who reads this" }), reader],
    [say(language, { nl: "Uiterlijk", en: "At the latest" }), lastingDue(body.due, reading)],
    open,
  ]);
}

function buttonsOf(body: Receipt, language: Language): readonly Button[] {
  const { code } = body;
  if (body.status === "withdrawn") return [button("report", "", language)];
  if (body.status === "closed") return [button("still_worried", code, language)];
  const add = button("supplement", code, language);
  const withdraw = button("withdraw", code, language);
  if (body.urgency === "acute") return [...callButtons(code, body.called, language), add, withdraw];
  return [dangerButton(code, language), add, button("still_worried", code, language), withdraw];
}

function summaryOf(body: Receipt, reading: Reading): Said {
  switch (body.status) {
    case "accepted":
      return { nl: "Je zorg {code} is opgepakt.", en: "Your concern {code} has been picked up." };
    case "closed":
      return { nl: "Je zorg {code} is behandeld.", en: "Your concern {code} has been dealt with." };
    case "withdrawn":
      return { nl: "Je hebt {code} ingetrokken.", en: "You have withdrawn {code}." };
    case "waiting":
    case "reopened":
      break;
  }
  if (body.urgency === "acute") {
    return {
      nl: "Is er nu gevaar? Bel 112. Nummer {code}.",
      en: "Is there danger now? Call 112. Number {code}.",
    };
  }
  if (!mayPromise(body, reading)) {
    return {
      nl: "Dit kan niet wachten en hier leest nu niemand mee. Nummer {code}.",
      en: "This cannot wait and nobody is reading here now. Number {code}.",
    };
  }
  return { nl: "We hebben je zorg, nummer {code}.", en: "We have your concern, number {code}." };
}
