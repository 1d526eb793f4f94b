import type { Instant, PersonId, Signal } from "#signal/signal.ts";
import type { Part } from "#texts/card.ts";
import { dateInWords, isToday } from "#texts/dates.ts";
import type { Reading } from "#texts/labels.ts";
import { nameOf } from "#texts/people.ts";
import { capital, type Said, say } from "#texts/say.ts";
import { categoriesInWords, stageWords, urgencyWords } from "#texts/terms.ts";

const day = 86_400_000;

/** The work of a colleague, a short row per signal: how old it is, whom it waits for, and what comes first. */
export function expertTable(
  title: Said,
  signals: readonly Signal[],
  person: PersonId,
  reading: Reading,
): readonly Part[] {
  if (signals.length === 0) return [];
  const { language } = reading;
  return [
    {
      part: "table",
      caption: say(language, title),
      columns: [
        say(language, { nl: "Nummer", en: "Number" }),
        say(language, { nl: "Urgentie", en: "Urgency" }),
        say(language, { nl: "Onderwerp", en: "Subject" }),
        say(language, { nl: "Stand", en: "Status" }),
        say(language, { nl: "Binnen", en: "Received" }),
        say(language, { nl: "Nu te doen", en: "To do now" }),
      ],
      rows: signals.map((signal) => [
        signal.code,
        capital(say(language, urgencyWords[signal.urgency])),
        capital(categoriesInWords(language, signal.categories.slice(0, 1))),
        capital(standing(signal, person, reading)),
        capital(ago(signal.receivedAt, reading)),
        capital(firstDue(signal, reading)),
      ]),
    },
  ];
}

/** Whom it waits for, or how far it is. The words of what it waits for stay in the signal itself. */
function standing(signal: Signal, person: PersonId, reading: Reading): string {
  const { language } = reading;
  if (signal.waiting !== null) {
    const said: Said = { nl: "wacht op een ander, {since}", en: "waits elsewhere, {since}" };
    return say(language, said, { since: sinceWhen(signal.waiting.since, reading) });
  }
  const asked = signal.asked.at(-1);
  if (signal.stage !== "routed" || asked === undefined) return say(language, stageWords[signal.stage]);
  if (asked === person) return say(language, { nl: "wacht op jou", en: "waits for you" });
  return say(language, { nl: "wacht op {name}", en: "waits for {name}" }, { name: nameOf(asked, reading) });
}

/** `vandaag`, `1 dag geleden`, `3 dagen geleden`. */
function ago(at: Instant, reading: Reading): string {
  return inDays(at, reading, {
    today: { nl: "vandaag", en: "today" },
    one: { nl: "1 dag geleden", en: "1 day ago" },
    more: { nl: "{n} dagen geleden", en: "{n} days ago" },
  });
}

function sinceWhen(at: Instant, reading: Reading): string {
  return inDays(at, reading, {
    today: { nl: "sinds vandaag", en: "since today" },
    one: { nl: "al 1 dag", en: "for 1 day" },
    more: { nl: "al {n} dagen", en: "for {n} days" },
  });
}

function inDays(
  at: Instant,
  { language, now }: Reading,
  said: { readonly today: Said; readonly one: Said; readonly more: Said },
): string {
  if (isToday(at, now)) return say(language, said.today);
  const days = Math.max(1, Math.round((now - at) / day));
  return days === 1 ? say(language, said.one) : say(language, said.more, { n: String(days) });
}

function firstDue(signal: Signal, reading: Reading): string {
  const { language } = reading;
  const due = (said: Said, at: Instant) => say(language, said, { when: dateInWords(at, reading) });
  if (signal.holder === null)
    return due({ nl: "oppakken voor {when}", en: "pick up before {when}" }, signal.acceptDue);
  if (signal.feedbackAt === null)
    return due({ nl: "laat weten voor {when}", en: "send word before {when}" }, signal.feedbackDue);
  if (signal.outcome === null)
    return due({ nl: "uitkomst voor {when}", en: "outcome before {when}" }, signal.outcomeDue);
  return say(language, { nl: "loopt", en: "goes on" });
}
