import type { ScreenBody } from "#signal/screen.ts";
import { isOpen, type PersonId, type Signal, type Stage } from "#signal/signal.ts";
import { compareUrgency } from "#signal/words.ts";
import { button, numbered, primary } from "#texts/buttons.ts";
import type { Button, Card, Part } from "#texts/card.ts";
import { dateInWords } from "#texts/dates.ts";
import { digestCard } from "#texts/digest-card.ts";
import type { Reading } from "#texts/labels.ts";
import { whatIAm } from "#texts/notices/receipt.ts";
import { note, text } from "#texts/parts.ts";
import { safetyAfterwards } from "#texts/safety.ts";
import { type Said, say } from "#texts/say.ts";
import { expertTable } from "#texts/screens/expert-table.ts";
import { ownWorkButtons, ownWorkFacts } from "#texts/screens/own-work.ts";

type Body<K extends ScreenBody["kind"]> = Extract<ScreenBody, { kind: K }>;

/** So many signals can be opened from home; the most urgent first. */
const mostToOpen = 10;

/** How it stands, for the one who told it: no more than that (features row 41). */
const signalerStages = {
  received: { nl: "Wij hebben het", en: "We have it" },
  routed: { nl: "Wacht op een medewerker", en: "Waits for a member of staff" },
  accepted: { nl: "Iemand heeft het opgepakt", en: "Someone has picked it up" },
  working: { nl: "We zijn ermee aan de slag", en: "We are working on it" },
  closed: { nl: "Behandeld", en: "Dealt with" },
  withdrawn: { nl: "Door jou ingetrokken", en: "Withdrawn by you" },
} as const satisfies Record<Stage, Said>;

export function signalerHome(body: Body<"home_signaler">, reading: Reading): Card {
  const { language } = reading;
  const open = body.signals.filter(isOpen);
  const closed = body.signals.filter((signal) => signal.stage === "closed");
  const organisation = reading.directory.organisations.find((known) => known.id === body.organisation);
  const from = organisation === undefined ? [] : [text(organisation.name)];
  return {
    title: say(language, { nl: "Maak je je zorgen om iemand?", en: "Are you worried about someone?" }),
    tone: "calm",
    parts: [
      text(
        say(language, {
          nl: "Vertel het hier, ook als je twijfelt. Namen zijn niet nodig.",
          en: "Tell it here, also when you are in doubt. Names are not needed.",
        }),
      ),
      text(say(language, whatIAm)),
      ...from,
      ...signalerList(body.signals, reading),
      { part: "safety", lines: safetyAfterwards(language) },
    ],
    buttons: [
      primary("report", "", language),
      ...open.slice(0, 2).map((signal) => numbered("supplement", signal.code, language)),
      ...closed.slice(0, 1).map((signal) => numbered("still_worried", signal.code, language)),
      button("help", "", language),
    ],
    summary: say(language, { nl: "Jouw overzicht.", en: "Your overview." }),
  };
}

function signalerList(signals: readonly Signal[], reading: Reading): readonly Part[] {
  const { language } = reading;
  if (signals.length === 0) {
    return [note(say(language, { nl: "Je hebt nog niets verteld.", en: "You have not told anything yet." }))];
  }
  return [
    {
      part: "table",
      caption: say(language, { nl: "Wat je vertelde", en: "What you told us" }),
      columns: [
        say(language, { nl: "Nummer", en: "Number" }),
        say(language, { nl: "Verteld", en: "Told" }),
        say(language, { nl: "Hoe staat het ervoor?", en: "How does it stand?" }),
      ],
      rows: signals.map((signal) => [
        signal.code,
        dateInWords(signal.receivedAt, reading),
        say(language, signalerStages[signal.stage]),
      ]),
    },
  ];
}

export function expertHome(body: Body<"home_expert">, reading: Reading): Card {
  const { language } = reading;
  const waiting = [...body.waiting].sort(byUrgency);
  const held = [...body.held].sort(byUrgency);
  const nothing: Said = {
    nl: "Er wacht nu niets op jou.",
    en: "Nothing waits for you now.",
  };
  const isEmpty = waiting.length === 0 && held.length === 0;
  return {
    title: say(
      language,
      {
        nl: "Jouw signalen: {waiting} nieuw, {held} bij jou",
        en: "Your signals: {waiting} new, {held} with you",
      },
      { waiting: String(waiting.length), held: String(held.length) },
    ),
    tone: waiting.some((signal) => signal.urgency === "acute") ? "acute" : "calm",
    parts: [
      ...(isEmpty ? [text(say(language, nothing))] : []),
      ...expertTable({ nl: "Wacht op iemand", en: "Waits for someone" }, waiting, body.person, reading),
      ...expertTable({ nl: "Bij jou", en: "With you" }, held, body.person, reading),
      ownWorkFacts(body, reading),
    ],
    buttons: [
      ...[...waiting, ...held].slice(0, mostToOpen).map((signal) => numbered("open", signal.code, language)),
      button("report", "", language),
      ...ownWorkButtons(body, reading),
      ...coordinating(body.person, reading),
      button("help", "", language),
    ],
    summary: say(language, waitingWords(waiting.length), { n: String(waiting.length) }),
  };
}

/** What a coordinator can do besides: the week in numbers, and seeing whether the road works. */
function coordinating(person: PersonId, { directory, language }: Reading): readonly Button[] {
  if (!directory.coordinators.includes(person)) return [];
  return [button("week", "", language), button("drill", "", language)];
}

function waitingWords(count: number): Said {
  if (count === 0) return { nl: "Er wacht niets op jou.", en: "Nothing waits for you." };
  if (count === 1) return { nl: "Er wacht 1 signaal.", en: "1 signal is waiting." };
  return { nl: "Er wachten {n} signalen.", en: "{n} signals are waiting." };
}

function byUrgency(a: Signal, b: Signal): number {
  return compareUrgency(a.urgency, b.urgency) || a.acceptDue - b.acceptDue;
}

export function managerHome(body: Body<"home_manager">, reading: Reading): Card {
  return {
    ...digestCard(body.numbers, reading),
    buttons: [
      button("week", "", reading.language),
      button("report", "", reading.language),
      button("help", "", reading.language),
    ],
  };
}
