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

interface Kept {
  readonly text: string;
  readonly until: number;
  /** Forgets it, also where nobody comes back for it. */
  readonly ending: NodeJS.Timeout;
}

/** Keeps the newest of each person, for a limited time. */
export function openPendingText(clock: Clock): PendingText {
  const texts = new Map<Address, Kept>();

  function forget(by: Address): Kept | undefined {
    const found = texts.get(by);
    texts.delete(by);
    clearTimeout(found?.ending);
    return found;
  }

  return {
    keep(by, text) {
      forget(by);
      const ending = setTimeout(() => forget(by), keptMs).unref();
      texts.set(by, { text, until: clock.now() + keptMs, ending });
      const oldest = texts.keys().next();
      if (texts.size > mostKept && !oldest.done) forget(oldest.value);
    },
    take(by) {
      const found = forget(by);
      return found === undefined || found.until <= clock.now() ? null : found.text;
    },
  };
}
