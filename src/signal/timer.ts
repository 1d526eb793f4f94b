import type { ClockName } from "#signal/event.ts";
import type { Instant, SignalId } from "#signal/signal.ts";

/** Something that must happen later. A row in the store: it survives a kill. Never cancelled; a late one finds nothing to do. */
export type Timer = {
  readonly id: string;
  readonly dueAt: Instant;
} & (
  | { readonly what: "classify"; readonly signal: SignalId }
  /** The second reader reads it; `tries`: how often it was asked in vain. */
  | { readonly what: "second_opinion"; readonly signal: SignalId; readonly tries: number }
  | { readonly what: "clock"; readonly signal: SignalId; readonly clock: ClockName }
  | { readonly what: "erase"; readonly signal: SignalId }
  | { readonly what: "digest"; readonly week: string }
);
