import type { PassageKind } from "#signal/decision.ts";
import type { ScreenBody, Told } from "#signal/screen.ts";
import { isOpen, type Signal } from "#signal/signal.ts";
import { button, primary } from "#texts/buttons.ts";
import type { Button, Card, Part } from "#texts/card.ts";
import { dateInWords } from "#texts/dates.ts";
import type { Reading } from "#texts/labels.ts";
import { heading, note, text } from "#texts/parts.ts";
import { doerName } from "#texts/people.ts";
import { capital, type Said, say } from "#texts/say.ts";
import { signalFacts } from "#texts/screens/signal-facts.ts";
import { routingParts, sortingParts } from "#texts/screens/sorting.ts";

type Story = Extract<ScreenBody, { kind: "story" }>;
type Why = Extract<ScreenBody, { kind: "why" }>;

const passageWords = {
  story: { nl: "Het verhaal", en: "The story" },
  addition: { nl: "Aanvulling", en: "Addition" },
  question: { nl: "Vraag", en: "Question" },
  answer: { nl: "Antwoord", en: "Answer" },
  consult: { nl: "Vraag om advies", en: "Request for advice" },
  consult_answer: { nl: "Advies van een collega", en: "Advice of a colleague" },
  hand_over: { nl: "Reden van overdragen", en: "Reason for handing over" },
  correction: { nl: "Reden van de andere indeling", en: "Reason for sorting it otherwise" },
  feedback: { nl: "Advies dat is gegeven", en: "Advice that was given" },
  no_word: { nl: "Reden om niets te laten weten", en: "Reason for sending no word" },
  waiting: { nl: "Wachtte op", en: "Waited for" },
  evidence: { nl: "Woorden die meetelden", en: "Words that counted" },
} as const satisfies Record<PassageKind, Said>;

/** The story, for those who may see it: every word of a person as a quote, by whom and when. */
export function storyCard(body: Story, reading: Reading): Card {
  const { language } = reading;
  const { signal } = body;
  return {
    title: say(language, { nl: "Signaal {code}", en: "Signal {code}" }, { code: signal.code }),
    tone: signal.urgency === "acute" && isOpen(signal) ? "acute" : "calm",
    parts: [
      ...waitingParts(body, reading),
      ...toldParts(body, reading),
      signalFacts(signal, reading),
      ...sortingParts(body, reading),
      ...routingParts(signal, body.reason, reading),
      note(
        say(language, {
          nl: "We leggen vast dat jij dit opende.",
          en: "We keep a record that you opened this.",
        }),
      ),
    ],
    buttons: body.mayAct ? actButtons(signal, reading) : [button("consult_answer", signal.code, language)],
    summary: say(
      language,
      { nl: "Signaal {code} is open.", en: "Signal {code} is open." },
      { code: signal.code },
    ),
  };
}

/** Why it was sorted and sent like this. */
export function whyCard(body: Why, reading: Reading): Card {
  const { language } = reading;
  const { signal } = body;
  const title = say(
    language,
    { nl: "Waarom is {code} zo ingedeeld?", en: "Why is {code} sorted like this?" },
    { code: signal.code },
  );
  return {
    title,
    tone: "calm",
    parts: [
      ...sortingParts({ signal, proposal: signal.proposal, evidence: body.evidence }, reading),
      ...routingParts(signal, signal.reason, reading),
    ],
    buttons: [primary("correct", signal.code, language), button("open", signal.code, language)],
    summary: title,
  };
}

function toldParts(body: Story, reading: Reading): readonly Part[] {
  const { language } = reading;
  const waitsFor = waitingNow(body);
  // The evidence is shown with the proposal, in words; what it waits for now stands at the top.
  const told = body.told.filter((piece) => piece.what !== "evidence" && piece !== waitsFor);
  if (told.length === 0) {
    return [text(say(language, { nl: "De tekst is gewist.", en: "The text has been erased." }))];
  }
  return told.flatMap((piece): Part[] => [
    heading(say(language, passageWords[piece.what])),
    {
      part: "quote",
      text: piece.text,
      by: `${capital(doerName(piece.by, reading))}, ${dateInWords(piece.at, reading)}`,
    },
  ]);
}

/** Typed again while it waited, only the last text holds. */
function waitingNow({ signal, told }: Story): Told | null {
  if (signal.waiting === null) return null;
  return told.findLast(({ what }) => what === "waiting") ?? null;
}

function waitingParts(body: Story, reading: Reading): readonly Part[] {
  const { waiting } = body.signal;
  if (waiting === null) return [];
  const { language } = reading;
  const when = dateInWords(waiting.since, reading);
  const words = waitingNow(body);
  if (words === null) {
    const said: Said = {
      nl: "Dit wacht op een ander sinds {when}.",
      en: "This waits elsewhere since {when}.",
    };
    return [text(say(language, said, { when }))];
  }
  return [
    heading(say(language, { nl: "Wacht op", en: "Waits for" })),
    {
      part: "quote",
      text: words.text,
      by: capital(say(language, { nl: "sinds {when}", en: "since {when}" }, { when })),
    },
  ];
}

function actButtons(signal: Signal, reading: Reading): readonly Button[] {
  const { language } = reading;
  const { code } = signal;
  if (signal.stage === "withdrawn") return [];
  if (signal.stage === "closed") return [button("outcome", code, language)];
  if (signal.holder === null) {
    return [
      primary("accept", code, language),
      button("decline", code, language),
      button("hand_over", code, language),
      button("correct", code, language),
      button("consult", code, language),
    ];
  }
  return [
    button("ask", code, language),
    button("consult", code, language),
    button("feedback", code, language),
    button("correct", code, language),
    button("waiting", code, language),
    signal.stage === "working" ? button("close", code, language) : button("hand_over", code, language),
    primary("outcome", code, language),
  ];
}
