import { type Ask, barred, loadOf, misfit, placeOf, presence } from "#route/obstacle.ts";
import type { Person } from "#signal/directory.ts";
import type { RoutingCode } from "#signal/signal.ts";
import type { Expertise } from "#signal/words.ts";

/** One place in the chain, and why. */
export interface Choice {
  readonly person: Person;
  readonly because: readonly RoutingCode[];
}

/** The experts who fit, best first: by the leading category, and where nobody knows that one by the next. */
export function findExperts(ask: Ask): Choice[] {
  const found = new Map<string, Choice>();
  for (const category of ask.wanted) {
    const fitting = ask.directory.people.filter(
      (person) => depthOf(person, category) > 0 && misfit(person, ask) === null,
    );
    for (const person of fitting.toSorted((a, b) => compare(a, b, category, ask))) {
      if (!found.has(person.id)) found.set(person.id, { person, because: becauseOf(person, category, ask) });
    }
  }
  return [...found.values()];
}

/** Why nobody is asked for the leading category: nobody knows it there, all are full, or nobody is free. Empty: somebody is. */
export function gapOf(ask: Ask): RoutingCode[] {
  const [leading] = ask.wanted;
  if (!leading) return [];
  const knowing = ask.directory.people.filter((person) => depthOf(person, leading) > 0);
  const reasons = knowing.map((person) => misfit(person, ask));
  if (reasons.includes(null)) return [];
  if (reasons.includes("full")) return [`all_full:${leading}`];
  const elsewhere = ["external", "other_area", "other_age"];
  if (!reasons.every((reason) => reason !== null && elsewhere.includes(reason)))
    return [`nobody_free:${leading}`];
  const partner = knowing.find((person) => person.external && !barred(person, ask) && !placeOf(person, ask));
  return [`no_expertise:${leading}`, ...(partner ? [`partner:${partner.id}`] : [])];
}

/** Everyone who knows the leading category and was not chosen, with the reason. */
export function passOverExperts(chosen: Person, ask: Ask): { person: string; why: RoutingCode }[] {
  const [leading] = ask.wanted;
  if (!leading) return [];
  const others = ask.directory.people.filter(
    (person) => person.id !== chosen.id && depthOf(person, leading) > 0,
  );
  const isExpert = depthOf(chosen, leading) > 0 && misfit(chosen, ask) === null;
  return others.flatMap((person) => {
    const why = misfit(person, ask) ?? (isExpert ? whyLater(person, chosen, leading, ask) : null);
    return why === null ? [] : [{ person: person.id, why }];
  });
}

function whyLater(person: Person, chosen: Person, category: Expertise, ask: Ask): RoutingCode {
  if (byDepth(chosen, person, category, ask) < 0) return "less_expertise";
  return ratio(person, ask) > ratio(chosen, ask) ? loadCode(person, ask) : "order";
}

function compare(a: Person, b: Person, category: Expertise, ask: Ask): number {
  return byDepth(a, b, category, ask) || byLoad(a, b, ask);
}

/** The fuller week comes later; with equal weeks the id decides, so that the answer is always the same. */
export function byLoad(a: Person, b: Person, ask: Ask): number {
  const [left, right] = [ratio(a, ask), ratio(b, ask)];
  if (left !== right) return left < right ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function byDepth(a: Person, b: Person, category: Expertise, ask: Ask): number {
  const aside = (person: Person) =>
    ask.wanted.filter((one) => one !== category).reduce((sum, one) => sum + depthOf(person, one), 0);
  return depthOf(b, category) - depthOf(a, category) || aside(b) - aside(a);
}

function depthOf(person: Person, category: Expertise): number {
  return person.expertise[category] ?? 0;
}

function ratio(person: Person, ask: Ask): number {
  return person.capacity === 0 ? Number.POSITIVE_INFINITY : loadOf(person, ask.loads) / person.capacity;
}

function loadCode(person: Person, ask: Ask): RoutingCode {
  return `load:${loadOf(person, ask.loads)}/${person.capacity}`;
}

function becauseOf(person: Person, category: Expertise, ask: Ask): RoutingCode[] {
  const { area, ageGroup } = ask.signal.report;
  const known = ask.wanted.filter((one) => one === category || depthOf(person, one) > 0);
  return [
    ...known.map((one) => `expertise:${one}:${depthOf(person, one)}`),
    ...(area === null ? [] : [`area:${area}`]),
    ...(ageGroup === null ? [] : [`age:${ageGroup}`]),
    loadCode(person, ask),
    presence(person, ask),
  ];
}
