import type { TurnedClock } from "#base/clock.ts";
import type { Instant } from "#signal/signal.ts";

/** Steps no longer than this, so that turning a clock never looks like a clock that jumped (erasure-guard.ts). */
const longestStep = 12 * 3_600_000;

/** One stop on the way: when something is next due (null: nothing is), and doing all that is due. */
export interface Round {
  next(): Promise<Instant | null>;
  work(): Promise<void>;
}

/** Turns a clock by hand to `target`, stopping wherever something is due, so that all of it happens in order. */
export async function turnTo(clock: TurnedClock, target: Instant, round: Round): Promise<void> {
  await round.work();
  while (clock.now() < target) {
    const next = (await round.next()) ?? target;
    clock.set(Math.max(clock.now() + 1, Math.min(target, clock.now() + longestStep, next)));
    await round.work();
  }
}
