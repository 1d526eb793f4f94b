import type { Lanes } from "#digest/tally.ts";
import type { DigestNumbers, Shown } from "#signal/digest-numbers.ts";

type Lane = keyof Lanes<unknown>;

/** What one audience has already seen: frozen. */
export interface Published {
  /** Null: this audience never saw it. */
  arrivals(week: string): Shown | null;
  outcomes(week: string, lane: Lane): Shown | null;
  block(untilWeek: string): DigestNumbers["block"] | null;
  open(week: string): DigestNumbers["open"] | null;
}

/** Earlier digests as a place to look up what was shown. Digests of another audience, and of later weeks, are left out. */
export function publishedOf(
  digests: readonly DigestNumbers[],
  audience: DigestNumbers["audience"],
  before: string,
): Published {
  const seen = digests
    .filter((digest) => digest.audience === audience && digest.week < before)
    .toSorted((a, b) => (a.week < b.week ? -1 : 1));
  const inTrend = (week: string) =>
    seen.flatMap((digest) => digest.trend).find((entry) => entry.week === week);
  return {
    arrivals: (week) => inTrend(week)?.arrivals ?? null,
    outcomes: (week, lane) => {
      const own = seen.find((digest) => digest.week === week);
      if (own) return own.outcomes[lane];
      return lane === "prevention" || lane === "casework" ? (inTrend(week)?.[lane] ?? null) : null;
    },
    block: (untilWeek) => seen.find((digest) => digest.block.untilWeek === untilWeek)?.block ?? null,
    open: (week) => seen.find((digest) => digest.week === week)?.open ?? null,
  };
}
