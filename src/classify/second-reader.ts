import type { Classification } from "#signal/classified.ts";

/**
 * Reads a message that was read and routed already: a language model. Nothing waits for it, and what it says only raises
 * and adds (second-opinion.ts).
 */
export interface SecondReader {
  readonly name: string;
  readonly version: string;
  /** It has always answered, or given up, within this time; in milliseconds. */
  readonly longestMs: number;
  /** Switched off by its operator, just now. */
  isOff(): boolean;
  /** Never throws. `abort` ends it at once. */
  read(text: string, abort: AbortSignal): Promise<SecondAnswer>;
}

/** What came of asking a second reader. */
export type SecondAnswer =
  | { readonly how: "read"; readonly classification: Classification }
  /** It was not asked: switched off. */
  | { readonly how: "off" }
  /** It was not asked: redaction is not sure, or the day's budget is spent. */
  | { readonly how: "unsent" }
  /** It was asked and gave no answer that counts. `againMs`: asking again may help, after so long. Null: it will not. */
  | { readonly how: "failed"; readonly againMs: number | null; readonly error: string };
