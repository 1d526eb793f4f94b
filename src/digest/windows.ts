import type { Published } from "#digest/published.ts";
import type { Period } from "#digest/week.ts";
import { blockOf, weekBounds, weeksUpTo } from "#digest/week.ts";
import type { Instant } from "#signal/signal.ts";

/** How many weeks the trend shows, the week of the digest included (features.md, row 53). */
const trendLength = 8;

/** The weeks of the trend, oldest first. */
export function trendOf(week: string): string[] {
  return weeksUpTo(week, trendLength);
}

/**
 * Which facts a digest needs, by the instant that counts: arrival, outcome set, clock ended, closed since the week was over.
 * Open facts come on top. What was published of a week stays as it was: its arrivals need not be read again. Its outcomes are
 * read as far as the block goes, for corrections are counted.
 */
export function windowsOf(
  week: string,
  published: Pick<Published, "arrivals">,
): {
  readonly arrivals: Period;
  readonly outcomes: Period;
  readonly clocks: Period;
  readonly closedSince: Instant;
} {
  const { from, until } = weekBounds(week);
  const firstUnseen = trendOf(week).find((each) => published.arrivals(each) === null) ?? week;
  const unseenFrom = weekBounds(firstUnseen).from;
  const blockFrom = weekBounds(blockOf(week).fromWeek).from;
  return {
    arrivals: { from: unseenFrom, until },
    outcomes: { from: Math.min(unseenFrom, blockFrom), until },
    clocks: { from, until },
    closedSince: until,
  };
}
