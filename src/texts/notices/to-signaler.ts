import type { NoticeBody } from "#signal/notice.ts";
import { button, callButtons, dangerButton, primary } from "#texts/buttons.ts";
import type { Card, Part } from "#texts/card.ts";
import { dueInWords } from "#texts/dates.ts";
import { feedbackTexts, feedbackTitles, startTheTalk } from "#texts/feedback-words.ts";
import type { Reading } from "#texts/labels.ts";
import { calledText, whatIAm } from "#texts/notices/receipt.ts";
import { facts, list, note, quoted, text } from "#texts/parts.ts";
import { outsideReader, roleAndTeam } from "#texts/people.ts";
import { questionWords } from "#texts/questions.ts";
import { mayPromise, safetyLines, safetyNote } from "#texts/safety.ts";
import { type Said, say } from "#texts/say.ts";

type Body<K extends NoticeBody["kind"]> = Extract<NoticeBody, { kind: K }>;

/** The safety text of a level on its own, when the level went up after the receipt. */
export function safetyCard(body: Body<"safety">, reading: Reading): Card {
  const { language } = reading;
  const isAcute = body.urgency === "acute";
  const title: Said = isAcute
    ? { nl: "Is er nu gevaar? Bel 112.", en: "Is there danger now? Call 112." }
    : { nl: "Let op: we zien dit als dringender", en: "Please note: we see this as more urgent" };
  const called = body.called === null || !isAcute ? [] : [text(say(language, calledText(body, reading)))];
  const buttons = isAcute
    ? callButtons(body.code, body.called, language)
    : [dangerButton(body.code, language)];
  return {
    title: say(language, title),
    tone: isAcute ? "acute" : mayPromise(body, reading) && body.urgency !== "urgent" ? "calm" : "attention",
    parts: [
      { part: "safety", lines: safetyLines(body, reading) },
      text(say(language, whatIAm)),
      ...called,
      facts([[say(language, { nl: "Nummer", en: "Number" }), body.code]]),
      safetyNote(language),
    ],
    buttons: [...buttons, button("supplement", body.code, language)],
    summary: say(
      language,
      isAcute
        ? {
            nl: "Is er nu gevaar? Bel 112. Nummer {code}.",
            en: "Is there danger now? Call 112. Number {code}.",
          }
        : { nl: "Lees dit over je zorg {code}.", en: "Please read this about your concern {code}." },
      { code: body.code },
    ),
  };
}

/** At most three questions, with one button to the form. */
export function questionsCard(body: Body<"questions">, reading: Reading): Card {
  const { language } = reading;
  const { code } = body;
  if (body.answered) {
    return {
      title: say(language, { nl: "Dank je wel, het staat erbij", en: "Thank you, it has been added" }),
      tone: "calm",
      parts: [
        text(
          say(
            language,
            {
              nl: "Wat je vertelde, staat bij {code}. Weet je meer? Vul het aan. Is er nu gevaar? Bel 112.",
              en: "What you told is with {code}. Do you know more? Add it. Is there danger now? Call 112.",
            },
            { code },
          ),
        ),
      ],
      buttons: [button("supplement", code, language)],
      summary: say(
        language,
        { nl: "Wat je vertelde, staat bij {code}.", en: "What you told is with {code}." },
        { code },
      ),
    };
  }
  return {
    title: say(language, { nl: "Wil je hier nog iets over zeggen?", en: "Can you tell a little more?" }),
    tone: "calm",
    parts: [
      text(
        say(language, {
          nl: "Dit helpt de collega die kijkt. Niets is verplicht.",
          en: "This helps the colleague who looks. Nothing is required.",
        }),
      ),
      list(body.questions.map((question) => say(language, questionWords[question].ask))),
    ],
    buttons: [primary("supplement", code, language)],
    summary: say(
      language,
      { nl: "Een paar vragen over {code}.", en: "A few questions about {code}." },
      { code },
    ),
  };
}

/** A colleague's question, passed on: neither sees who the other is. The words open behind the button, not in the chat. */
export function questionRelayedCard(body: Body<"question_relayed">, reading: Reading): Card {
  const { language } = reading;
  const { code } = body;
  const title: Said = body.answered
    ? { nl: "Dank je voor je antwoord", en: "Thank you for your answer" }
    : { nl: "Een vraag over je zorg {code}", en: "A question about your concern {code}" };
  const ask: readonly Part[] = [
    text(
      say(language, {
        nl: "Een medewerker wil graag iets van je weten. De vraag staat achter de knop.",
        en: "A member of staff would like to know something. The question is behind the button.",
      }),
    ),
    note(
      say(language, {
        nl: "We geven je antwoord door. Je naam geven we niet door.",
        en: "We pass on your answer. We do not pass on your name.",
      }),
    ),
  ];
  const thanks: readonly Part[] = [
    text(say(language, { nl: "We hebben je antwoord doorgegeven.", en: "We have passed on your answer." })),
    facts([[say(language, { nl: "Nummer", en: "Number" }), code]]),
  ];
  return {
    title: say(language, title, { code }),
    tone: body.answered ? "good" : "attention",
    parts: body.answered ? thanks : ask,
    buttons: body.answered ? [button("supplement", code, language)] : [primary("answer", code, language)],
    summary: say(language, { nl: "Een vraag over {code}.", en: "A question about {code}." }, { code }),
  };
}

