import type { ScreenBody } from "#signal/screen.ts";
import { isOpen, type PersonId, type Signal, type Stage } from "#signal/signal.ts";
import { compareUrgency, type Language } from "#signal/words.ts";
import { button, numbered, primary } from "#texts/buttons.ts";
import type { Button, Card, Part } from "#texts/card.ts";
import { dateInWords } from "#texts/dates.ts";
import { weekCard } from "#texts/digest-card.ts";
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
/** So many places of those are kept for what waits in the team, where somebody coordinates it. */
const mostOfTeam = 5;

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

/** The overview of a colleague: what waits for this person, what is with this person, and for a coordinator the whole team. */
export function expertHome(body: Body<"home_expert">, reading: Reading): Card {
  const { language } = reading;
  const waiting = [...body.waiting].sort(byUrgency);
  const held = [...body.held].sort(byUrgency);
  const forMe = waiting.filter(({ asked }) => asked.at(-1) === body.person).length;
  const isEmpty = waiting.length === 0 && held.length === 0;
  const toOpen = signalsToOpen([...waiting, ...held], body.team?.longest ?? []);
  return {
    title: say(language, forMe === 1 ? oneWaits : someWait, {
      waiting: String(forMe),
      held: String(held.length),
    }),
    tone: waiting.some((signal) => signal.urgency === "acute") ? "acute" : "calm",
    parts: [
      ...(isEmpty
        ? [text(say(language, { nl: "Bij jou wacht nu niets.", en: "Nothing waits with you now." }))]
        : []),
      ...forOthers(waiting.length - forMe, language),
      ...expertTable({ nl: "Wacht op iemand", en: "Waits for someone" }, waiting, body.person, reading),
      ...expertTable({ nl: "Bij jou", en: "With you" }, held, body.person, reading),
      ...teamParts(body, reading),
      ...(toOpen.rest === null ? [] : [note(say(language, toOpen.rest))]),
      ownWorkFacts(body, reading),
    ],
    buttons: [
      ...toOpen.some.map((signal) => numbered("open", signal.code, language)),
      button("report", "", language),
      ...ownWorkButtons(body, reading),
      ...coordinating(body.person, reading),
      button("help", "", language),
    ],
    summary: summaryOf(forMe, body, language),
  };
}

const oneWaits: Said = {
  nl: "Jouw signalen: 1 wacht op jou, {held} bij jou",
  en: "Your signals: 1 waits for you, {held} with you",
};
const someWait: Said = {
  nl: "Jouw signalen: {waiting} wachten op jou, {held} bij jou",
  en: "Your signals: {waiting} wait for you, {held} with you",
};
const restOfMine: Said = {
  nl: "Er is plek voor 10 knoppen. De rest open je in het bericht dat je erover kreeg.",
  en: "There is room for 10 buttons. Open the rest in the message that you got about it.",
};
const restOfTeam: Said = {
  nl: "Er is plek voor 10 knoppen. De rest volgt als er een is opgepakt of klaar is.",
  en: "There is room for 10 buttons. The rest follows when one is picked up or done.",
};

/** Who was asked first still sees it, and may still take it; it waits for another by now. */
function forOthers(count: number, language: Language): readonly Part[] {
  if (count === 0) return [];
  const said: Said =
    count === 1
      ? { nl: "1 wacht nu op een collega.", en: "1 waits for a colleague now." }
      : { nl: "{n} wachten nu op een collega.", en: "{n} wait for a colleague now." };
  return [text(say(language, said, { n: String(count) }))];
}

/** What can be opened from here: one's own work first, and room left for the team's. */
function signalsToOpen(own: readonly Signal[], team: readonly Signal[]) {
  const codes = new Set(own.map(({ code }) => code));
  const others = team.filter(({ code }) => !codes.has(code));
  const room = mostToOpen - Math.min(others.length, mostOfTeam);
  const some = [...own.slice(0, room), ...others].slice(0, mostToOpen);
  const isAll = some.length === own.length + others.length;
  return { some, rest: isAll ? null : own.length > room ? restOfMine : restOfTeam };
}

/** The whole team, for a coordinator: counts, and what waits longest, by code. */
function teamParts({ team, person }: Body<"home_expert">, reading: Reading): readonly Part[] {
  if (team == null) return [];
  const { language } = reading;
  const values = { waiting: String(team.waiting), overdue: String(team.overdue) };
  const nothing: Said = { nl: "Hele team: er wacht niets.", en: "Whole team: nothing is waiting." };
  const one: Said = {
    nl: "Hele team: 1 wacht, {overdue} over tijd.",
    en: "Whole team: 1 is waiting, {overdue} overdue.",
  };
  const some: Said = {
    nl: "Hele team: {waiting} wachten, {overdue} over tijd.",
    en: "Whole team: {waiting} are waiting, {overdue} overdue.",
  };
  const isNothing = team.waiting === 0 && team.overdue === 0;
  return [
    text(say(language, isNothing ? nothing : team.waiting === 1 ? one : some, values)),
    ...expertTable(
      { nl: "Wacht het langst in het team", en: "Waits longest in the team" },
      team.longest,
      person,
      reading,
    ),
  ];
}

/** What a coordinator can do besides: the week in numbers, and seeing whether the road works. */
function coordinating(person: PersonId, { directory, language }: Reading): readonly Button[] {
  if (!directory.coordinators.includes(person)) return [];
  return [button("week", "", language), button("drill", "", language)];
}

function summaryOf(forMe: number, { team }: Body<"home_expert">, language: Language): string {
  const inTeam = team?.waiting ?? 0;
  if (forMe === 0 && inTeam > 0)
    return say(
      language,
      { nl: "Wachtend in het hele team: {n}.", en: "Waiting in the whole team: {n}." },
      { n: String(inTeam) },
    );
  return say(language, waitingWords(forMe), { n: String(forMe) });
}

function waitingWords(count: number): Said {
  if (count === 0) return { nl: "Er wacht niets op jou.", en: "Nothing waits for you." };
  if (count === 1) return { nl: "Er wacht 1 signaal op jou.", en: "1 signal waits for you." };
  return { nl: "Er wachten {n} signalen op jou.", en: "{n} signals wait for you." };
}

function byUrgency(a: Signal, b: Signal): number {
  return compareUrgency(a.urgency, b.urgency) || a.acceptDue - b.acceptDue;
}

export function managerHome(body: Body<"home_manager">, reading: Reading): Card {
  return {
    ...weekCard(body.numbers, reading),
    buttons: [
      button("week", "", reading.language),
      button("report", "", reading.language),
      button("help", "", reading.language),
    ],
  };
}
