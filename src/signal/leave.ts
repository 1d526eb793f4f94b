import { derivedId } from "#base/ids.ts";
import type { Directory, Person } from "#signal/directory.ts";
import type { Instant, PersonId, SignalId } from "#signal/signal.ts";
import type { Calendar } from "#signal/working-time.ts";

/** First and last day away, `YYYY-MM-DD`. */
export interface Leave {
  readonly from: string;
  readonly until: string;
}

/** What a colleague has set about their own work, over the municipality's file. Null: as in the file. */
export interface OwnWork {
  readonly person: PersonId;
  /** A leave that ends before it begins means: back since `from`, whatever the file says. */
  readonly away: Leave | null;
  readonly capacity: number | null;
}

/** The directory with what colleagues set themselves laid over it: who is there is only ever asked of this one. */
export function staffed(directory: Directory, own: readonly OwnWork[]): Directory {
  if (own.length === 0) return directory;
  const byPerson = new Map(own.map((one) => [one.person, one]));
  return {
    ...directory,
    people: directory.people.map((person) => {
      const set = byPerson.get(person.id);
      if (set === undefined) return person;
      const { absences, capacity } = person;
      return {
        ...person,
        capacity: set.capacity ?? capacity,
        absences: set.away === null ? absences : laidOver(absences, set.away),
      };
    }),
  };
}

/** One's own leave goes before the one in the file that it begins in; other leave in the file stays. */
function laidOver(absences: readonly Leave[], own: Leave): readonly Leave[] {
  const others = absences.filter((one) => !isWithin(own.from, one));
  return own.from <= own.until ? [...others, own] : others;
}

/** The leave that makes a colleague be back from this day on, where the file says otherwise. */
export function backSince(date: string, dayBefore: string): Leave {
  return { from: date, until: dayBefore };
}

/** On leave on the local day of `at`, whatever the weekday. */
export function isAway(person: Pick<Person, "absences">, at: Instant, calendar: Calendar): boolean {
  const date = calendar.localDate(at);
  return person.absences.some((leave) => isWithin(date, leave));
}

/** The leave that this colleague is on, or else the next one; null: none. */
export function leaveOf(person: Pick<Person, "absences">, today: string): Leave | null {
  const coming = person.absences.filter(({ from, until }) => from <= until && until >= today);
  return coming.toSorted((a, b) => (a.from < b.from ? -1 : 1))[0] ?? null;
}

/** The key of "this leave has begun" for one signal: the same whoever finds out first. */
export function leaveKey(person: PersonId, from: string, signal: SignalId): string {
  return derivedId("went_away", person, from, signal);
}

/** What is needed to know who is there: `directory` with what colleagues set themselves laid over it. */
interface Now {
  readonly directory: Directory;
  readonly calendar: Calendar;
  readonly now: Instant;
}

/** Can this colleague be reached, and not on leave now? */
export function isThere(id: PersonId, { directory, calendar, now }: Now): boolean {
  const person = directory.people.find((one) => one.id === id);
  return person !== undefined && person.addresses.length > 0 && !isAway(person, now, calendar);
}

/** Is this colleague on leave now? Who is not in the directory is not on leave. */
export function isOnLeave(id: PersonId, { directory, calendar, now }: Now): boolean {
  const person = directory.people.find((one) => one.id === id);
  return person !== undefined && isAway(person, now, calendar);
}

/** Those of them who are not on leave now; where all of them are, all of them: somebody has to hear it. */
export function thereOf(ids: readonly PersonId[], moment: Now): readonly PersonId[] {
  const there = ids.filter((id) => !isOnLeave(id, moment));
  return there.length > 0 ? there : ids;
}

function isWithin(date: string, { from, until }: Leave): boolean {
  return from <= date && date <= until;
}
