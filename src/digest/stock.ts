import { protectCount } from "#digest/suppress.ts";
import type { Shown } from "#signal/digest-numbers.ts";

/*
 * Open work beside what flows into it, for a reader outside the team.
 *
 * Work that is open on Sunday was open the Sunday before, or came in during the week. Casework is fed by outcomes, of
 * which small numbers are hidden; whoever sees casework go from 6 to 10 knows that the hidden week was 4. Waiting is
 * fed by arrivals, which are always shown: then an earlier hidden number of waiting ones is at stake. What leaves is
 * never shown, so a stock that shrinks or stays tells nothing. No total of the open work is published either: with
 * arrivals it would tell what was closed.
 */

/** One week of a kind of open work, as its reader saw it. */
export interface StockWeek {
  /** At the end of the week. Null: no digest showed it. */
  readonly stock: Shown | null;
  /** What came in during the week. */
  readonly inflow: Shown;
}

/**
 * A stock as it may be shown. `earlier`: the weeks before, oldest first; `inflow`: of the week itself. Hidden where it is
 * small, or where it would say something about a hidden number before it.
 */
export function protectStock(
  count: number,
  earlier: readonly StockWeek[],
  inflow: Shown,
  hideUpTo: number,
): Shown {
  if (hideUpTo === 0) return count;
  const inflows = [...earlier.map((week) => week.inflow), inflow];
  const starts = earlier.flatMap(({ stock }, place) =>
    stock === null ? [] : [since(stock, inflows.slice(place + 1))],
  );
  // Where digests are missing the reader may know that the work began here: with nothing.
  if (earlier.some(({ stock }) => stock === null)) starts.push(since(0, inflows));
  // A reader who knows that it can not be more than one would read "hidden" as one: then none is hidden as well.
  const most = Math.min(...starts.map(({ known, hidden }) => (hidden === 0 ? known : known + hideUpTo)));
  const betrays =
    starts.some((start) => tells(count, start, hideUpTo)) || isUnbounded(count, starts, hideUpTo);
  return betrays ? "hidden" : protectCount(count, most, hideUpTo);
}

/** What a reader knows of all that the stock can be made of, counted from one earlier digest. */
interface Start {
  /** The numbers that were shown, together. */
  readonly known: number;
  /** How many numbers were hidden; each of them is one at the least. */
  readonly hidden: number;
  /** Was the earlier stock itself hidden? */
  readonly isBlind: boolean;
}

function since(stock: Shown, inflows: readonly Shown[]): Start {
  const all = [stock, ...inflows];
  return {
    known: all.reduce<number>((sum, each) => sum + (each === "hidden" ? 0 : each), 0),
    hidden: all.filter((each) => each === "hidden").length,
    isBlind: stock === "hidden",
  };
}

/** Does the stock say more of the hidden numbers before it than that each is at least one? */
function tells(count: number, { known, hidden, isBlind }: Start, hideUpTo: number): boolean {
  const rest = count - known;
  if (rest <= hidden) return false;
  if (!isBlind) return true;
  // A hidden stock may have been a large one, and more than all could hold as small ones proves that it was. Below
  // that, each must leave room for each other to be one.
  return rest > roomFor(hidden, hideUpTo) && rest <= hidden * hideUpTo;
}

/**
 * Has no stock been shown in all these weeks, and is there now more than they can hold as small ones? Then it depends on
 * still older weeks, which are not known here, whether that tells something.
 */
function isUnbounded(count: number, starts: readonly Start[], hideUpTo: number): boolean {
  const [oldest] = starts;
  if (oldest === undefined || starts.some(({ isBlind }) => !isBlind)) return false;
  return count - oldest.known > Math.max(oldest.hidden, roomFor(oldest.hidden, hideUpTo));
}

/** What so many small numbers hold together where each of them may still be one. */
function roomFor(hidden: number, hideUpTo: number): number {
  return hidden * hideUpTo - hideUpTo + 1;
}
