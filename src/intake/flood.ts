import type { Refusal } from "#signal/screen.ts";
import type { Instant, SignalerId } from "#signal/signal.ts";
import type { Store } from "#store/store.ts";

const hour = 3_600_000;
const day = 24 * hour;
/** More than a worried person sends within an hour. */
const mostPerHour = 20;
/** What strangers together may send for one organisation, or for none, in an hour. */
const mostOfStrangers = 10;

/** Why this has to wait, where too much comes in at once; null: it does not. */
export async function floodRefusal(store: Store, caller: Caller, now: Instant): Promise<Refusal | null> {
  if (await isFlood(store, caller.signaler, now)) return "too_many";
  return (await isFloodOfStrangers(store, caller, now)) ? "too_many_strangers" : null;
}

/** Has this signaler sent so much in the last hour that the team would drown? */
async function isFlood(store: Store, signaler: SignalerId, now: Instant): Promise<boolean> {
  return (await store.reportedSince(signaler, now - hour)) >= mostPerHour;
}

/** Whom the flood is asked for: `vouched`, the code of an organisation was given. */
export interface Caller {
  readonly signaler: SignalerId;
  readonly organisation: string | null;
  readonly vouched: boolean;
}

/**
 * Do people whom nobody knows send so much for this organisation that this stranger has to wait? Somebody with a code, or
 * of whom something came in before the last 24 hours, is no stranger and never waits: naming a school shuts nobody of
 * that school out.
 */
async function isFloodOfStrangers(store: Store, caller: Caller, now: Instant): Promise<boolean> {
  const { signaler, organisation, vouched } = caller;
  const knownBefore = now - day;
  if (vouched || (await store.isKnownSince(signaler, knownBefore))) return false;
  const sent = await store.reportedByStrangers(organisation, { since: now - hour, knownBefore });
  return sent >= mostOfStrangers;
}
