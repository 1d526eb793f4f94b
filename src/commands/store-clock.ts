import { runningClock, type TurnedClock } from "#base/clock.ts";
import type { Store } from "#store/store.ts";

/** The clock by which this store lives: the machine's, and as far ahead as the trial's page turned it. */
export async function clockOf(store: Store): Promise<TurnedClock> {
  const ahead = Number((await store.recall("trial.clock_ahead")) ?? 0);
  return runningClock(Number.isFinite(ahead) ? ahead : 0);
}
