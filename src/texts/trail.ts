import type { Entry } from "#signal/decision.ts";
import { feedbackTitles } from "#texts/feedback-words.ts";
import type { Reading } from "#texts/labels.ts";
import { nameOf, personOf, teller } from "#texts/people.ts";
import { reasonInWords } from "#texts/routing-words.ts";
import { ruleInWords } from "#texts/rule-words.ts";
import { capital, listed, type Said, say } from "#texts/say.ts";
import {
  ageWords,
  callWords,
  categoriesInWords,
  categoryWords,
  clockWords,
  confidenceWords,
  dangerWords,
  outcomeWords,
  sourceWords,
  urgencyWords,
} from "#texts/terms.ts";

/**
 * One line of the event log in plain words: "Sanne heeft VS-7K3M opgepakt." The code is taken from the fact `code` where
 * there is one, else the line says "het signaal". Facts that are missing are left out: old lines stay readable.
 */
export function trailLine(entry: Entry, reading: Reading): string {
  const { language } = reading;
  const sentence = say(language, sentenceOf(entry), {
    who: whoInWords(entry.by, reading),
    code: factOf(entry, "code") ?? say(language, { nl: "het signaal", en: "the signal" }),
  });
  const more = detailsOf(entry, reading);
  return more === "" ? `${capital(sentence)}.` : `${capital(sentence)}: ${more}.`;
}

function sentenceOf(entry: Entry): Said {
  if (entry.type === "reread" && factOf(entry, "differs") !== null) return readOtherwise;
  const isWordless = entry.type === "feedback_given" && factOf(entry, "level") === "none";
  if (isWordless) return noWord;
  // Null, and not just absent as in old lines: there was nobody left to ask. Who was asked stands in a line beside it.
  if (entry.type === "escalated" && entry.facts["asked"] === null) return everyoneAsked;
  return trailWords[entry.type];
}

const readOtherwise: Said = {
  nl: "een taalmodel las {code} anders",
  en: "a language model read {code} differently",
};

const everyoneAsked: Said = {
  nl: "niemand pakte {code} op. De coördinator is opnieuw gewaarschuwd",
  en: "nobody picked up {code}. The coordinator has been warned again",
};

const noWord: Said = {
  nl: "{who} liet niets weten over {code}, met een reden",
  en: "{who} sent no word about {code}, with a reason",
};

function whoInWords(by: string, reading: Reading): string {
  if (by === "system") return say(reading.language, { nl: "het systeem", en: "the system" });
  if (by === "signaler") return say(reading.language, teller);
  return nameOf(by, reading);
}

const trailWords = {
  reported: { nl: "{code} kwam binnen", en: "{code} came in" },
  classified: { nl: "de computer deelde {code} in", en: "the computer sorted {code}" },
  not_classified: {
    nl: "de computer kon {code} niet indelen, een mens beslist",
    en: "the computer could not sort {code}, a human decides",
  },
  reread: { nl: "een taalmodel las {code} ook", en: "a language model read {code} as well" },
  supplemented: { nl: "{who} vulde {code} aan", en: "{who} added to {code}" },
  called: { nl: "{who} gaf antwoord onder de veiligheidstekst", en: "{who} answered under the safety text" },
  answered: { nl: "{who} gaf antwoord op de vraag", en: "{who} answered the question" },
  still_worried: { nl: "{who} is nog steeds bezorgd over {code}", en: "{who} is still worried about {code}" },
  withdrawn: { nl: "{who} wil {code} intrekken", en: "{who} wants to withdraw {code}" },
  accepted: { nl: "{who} heeft {code} opgepakt", en: "{who} has picked up {code}" },
  declined: { nl: "{who} gaf {code} terug", en: "{who} gave {code} back" },
  handed_over: { nl: "{who} heeft {code} overgedragen", en: "{who} has handed over {code}" },
  consulted: { nl: "{who} vroeg advies over {code}", en: "{who} asked advice on {code}" },
  consult_answered: { nl: "{who} gaf advies over {code}", en: "{who} gave advice on {code}" },
  asked: { nl: "{who} stelde een vraag over {code}", en: "{who} asked a question about {code}" },
  feedback_given: { nl: "{who} liet iets weten over {code}", en: "{who} sent word about {code}" },
  corrected: { nl: "{who} deelde {code} anders in", en: "{who} sorted {code} otherwise" },
  waiting: { nl: "{who} schreef op waar {code} op wacht", en: "{who} noted what {code} waits for" },
  outcome_set: { nl: "{who} koos een uitkomst voor {code}", en: "{who} chose an outcome for {code}" },
  closed: { nl: "{who} sloot {code} af", en: "{who} closed {code}" },
  overdue: { nl: "een termijn van {code} liep af", en: "a clock of {code} ran out" },
  erasure_due: { nl: "de tekst van {code} mag weg", en: "the text of {code} may go" },
  went_away: {
    nl: "het verlof begon van wie {code} had of moest oppakken",
    en: "leave began of whoever had {code} or was to pick it up",
  },
  unreachable: {
    nl: "een bericht over {code} kwam niet aan",
    en: "a message about {code} did not arrive",
  },
  routed: { nl: "{code} ging naar een collega", en: "{code} went to a colleague" },
  viewed: { nl: "{who} las {code}", en: "{who} read {code}" },
  erased: { nl: "de tekst van {code} is gewist", en: "the text of {code} has been erased" },
  escalated: { nl: "{code} is niet op tijd opgepakt", en: "{code} was not picked up in time" },
  raised: { nl: "{code} werd dringender", en: "{code} became more urgent" },
  learned: { nl: "de computer leerde van {code}", en: "the computer learned from {code}" },
  reopened: { nl: "{code} ging weer open", en: "{code} was opened again" },
} as const satisfies Record<Entry["type"], Said>;

