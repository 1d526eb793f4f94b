import type { Instant } from "#signal/signal.ts";

/**
 * How Voelspriet itself can be ill.
 * - `store`: nothing can be kept: the disk is full or read-only, or the database is away
 * - `platform`: a platform can not be reached, or does not let us in
 * - `urgent`, `other`: messages lie too long
 * - `typed`: what was typed lies unread
 * - `timers`: clocks that ended have set nothing in motion
 * - `unowned`: open signals of which nobody hears
 * - `stopped`: the program did not run; only known afterwards
 */
export const illnesses = [
  "store",
  "platform",
  "urgent",
  "other",
  "typed",
  "timers",
  "unowned",
  "stopped",
] as const;
export type Illness = (typeof illnesses)[number];

/** One thing that is wrong, and since when. */
export interface Ailment {
  readonly what: Illness;
  /** Which platform; null where it is about none. */
  readonly platform: string | null;
  readonly since: Instant;
}

/** An ailment that is over. */
export interface Cured extends Ailment {
  readonly until: Instant;
}
