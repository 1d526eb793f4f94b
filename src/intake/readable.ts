import type { Refusal } from "#signal/screen.ts";

export { isCry } from "#signal/cry.ts";

/** The longest message that is taken in, in characters. Longer ones are refused with a clear word; nothing is cut off. */
export const mostCharacters = 8000;

/** Characters that are not there to read: control characters (but for line breaks and tabs), zero-width and direction marks. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu;
const lettersOrDigits = /[\p{L}\p{N}]/u;

/**
 * Can this be taken in as a message of a person? Null: yes. The reasons why not are told to the sender, and nothing is stored.
 * A number alone is readable ("112" gets the safety text before it comes here).
 */
export function unreadable(text: string): Refusal | null {
  if (text.length > mostCharacters) return "too_long";
  if (text.includes("\u0000") || isBinary(text)) return "not_text";
  if (text.trim() === "") return "empty";
  const seen = text.replace(unseen, "");
  if (!lettersOrDigits.test(seen)) return "no_words";
  if ((seen.match(/\p{L}/gu) ?? []).length < 2) return "no_words";
  return null;
}

/** The same of an answer to a question: there "3" says enough. */
export function unreadableAnswer(text: string): Refusal | null {
  const refusal = unreadable(text);
  return refusal === "no_words" && lettersOrDigits.test(text) ? null : refusal;
}

/** Many control characters, or bytes that were no text: a file, not a message. */
function isBinary(text: string): boolean {
  const odd = Array.from(text).filter(
    (letter) => /[\p{Cc}\ufffd]/u.test(letter) && !/[\t\n\r]/.test(letter),
  ).length;
  return odd > 0 && odd / text.length > 0.05;
}
