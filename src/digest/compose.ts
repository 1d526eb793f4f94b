import { protectOpen } from "#digest/open-load.ts";
import type { Published } from "#digest/published.ts";
import { publishedOf } from "#digest/published.ts";
import type { WeekCell } from "#digest/suppress.ts";
import {
  hidesAtLeast,
  protectBlock,
  protectCount,
  protectPair,
  protectRows,
  protectWeek,
} from "#digest/suppress.ts";
import type { DigestFacts, Lanes, Tally } from "#digest/tally.ts";
import { tally } from "#digest/tally.ts";
import { blockOf, weekBounds } from "#digest/week.ts";
import { trendOf } from "#digest/windows.ts";
import type { DigestNumbers, Row, Shown } from "#signal/digest-numbers.ts";
import type { Directory } from "#signal/directory.ts";
import { categories, sources, urgencies } from "#signal/words.ts";

export { windowsOf } from "#digest/windows.ts";

/** What a digest is made of. `facts`: what windowsOf asks for. */
export interface DigestInput {
  readonly week: string;
  readonly audience: DigestNumbers["audience"];
  readonly directory: Directory;
  readonly facts: DigestFacts;
  /** Where expertise is thin: routing knows. */
  readonly coverage: DigestNumbers["coverage"];
  /** Digests of the earlier trend weeks, as this audience got them. What they showed stays as it was shown. */
  readonly published: readonly DigestNumbers[];
}

/** The week in numbers, protected for its audience (domain.md 4.4, decisions 4 and 11). The same input gives the same numbers. */
export function composeDigest(input: DigestInput): DigestNumbers {
  const { week, audience, directory } = input;
  const counted = tally(week, input.facts);
  const published = publishedOf(input.published, audience, week);
  // The team sees its own counts: nothing is small there.
  const hideUpTo = audience === "team" ? 0 : Math.max(hidesAtLeast, directory.digest.hideUpTo);
  const arrivals = counted.weeks.get(week)?.arrivals ?? 0;
  const lanes = {
    prevention: laneHistory("prevention", { week, counted, published, hideUpTo }),
    casework: laneHistory("casework", { week, counted, published, hideUpTo }),
    advice: laneHistory("advice", { week, counted, published, hideUpTo }),
    noFollowUp: laneHistory("noFollowUp", { week, counted, published, hideUpTo }),
  };
  const outcomes = {
    prevention: lanes.prevention.shown(week),
    casework: lanes.casework.shown(week),
    advice: lanes.advice.shown(week),
    noFollowUp: lanes.noFollowUp.shown(week),
  };
  const trend = trendOf(week).map((each) => ({
    week: each,
    arrivals: published.arrivals(each) ?? counted.weeks.get(each)?.arrivals ?? 0,
    prevention: lanes.prevention.shown(each),
    casework: lanes.casework.shown(each),
  }));
  return {
    week,
    ...weekBounds(week),
    municipality: directory.municipality,
    audience,
    arrivals,
    bySource: rows(sources, counted.bySource, hideUpTo),
    byCategory: rows(categories, counted.byCategory, hideUpTo),
    byUrgency: rows(urgencies, counted.byUrgency, hideUpTo),
    block: published.block(blockOf(week).untilWeek) ?? freshBlock(week, lanes, hideUpTo),
    outcomes,
    weekShare: shareOf(outcomes.prevention, outcomes.casework),
    trend,
    open: protectOpen(counted.open, trend, published, hideUpTo),
    onTime: protectPair(counted.onTime, hideUpTo),
    feedback: protectPair(counted.feedback, hideUpTo),
    handOvers: protectCount(counted.handOvers, arrivals, hideUpTo),
    coverage: input.coverage,
  };
}

/** One lane over the weeks that a digest shows, and its total over the closed block. */
interface LaneHistory {
  shown(week: string): Shown;
  readonly block: Shown;
  /** Outcomes of the block that were shown and have gone since. */
  readonly corrected: number;
}

interface Sight {
  readonly week: string;
  readonly counted: Tally;
  readonly published: Published;
  readonly hideUpTo: number;
}

function laneHistory(lane: keyof Lanes<unknown>, sight: Sight): LaneHistory {
  const { week, counted, published, hideUpTo } = sight;
  const inTrend = lane === "prevention" || lane === "casework";
  const cellOf = (each: string): WeekCell => ({
    count: counted.weeks.get(each)?.outcomes[lane] ?? 0,
    // Advice and no follow-up are shown only in the digest of their own week: a week that passed without one stays unseen.
    published: published.outcomes(each, lane) ?? (each === week || inTrend ? null : "never"),
  });
  const block = blockOf(week).weeks;
  const cells = block.map(cellOf);
  const guarded = protectBlock(cells, hideUpTo);
  const gone = cells.map(({ count, published }) => (typeof published === "number" ? published - count : 0));
  return {
    shown: (each) => guarded.weeks[block.indexOf(each)] ?? protectWeek(cellOf(each), hideUpTo),
    block: guarded.total,
    corrected: gone.reduce((sum, each) => sum + Math.max(0, each), 0),
  };
}

function freshBlock(week: string, lanes: Lanes<LaneHistory>, hideUpTo: number): DigestNumbers["block"] {
  const { fromWeek, untilWeek } = blockOf(week);
  const prevention = lanes.prevention.block;
  const casework = lanes.casework.block;
  return {
    fromWeek,
    untilWeek,
    prevention,
    casework,
    advice: lanes.advice.block,
    noFollowUp: lanes.noFollowUp.block,
    preventionShare: shareOf(prevention, casework),
    correctedSince: protectCount(
      Object.values(lanes).reduce((sum, { corrected }) => sum + corrected, 0),
      Number.POSITIVE_INFINITY,
      hideUpTo,
    ),
  };
}

/** (P1+P2) / (P1+P2+C1+C2), decision 4. A share with one hidden side would give that side away. */
function shareOf(prevention: Shown, casework: Shown): number | null {
  if (prevention === "hidden" || casework === "hidden" || prevention + casework === 0) return null;
  return prevention / (prevention + casework);
}

function rows<T extends string>(names: readonly T[], counts: Record<T, number>, hideUpTo: number): Row<T>[] {
  const shown = protectRows(
    names.map((name) => counts[name]),
    hideUpTo,
  );
  return names.map((name, place) => ({ of: name, count: shown[place] ?? "hidden" }));
}
