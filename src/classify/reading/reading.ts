import type { Book } from "#classify/reading/book.ts";
import type { Stance, Surroundings } from "#classify/reading/context.ts";
import { surroundingsOf } from "#classify/reading/context.ts";
import type { Found } from "#classify/reading/find.ts";
import { findIn } from "#classify/reading/find.ts";
import type { Token } from "#classify/reading/tokens.ts";
import { tokensOf } from "#classify/reading/tokens.ts";

/** A message, read once: its words and what surrounds them. */
export interface Reading {
  readonly message: string;
  readonly tokens: readonly Token[];
  readonly surroundings: Surroundings;
}

/** A find with how it stands, and its literal words. */
export interface Hit extends Found {
  readonly stance: Stance;
  readonly quote: string;
}

const longestQuote = 160;

// The safety net and the engine read a message one after the other. Weak: nobody's words stay in memory for it.
let latest: WeakRef<Reading> | null = null;

export function read(message: string): Reading {
  const known = latest?.deref();
  if (known?.message === message) return known;
  const tokens = tokensOf(message);
  const made = { message, tokens, surroundings: surroundingsOf(tokens) };
  latest = new WeakRef(made);
  return made;
}

/**
 * Finds the entries of a book; of a line that occurs more than once, an occurrence that stands, and that is not
 * `isSpared`, is preferred.
 */
export function hitsIn(reading: Reading, book: Book, isSpared: (found: Found) => boolean = never): Hit[] {
  const { stanceOf, figurative } = reading.surroundings;
  const counts = (found: Found) => stanceOf(found) === "stands" && !isSpared(found);
  return findIn(book, reading.tokens, figurative, counts).map((found) => ({
    ...found,
    stance: stanceOf(found),
    quote: quoteOf(reading, found.first, found.last),
  }));
}

function never(): boolean {
  return false;
}

/** The words from the first to the last token, as they stand in the message: always a literal part of it. */
export function quoteOf(reading: Reading, first: number, last: number): string {
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  for (let i = first; i <= last; i++) {
    const token = reading.tokens[i];
    if (!token) continue;
    from = Math.min(from, token.from);
    to = Math.max(to, token.to);
  }
  if (from >= to) return "";
  const quote = reading.message.slice(from, Math.min(to, from + longestQuote));
  // Never half a character at the end.
  return /[\ud800-\udbff]$/.test(quote) ? quote.slice(0, -1) : quote;
}
