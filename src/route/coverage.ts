import type { Directory, Person } from "#signal/directory.ts";
import { type Expertise, expertises } from "#signal/words.ts";

/** An area where nobody, or only one colleague, knows about a category. Partners from outside do not count: they advise. */
export interface CoverageGap {
  readonly area: string;
  readonly expertise: Expertise;
  readonly people: 0 | 1;
}

/** The gaps of every area and category, in the order of the directory (features: "expertise-gap map"). */
export function coverageGaps(directory: Directory): CoverageGap[] {
  return directory.areas.flatMap(({ id: area }) =>
    expertises.flatMap((expertise): CoverageGap[] => {
      const people = directory.people.filter(
        (person) => knows(person, expertise) && worksIn(person, area),
      ).length;
      return people === 0 || people === 1 ? [{ area, expertise, people }] : [];
    }),
  );
}

/** A colleague of the team who knows about it, however deep, and can be reached. */
export function knows(person: Person, expertise: Expertise): boolean {
  return !person.external && person.addresses.length > 0 && person.expertise[expertise] !== undefined;
}

/** Whom to ask for advice about it: the partners from outside. */
export function partnersFor(expertise: Expertise, directory: Directory): Person[] {
  return directory.people.filter((person) => person.external && person.expertise[expertise] !== undefined);
}

function worksIn(person: Person, area: string): boolean {
  return person.areas === "all" || person.areas.includes(area);
}
