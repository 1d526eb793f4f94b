import { oneLetterOff } from "#counter/one-letter-off.ts";
import { fillers, subjectWords } from "#counter/subjects.ts";
import type { Visitor } from "#counter/visitor.ts";
import type { Area, Directory, Person } from "#signal/directory.ts";
import type { Press } from "#signal/press.ts";
import type { SaidScreen } from "#signal/screen.ts";
import type { PersonId } from "#signal/signal.ts";
import { type Expertise, expertises } from "#signal/words.ts";

/** What was asked for: a subject, an area, both, or (null, null) nothing that is known here. */
export interface Asked {
  readonly expertise: Expertise | null;
  readonly area: string | null;
}

/** So many fit on a card. */
const mostFound = 20;
/** Shorter words have too many neighbours to forgive a letter. */
const shortestForgiven = 4;

/**
 * "Wie weet er van schulden in Oost?" (features row 34): colleagues by their work, the deepest first, then who is there.
 * Only subjects and areas are understood; of a person's name nothing is ever made.
 */
export function openWho(
  press: Press,
  { person }: Visitor,
  directory: Directory,
  away: readonly PersonId[],
): SaidScreen {
  const asked = askedIn(press.fields?.["text"] ?? "", directory);
  return {
    kind: "who",
    as: person === null ? "signaler" : "person",
    ...asked,
    found: find(asked, directory, away),
  };
}

function find(
  { expertise, area }: Asked,
  directory: Directory,
  away: readonly PersonId[],
): Extract<SaidScreen, { kind: "who" }>["found"] {
  if (expertise === null && area === null) return [];
  return directory.people
    .filter((person) => area === null || person.areas === "all" || person.areas.includes(area))
    .filter((person) => (expertise === null ? isColleague(person, directory) : expertise in person.expertise))
    .map((person) => ({
      person: person.id,
      depth: expertise === null ? null : (person.expertise[expertise] ?? null),
      there: !away.includes(person.id),
    }))
    .sort((a, b) => (b.depth ?? 0) - (a.depth ?? 0) || Number(b.there) - Number(a.there))
    .slice(0, mostFound);
}

/** Works with people of the area: not a partner from outside, not who only reads numbers. */
function isColleague({ id, external }: Person, { managers, coordinators }: Directory): boolean {
  return !external && (!managers.includes(id) || coordinators.includes(id));
}

/** Reads the question: as it is written first, and only then with one letter wrong. */
export function askedIn(text: string, { areas }: Directory): Asked {
  const words = bareWords(text).slice(0, 40);
  const area = areaIn(words, areas, isSame);
  const left = area === null ? words : words.filter((word) => !area.words.includes(word));
  const expertise = subjectIn(left, isSame);
  if (area !== null && expertise !== null) return { expertise, area: area.id };
  const open = left.filter((word) => !fillers.includes(word) && !isSubject(word));
  return {
    expertise: expertise ?? subjectIn(open, isNear),
    area: area?.id ?? areaIn(open, areas, isNear)?.id ?? null,
  };
}

/** Longer ones are a story, whatever they begin with. */
const mostWords = 7;

/**
 * Is this, typed as it is, only the question who knows about something ("wie schulden oost")? Every word must be understood:
 * with one word more it may be somebody's concern.
 */
export function isWhoQuestion(text: string, directory: Directory): boolean {
  const [first = "", ...rest] = bareWords(text);
  if ((first !== "wie" && first !== "who") || rest.length === 0 || rest.length > mostWords) return false;
  const { expertise, area } = askedIn(text, directory);
  if (expertise === null && area === null) return false;
  const known = [...fillers, ...Object.values(subjectWords).flat(), ...areaWords(directory)];
  return rest.every((word) => known.some((one) => isSame(word, one) || isNear(word, one)));
}

function areaWords({ areas }: Directory): readonly string[] {
  return areas.flatMap(({ id, name }) => [...bareWords(id), ...bareWords(name)]);
}

type Match = (typed: string, known: string) => boolean;
const isSame: Match = (typed, known) => typed === known;
const isNear: Match = (typed, known) =>
  Math.min(typed.length, known.length) >= shortestForgiven && oneLetterOff(typed, known);

/** The first word that is a subject. One that could be two of them, by a typing error, is none. */
function subjectIn(words: readonly string[], match: Match): Expertise | null {
  for (const word of words) {
    const meant = expertises.filter((one) => subjectWords[one].some((known) => match(word, known)));
    if (meant.length === 1) return meant[0] ?? null;
  }
  return null;
}

function isSubject(word: string): boolean {
  return expertises.some((one) => subjectWords[one].includes(word));
}

/** The area that is named, by its longest name: "oud west" is not "west". One that could be two areas is none. */
function areaIn(
  words: readonly string[],
  areas: readonly Area[],
  match: Match,
): { readonly id: string; readonly words: readonly string[] } | null {
  for (let length = Math.min(4, words.length); length > 0; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const these = words.slice(start, start + length);
      const typed = these.join("");
      const meant = areas.filter(({ id, name }) => match(typed, joined(name)) || match(typed, joined(id)));
      if (meant.length === 1 && meant[0] !== undefined) return { id: meant[0].id, words: these };
    }
  }
  return null;
}

function joined(name: string): string {
  return bareWords(name).join("");
}

/** Lower case, without accents and signs: "Oud-Zuid?" is "oud", "zuid". */
function bareWords(text: string): string[] {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
