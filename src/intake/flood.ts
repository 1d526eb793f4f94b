import type { Instant, SignalerId } from "#signal/signal.ts";
import type { Store } from "#store/store.ts";

const hour = 3_600_000;
/** More than a worried person sends within an hour. */
const mostPerHour = 20;

/**
 * Has this signaler sent so much in the last hour that the team would drown? Counted per signaler only: a limit per
 * organisation would let strangers shut a school out by naming it.
 */
export async function isFlood(store: Store, signaler: SignalerId, now: Instant): Promise<boolean> {
  const sent = await store.reportedSince(signaler, null, now - hour);
  return sent.signaler >= mostPerHour;
}
