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

// The safety net and the engine read a message one after the other, in one go. After that nobody's words stay in memory for it.
let latest: Reading | null = null;

/** Reads a message; the same one again at once costs nothing. */
export function read(message: string): Reading {
  if (latest?.message === message) return latest;
  if (latest === null) setImmediate(forget).unref();
  const tokens = tokensOf(message);
  latest = { message, tokens, surroundings: surroundingsOf(tokens) };
  return latest;
}

function forget(): void {
  latest = null;
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
