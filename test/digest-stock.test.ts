import * as fc from "fast-check";
import { expect, test } from "vitest";
import { protectStock } from "#digest/stock.ts";
import { protectWeek } from "#digest/suppress.ts";
import type { Shown } from "#signal/digest-numbers.ts";
import { type Law, pinned, type Secret } from "./support/pinned.ts";

const week = (stock: Shown | null, inflow: Shown) => ({ stock, inflow });

test("a small stock is hidden, a large one is shown where the weeks before it explain it", () => {
  expect(protectStock(0, [week(0, 0)], 0, 4)).toBe(0);
  expect(protectStock(3, [week(6, 0)], 0, 4)).toBe("hidden");
  expect(protectStock(9, [week(9, 0)], "hidden", 4)).toBe(9);
  expect(protectStock(10, [week(9, 0)], "hidden", 4)).toBe(10);
  // From 6 to 10: the hidden week was 4.
  expect(protectStock(10, [week(6, 0)], "hidden", 4)).toBe("hidden");
  expect(protectStock(12, [week(6, 0)], 6, 4)).toBe(12);
  // The team sees everything.
  expect(protectStock(3, [week(0, 0)], 3, 0)).toBe(3);
});

test("what came in since an older digest counts too", () => {
  const earlier = [week(6, 0), week("hidden", 0), week("hidden", "hidden")];
  expect(protectStock(14, earlier, "hidden", 4)).toBe("hidden");
  expect(protectStock(8, [week(6, 0), week(7, "hidden")], "hidden", 4)).toBe(8);
});

test("a stock does not say what an earlier hidden one was", () => {
  // Nothing came in: whoever sees 8 waiting after a hidden week with 4 arrivals knows the hidden one was 4.
  expect(protectStock(8, [week("hidden", 9)], 4, 4)).toBe("hidden");
  expect(protectStock(5, [week("hidden", 9)], 4, 4)).toBe(5);
  // More than a small one could be: the hidden one was large, nobody knows how large.
  expect(protectStock(20, [week(16, 9), week("hidden", "hidden")], 4, 4)).toBe(20);
  // Unless nothing was shown for so long that it is not known from where it grew.
  expect(protectStock(20, [week("hidden", 9)], 4, 4)).toBe("hidden");
});

test("of at most one, none is hidden as well", () => {
  expect(protectStock(1, [week(0, 0)], 1, 4)).toBe("hidden");
  expect(protectStock(0, [week(0, 0)], 1, 4)).toBe("hidden");
});

test("where no digest was before, the work may have begun with nothing", () => {
  expect(protectStock(8, [week(null, "hidden")], "hidden", 4)).toBe("hidden");
  expect(protectStock(8, [week(null, 9)], "hidden", 4)).toBe(8);
});

/** Years of weeks: what came in and what part of the open work was closed. */
const history = fc.array(
  fc.record({
    inflow: fc.oneof(
      { weight: 4, arbitrary: fc.nat({ max: 4 }) },
      { weight: 1, arbitrary: fc.nat({ max: 9 }) },
      { weight: 2, arbitrary: fc.constant(4) },
    ),
    closed: fc.constantFrom(0, 0, 0, 0.1, 0.3, 1),
  }),
  { minLength: 12, maxLength: 24 },
);

type Protect = typeof protectStock;

/** Week after week, as digests show it: eight weeks are looked back on, the reader keeps them all. */
function shownOf(weeks: readonly { readonly inflow: number; readonly closed: number }[], protect: Protect) {
  const secrets: Secret[] = [];
  const laws: Law[] = [];
  const seen: { stock: Shown | null; inflow: Shown }[] = Array.from({ length: 7 }, () => week(null, 0));
  let open = 0;
  for (const [at, { inflow, closed }] of weeks.entries()) {
    open = open + inflow - Math.floor((open + inflow) * closed);
    const shown = protectWeek({ count: inflow, published: null }, 4);
    const stock = protect(open, seen.slice(-7), shown, 4);
    seen.push({ stock, inflow: shown });
    secrets.push(
      { name: `in ${at}`, shown, truth: inflow },
      { name: `open ${at}`, shown: stock, truth: open },
    );
    laws.push({
      whole: `open ${at}`,
      is: "at most",
      parts: at === 0 ? ["in 0"] : [`open ${at - 1}`, `in ${at}`],
    });
  }
  return { secrets, laws };
}

test("who keeps every digest can not tell from open work what a hidden week was", () => {
  let large = 0;
  let told = 0;
  fc.assert(
    fc.property(history, (weeks) => {
      const { secrets, laws } = shownOf(weeks, protectStock);
      expect(pinned(secrets, laws)).toEqual([]);
      for (const { shown, truth } of secrets) {
        expect([1, 2, 3, 4]).not.toContain(shown);
        if (shown !== "hidden") expect(shown).toBe(truth);
      }
      const stocks = secrets.filter(({ name, truth }) => name.startsWith("open") && truth > 4);
      large += stocks.length;
      told += stocks.filter(({ shown }) => shown !== "hidden").length;
    }),
    { numRuns: 2000 },
  );
  // Hiding all would be no art.
  expect(told / large).toBeGreaterThan(0.06);
});

test("hiding only what is small would not do", () => {
  const plain: Protect = (count, _earlier, _inflow, hideUpTo) =>
    protectWeek({ count, published: null }, hideUpTo);
  const betrayed = fc.sample(history, { numRuns: 500, seed: 1 }).filter((weeks) => {
    const { secrets, laws } = shownOf(weeks, plain);
    return pinned(secrets, laws).length > 0;
  });
  expect(betrayed.length).toBeGreaterThan(20);
});
