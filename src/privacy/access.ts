import type { Directory, Person } from "#signal/directory.ts";
import type { Actor, SignalAct } from "#signal/event.ts";
import { isOpen, type PersonId, type Signal } from "#signal/signal.ts";

/**
 * May this colleague be given this signal at all? Not who works or coaches where it comes from, not who only reads
 * numbers, not who can not be reached; outside partners advise (`consult`), they take nothing over (`take`).
 */
export function mayReceive(
  signal: Signal,
  person: Person,
  as: "take" | "consult",
  directory: Directory,
): boolean {
  if (person.addresses.length === 0 || hasConflict(signal, person)) return false;
  if (directory.managers.includes(person.id) && !directory.coordinators.includes(person.id)) return false;
  return as === "consult" || !person.external;
}

/** Does this colleague work or coach where the signal comes from? */
export function hasConflict(signal: Signal, person: Person): boolean {
  const { organisation } = signal.report;
  return organisation !== null && person.conflicts.includes(organisation);
}

/** May this colleague read the story? The holder, those who are asked while nobody holds it, who is consulted while it is open, and the coordinators. */
export function mayRead(signal: Signal, person: PersonId, directory: Directory): boolean {
  if (signal.holder === person) return true;
  if (signal.consulted.includes(person) && isOpen(signal)) return true;
  return isCoordinatorOf(signal, person, directory) || (signal.holder === null && isAsked(signal, person));
}

/** May this colleague decide on it: accept, hand over, set an outcome? Reading along (a consult) is not enough. */
export function mayActOn(signal: Signal, person: PersonId, directory: Directory): boolean {
  if (signal.holder === person || isCoordinatorOf(signal, person, directory)) return true;
  return signal.holder === null && isAsked(signal, person);
}

function isCoordinatorOf(signal: Signal, id: PersonId, { coordinators, people }: Directory): boolean {
  const person = people.find((one) => one.id === id);
  // Asked as the last resort of all, a coordinator with a conflict is still better than nobody.
  return (
    person !== undefined && coordinators.includes(id) && (!hasConflict(signal, person) || isAsked(signal, id))
  );
}

function isAsked(signal: Signal, person: PersonId): boolean {
  return signal.asked.includes(person) && !signal.declined.includes(person);
}

const bySystem = [
  "classified",
  "not_classified",
  "reread",
  "overdue",
  "erasure_due",
  "went_away",
  "unreachable",
] satisfies SignalAct["type"][];
const bySignaler = [
  "supplemented",
  "called",
  "answered",
  "still_worried",
  "withdrawn",
] satisfies SignalAct["type"][];

/** May this actor do this act on this signal? Checked at every press, whatever the card that carried it said. */
export function mayDo(signal: Signal, actor: Actor, act: SignalAct["type"], directory: Directory): boolean {
  if (includes(bySystem, act)) return actor.as === "system";
  if (includes(bySignaler, act)) return actor.as === "signaler" && actor.id === signal.signaler;
  if (actor.as !== "person") return false;
  // Who pressed "accept" too late is told who has it: the card has said so too.
  if (act === "accepted" || act === "declined")
    return signal.asked.includes(actor.id) || mayActOn(signal, actor.id, directory);
  if (act === "consult_answered") return signal.consulted.includes(actor.id);
  return mayActOn(signal, actor.id, directory);
}

function includes(list: readonly SignalAct["type"][], act: SignalAct["type"]): boolean {
  return list.includes(act);
}
