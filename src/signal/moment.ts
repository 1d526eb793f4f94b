import type { Directory, Loads } from "#signal/directory.ts";
import type { Instant } from "#signal/signal.ts";
import type { Calendar } from "#signal/working-time.ts";

/** What a room knows besides the signal and the event: the time, the office hours, who works here and how busy they are. */
export interface Moment {
  readonly now: Instant;
  readonly calendar: Calendar;
  readonly directory: Directory;
  readonly loads: Loads;
}

/** Is there somebody to page outside office hours? */
export function rotaOf(directory: Directory): "rota" | "no_rota" {
  return directory.onCall.length > 0 ? "rota" : "no_rota";
}
