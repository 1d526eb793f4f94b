import type { Person } from "#signal/directory.ts";
import type { PersonId } from "#signal/signal.ts";
import type { Reading } from "#texts/labels.ts";
import { say } from "#texts/say.ts";

/** Who did something, as it is written in passages and in the event log: `signaler`, `system`, or a colleague's id. */
export type Doer = string;

export function personOf(id: PersonId, reading: Reading): Person | null {
  return reading.directory.people.find((person) => person.id === id) ?? null;
}

/** A colleague's name, for colleagues. Signalers get `roleAndTeam` (domain.md, settled readings). */
export function nameOf(id: PersonId, reading: Reading): string {
  return personOf(id, reading)?.name ?? say(reading.language, { nl: "een collega", en: "a colleague" });
}

/** `jeugdwerker van wijkteam Noord`: what a signaler may know of who looks. */
export function roleAndTeam(id: PersonId, reading: Reading): string {
  const person = personOf(id, reading);
  if (person === null) return staffMember(reading);
  return say(
    reading.language,
    { nl: "{role} van {team}", en: "{role} of {team}" },
    { role: person.role[reading.language], team: person.team },
  );
}

/** `medewerker van wijkteam Noord`, while nobody in particular has it. */
export function staffMember(reading: Reading): string {
  const team = reading.directory.team;
  return say(reading.language, { nl: "medewerker van {team}", en: "member of {team}" }, { team });
}

/** Who reads a wrong inside a club or school: a role, and never the wijkteam's name. */
export function outsideReader(reading: Reading): string {
  const person = personOf(reading.directory.outsideContact, reading);
  return (
    person?.role[reading.language] ??
    say(reading.language, { nl: "contactpersoon van buiten", en: "outside contact" })
  );
}

/** How the doer of something is named to colleagues. */
export function doerName(doer: Doer, reading: Reading): string {
  if (doer === "system") return say(reading.language, { nl: "De computer", en: "The computer" });
  if (doer === "signaler") return say(reading.language, teller);
  return personOf(doer, reading)?.name ?? nameOf(doer, reading);
}

/** The one who told us, without the word "melder": a message to us is no melding. */
export const teller = { nl: "wie het vertelde", en: "the person who told us" } as const;

export function areaName(id: string, reading: Reading): string {
  return reading.directory.areas.find((area) => area.id === id)?.name ?? id;
}
