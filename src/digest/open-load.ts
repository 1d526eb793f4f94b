import type { Published } from "#digest/published.ts";
import { protectStock, type StockWeek } from "#digest/stock.ts";
import { protectCount } from "#digest/suppress.ts";
import type { OpenLoad } from "#digest/tally.ts";
import type { DigestNumbers, Shown, TrendWeek } from "#signal/digest-numbers.ts";

/**
 * The open work as its reader may see it. Management never gets what is in hand, not even a zero: arrivals and what waits are shown, and
 * what is missing between two weeks would be the number of outcomes, hidden ones included.
 */
export function protectOpen(
  open: OpenLoad,
  trend: readonly TrendWeek[],
  published: Published,
  hideUpTo: number,
): DigestNumbers["open"] {
  if (hideUpTo === 0) return open;
  const stock = (name: "waiting" | "casework" | "preventionWork", inflow: (week: TrendWeek) => Shown) => {
    const earlier = trend.slice(0, -1).map(
      (week): StockWeek => ({
        stock: published.open(week.week)?.[name] ?? null,
        inflow: inflow(week),
      }),
    );
    const last = trend.at(-1);
    return protectStock(open[name], earlier, last ? inflow(last) : 0, hideUpTo);
  };
  const arrived = trend.reduce((sum, week) => sum + (week.arrivals === "hidden" ? 1 : week.arrivals), 0);
  return {
    waiting: stock("waiting", (week) => week.arrivals),
    inHand: "hidden",
    casework: stock("casework", (week) => week.casework),
    preventionWork: stock("preventionWork", (week) => week.prevention),
    overdue: protectCount(open.overdue, arrived, hideUpTo),
  };
}
