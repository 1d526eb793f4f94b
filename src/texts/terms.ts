import type { ClockName } from "#signal/event.ts";
import type { Confidence, Stage } from "#signal/signal.ts";
import type {
  AgeGroup,
  Awareness,
  CallAnswer,
  Category,
  Danger,
  Kind,
  Language,
  Outcome,
  Role,
  Source,
  Urgency,
} from "#signal/words.ts";
import { listed, type Said, say } from "#texts/say.ts";

/** The words of the job, as people read them. The same word on the card, in the table and in the form. */

/** A concern about something, never a diagnosis (domain.md 1.1). */
export const categoryWords = {
  domestic_violence: { nl: "onveiligheid thuis", en: "safety at home" },
  psychological: { nl: "psychische zorgen", en: "mental health concerns" },
  addiction: { nl: "drank, drugs, gokken of gamen", en: "alcohol, drugs, gambling or gaming" },
  debt: { nl: "geldzorgen", en: "money worries" },
  other: { nl: "andere zorg", en: "another concern" },
  unclear: { nl: "nog niet duidelijk", en: "not clear yet" },
} as const satisfies Record<Category, Said>;

export const urgencyWords = {
  acute: { nl: "acuut", en: "acute" },
  urgent: { nl: "spoed", en: "urgent" },
  soon: { nl: "snel", en: "soon" },
  preventive: { nl: "preventief", en: "preventive" },
} as const satisfies Record<Urgency, Said>;

/** What a level means, for the one who has to choose one. */
export const urgencyMeanings = {
  acute: { nl: "Acuut: nu of vandaag gevaar", en: "Acute: danger now or today" },
  urgent: { nl: "Spoed: kan niet tot morgen wachten", en: "Urgent: cannot wait until tomorrow" },
  soon: { nl: "Snel: serieuze zorg, geen direct gevaar", en: "Soon: serious, no direct danger" },
  preventive: { nl: "Preventief: vroeg of licht signaal", en: "Preventive: early or light signal" },
} as const satisfies Record<Urgency, Said>;

/** Answers to "Is dit een zorg?": whatever subjects are ticked beside it, each must make sense. */
export const kindWords = {
  signal: { nl: "Ja", en: "Yes" },
  other: { nl: "Ja, maar vooral over iets anders", en: "Yes, but mostly about something else" },
  not_a_signal: { nl: "Nee, geen zorg", en: "No, not a concern" },
} as const satisfies Record<Kind, Said>;

export const sourceWords = {
  school: { nl: "school", en: "school" },
  club: { nl: "club", en: "club" },
  wijkplatform: { nl: "wijkplatform", en: "neighbourhood platform" },
  other: { nl: "anders", en: "other" },
} as const satisfies Record<Source, Said>;

export const ageWords = {
  "0-4": { nl: "0 tot 4 jaar", en: "0 to 4 years" },
  "4-12": { nl: "4 tot 12 jaar", en: "4 to 12 years" },
  "12-16": { nl: "12 tot 16 jaar", en: "12 to 16 years" },
  "16-18": { nl: "16 tot 18 jaar", en: "16 to 18 years" },
  adult: { nl: "volwassene", en: "adult" },
  "75+": { nl: "75 jaar of ouder", en: "75 or older" },
} as const satisfies Record<AgeGroup, Said>;

export const roleWords = {
  professional: { nl: "Ja, dit is mijn beroep", en: "Yes, this is my profession" },
  volunteer: { nl: "Nee, ik ben vrijwilliger of bewoner", en: "No, I am a volunteer or resident" },
} as const satisfies Record<Role, Said>;

export const dangerWords = {
  now: { nl: "Ja, nu", en: "Yes, now" },
  maybe: { nl: "Misschien", en: "Maybe" },
  no: { nl: "Nee", en: "No" },
  unknown: { nl: "Weet ik niet", en: "I don't know" },
} as const satisfies Record<Danger, Said>;

export const awareWords = {
  yes: { nl: "Ja, en het mag", en: "Yes, and it is fine" },
  yes_reluctant: { nl: "Ja, maar liever niet", en: "Yes, but they would rather not" },
  no_afraid: { nl: "Nee, durf ik niet", en: "No, I don't dare to" },
  no_unsafe: { nl: "Nee, is niet veilig", en: "No, it is not safe" },
} as const satisfies Record<Awareness, Said>;

export const callWords = {
  called: { nl: "Ik heb gebeld", en: "I have called" },
  cannot_call: { nl: "Ik kan nu niet bellen", en: "I cannot call now" },
  not_now: { nl: "Het is toch niet nu", en: "It is not happening now" },
} as const satisfies Record<CallAnswer, Said>;

/** Short, for lists and the event log; the code of domain.md 4.2 is never shown alone. */
export const outcomeWords = {
  P0: { nl: "Advies gegeven", en: "Advice given" },
  P1: { nl: "Aanbod voor een groep", en: "Offer to a group" },
  P2: { nl: "Lichte hulp", en: "Light help" },
  C1: { nl: "Casus bij het team", en: "Casework by the team" },
  C2: { nl: "Opgeschaald naar zwaardere hulp", en: "Scaled up to specialist help" },
  N1: { nl: "Geen zorg nodig", en: "No care needed" },
  N2: { nl: "Niet bereikt", en: "Not reached" },
  N3: { nl: "Hulp niet gewild", en: "Help not wanted" },
  N4: { nl: "Overgedragen buiten het gebied", en: "Handed over outside the area" },
  N5: { nl: "Al bekend bij hulp", en: "Already known to care" },
} as const satisfies Record<Outcome, Said>;

/** How sure the machine is. In words: a percentage would promise more than it knows. */
export const confidenceWords = {
  high: { nl: "De computer is hier vrij zeker van.", en: "The computer is fairly sure about this." },
  medium: { nl: "De computer twijfelt een beetje.", en: "The computer has some doubt." },
  low: { nl: "De computer weet het niet. Kies jij.", en: "The computer does not know. You choose." },
} as const satisfies Record<Confidence, Said>;

export const stageWords = {
  received: { nl: "binnen", en: "received" },
  routed: { nl: "wacht op een collega", en: "waits for a colleague" },
  accepted: { nl: "opgepakt", en: "picked up" },
  working: { nl: "er wordt aan gewerkt", en: "work goes on" },
  closed: { nl: "afgesloten", en: "closed" },
  withdrawn: { nl: "ingetrokken", en: "withdrawn" },
} as const satisfies Record<Stage, Said>;

export const clockWords = {
  accept: { nl: "oppakken", en: "picking up" },
  feedback: { nl: "iets laten weten", en: "sending word" },
  outcome: { nl: "een uitkomst kiezen", en: "choosing an outcome" },
  light_help: { nl: "lichte hulp", en: "light help" },
} as const satisfies Record<ClockName, Said>;

/** `geldzorgen en psychische zorgen`; without any: no concern. */
export function categoriesInWords(language: Language, categories: readonly Category[]): string {
  if (categories.length === 0) return say(language, { nl: "geen zorg", en: "no concern" });
  return listed(
    language,
    categories.map((category) => say(language, categoryWords[category])),
  );
}
