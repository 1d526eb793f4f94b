import { newId } from "#base/ids.ts";
import { eraseNow } from "#privacy/retention.ts";
import type { Moment } from "#signal/moment.ts";
import type { Instant, SignalId } from "#signal/signal.ts";
import type { Store } from "#store/store.ts";

/** What a store has, and an older copy of it has not. */
export interface Difference {
  /** Codes of signals that the copy does not know. */
  readonly lost: readonly string[];
  /** Codes of signals that are further than in the copy. */
  readonly changed: readonly string[];
  /** Signals whose words are gone, and stand in the copy. */
  readonly erased: readonly SignalId[];
}

/** Events looked at at a time, and at most: a backup is hours old, not years. */
const mostEvents = 200_000;

/** Compares the signals that something happened to since the copy was made. */
export async function lostSince(store: Store, copy: Store, since: Instant): Promise<Difference> {
  const events = await store.latestEntries(mostEvents);
  // A little earlier: a copy's own moment is known to the minute.
  const touched = new Set(events.filter(({ at }) => at >= since - 120_000).map(({ signal }) => signal));
  const lost: string[] = [];
  const changed: string[] = [];
  const erased: SignalId[] = [];
  for (const id of touched) {
    const [is, was] = await Promise.all([store.load(id), copy.load(id)]);
    if (is === null) continue;
    if (was === null) lost.push(is.code);
    else if (was.revision < is.revision) changed.push(is.code);
    if (was !== null && was.story !== null && is.story === null) erased.push(id);
  }
  return { lost, changed, erased };
}

/** Erases these in the copy, as was done in the store since. Gives how many. */
export async function eraseAgain(copy: Store, ids: readonly SignalId[], moment: Moment): Promise<number> {
  let count = 0;
  for (const id of ids) {
    const signal = await copy.load(id);
    if (signal === null) continue;
    const event = { key: `erase:${newId()}`, by: { as: "system" } } as const;
    if ((await copy.commit(eraseNow(signal, event, moment).done())) === "done") count += 1;
  }
  return count;
}
