import type { Clock } from "#base/clock.ts";
import { inTime } from "#base/in-time.ts";
import { errorName, type Log } from "#base/log.ts";
import type { Instant } from "#signal/signal.ts";
import type { Counts, Store } from "#store/store.ts";
import { openAges } from "#watch/ages.ts";

/** How a platform is: for whoever watches over the machine. */
export interface PlatformHealth {
  readonly ready: boolean;
  readonly state: string;
  /** Epoch milliseconds. */
  readonly since: number;
}

/** One look at everything: states, counts and ages, no names and no words. */
export interface Look {
  readonly at: Instant;
  /** Can anything be kept? */
  readonly writable: boolean;
  /** Null: the store could not be counted. */
  readonly counts: Counts | null;
  /** How long the oldest has been there, in milliseconds. */
  readonly ages: { readonly typed: number; readonly urgent: number; readonly other: number };
  readonly platforms: Readonly<Record<string, PlatformHealth>>;
  /** When the store was last copied to a backup; null: never, or it could not be asked. */
  readonly copiedAt: Instant | null;
  /** The language model that reads along; null: there is none, or it could not be asked for its counts. */
  readonly model: ModelUse | null;
}

/** Is it asked, and how often did what happen with it? */
export interface ModelUse {
  readonly state: "on" | "off";
  readonly times: Readonly<Record<string, number>>;
}

/** Where a store keeps when its newest backup was made, once that is there. */
export const backedUpSetting = "copy.done";

/** Looks at everything. Never throws: what can not be looked at is not well. */
export type Looking = () => Promise<Look>;

/** Anybody may ask: the store is looked at at most once in so long. */
const freshMs = 2_000;
/** A store that does not answer within this does not answer. */
const patienceMs = 5_000;
/** The clock jumped, or the machine slept: what waits has had no chance meanwhile. */
const jumpMs = 5 * 60_000;

const none = { typed: 0, urgent: 0, other: 0 } as const;

/** Opens the one way to look: health, metrics and the watch share it. */
export function openLook(parts: {
  readonly store: Pick<Store, "counts" | "recall" | "remember">;
  readonly clock: Clock;
  readonly platforms: Readonly<Record<string, () => PlatformHealth>>;
  readonly model?: (() => Promise<ModelUse>) | null;
  readonly log: Log;
}): Looking {
  const { store, clock, platforms, model = null, log } = parts;
  const ages = { typed: openAges(), urgent: openAges(), other: openAges() };
  let looked: { readonly at: number; readonly found: ReturnType<typeof look> } | null = null;

  /** By writing: on a full disk all can still be read. */
  async function isWritable(now: number): Promise<boolean> {
    try {
      await soon(store.remember("health.looked", String(now)));
      return true;
    } catch (thrown) {
      log.error("Nothing can be kept: the store can not be written.", { error: errorName(thrown) });
      return false;
    }
  }

  async function counted(now: number): Promise<Counts | null> {
    try {
      return await soon(store.counts(now));
    } catch (thrown) {
      log.error("The store could not be counted.", { error: errorName(thrown) });
      return null;
    }
  }

  async function copied(): Promise<Instant | null> {
    try {
      const at = Number((await soon(store.recall(backedUpSetting))) ?? Number.NaN);
      return Number.isFinite(at) ? at : null;
    } catch {
      // That the store does not answer is seen by its counts.
      return null;
    }
  }

  async function modelUse(): Promise<ModelUse | null> {
    try {
      return model === null ? null : await soon(model());
    } catch {
      // Its counts are in the store, of which the log has a line.
      return null;
    }
  }

  async function look(now: number, before: number) {
    const [writable, counts, copiedAt, model] = await Promise.all([
      isWritable(now),
      counted(now),
      copied(),
      modelUse(),
    ]);
    if (now < before || now - before > jumpMs) for (const one of Object.values(ages)) one.forget();
    if (counts === null) return { writable, counts, copiedAt, model, ages: none };
    const { typed, urgent, other } = counts.waits;
    const found = {
      typed: ages.typed.look(now, typed),
      urgent: ages.urgent.look(now, urgent),
      other: ages.other.look(now, other),
    };
    return { writable, counts, copiedAt, model, ages: found };
  }

  return async () => {
    const now = clock.now();
    if (looked === null || Math.abs(now - looked.at) > freshMs)
      looked = { at: now, found: look(now, looked?.at ?? now) };
    const { at, found } = looked;
    const asked = Object.entries(platforms).map(([name, ask]) => [name, ask()] as const);
    return { at, ...(await found), platforms: Object.fromEntries(asked) };
  };
}

function soon<T>(work: Promise<T>): Promise<T> {
  return inTime(work, patienceMs, "The store did not answer in time.");
}
