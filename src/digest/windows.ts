import type { Period } from "#digest/week.ts";
import { blockOf, weekBounds, weeksUpTo } from "#digest/week.ts";

/** How many weeks the trend shows, the week of the digest included (features.md, row 53). */
const trendLength = 8;

/** The weeks of the trend, oldest first. */
export function trendOf(week: string): string[] {
  return weeksUpTo(week, trendLength);
}

/** Which facts a digest needs, by the instant that counts: arrival, outcome set, clock ended. Open facts come on top. */
export function windowsOf(week: string): {
  readonly arrivals: Period;
  readonly outcomes: Period;
  readonly clocks: Period;
} {
  const { from, until } = weekBounds(week);
  const trendFrom = weekBounds(trendOf(week)[0] ?? week).from;
  const blockFrom = weekBounds(blockOf(week).fromWeek).from;
  return {
    arrivals: { from: trendFrom, until },
    outcomes: { from: Math.min(trendFrom, blockFrom), until },
    clocks: { from, until },
  };
}