/** Somebody has it. By role and team, never a name; and never "nothing to do" where it is acute. */
export function pickedUpCard(body: Body<"picked_up">, reading: Reading): Card {
  const { language } = reading;
  const { code } = body;
  const isAcute = body.urgency === "acute";
  const who = body.outsideContact ? outsideReader(reading) : roleAndTeam(body.person, reading);
  const said: Said = isAcute
    ? {
        nl: "Een {who} heeft je zorg opgepakt. **Is er nog gevaar? Bel 112.**",
        en: "A {who} has taken up your concern. **Is there still danger? Call 112.**",
      }
    : {
        nl: "Een {who} heeft je zorg opgepakt. Je hoort van ons voor {datum}.",
        en: "A {who} has taken up your concern. You hear from us before {datum}.",
      };
  return {
    title: say(language, { nl: "Je zorg is opgepakt", en: "Your concern has been taken up" }),
    tone: isAcute ? "acute" : "good",
    parts: [
      text(say(language, said, { who, datum: dueInWords(body.due, reading) })),
      note(
        say(
          language,
          { nl: "Nummer {code}. Bij gevaar: 112.", en: "Number {code}. In danger: 112." },
          { code },
        ),
      ),
    ],
    buttons: [dangerButton(code, language), button("supplement", code, language)],
    summary: say(
      language,
      { nl: "Nieuws over je zorg {code}.", en: "News about your concern {code}." },
      { code },
    ),
  };
}

/** A word to the signaler, in approved words; only advice carries words of the colleague. */
export function feedbackCard(body: Body<"feedback">, reading: Reading): Card {
  const { language } = reading;
  const { code } = body;
  const who = roleAndTeam(body.person, reading);
  const words =
    body.level === "advice" && body.words !== null
      ? [quoted(body.words, say(language, { nl: "Advies", en: "Advice" }), reading)]
      : [];
  const talk = body.level === "advice" ? [text(say(language, startTheTalk))] : [];
  const danger = say(
    language,
    { nl: "Nummer {code}. Bij gevaar: 112.", en: "Number {code}. In danger: 112." },
    { code },
  );
  return {
    title: say(language, feedbackTitles[body.level]),
    tone: body.level === "not_for_us" ? "calm" : "good",
    parts: [text(say(language, feedbackTexts[body.level], { who })), ...words, ...talk, note(danger)],
    buttons: [button("still_worried", code, language)],
    summary: say(
      language,
      { nl: "Nieuws over je zorg {code}.", en: "News about your concern {code}." },
      { code },
    ),
  };
}

export function delayedCard(body: Body<"delayed">, reading: Reading): Card {
  const { language } = reading;
  const { code } = body;
  const { due } = body;
  const line =
    due === null ? say(language, waitNoMore) : say(language, laterDate, { datum: dueInWords(due, reading) });
  return {
    title: say(language, { nl: "Het duurt langer dan beloofd", en: "It takes longer than promised" }),
    tone: "attention",
    parts: [text(line), facts([[say(language, { nl: "Nummer", en: "Number" }), code]])],
    buttons: [dangerButton(code, language), button("supplement", code, language)],
    summary: say(
      language,
      {
        nl: "Over {code}: het duurt langer dan beloofd.",
        en: "About {code}: it takes longer than promised.",
      },
      { code },
    ),
  };
}

const laterDate: Said = {
  nl: "Het duurt langer dan beloofd. Nieuwe datum: {datum}. Bij gevaar: 112.",
  en: "It takes longer than promised. New date: {datum}. In danger: 112.",
};

/** Acute and urgent: no new promise, but where help is now. */
const waitNoMore: Said = {
  nl: "Nog niemand heeft je zorg opgepakt. We blijven het vragen. Wacht niet op ons. Bij gevaar: **112**. Advies, dag en nacht: Veilig Thuis **0800-2000**.",
  en: "Nobody has taken up your concern yet. We keep asking. Do not wait for us. In danger: **112**. Advice, day and night: Veilig Thuis **0800-2000**.",
};

export function withdrawAskedCard(body: Body<"withdraw_asked">, reading: Reading): Card {
  const { language } = reading;
  const { code } = body;
  return {
    title: say(language, { nl: "Je wilt {code} intrekken", en: "You want to withdraw {code}" }, { code }),
    tone: "calm",
    parts: [
      text(
        say(language, {
          nl: "Je zorg heeft haast. Daarom beslist een mens of we stoppen.",
          en: "Your concern is pressing. So a human decides whether we stop.",
        }),
      ),
      note(say(language, { nl: "Bij gevaar: 112.", en: "In danger: 112." })),
    ],
    buttons: [button("still_worried", code, language)],
    summary: say(
      language,
      { nl: "We hebben je vraag over {code}.", en: "We have your request about {code}." },
      { code },
    ),
  };
}
