import type { Instant } from "#signal/signal.ts";
import type { Store } from "#store/store.ts";

/** Where the store keeps when it was put back from a copy. */
export const restoredSetting = "store.restored_at";

/** Longer than the store that was put back needs to catch up, also when it is started the next morning. */
const catchUpMs = 24 * 3_600_000;

/**
 * Was the store put back from a copy a short while ago? What it still has to send was perhaps sent after the copy was made:
 * for a day no message is taken for one that was never tried, so that a door looks whether it is there already.
 */
export function openRestored(store: Pick<Store, "recall">): (now: Instant) => Promise<boolean> {
  let at: Promise<number> | null = null;
  return async (now) => {
    at ??= store.recall(restoredSetting).then((kept) => (kept === null ? Number.NaN : Number(kept)));
    const age = now - (await at);
    return age >= 0 && age < catchUpMs;
  };
}
