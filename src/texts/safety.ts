import type { Instant } from "#signal/signal.ts";
import type { Category, Language, Role, Source, Urgency } from "#signal/words.ts";
import type { Part } from "#texts/card.ts";
import { dueInWords, isOfficeOpen, isToday, openingHoursInWords, timeInWords } from "#texts/dates.ts";
import type { Reading } from "#texts/labels.ts";
import {
  acuteLines,
  addOnLines,
  afterwards,
  callInstead,
  nobodyReads,
  preventiveOutside,
  preventiveText,
  professionalLine,
  safetyVersion,
  soonOutside,
  soonText,
  urgentAdvice,
  urgentHours,
  urgentOpening,
  urgentPromise,
} from "#texts/safety-words.ts";
import { say } from "#texts/say.ts";

export { safetyVersion };

/** What the fixed safety text depends on. */
export interface SafetyCase {
  readonly urgency: Urgency;
  readonly due: Instant;
  readonly staffed: boolean;
  readonly role: Role;
  readonly outsideContact: boolean;
}

/** The fixed safety text of a level, one paragraph per line (domain.md 2.3). */
export function safetyLines(of: SafetyCase, reading: Reading): readonly string[] {
  const { language } = reading;
  const isCalm = of.urgency === "soon" || of.urgency === "preventive";
  // The date stands, but nobody should think that someone watches tonight (features.md 5, "false calm").
  const closed = isCalm && !isOfficeOpen(reading) ? [say(language, nobodyReads)] : [];
  const lines = [...levelLines(of, reading), ...closed];
  const isProfessionals = of.role === "professional" && (of.urgency === "urgent" || of.urgency === "soon");
  return isProfessionals ? [...lines, say(language, professionalLine)] : lines;
}

/**
 * May a human be promised for now? Outside office hours never for acute and urgent, rota or not (T4); it is asked of the
 * clock again when the text is shown, because a card may be shown later than it was decided.
 */
export function mayPromise(of: Pick<SafetyCase, "urgency" | "staffed">, reading: Reading): boolean {
  if (of.urgency === "soon" || of.urgency === "preventive") return true;
  return of.staffed && isOfficeOpen(reading);
}

function levelLines(of: SafetyCase, reading: Reading): readonly string[] {
  const { language } = reading;
  switch (of.urgency) {
    case "acute":
      return acuteText(language, mayPromise(of, reading) ? "staffed" : "unstaffed");
    case "urgent":
      return [urgentText(of, reading)];
    case "soon":
      return [dated(of.outsideContact ? soonOutside : soonText, of, reading)];
    case "preventive":
      return [dated(of.outsideContact ? preventiveOutside : preventiveText, of, reading)];
  }
}

/** U1. Also what "help" or "112" alone is answered with. */
export function acuteText(language: Language, reading: "staffed" | "unstaffed"): readonly string[] {
  const lines = acuteLines.map((line) => say(language, line));
  return reading === "staffed"
    ? lines
    : [...lines, `${say(language, nobodyReads)} ${say(language, callInstead)}`];
}

function urgentText(of: SafetyCase, reading: Reading): string {
  const { language } = reading;
  const opening = say(language, urgentOpening);
  const advice = say(language, urgentAdvice);
  if (!mayPromise(of, reading)) {
    return [opening, say(language, nobodyReads), advice, say(language, callInstead)].join(" ");
  }
  const isSameDay = isToday(of.due, reading.now);
  const who = of.outsideContact ? "outside" : "team";
  const promise = isSameDay ? urgentPromise[who] : urgentPromise[`${who}Later`];
  const venster = say(
    language,
    { nl: "uiterlijk {when}", en: "by {when}" },
    { when: windowOf(of.due, reading) },
  );
  const hours = openingHoursInWords(reading.directory.hours, language);
  const openingstijden = say(
    language,
    { nl: "openingstijden ({hours})", en: "opening hours ({hours})" },
    { hours },
  );
  return [
    opening,
    say(language, promise, { venster }),
    advice,
    say(language, urgentHours, { openingstijden }),
  ].join(" ");
}

function windowOf(due: Instant, reading: Reading): string {
  return isToday(due, reading.now) ? timeInWords(due, reading.language) : dueInWords(due, reading);
}

function dated(text: typeof soonText, of: SafetyCase, reading: Reading): string {
  return say(reading.language, text, { datum: dueInWords(of.due, reading) });
}

/** Once somebody has it, or it is closed: the numbers without a promise. An acute text stays whole while it is open. */
export function safetyAfterwards(language: Language): readonly string[] {
  return [say(language, afterwards)];
}

/** What a category adds to the safety text. */
export function addOns(
  of: {
    readonly categories: readonly Category[];
    readonly urgency: Urgency;
    readonly role: Role;
    readonly source: Source;
    readonly outsideContact: boolean;
    readonly young: boolean;
  },
  language: Language,
): readonly string[] {
  const isCalm = of.urgency === "soon" || of.urgency === "preventive";
  const lines = [];
  if (of.young) lines.push(addOnLines.young);
  // Who only typed named no place: it may well be a club.
  const mayBeClub = of.source === "club" || of.source === "other";
  if (of.outsideContact && mayBeClub) lines.push(addOnLines.sportsWrong, addOnLines.police);
  if (of.outsideContact && of.source === "school") lines.push(addOnLines.schoolWrong, addOnLines.police);
  if (of.categories.includes("psychological") && isCalm) lines.push(addOnLines.psychologicalAdult);
  // Where there is danger now, nothing stands beside the numbers that help now.
  if (of.categories.includes("debt") && of.urgency !== "acute") {
    lines.push(of.role === "professional" ? addOnLines.debtProfessional : addOnLines.debt);
  }
  return lines.map((line) => say(language, line));
}

/** Small print under every card with a safety text. */
export function safetyNote(language: Language): Part {
  return {
    part: "note",
    text: say(
      language,
      {
        nl: "Dit is geen noodnummer en geen melding bij Veilig Thuis. Vaste tekst, versie {version}.",
        en: "This is no emergency line and no report (melding) to Veilig Thuis. Fixed text, version {version}.",
      },
      { version: safetyVersion },
    ),
  };
}
