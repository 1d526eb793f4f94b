import type { Instant } from "#signal/signal.ts";
import type { Store } from "#store/store.ts";

const day = 86_400_000;
const minute = 60_000;

/** What the guard says of a clock reading. */
export type ClockReading =
  | { readonly erasing: "allowed" }
  | { readonly erasing: "held"; readonly jumpedMs: number; readonly until: Instant };

/**
 * Erasing can not be undone, so it never runs on a clock that has just jumped by more than a day: it waits a day of
 * running time (domain.md, settled readings). Keeps the last instant seen in the store, so a jump over a restart counts.
 */
export function openErasureGuard(store: Store) {
  let last: Instant | null = null;
  let written: Instant = Number.NEGATIVE_INFINITY;
  let heldUntil: Instant = Number.NEGATIVE_INFINITY;
  let jumped = 0;

  async function start(): Promise<void> {
    last = Number((await store.recall("clock.last")) ?? Number.NaN);
    heldUntil = Number((await store.recall("clock.held_until")) ?? Number.NEGATIVE_INFINITY);
  }

  return {
    /** To be called at every beat, before timers are woken. */
    async look(now: Instant): Promise<ClockReading> {
      if (last === null) await start();
      const moved = Number.isNaN(last) ? 0 : now - (last ?? now);
      last = now;
      if (Math.abs(moved) > day) {
        jumped = moved;
        heldUntil = now + day;
        await store.remember("clock.held_until", String(heldUntil));
      }
      if (now - written >= minute || now < written) {
        written = now;
        await store.remember("clock.last", String(now));
      }
      return now < heldUntil
        ? { erasing: "held", jumpedMs: jumped, until: heldUntil }
        : { erasing: "allowed" };
    },
  };
}
