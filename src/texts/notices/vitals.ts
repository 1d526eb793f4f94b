import type { Ailment, Cured, Illness } from "#signal/ailment.ts";
import type { NoticeBody } from "#signal/notice.ts";
import type { Card, Part } from "#texts/card.ts";
import { lastingDate } from "#texts/dates.ts";
import type { Reading } from "#texts/labels.ts";
import { heading, list, note, text } from "#texts/parts.ts";
import { capital, type Said, say } from "#texts/say.ts";

type Body = Extract<NoticeBody, { kind: "vitals" }>;

/** What does not work, and what that means for people. */
const ailing: Readonly<Record<Illness, Said>> = {
  store: {
    nl: "Er kan niets bewaard worden. Nieuwe zorgen komen niet binnen.",
    en: "Nothing can be kept. New concerns do not come in.",
  },
  platform: {
    nl: "{platform} is niet te bereiken. Zorgen en berichten gaan daar niet door.",
    en: "{platform} cannot be reached. Concerns and messages do not get through there.",
  },
  urgent: {
    nl: "Berichten met spoed blijven liggen. Een collega weet het misschien nog niet.",
    en: "Urgent messages lie waiting. A colleague may not know yet.",
  },
  other: {
    nl: "Berichten zonder spoed blijven liggen.",
    en: "Messages that are not urgent lie waiting.",
  },
  typed: {
    nl: "Wat mensen typten is bewaard, maar nog niet gelezen.",
    en: "What people typed has been kept, but has not been read yet.",
  },
  timers: {
    nl: "Wie niet reageert, krijgt geen herinnering. De volgende collega wordt niet gevraagd.",
    en: "People who do not answer get no reminder. The next colleague is not asked.",
  },
  unowned: {
    nl: "Een zorg is bij niemand. Dat hoort niet te kunnen.",
    en: "A concern is with nobody. That should not be possible.",
  },
  stopped: {
    nl: "Voelspriet staat stil.",
    en: "Voelspriet stands still.",
  },
};

/** What was wrong. */
const cured: Readonly<Record<Illness, Said>> = {
  store: { nl: "Er kon niets bewaard worden", en: "Nothing could be kept" },
  platform: { nl: "{platform} was niet te bereiken", en: "{platform} could not be reached" },
  urgent: { nl: "Berichten met spoed bleven liggen", en: "Urgent messages lay waiting" },
  other: { nl: "Berichten zonder spoed bleven liggen", en: "Messages that are not urgent lay waiting" },
  typed: { nl: "Wat mensen typten, bleef ongelezen", en: "What people typed lay unread" },
  timers: { nl: "Herinneringen kwamen te laat", en: "Reminders came too late" },
  unowned: { nl: "Een zorg was bij niemand", en: "A concern was with nobody" },
  stopped: { nl: "Voelspriet stond stil", en: "Voelspriet stood still" },
};

/** In the order in which a coordinator does it: docs/beheer/storing.md says the same. */
const nowDo: readonly Said[] = [
  {
    nl: "Stuur dit bericht door naar je beheerder.",
    en: "Pass this message on to your administrator.",
  },
  {
    nl: "Pak de telefoonlijst. Bel de collega van dienst, en de scholen en clubs die dit moeten weten.",
    en: "Take the phone list. Call the colleague on duty, and the schools and clubs that have to know.",
  },
  {
    nl: "Schrijf nieuwe zorgen op het papieren formulier.",
    en: "Write new concerns on the paper form.",
  },
  { nl: "**Direct gevaar? Bel 112.**", en: "**Immediate danger? Call 112.**" },
];

const thenDo: readonly Said[] = [
  {
    nl: "Staan er zorgen op papier? Voer ze nu in, één voor één, met het tijdstip erbij.",
    en: "Are there concerns on paper? Enter them now, one by one, each with its time.",
  },
  {
    nl: "Vertel de scholen en clubs dat het weer werkt.",
    en: "Tell the schools and clubs that it works again.",
  },
];

/** For the coordinator: Voelspriet itself is ill, or well again. */
export function vitalsCard({ ill, well }: Body, reading: Reading): Card {
  const { language } = reading;
  const label = (said: Said) => say(language, said);
  const title = label(ill.length > 0 ? illTitle : wellTitle);
  const steps = (ill.length > 0 ? nowDo : thenDo).map(label);
  return {
    title,
    tone: ill.length > 0 ? "attention" : "calm",
    parts: [
      ...(ill.length > 0 ? [list(ill.map((one) => illLine(one, reading)))] : []),
      ...wellParts(well, { isAlso: ill.length > 0 }, reading),
      heading(label({ nl: "Wat je nu doet", en: "What you do now" })),
      list(steps),
      ...(ill.length > 0
        ? [
            note(
              label({
                nl: "Je krijgt bericht als het weer goed is.",
                en: "You will hear when it is well again.",
              }),
            ),
          ]
        : []),
    ],
    buttons: [],
    summary: `${title}.`,
  };
}

const illTitle: Said = { nl: "Voelspriet werkt nu niet goed", en: "Voelspriet is not working well now" };
const wellTitle: Said = { nl: "Voelspriet werkt weer", en: "Voelspriet works again" };

function illLine(one: Ailment, reading: Reading): string {
  const { language } = reading;
  const since = say(
    language,
    { nl: "Sinds {moment}.", en: "Since {moment}." },
    { moment: lastingDate(one.since, reading) },
  );
  return `${say(language, ailing[one.what], { platform: nameOf(one) })} ${since}`;
}

function wellParts(well: readonly Cured[], { isAlso }: { isAlso: boolean }, reading: Reading): Part[] {
  if (well.length === 0) return [];
  const { language } = reading;
  const lines = well.map((one) =>
    say(
      language,
      { nl: "{what}: van {from} tot {until}.", en: "{what}: from {from} to {until}." },
      {
        what: say(language, cured[one.what], { platform: nameOf(one) }),
        from: lastingDate(one.since, reading),
        until: lastingDate(one.until, reading),
      },
    ),
  );
  const also: Said = { nl: "Dit is weer goed:", en: "This is well again:" };
  return isAlso ? [text(say(language, also)), list(lines)] : [list(lines)];
}

/** `Slack`, as people know it. */
function nameOf({ platform }: Ailment): string {
  return capital(platform ?? "");
}
