import type { Refusal } from "#signal/screen.ts";

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

/** Many control characters, or bytes that were no text: a file, not a message. */
function isBinary(text: string): boolean {
  const odd = Array.from(text).filter(
    (letter) => /[\p{Cc}\ufffd]/u.test(letter) && !/[\t\n\r]/.test(letter),
  ).length;
  return odd > 0 && odd / text.length > 0.05;
}

/** Lone cries and command words: the safety text comes first, help below it, and nothing is stored (domain.md, settled readings). */
const cries = [
  "help",
  "help me",
  "help mij",
  "hulp",
  "112",
  "113",
  "sos",
  "noodgeval",
  "emergency",
  "bel 112",
  "call 112",
];
const weapons = /[🔪🗡🔫💣]/u;

/** Is this only a cry ("help", "112", a knife) with nothing to store or to route on? */
export function isCry(text: string): boolean {
  const words = text
    .toLowerCase()
    .replace(unseen, "")
    .replace(/[^\p{L}\p{N}\s]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (cries.includes(words)) return true;
  return words === "" && weapons.test(text);
}
