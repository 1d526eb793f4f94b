import type { Directory } from "#signal/directory.ts";
import type { PassageId } from "#signal/signal.ts";
import type { Language } from "#signal/words.ts";

/** What the texts need besides the message itself: who is who, which language, and the words of people. */
export interface Reading {
  readonly language: Language;
  readonly directory: Directory;
  /** The passages that the message refers to. An erased one is absent: the text says so. */
  readonly words: ReadonlyMap<PassageId, string>;
  /** Now, for "over 2 werkdagen" beside a date. */
  readonly now: number;
}
