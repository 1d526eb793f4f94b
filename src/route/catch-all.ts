import { byLoad, type Choice } from "#route/experts.ts";
import { type Ask, barred, obstacle, presence } from "#route/obstacle.ts";
import type { Directory, Person } from "#signal/directory.ts";
import type { PersonId } from "#signal/signal.ts";

/** These colleagues, in this order, as far as they exist. */
export function peopleOf(ids: readonly PersonId[], directory: Directory): Person[] {
  return ids.flatMap((id) => directory.people.find((person) => person.id === id) ?? []);
}

/** The duty generalists who are there, the ones who are there today first. */
export function dutyThere(ask: Ask): Choice[] {
  return there(ask.directory.duty, "duty", ask);
}

export function coordinatorsThere(ask: Ask): Choice[] {
  return there(ask.directory.coordinators, "coordinator", ask);
}

function there(ids: readonly PersonId[], as: string, ask: Ask): Choice[] {
  const choices = peopleOf(ids, ask.directory)
    .filter((person) => obstacle(person, ask) === null)
    .map((person) => ({ person, because: [as, presence(person, ask)] }));
  const isToday = (choice: Choice) => choice.because.includes("working");
  return [...choices.filter(isToday), ...choices.filter((choice) => !isToday(choice))];
}

/** When nobody who should is there: any colleague of the team who is, other area or full week or not. Never a partner from outside. */
export function anyoneThere(ask: Ask): Choice[] {
  const knows = (person: Person) => ask.wanted.some((category) => person.expertise[category] !== undefined);
  return ask.directory.people
    .filter((person) => !person.external && Object.keys(person.expertise).length > 0)
    .filter((person) => obstacle(person, ask) === null)
    .toSorted((a, b) => Number(knows(b)) - Number(knows(a)) || byLoad(a, b, ask))
    .map((person) => ({ person, because: ["catch_all", "stand_in", presence(person, ask)] }));
}

/**
 * The end of every chain: whoever is on duty and the coordinators, there or not, so that no signal is without somebody
 * to ask. Who said no or is too close to it is left out, unless nobody would be left.
 */
export function lastResort(ask: Ask): Choice[] {
  const { duty, coordinators } = ask.directory;
  const choices = [
    ...peopleOf(duty, ask.directory).map((person) => ({ person, as: "duty" })),
    ...peopleOf(coordinators, ask.directory).map((person) => ({ person, as: "coordinator" })),
  ];
  const free = choices.filter(({ person }) => barred(person, ask) === null && person.addresses.length > 0);
  const tooClose = ({ person }: { readonly person: Person }) => Number(barred(person, ask) !== null);
  const left = free.length > 0 ? free : choices.toSorted((a, b) => tooClose(a) - tooClose(b));
  return left.map(({ person, as }) => ({
    person,
    because: ["catch_all", as, "last_resort", obstacle(person, ask) ?? presence(person, ask)],
  }));
}
