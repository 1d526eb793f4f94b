import type { Line } from "#classify/reading/book.ts";
import type { Category, Urgency } from "#signal/words.ts";

/** Something that a message may hold, what it points to and how much it weighs. Data of the embedded engine. */
export interface Sign {
  /** A category; `concern`: somebody worries, no matter about what; `not_a_signal`. */
  readonly about: Exclude<Category, "unclear"> | "concern" | "not_a_signal";
  /** 3: says it plainly. 2: clear. 1: a hint, two of which make a case. 0.5: an everyday word that leans one way. */
  readonly weight: 0.5 | 1 | 2 | 3;
  /** What it asks for when it stands; the safety net reads the red flags itself. */
  readonly level: Urgency;
  /** Somebody of the club or school itself does it. */
  readonly insider?: true;
  /** Counts even where it is negated ("geen brood mee"), or in a sentence about a game ("de hele nacht fortnite"). */
  readonly even?: "negated" | "unreal";
  readonly when: readonly Line[];
}

/** Many small signs at once: every alternative of every line counts for itself. */
export function each(sign: Sign): Sign[] {
  return sign.when.flatMap((line) => line.split(" | ").map((one) => ({ ...sign, when: [one] })));
}
