import { availabilityWithin, officeDays } from "#route/availability.ts";
import { clocksOf } from "#signal/clocks.ts";
import { type Directory, expertiseOf, type Loads, type Person } from "#signal/directory.ts";
import { rotaOf } from "#signal/moment.ts";
import type { Instant, RoutingCode, Signal } from "#signal/signal.ts";
import type { Expertise } from "#signal/words.ts";
import type { Calendar } from "#signal/working-time.ts";

/** What routing looks at: of the signal only codes. Whoever may not get it (again) is in `declined`. */
export interface AssignInput {
  readonly signal: Pick<Signal, "kind" | "outside" | "categories" | "urgency" | "report" | "declined">;
  readonly directory: Directory;
  readonly loads: Loads;
  readonly calendar: Calendar;
  readonly now: Instant;
}

/** The question as every rule needs it. */
export interface Ask extends AssignInput {
  /** The categories that ask for expertise, the leading one first. */
  readonly wanted: readonly Expertise[];
  /** The office days on which somebody must be there: before half the clock, when the next would be asked. */
  readonly days: readonly Instant[];
}

export function askOf(input: AssignInput): Ask {
  const { signal, calendar, now, directory } = input;
  const { half } = clocksOf(signal.urgency, now, calendar, rotaOf(directory));
  const wanted = signal.categories.map((category) => expertiseOf(category)).filter((one) => one !== null);
  return { ...input, wanted, days: officeDays(now, half, calendar) };
}

/** Why this colleague may not have the signal at all: said no, or works or coaches where it comes from. */
export function barred(person: Person, { signal }: AssignInput): RoutingCode | null {
  if (signal.declined.includes(person.id)) return "declined";
  const { organisation } = signal.report;
  return organisation !== null && person.conflicts.includes(organisation) ? "conflict" : null;
}

/** Why this colleague can not take it now, whatever it is about. Null: could. */
export function obstacle(person: Person, ask: Ask): RoutingCode | null {
  const bar = barred(person, ask);
  if (bar) return bar;
  const there = presence(person, ask);
  return there === "working" || there === "in_time" ? null : there;
}

/** `working`, `in_time`, or why not. */
export function presence(person: Person, ask: Ask): RoutingCode {
  return availabilityWithin(person, ask.days, ask.calendar);
}

/** Why this colleague is not asked as an expert. Null: fits. A full week never keeps an acute or urgent signal away. */
export function misfit(person: Person, ask: Ask): RoutingCode | null {
  const elsewhere = barred(person, ask) ?? (person.external ? "external" : placeOf(person, ask));
  if (elsewhere) return elsewhere;
  const gone = obstacle(person, ask);
  if (gone) return gone;
  const isPressing = ask.signal.urgency === "acute" || ask.signal.urgency === "urgent";
  return !isPressing && loadOf(person, ask.loads) >= person.capacity ? "full" : null;
}

/** Why this is not a colleague for that area or age. Null: is. What the signaler did not tell leaves nobody out. */
export function placeOf(person: Person, { signal }: AssignInput): RoutingCode | null {
  const { area, ageGroup } = signal.report;
  if (area !== null && person.areas !== "all" && !person.areas.includes(area)) return "other_area";
  if (ageGroup !== null && person.ages !== "all" && !person.ages.includes(ageGroup)) return "other_age";
  return null;
}

/** Open signals of this colleague. */
export function loadOf(person: Person, loads: Loads): number {
  // An id may be called like a property that every object has.
  return Object.hasOwn(loads, person.id) ? (loads[person.id] ?? 0) : 0;
}
