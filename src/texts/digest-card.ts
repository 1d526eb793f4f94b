import type { DigestNumbers } from "#signal/digest-numbers.ts";
import type { Language } from "#signal/words.ts";
import { button } from "#texts/buttons.ts";
import type { Card, Part } from "#texts/card.ts";
import { dayInWords } from "#texts/dates.ts";
import { hasHidden, outOf, percent, shown, shownInline } from "#texts/digest/figures.ts";
import { foldedValue, isFolded } from "#texts/digest/fold.ts";
import { headline, shortHeadline } from "#texts/digest/headline.ts";
import { arrivalTables, blockInWords, outcomeParts } from "#texts/digest/tables.ts";
import { trendParts } from "#texts/digest/trend.ts";
import type { Reading } from "#texts/labels.ts";
import { facts, heading, list, note, text } from "#texts/parts.ts";
import { areaName } from "#texts/people.ts";
import { listed, type Said, say } from "#texts/say.ts";
import { categoryWords, urgencyWords } from "#texts/terms.ts";

/**
 * The week as it is posted (domain.md 4.4): the finding, what must be read together, and the chart with its numbers. The
 * rest is behind the button. Right with no signals at all, and shows nothing that its reader may not see.
 */
export function digestCard(numbers: DigestNumbers, reading: Reading): Card {
  const details: Said = { nl: "Details per wijk", en: "Details per area" };
  return {
    ...frame(numbers, reading),
    parts: [
      text(periodInWords(numbers, reading)),
      togetherFacts(numbers, reading),
      ...trendParts(numbers, reading.language),
      ...notes(numbers, reading),
    ],
    buttons: [{ ...button("week", "", reading.language), label: say(reading.language, details) }],
  };
}

/** The same week with all its tables, and with what there is per area: for who opens it. */
export function weekCard(numbers: DigestNumbers, reading: Reading): Card {
  const { language } = reading;
  return {
    ...frame(numbers, reading),
    parts: [
      text(periodInWords(numbers, reading)),
      togetherFacts(numbers, reading),
      ...trendParts(numbers, language),
      ...arrivalTables(numbers, language),
      ...outcomeParts(numbers, language),
      ...promiseParts(numbers, language),
      ...coverageParts(numbers, reading),
      ...notes(numbers, reading),
    ],
    buttons: [],
  };
}

function frame(numbers: DigestNumbers, { language }: Reading): Pick<Card, "title" | "tone" | "summary"> {
  return {
    title: headline(numbers, language),
    tone: numbers.open.overdue === "hidden" || numbers.open.overdue === 0 ? "calm" : "attention",
    summary: shortHeadline(numbers, language),
  };
}

function periodInWords(numbers: DigestNumbers, reading: Reading): string {
  return say(
    reading.language,
    { nl: "{where}, {from} tot en met {until}.", en: "{where}, {from} to {until}." },
    {
      where: numbers.municipality,
      from: dayInWords(numbers.from, reading),
      // The week ends at midnight: the last day is the one before.
      until: dayInWords(numbers.until - 1, reading),
    },
  );
}

/** Share, arrivals by urgency and open load stand together: ignoring heavy cases must not look like prevention (decision 4). */
function togetherFacts(numbers: DigestNumbers, reading: Reading): Part {
  const { language } = reading;
  const words = (said: Said, values: Readonly<Record<string, string>> = {}) => say(language, said, values);
  const { open } = numbers;
  return facts([
    [
      words({ nl: "Preventie-aandeel", en: "Prevention share" }),
      `${percent(numbers.block.preventionShare) ?? words({ nl: "niet getoond", en: "not shown" })} (${blockInWords(numbers, language).toLowerCase()})`,
    ],
    [words({ nl: "Nieuw", en: "New" }), String(numbers.arrivals)],
    [words({ nl: "Nieuw, naar urgentie", en: "New, by urgency" }), urgenciesInWords(numbers, language)],
    [words({ nl: "Nu open", en: "Open now" }), openLoadInWords(open, language)],
    [words({ nl: "Over de tijd", en: "Overdue" }), shown(open.overdue, language)],
  ]);
}

/** Where open work is; what is hidden of it stands in one word at the end. */
function openLoadInWords(open: DigestNumbers["open"], language: Language): string {
  const places = [
    { count: open.waiting, said: { nl: "{n} wachten", en: "{n} waiting" } },
    { count: open.inHand, said: { nl: "{n} opgepakt", en: "{n} picked up" } },
    { count: open.preventionWork, said: { nl: "{n} met lichte hulp", en: "{n} with light help" } },
    { count: open.casework, said: { nl: "{n} met een casus", en: "{n} with casework" } },
  ];
  const told = places.filter(({ count }) => count !== "hidden");
  const pieces = told.map(({ count, said }) => say(language, said, { n: String(count) }));
  if (told.length === places.length) return pieces.join(", ");
  const rest = say(language, { nl: "de rest niet getoond", en: "the rest not shown" });
  return told.length === 0
    ? say(language, { nl: "niet getoond", en: "not shown" })
    : [...pieces, rest].join(", ");
}

