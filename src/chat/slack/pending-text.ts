import type { Clock } from "#base/clock.ts";
import type { Address } from "#signal/address.ts";

/** Half an hour: who tries again does so at once. */
const keptMs = 30 * 60_000;
const mostKept = 200;

/** Words that somebody typed for a form that did not open: they stand in the next form that this person opens. Never on disk. */
export interface PendingText {
  keep(by: Address, text: string): void;
  /** Null: none. It is given once. */
  take(by: Address): string | null;
}

/** Keeps the newest of each person, for a limited time. */
export function openPendingText(clock: Clock): PendingText {
  const texts = new Map<Address, { readonly text: string; readonly until: number }>();
  return {
    keep(by, text) {
      texts.delete(by);
      texts.set(by, { text, until: clock.now() + keptMs });
      for (const [oldest, { until }] of texts) {
        if (texts.size <= mostKept && until > clock.now()) break;
        texts.delete(oldest);
      }
    },
    take(by) {
      const found = texts.get(by);
      texts.delete(by);
      return found === undefined || found.until <= clock.now() ? null : found.text;
    },
  };
}
