import { familiarWords } from "#classify/reading/familiar-words.ts";
import type { Reading } from "#classify/reading/reading.ts";

/** Is this hardly Dutch or English? Of such a message nothing is concluded: a human reads it (domain.md 1.3). */
export function looksForeign(reading: Reading): boolean {
  const words = reading.tokens.filter((token) => token.word.length > 1 && !/^\d+$/.test(token.word));
  if (words.length < 2) return words.some((token) => /[^a-z0-9]/.test(token.word));
  const familiar = words.filter((token) => familiarWords.has(token.word)).length;
  return familiar / words.length < (words.length < 4 ? 0.01 : 0.2);
}
