import type { Piece, Replaced } from "#classify/redaction/replace.ts";

/**
 * The words of the message that a quote of the redacted text stands for: placeholders become again what they replaced,
 * a placeholder cut in two comes back whole. Null: the quote is no literal part of it.
 */
export function literalQuote(text: string, { redacted, pieces }: Replaced, quote: string): string | null {
  const wanted = quote.trim();
  if (!/[\p{L}\p{N}\p{S}]/u.test(wanted)) return null;
  const from = redacted.indexOf(wanted);
  if (from < 0) return null;
  return text.slice(placeOf(from, pieces, "start"), placeOf(from + wanted.length, pieces, "end"));
}

/** A place in the redacted text as a place in the message; within a placeholder: where that starts or ends. */
function placeOf(place: number, pieces: readonly Piece[], side: "start" | "end"): number {
  let shift = 0;
  for (const piece of pieces) {
    if (place <= piece.from) break;
    if (place < piece.to) return piece[side];
    shift = piece.end - piece.to;
  }
  return place + shift;
}
