import type { Moment } from "#signal/moment.ts";
import type { Instant } from "#signal/signal.ts";
import type { Calendar } from "#signal/working-time.ts";

const hour = 3_600_000;

/**
 * The moment as an exercise sees it: nobody is on call, so that practising never wakes anybody, also where it lasts until
 * after the office has closed.
 */
export function momentFor(of: { readonly drill: boolean }, moment: Moment): Moment {
  if (!of.drill) return moment;
  return { ...moment, directory: { ...moment.directory, onCall: [] } };
}

/** When an exercise may start: now, or when the office opens again. Its whole clock (domain.md 2.2, urgent) has to fit before closing. */
export function mayPractiseFrom(now: Instant, calendar: Calendar): Instant {
  if (!calendar.isOpen(now)) return calendar.nextOpening(now);
  const closes = calendar.closingTime(now);
  return closes - now >= hour ? now : calendar.nextOpening(closes);
}
