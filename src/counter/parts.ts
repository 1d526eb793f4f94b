import type { Clock } from "#base/clock.ts";
import type { ScreenParts } from "#counter/screens.ts";
import type { Visitor } from "#counter/visitor.ts";
import type { Desk } from "#desk.ts";
import type { DigestNumbers } from "#signal/digest-numbers.ts";
import type { Directory } from "#signal/directory.ts";
import type { Press } from "#signal/press.ts";
import type { PersonId } from "#signal/signal.ts";
import type { Calendar } from "#signal/working-time.ts";
import type { Store } from "#store/store.ts";

/** What the counter stands on. */
export interface CounterParts {
  readonly desk: Desk;
  readonly store: Store;
  readonly directory: Directory;
  readonly calendar: Calendar;
  readonly clock: Clock;
  week(): Promise<DigestNumbers>;
  /** Who does not work when the office is next open. */
  away(): Promise<readonly PersonId[]>;
  /** Does the safety net read danger in this text? Then it is never taken for mere talk. */
  raisesAlarm(text: string): boolean;
  /** There may be something to send. */
  onCommit(): void;
}

/** One press with everything that answering it needs. */
export interface AtCounter {
  readonly press: Press;
  /** The same for every delivery of this press. */
  readonly key: string;
  readonly visitor: Visitor;
  readonly parts: CounterParts;
  readonly screens: ScreenParts;
}
