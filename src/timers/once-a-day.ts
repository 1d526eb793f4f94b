import { errorName, type Log } from "#base/log.ts";
import type { Instant } from "#signal/signal.ts";

const minute = 60_000;

/** Work of each day: `today` is the local date. */
export type Daily = (today: string, now: Instant) => Promise<void>;

/**
 * Does this work once on each day, and at the first call. Where it fails it is tried again after a minute, and holds up
 * nothing else meanwhile.
 */
export function onceADay(work: (now: Instant) => Promise<unknown>, log: Log): Daily {
  let doneOn = "";
  let triedAt = Number.NEGATIVE_INFINITY;
  return async (today, now) => {
    if (today === doneOn || Math.abs(now - triedAt) < minute) return;
    triedAt = now;
    try {
      await work(now);
      doneOn = today;
    } catch (thrown) {
      log.error("The work of the day failed; it is tried again in a minute.", { error: errorName(thrown) });
    }
  };
}
