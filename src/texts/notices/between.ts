import type { NoticeBody } from "#signal/notice.ts";
import { button, primary } from "#texts/buttons.ts";
import type { Card } from "#texts/card.ts";
import type { Reading } from "#texts/labels.ts";
import { facts, note, text } from "#texts/parts.ts";
import { nameOf } from "#texts/people.ts";
import { capital, type Said, say } from "#texts/say.ts";
import { categoriesInWords, urgencyWords } from "#texts/terms.ts";

type Body<K extends NoticeBody["kind"]> = Extract<NoticeBody, { kind: K }>;

/** A colleague asks another for advice, without giving the signal away. */
export function consultCard(body: Body<"consult">, reading: Reading): Card {
  const { language } = reading;
  const { code } = body;
  const name = nameOf(body.from, reading);
  return {
    title: say(
      language,
      { nl: "{name} vraagt je advies over {code}", en: "{name} asks your advice on {code}" },
      { name, code },
    ),
    tone: "attention",
    parts: [
      facts([
        [say(language, { nl: "Nummer", en: "Number" }), code],
        [
          say(language, { nl: "Onderwerp", en: "Subject" }),
          capital(categoriesInWords(language, body.categories)),
        ],
      ]),
      text(say(language, { nl: "Open de vraag om hem te lezen.", en: "Open the question to read it." })),
      note(
        say(language, { nl: "{name} blijft het signaal houden.", en: "{name} keeps the signal." }, { name }),
      ),
    ],
    buttons: [primary("consult_answer", code, language), button("open", code, language)],
    summary: say(
      language,
      { nl: "Vraag om advies over {code}.", en: "Request for advice on {code}." },
      { code },
    ),
  };
}

export function consultAnswerCard(body: Body<"consult_answer">, reading: Reading): Card {
  const { language } = reading;
  const { code } = body;
  const name = nameOf(body.from, reading);
  return {
    title: say(
      language,
      { nl: "Advies van {name} over {code}", en: "Advice from {name} on {code}" },
      { name, code },
    ),
    tone: "calm",
    parts: [
      text(say(language, { nl: "Open het signaal om het te lezen.", en: "Open the signal to read it." })),
    ],
    buttons: [primary("open", code, language), button("outcome", code, language)],
    summary: say(language, { nl: "Advies over {code}.", en: "Advice on {code}." }, { code }),
  };
}

/**
 * The signaler answered. The answer is part of the story: it opens in a dialog, where the view is logged, and is not
 * put in the chat (decision 6).
 */
export function answerRelayedCard(body: Body<"answer_relayed">, reading: Reading): Card {
  return openIt(body.code, reading, {
    title: { nl: "Antwoord op je vraag over {code}", en: "Answer to your question on {code}" },
    text: {
      nl: "Wie het vertelde, heeft geantwoord. Open het signaal om het te lezen.",
      en: "The person who told us has answered. Open the signal to read it.",
    },
  });
}

const added = {
  words: {
    title: { nl: "Aanvulling bij {code}", en: "Addition to {code}" },
    text: {
      nl: "Er staat nieuwe tekst bij. Open het signaal om het te lezen.",
      en: "There is new text. Open the signal to read it.",
    },
  },
  answers: {
    title: { nl: "Aanvulling bij {code}", en: "Addition to {code}" },
    text: { nl: "Er is een antwoord bij gekomen.", en: "An answer has been added." },
  },
  worried: {
    title: { nl: "{code}: nog steeds bezorgd", en: "{code}: still worried" },
    text: {
      nl: "Wie het vertelde, is nog steeds bezorgd. Kijk wat er nodig is, en laat iets weten.",
      en: "The person who told us is still worried. See what is needed, and send word.",
    },
  },
} as const;

/** Something was added, or the worry goes on. Like an answer, words are read in the dialog. */
export function supplementedCard(body: Body<"supplemented">, reading: Reading): Card {
  const urgency = say(reading.language, urgencyWords[body.urgency]);
  const isPressing = body.urgency === "acute" || body.urgency === "urgent";
  const card = openIt(body.code, reading, added[body.what]);
  return {
    ...card,
    tone: body.urgency === "acute" ? "acute" : isPressing ? "attention" : "calm",
    parts: [
      ...card.parts,
      facts([[say(reading.language, { nl: "Urgentie nu", en: "Urgency now" }), capital(urgency)]]),
    ],
  };
}

/** What the signaler answered under the acute safety text. Duty hears it in every case. */
export function calledCard(body: Body<"called">, reading: Reading): Card {
  const said = calledWords[body.answer];
  const card = openIt(body.code, reading, said);
  return { ...card, tone: body.answer === "cannot_call" ? "acute" : "attention" };
}

const calledWords = {
  called: {
    title: { nl: "{code}: er is gebeld", en: "{code}: a call was made" },
    text: {
      nl: "Wie het vertelde, heeft 112 of Veilig Thuis gebeld. Kijk wat er nog nodig is.",
      en: "The person who told us has called 112 or Veilig Thuis. See what is still needed.",
    },
  },
  cannot_call: {
    title: { nl: "{code}: bellen lukt niet", en: "{code}: calling does not work" },
    text: {
      nl: "**Wie het vertelde, kan nu niet bellen.** Is er gevaar? Bel jij dan 112.",
      en: "**The person who told us cannot call now.** Is there danger? Then you call 112.",
    },
  },
  not_now: {
    title: { nl: "{code}: het gebeurt niet nu", en: "{code}: it is not happening now" },
    text: {
      nl: "Wie het vertelde, zegt dat het niet nu gebeurt. De urgentie blijft staan tot jij kijkt.",
      en: "The person who told us says it is not happening now. The urgency stays until you look.",
    },
  },
} as const;

/** The signaler takes it back: of an urgent one that is a request, of a light one it is done. */
export function withdrawRequestCard(body: Body<"withdraw_request">, reading: Reading): Card {
  const { language } = reading;
  const { code } = body;
  if (body.state === "done") {
    const card = openIt(code, reading, {
      title: { nl: "{code} is ingetrokken", en: "{code} has been withdrawn" },
      text: {
        nl: "Wie het vertelde, wil stoppen. Je hoeft niets meer te doen.",
        en: "The person who told us wants to stop. Nothing more to do.",
      },
    });
    return { ...card, tone: "calm" };
  }
  const card = openIt(code, reading, {
    title: { nl: "Verzoek om {code} in te trekken", en: "Request to withdraw {code}" },
    text: {
      nl: "Wie het vertelde, wil stoppen. Het signaal heeft spoed, dus jij beslist.",
      en: "The person who told us wants to stop. The signal is urgent, so you decide.",
    },
  });
  return {
    ...card,
    buttons: [...card.buttons, button("ask", code, language), button("outcome", code, language)],
  };
}

function openIt(code: string, reading: Reading, said: { readonly title: Said; readonly text: Said }): Card {
  const { language } = reading;
  return {
    title: say(language, said.title, { code }),
    tone: "attention",
    parts: [text(say(language, said.text, { code }))],
    buttons: [primary("open", code, language)],
    summary: `${say(language, said.title, { code })}.`,
  };
}
