import type { Clock } from "#base/clock.ts";
import { errorName, type Log } from "#base/log.ts";
import type { Store } from "#store/store.ts";

/** How a platform is: for whoever watches over the machine. */
export interface PlatformHealth {
  readonly ready: boolean;
  readonly state: string;
  /** Epoch milliseconds. */
  readonly since: number;
}

/** What `/health` says: states and counts, no names, no words. */
export interface Health {
  /** Can signals come in and be kept? */
  readonly ready: boolean;
  readonly platforms: Readonly<Record<string, { readonly state: string; readonly since: string }>>;
  /** What was typed and still has to become a signal or get its answer. More than a moment above 0: look in the log. */
  readonly unread: number | null;
  /** Messages that still have to be sent. */
  readonly waiting: number | null;
  /** Messages that nobody could be brought; a person has heard of each. */
  readonly dead: number | null;
  /** Open signals of which nobody hears. Above 0 is a fault in this software. */
  readonly unowned: number | null;
}

/** Anybody may ask: the store is looked at at most once in so long. */
const freshMs = 2_000;

/** Asks the platforms at once and the store now and then. Never throws: a store that can not be read or written is not ready. */
export function openHealth(parts: {
  readonly store: Pick<Store, "counts" | "remember">;
  readonly clock: Clock;
  readonly platforms: Readonly<Record<string, () => PlatformHealth>>;
  readonly log: Log;
}): () => Promise<Health> {
  const { store, clock, platforms, log } = parts;
  let looked: { readonly at: number; readonly found: ReturnType<typeof look> } | null = null;

  /** By writing: on a full disk all can still be read. */
  async function isWritable(now: number): Promise<boolean> {
    try {
      await store.remember("health.looked", String(now));
      return true;
    } catch (thrown) {
      log.error("Nothing can be kept: the store can not be written.", { error: errorName(thrown) });
      return false;
    }
  }

  async function count(now: number): Promise<Pick<Health, "unread" | "waiting" | "dead" | "unowned"> | null> {
    try {
      const { waitingTyped, waitingNotices, deadNotices, unowned } = await store.counts(now);
      return { unread: waitingTyped, waiting: waitingNotices, dead: deadNotices, unowned };
    } catch (thrown) {
      log.error("The store could not be counted.", { error: errorName(thrown) });
      return null;
    }
  }

  const look = (now: number) => Promise.all([isWritable(now), count(now)]);

  return async () => {
    const now = clock.now();
    if (looked === null || Math.abs(now - looked.at) > freshMs) looked = { at: now, found: look(now) };
    const [writable, counts] = await looked.found;
    const found = Object.entries(platforms).map(([name, ask]) => [name, ask()] as const);
    return {
      ready: writable && counts !== null && found.every(([, { ready }]) => ready),
      platforms: Object.fromEntries(
        found.map(([name, { state, since }]) => [name, { state, since: new Date(since).toISOString() }]),
      ),
      ...(counts ?? { unread: null, waiting: null, dead: null, unowned: null }),
    };
  };
}
