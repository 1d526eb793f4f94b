import type { Clock } from "#base/clock.ts";
import { Problem } from "#base/problem.ts";

const dayIn = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Amsterdam" });

/**
 * Counts requests by the calendar day of Amsterdam; taking one more than `perDay` throws Problem "refused". Kept in
 * memory: a new start begins at zero.
 */
export function openBudget(perDay: number, clock: Clock): { take(): void } {
  let day = "";
  let taken = 0;
  return {
    take() {
      const today = dayIn.format(clock.now());
      if (today !== day) {
        day = today;
        taken = 0;
      }
      if (taken >= perDay) {
        throw new Problem(
          "refused",
          `The language model was asked ${perDay} times today, which is MODEL_PER_DAY. It is asked again tomorrow.`,
        );
      }
      taken += 1;
    },
  };
}