function factOf(entry: Entry, name: string): string | null {
  const value = entry.facts[name];
  return value === undefined || value === null || value === "" ? null : String(value);
}

/** What the facts add, in words: short pieces after a colon. */
function detailsOf(entry: Entry, reading: Reading): string {
  const fact = (name: string) => factOf(entry, name);
  const words = (table: Readonly<Record<string, Said>>, name: string) => wordOf(table, fact(name), reading);
  switch (entry.type) {
    case "reported":
      return joined([words(sourceWords, "source"), rulesOf(fact("rules"), reading)]);
    case "classified":
    case "not_classified":
      return joined([
        eachWord(categoryWords, fact("categories"), reading),
        words(urgencyWords, "urgency"),
        sureness(entry, reading),
      ]);
    case "reread":
      return joined([categoriesOf(entry, reading), words(urgencyOrNone, "urgency")]);
    case "corrected":
      return joined([eachWord(categoryWords, fact("categories"), reading), words(urgencyWords, "to")]);
    case "supplemented":
      return joined([dangerOf(entry, reading), words(ageWords, "ageGroup")]);
    case "called":
      return lowered(words(callWords, "answer"));
    case "handed_over":
      return personIn(fact("to"), reading) ?? "";
    case "consulted":
      return personIn(fact("whom"), reading) ?? "";
    case "went_away":
      return personIn(fact("person"), reading) ?? "";
    case "unreachable":
      // Not in the directory: a signaler, who is never named.
      return personOf(fact("person") ?? "", reading)?.name ?? "";
    case "routed":
      return joined([personIn(fact("to"), reading), reasonsOf(fact("because"), reading)]);
    case "feedback_given":
      return fact("level") === "none" ? "" : lowered(words(feedbackTitles, "level"));
    case "outcome_set":
    case "closed":
      return lowered(words(outcomeWords, "outcome"));
    case "overdue":
      return words(clockWords, "clock") ?? "";
    case "raised":
    case "reopened":
      return joined([words(urgencyWords, "to")]);
    default:
      return "";
  }
}

/** Of a reading that saw none: no concern, and then an urgency says nothing. */
function categoriesOf(entry: Entry, reading: Reading): string | null {
  const found = eachWord(categoryWords, factOf(entry, "categories"), reading);
  return found ?? (factOf(entry, "kind") === "not_a_signal" ? categoriesInWords(reading.language, []) : null);
}

const urgencyOrNone: Readonly<Record<string, Said>> = { ...urgencyWords, none: { nl: "", en: "" } };

function joined(pieces: readonly (string | null)[]): string {
  return pieces.filter((piece) => piece !== null && piece !== "").join(", ");
}

function lowered(words: string | null): string {
  return words === null ? "" : words.charAt(0).toLowerCase() + words.slice(1);
}

function wordOf(
  table: Readonly<Record<string, Said>>,
  value: string | null,
  reading: Reading,
): string | null {
  const said = value === null ? undefined : table[value];
  return said === undefined ? value : say(reading.language, said);
}

function eachWord(
  table: Readonly<Record<string, Said>>,
  values: string | null,
  reading: Reading,
): string | null {
  if (values === null) return null;
  return listed(
    reading.language,
    values.split(" ").map((value) => wordOf(table, value, reading) ?? value),
  );
}

function personIn(id: string | null, reading: Reading): string | null {
  if (id === null) return null;
  return personOf(id, reading)?.name ?? nameOf(id, reading);
}

function rulesOf(rules: string | null, reading: Reading): string | null {
  if (rules === null) return null;
  return listed(
    reading.language,
    [...new Set(rules.split(" "))].map((rule) => ruleInWords(rule, reading.language)),
  );
}

function reasonsOf(codes: string | null, reading: Reading): string | null {
  if (codes === null) return null;
  return codes
    .split(" ")
    .map((code) => reasonInWords(code, reading))
    .join(", ");
}

function sureness(entry: Entry, reading: Reading): string | null {
  const words = wordOf(confidenceWords, factOf(entry, "confidence"), reading);
  return words === null ? null : lowered(words.replace(/\.$/, ""));
}

function dangerOf(entry: Entry, reading: Reading): string | null {
  const danger = wordOf(dangerWords, factOf(entry, "danger"), reading);
  if (danger === null) return null;
  return say(
    reading.language,
    { nl: "nu gevaar? {danger}", en: "danger now? {danger}" },
    { danger: danger.toLowerCase() },
  );
}
