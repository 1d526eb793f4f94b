import type { Pair } from "#digest/tally.ts";
import type { Shown } from "#signal/digest-numbers.ts";

/*
 * Small-number protection for a reader outside the team (decision 11, domain.md "Settled readings").
 *
 * The reader is taken to know this file. So every choice below rests on what the reader sees anyway (how many cells
 * are hidden, and their sum), or treats cells of the same size alike: then, whatever is shown, every hidden cell can
 * still hold at least two values. The tests try all small tables and all small histories.
 */

/** Cells of 1 up to this number are hidden at the least (decision 11); a setting may raise it, never lower it. */
export const hidesAtLeast = 4;

/** One dimension whose total the reader knows: counts per source, per category, per urgency. */
export function protectRows(counts: readonly number[], hideUpTo: number): Shown[] {
  const small = counts.filter((count) => isSmall(count, hideUpTo));
  if (small.length === 0) return [...counts];
  // The small ones alone, where their sum leaves room.
  if (isOpen(small.length, sum(small), hideUpTo)) return hide(counts, (count) => isSmall(count, hideUpTo));
  // Else the zeros with them: any of them may then be the one that is not zero.
  if (counts.includes(0)) return hide(counts, (count) => count <= hideUpTo);
  // Else the smallest of the others; where there are none, all is hidden already.
  const next = Math.min(...counts.filter((count) => count > hideUpTo));
  return hide(counts, (count) => isSmall(count, hideUpTo) || count === next);
}

/** One week of a block, in one lane. */
export interface WeekCell {
  readonly count: number;
  /** What readers saw of it in an earlier digest: it stays as it is. `never`: it was not and will not be on show. Null: shown now for the first time. */
  readonly published: Shown | "never" | null;
}

/** A week by itself: as it was published, else hidden where it is small. */
export function protectWeek(cell: WeekCell, hideUpTo: number): Shown {
  if (cell.published === "never") return "hidden";
  return cell.published ?? (isSmall(cell.count, hideUpTo) ? "hidden" : cell.count);
}

/** The weeks of a closed block and their total, oldest week first. */
export interface BlockCells {
  readonly weeks: readonly Shown[];
  readonly total: Shown;
}

/**
 * One lane of a block: the weeks beside their total. Shows the total where it can not betray a hidden week; to make
 * that possible it may hide the last week too, when that was not published yet. The total is the sum of what was
 * published: outcomes are corrected afterwards, published weeks are not, and what stands together must add up.
 */
export function protectBlock(cells: readonly WeekCell[], hideUpTo: number): BlockCells {
  const total = sum(cells.map(({ count, published }) => (typeof published === "number" ? published : count)));
  const weeks = cells.map((cell) => protectWeek(cell, hideUpTo));
  const hidden = cells.filter(
    (cell, place) => weeks[place] === "hidden" && cell.published !== "never",
  ).length;
  const never = cells.some((cell) => cell.published === "never");
  const rest = total - sum(weeks.filter((shown) => shown !== "hidden"));
  if (isSmall(total, hideUpTo)) return { weeks, total: "hidden" };
  if (hidden === 0) return { weeks, total };
  // A week that nobody saw is in the total too: it blurs the others from above.
  if (never) return { weeks, total: rest >= hidden + 2 ? total : "hidden" };
  if (isOpen(hidden, rest, hideUpTo)) return { weeks, total };
  const last = weeks.at(-1);
  if (cells.at(-1)?.published !== null || typeof last !== "number" || last === 0)
    return { weeks, total: "hidden" };
  // The last week goes into hiding, so that the total of the block may show: the block is what is steered on.
  return { weeks: [...weeks.slice(0, -1), "hidden"], total };
}

/** A single count that is in no sum. `most`: the reader knows that it can not be more. */
export function protectCount(count: number, most: number, hideUpTo: number): Shown {
  // Of one, "hidden" would mean one: then none is hidden as well.
  const betrays = hideUpTo > 0 && most === 1;
  return betrays || isSmall(count, hideUpTo) ? "hidden" : count;
}

/** So many of so many: hides what is small among the done, the not done, and all. */
export function protectPair(pair: Pair, hideUpTo: number): { readonly done: Shown; readonly of: Shown } {
  if (isSmall(pair.of, hideUpTo)) return { done: "hidden", of: "hidden" };
  const betrays = isSmall(pair.done, hideUpTo) || isSmall(pair.of - pair.done, hideUpTo);
  return { done: betrays ? "hidden" : pair.done, of: pair.of };
}

function isSmall(count: number, hideUpTo: number): boolean {
  return count >= 1 && count <= hideUpTo;
}

/**
 * May a reader who knows that `hidden` small cells add up to `total` still doubt each of them? Two away from both
 * ends: at the ends all are one, or all the largest, and one step from there is kept as company for the ends.
 */
function isOpen(hidden: number, total: number, hideUpTo: number): boolean {
  return hidden >= 2 && total >= hidden + 2 && total <= hidden * hideUpTo - 2;
}

function hide(counts: readonly number[], which: (count: number) => boolean): Shown[] {
  return counts.map((count) => (which(count) ? "hidden" : count));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
