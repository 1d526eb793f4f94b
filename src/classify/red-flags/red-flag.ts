import type { Line } from "#classify/reading/book.ts";
import type { Category, Urgency } from "#signal/words.ts";

/** One way in which a rule of domain.md 1.4 shows itself. Data: words that the safety net looks for. */
export interface RedFlag {
  /** `R1` ... `R12`. */
  readonly rule: string;
  /** What it is about, in one word; two different kinds together weigh more (R2). */
  readonly what: string;
  readonly level: Urgency;
  readonly about: Category;
  readonly when: readonly Line[];
}