function urgenciesInWords({ byUrgency }: DigestNumbers, language: Language): string {
  const counted = byUrgency.map((row) => ({ what: say(language, urgencyWords[row.of]), count: row.count }));
  if (isFolded(byUrgency.map((row) => row.count))) return foldedValue(counted, language);
  return listed(
    language,
    counted.map(({ what, count }) => `${what} ${shownInline(count, language)}`),
  );
}

/** What was promised and kept. Where several are hidden, they stand in one sentence. */
function promiseParts(numbers: DigestNumbers, language: Language): readonly Part[] {
  const { onTime, feedback, handOvers } = numbers;
  const promises = [
    {
      label: say(language, { nl: "Op tijd opgepakt", en: "Picked up in time" }),
      value: outOf(onTime, language),
      hides: onTime.done === "hidden" || onTime.of === "hidden",
    },
    {
      label: say(language, { nl: "Op tijd bericht gegeven", en: "Word sent in time" }),
      value: outOf(feedback, language),
      hides: feedback.done === "hidden" || feedback.of === "hidden",
    },
    {
      label: say(language, { nl: "Keer overgedragen", en: "Handed over" }),
      value: shown(handOvers, language),
      hides: handOvers === "hidden",
    },
  ];
  const hidden = promises.filter(({ hides }) => hides);
  const told = hidden.length > 1 ? promises.filter(({ hides }) => !hides) : promises;
  const said: Said = { nl: "Te klein om te tonen: {what}.", en: "Too small to show: {what}." };
  const what = listed(
    language,
    hidden.map(({ label }) => label.toLowerCase()),
  );
  return [
    ...(told.length === 0 ? [] : [facts(told.map(({ label, value }) => [label, value]))]),
    ...(hidden.length > 1 ? [text(say(language, said, { what }))] : []),
  ];
}

function coverageParts(numbers: DigestNumbers, reading: Reading): readonly Part[] {
  const { language } = reading;
  const notCounted: Said = {
    nl: "Signalen tellen we niet per wijk: die aantallen zijn te klein om te delen.",
    en: "We do not count signals per area: those numbers are too small to share.",
  };
  if (numbers.coverage.length === 0) {
    const enough: Said = {
      nl: "In elke wijk weten ten minste twee collega's van elk onderwerp.",
      en: "In every area at least two colleagues know about every subject.",
    };
    return [
      heading(say(language, { nl: "Per wijk", en: "Per area" })),
      text(say(language, enough)),
      note(say(language, notCounted)),
    ];
  }
  const gaps = numbers.coverage.map((gap) =>
    say(
      language,
      gap.people === 0
        ? { nl: "{area}: niemand voor {what}", en: "{area}: nobody for {what}" }
        : { nl: "{area}: één collega voor {what}", en: "{area}: one colleague for {what}" },
      { area: areaName(gap.area, reading), what: say(language, categoryWords[gap.expertise]) },
    ),
  );
  return [
    heading(say(language, { nl: "Per wijk: waar kennis dun is", en: "Per area: where knowledge is thin" })),
    list(gaps),
    note(say(language, notCounted)),
  ];
}

function notes(numbers: DigestNumbers, reading: Reading): readonly Part[] {
  const { language } = reading;
  const share: Said = {
    nl: "Preventie-aandeel: groepsaanbod en lichte hulp, als deel van alle hulp die startte. Advies telt niet mee.",
    en: "Prevention share: group offers and light help, as part of all help that started. Advice does not count.",
  };
  const hidden: Said = {
    nl: "Te klein om te tonen: een klein aantal, of een aantal dat een klein aantal zou verraden.",
    en: "Too small to show: a small number, or a number that would give a small one away.",
  };
  const changed: Said = {
    nl: "Uitkomsten die later veranderden: {n}. In week en blok staan ze zoals ze toen waren.",
    en: "Outcomes that changed later: {n}. Week and block show them as they were.",
  };
  const { correctedSince } = numbers.block;
  return [
    note(say(language, share)),
    ...(correctedSince === 0
      ? []
      : [note(say(language, changed, { n: shownInline(correctedSince, language) }))]),
    ...(hasHidden(numbers) ? [note(say(language, hidden))] : []),
  ];
}
