import { errorName, type Log } from "#base/log.ts";
import type { Instant } from "#signal/signal.ts";
import type { Timer } from "#signal/timer.ts";
import type { Store } from "#store/store.ts";

/** Work on a timer that does not finish within this comes back to be tried again. */
export const leaseMs = 60_000;
/** So long at most may work in a lane (lane.ts) take, to end within the lease of its timer. */
export const longestWorkMs = leaseMs - 10_000;
/** So few that whoever waits for an answer meanwhile does not notice. */
const mostAtOnce = 10;

/**
 * What a due timer sets in motion. Each settles its timer in the same commit as its work, or says that there was nothing to
 * do. `elsewhere`: it was taken over (lane.ts), and is settled there.
 */
export type OnTimer = (timer: Timer) => Promise<"settled" | "nothing" | "elsewhere">;

/**
 * Wakes the timers that are due. Gives how many. Clocks go one by one, in order; reading by a classifier may be slow and
 * goes beside them. A timer that fails comes back after its lease.
 */
export async function wake(store: Store, onTimer: OnTimer, now: Instant, log: Log): Promise<number> {
  const due = await store.takeTimers(now, mostAtOnce, leaseMs);
  const one = async (timer: Timer) => {
    try {
      if ((await onTimer(timer)) === "nothing") await store.settleTimer(timer.id);
    } catch (thrown) {
      log.error("A timer failed and will be tried again.", { timer: timer.what, error: errorName(thrown) });
    }
  };
  const reading = due.filter((timer) => timer.what === "classify").map(one);
  for (const timer of due) if (timer.what !== "classify") await one(timer);
  await Promise.all(reading);
  return due.length;
}
