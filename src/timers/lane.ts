import type { Clock } from "#base/clock.ts";
import { errorName, type Log } from "#base/log.ts";
import type { Instant } from "#signal/signal.ts";
import type { Timer } from "#signal/timer.ts";

/** A road of its own for timers whose work waits for somebody outside: the other timers go on meanwhile. */
export interface Lane {
  /** Takes over a timer that is leased until then. One that it has already is not taken twice. */
  take(timer: Timer, leasedUntil: Instant): void;
  /** Resolves when nothing runs or waits. */
  idle(): Promise<void>;
  /** For good: ends what runs, drops what waits. Their timers come back by themselves. */
  rest(): Promise<void>;
}

/** How a lane works. */
export interface LaneParts {
  /** Settles the timer itself, and ends soon when `abort` says so: the time is up, or the house stops. */
  readonly work: (timer: Timer, abort: AbortSignal) => Promise<void>;
  readonly atOnce: number;
  /** Work is ended after so long; in milliseconds, shorter than a lease. */
  readonly longestMs: number;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Opens it. Work begins only where it ends within the lease of its timer: what waited too long is dropped, and is taken
 * again with a new lease.
 */
export function openLane({ work, atOnce, longestMs, clock, log }: LaneParts): Lane {
  const waiting = new Map<string, { readonly timer: Timer; readonly until: Instant }>();
  const running = new Map<string, Promise<void>>();
  const ends = new Set<() => void>();
  let ended = false;

  async function run(timer: Timer): Promise<void> {
    const stop = new AbortController();
    const end = () => stop.abort();
    const late = setTimeout(end, longestMs);
    ends.add(end);
    try {
      await work(timer, stop.signal);
    } catch (thrown) {
      log.error("A timer failed and will be tried again.", { timer: timer.what, error: errorName(thrown) });
    } finally {
      clearTimeout(late);
      ends.delete(end);
    }
  }

  function begin(): void {
    for (const [id, { timer, until }] of waiting) {
      if (running.size >= atOnce) return;
      waiting.delete(id);
      if (clock.now() + longestMs > until) continue;
      const done = run(timer).finally(() => {
        running.delete(id);
        begin();
      });
      running.set(id, done);
    }
  }

  return {
    take(timer, until) {
      if (ended || running.has(timer.id)) return;
      waiting.set(timer.id, { timer, until });
      begin();
    },
    async idle() {
      while (running.size > 0) await Promise.all(running.values());
    },
    async rest() {
      ended = true;
      waiting.clear();
      for (const end of ends) end();
      await Promise.all(running.values());
    },
  };
}
