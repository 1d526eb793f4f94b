import { Problem } from "#base/problem.ts";
import { anyoneThere, coordinatorsThere, dutyThere, lastResort, peopleOf } from "#route/catch-all.ts";
import { type Choice, findExperts, gapOf, passOverExperts } from "#route/experts.ts";
import { type Ask, type AssignInput, askOf, barred, obstacle, presence } from "#route/obstacle.ts";
import type { Assignment, Person } from "#signal/directory.ts";
import { isAway } from "#signal/leave.ts";
import { leadingCategory, type RoutingCode, type RoutingReason } from "#signal/signal.ts";

/** An expert and one who stands in: then whoever is on duty hears it, before the clock has run out. */
const mostExperts = 2;

/**
 * Who is asked, in order, and why (domain.md 3.2, 3.3). The chain is never empty, holds nobody twice, and ends with
 * whoever is on duty and the coordinators. The first is there before half the clock, if anyone at all is. The same
 * question always gets the same answer.
 *
 * Acute goes to whoever is on duty first, whatever it is about; then to the expert or the outside contact.
 *
 * Codes of why the first was chosen: `expertise:<category>:<1-3>`, `area:<id>`, `age:<group>`,
 * `load:<open>/<capacity>`, `working`, `in_time` (not today, but before the clock asks the next), `on_call`,
 * `outside_contact`, `acute`, `unclear`, `other`, `not_a_signal`, `duty`, `coordinator`, `catch_all`, `stand_in`,
 * `last_resort`, and what was missing: `no_expertise:<category>` (nobody in that area and for that age) with
 * `partner:<person>` to consult, `all_full:<category>`, `nobody_free:<category>`.
 * Codes of why somebody was passed over: `declined`, `conflict`, `external`, `other_area`, `other_age`, `unreachable`,
 * `absent`, `off_today`, `full`, `less_expertise`, `load:<open>/<capacity>`, `order`.
 */
export function assign(input: AssignInput): Assignment {
  const ask = askOf(input);
  const wanted = [...pagedFirst(ask), ...ownersOf(ask), ...catchAll(ask)];
  const available = wanted.length > 0 ? wanted : anyoneThere(ask);
  const byId = new Map<string, Choice>();
  for (const choice of [...available, ...lastResort(ask)]) {
    if (!byId.has(choice.person.id)) byId.set(choice.person.id, choice);
  }
  const chain = [...byId.values()];
  const [first] = chain;
  if (!first) throw new Problem("bug", "Nobody has duty and nobody coordinates: the file must name both.");
  const because = Object.fromEntries(chain.map((choice) => [choice.person.id, choice.because]));
  return { chain: chain.map(({ person }) => person.id), reason: reasonOf(first, ask), because };
}

/** Outside office hours, acute and urgent signals page the rota at once. */
function pagedFirst(ask: Ask): Choice[] {
  const rota = rotaFor(ask);
  const there = rota.filter((person) => notOnCall(person, ask) === null);
  // All of them on leave: they are paged all the same, for nobody else reads before the office opens.
  const paged = there.length > 0 ? there : rota.filter((person) => notOnCall(person, ask) === "absent");
  return paged.map((person) => ({ person, because: ["on_call"] }));
}

function rotaFor(ask: Ask): Person[] {
  const { urgency } = ask.signal;
  if (ask.calendar.isOpen(ask.now) || (urgency !== "acute" && urgency !== "urgent")) return [];
  return peopleOf(ask.directory.onCall, ask.directory);
}

function notOnCall(person: Person, ask: Ask): RoutingCode | null {
  const bar = barred(person, ask);
  if (bar) return bar;
  if (person.addresses.length === 0) return "unreachable";
  return isAway(person, ask.now, ask.calendar) ? "absent" : null;
}

/** Whose work it is: the duty generalist for what is acute or unclear, the outside contact for a wrong inside an organisation, else an expert. */
function ownersOf(ask: Ask): Choice[] {
  const { kind, urgency, outside } = ask.signal;
  const general = generalFor(ask);
  const duty = dutyThere(ask).map((choice) => ({ ...choice, because: [...general, ...choice.because] }));
  const owners = outside ? outsideContact(ask) : [];
  const experts = kind === "signal" ? expertsFor(ask) : [];
  // One is paged: the expert is next, the other generalists come after.
  if (urgency === "acute") return [...duty.slice(0, 1), ...owners, ...experts];
  return [...owners, ...(general.length > 0 ? duty : []), ...experts];
}

/** Why this is for a generalist in the first place; empty: it is not. */
function generalFor({ signal }: Ask): RoutingCode[] {
  if (signal.urgency === "acute") return ["acute"];
  if (signal.kind === "not_a_signal") return ["not_a_signal"];
  const leading = leadingCategory(signal);
  return leading === "unclear" || leading === "other" ? [leading] : [];
}

function expertsFor(ask: Ask): Choice[] {
  const gap = gapOf(ask);
  return findExperts(ask)
    .slice(0, mostExperts)
    .map(({ person, because }) => ({ person, because: [...gap, ...because] }));
}

function outsideContact(ask: Ask): Choice[] {
  return peopleOf([ask.directory.outsideContact], ask.directory)
    .filter((person) => obstacle(person, ask) === null)
    .map((person) => ({ person, because: ["outside_contact", presence(person, ask)] }));
}

/** Whoever is on duty answers for everything nobody else answers for; then the coordinators. */
function catchAll(ask: Ask): Choice[] {
  const gap = ask.signal.kind === "signal" ? gapOf(ask) : [];
  return [...dutyThere(ask), ...coordinatorsThere(ask)].map(({ person, because }) => ({
    person,
    because: [...gap, "catch_all", ...because],
  }));
}

function reasonOf(first: Choice, ask: Ask): RoutingReason {
  const { directory, signal } = ask;
  const passed = new Map<string, RoutingCode>();
  const note = (people: readonly Person[], why: (person: Person, ask: Ask) => RoutingCode | null) => {
    for (const person of people) {
      const code = person.id === first.person.id ? null : why(person, ask);
      if (code && !passed.has(person.id)) passed.set(person.id, code);
    }
  };
  note(rotaFor(ask), notOnCall);
  if (signal.outside) note(peopleOf([directory.outsideContact], directory), obstacle);
  if (signal.kind === "signal") {
    for (const { person, why } of passOverExperts(first.person, ask)) passed.set(person, why);
  }
  if (first.because.some((code) => fromCatchAll.includes(code)))
    note(peopleOf(directory.duty, directory), obstacle);
  return {
    because: first.because,
    passedOver: [...passed].map(([person, why]) => ({ person, why })),
  };
}

const fromCatchAll = ["duty", "coordinator", "stand_in"];
