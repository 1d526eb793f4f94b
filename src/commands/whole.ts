import type { Instant } from "#signal/signal.ts";
import type { Store } from "#store/store.ts";

/** What a store holds, looked at as a whole. */
export interface Holding {
  readonly signals: number;
  readonly open: number;
  readonly waitingNotices: number;
  readonly waitingTyped: number;
  /** When it was last written, as far as it says so itself; null: it holds nothing. */
  readonly upTo: Instant | null;
}

/** Where a store keeps when it was last copied: the copy has it too, and knows its age by it. */
export const copiedSetting = "copy.made";

/** Opens every row, proves every line of the event log, and counts. Throws Problem where anything is wrong. */
export async function lookAtWhole(store: Store, now: Instant): Promise<Holding> {
  await store.check("whole");
  return holdingOf(store, now);
}

/** Only counts. */
export async function holdingOf(store: Store, now: Instant): Promise<Holding> {
  const { signals, open, waitingNotices, waitingTyped } = await store.counts(now);
  return { signals, open, waitingNotices, waitingTyped, upTo: await lastWritten(store) };
}

/** A sign of life is written each minute by whoever serves it; a backup notes its own moment. */
async function lastWritten(store: Store): Promise<Instant | null> {
  const [entry] = await store.latestEntries(1);
  const signs = await Promise.all(
    ["clock.last", "health.looked", copiedSetting].map((name) => store.recall(name)),
  );
  const moments = [entry?.at ?? Number.NaN, ...signs.map((sign) => Number(sign ?? Number.NaN))];
  const known = moments.filter((moment) => Number.isFinite(moment) && moment > 0);
  return known.length === 0 ? null : Math.max(...known);
}

/** `2026-11-17 10:12, 3 hours ago`. */
export function momentWithAge(at: Instant, now: Instant): string {
  const format = new Intl.DateTimeFormat("sv-SE", {
    dateStyle: "short",
    timeStyle: "short",
    timeZone: "Europe/Amsterdam",
  });
  return `${format.format(at)} (Amsterdam), ${ageOf(now - at)}`;
}

function ageOf(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 0) return "in the future: is the clock of this machine right?";
  if (minutes < 120) return `${minutes} minutes ago`;
  const hours = Math.round(minutes / 60);
  return hours < 72 ? `${hours} hours ago` : `${Math.round(hours / 24)} days ago`;
}

/** One line of what it holds. */
export function holdingLine({ signals, open, waitingNotices, waitingTyped }: Holding): string {
  return `${signals} signals (${open} open), ${waitingNotices} messages that wait, ${waitingTyped} typed texts that wait.`;
}
