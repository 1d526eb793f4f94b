import type { Address } from "#signal/address.ts";
import type { Signaler } from "#signal/decision.ts";
import type { Directory, Person } from "#signal/directory.ts";
import type { Actor } from "#signal/event.ts";
import type { Signal, SignalerId } from "#signal/signal.ts";
import type { Language } from "#signal/words.ts";
import type { Store } from "#store/store.ts";

/** Whoever stands at the counter: perhaps a colleague of the directory, and in any case someone who may signal. */
export interface Visitor {
  readonly address: Address;
  readonly person: Person | null;
  readonly signalerId: SignalerId;
  /** What is remembered of this signaler; null: the first time. */
  readonly signaler: Signaler | null;
  readonly language: Language;
}

/** Looks up who is at this address. */
export async function visitorAt(address: Address, store: Store, directory: Directory): Promise<Visitor> {
  const person = directory.people.find((one) => one.addresses.includes(address)) ?? null;
  const signalerId = store.signalerId(address);
  const signaler = await store.signaler(signalerId);
  const language = person?.language ?? signaler?.language ?? "nl";
  return { address, person, signalerId, signaler, language };
}

/** As whom this visitor acts on a signal: the signaler of it, or a colleague. */
export function actorOn(visitor: Visitor, as: "signaler" | "person"): Actor {
  if (as === "signaler") return { as: "signaler", id: visitor.signalerId };
  return visitor.person === null
    ? { as: "signaler", id: visitor.signalerId }
    : { as: "person", id: visitor.person.id };
}

/** Does this visitor have anything to do with this signal? If not, it does not even exist for the visitor. */
export function isStranger(visitor: Visitor, signal: Signal): boolean {
  return visitor.person === null && signal.signaler !== visitor.signalerId;
}
