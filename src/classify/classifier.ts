import type { Classification } from "#signal/classified.ts";

/** Reads one message. May be slow, may throw Problem: nothing waits for it but the signal's own timer. */
export interface Classifier {
  readonly name: string;
  readonly version: string;
  classify(text: string): Promise<Classification>;
}
