import { numbersIn } from "#classify/redaction/numbers.ts";
import { personsIn } from "#classify/redaction/persons.ts";
import { placesIn } from "#classify/redaction/places.ts";
import { replaceSpans } from "#classify/redaction/replace.ts";
import type { Span } from "#classify/redaction/span.ts";

/** A text without what points to a person. */
export interface Redacted {
  readonly redacted: string;
  /** How many of each were replaced. */
  readonly found: { what: string; count: number }[];
}

/**
 * Replaces persons, citizen service numbers, phone numbers, addresses, postcodes, mail addresses, bank accounts, birth
 * dates, schools and clubs by placeholders that keep the sense ("[PERSOON 1]"). When in doubt it replaces. Rules and
 * name lists only: a name that is an ordinary word, or typed without a capital and not on the list, can stay.
 */
export function redact(text: string): Redacted {
  const { redacted, found } = replaceSpans(text, personalIn(text));
  return { redacted, found };
}

/** What points to a person in this text. In this order: what comes first wins where two overlap. */
export function personalIn(text: string): Span[] {
  return [...numbersIn(text), ...placesIn(text), ...personsIn(text)];
}
