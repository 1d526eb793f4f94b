import { Problem } from "#base/problem.ts";
import { familiarWords } from "#classify/reading/familiar-words.ts";
import { personalIn } from "#classify/redact.ts";
import { organisationsIn } from "#classify/redaction/organisations.ts";
import { originsIn } from "#classify/redaction/origins.ts";
import { type Replaced, replaceSpans } from "#classify/redaction/replace.ts";
import type { Organisation } from "#signal/directory.ts";

/** More than anybody types, in characters. */
const longest = 16_000;

/** What the municipality itself knows by name: taken out too. */
export interface KnownNames {
  /** Names of neighbourhoods. */
  readonly areas?: readonly string[];
  /** Schools, clubs and platforms. */
  readonly organisations?: readonly Pick<Organisation, "name" | "type">[];
}

/**
 * The message as it may leave the house: without what points to a person, without origin, religion and neighbourhood.
 * Throws Problem "refused" where that is not sure: then nothing goes out.
 */
export function outgoing(text: string, known: KnownNames): Replaced {
  if (text.length > longest) throw unsure("it is too long");
  const replaced = redacted(text, known);
  const doubt = doubtAbout(text, replaced.redacted.replace(/\[\p{Lu}+(?: \d+)?\]/gu, " "));
  if (doubt !== null) throw unsure(doubt);
  return replaced;
}

function redacted(text: string, { areas = [], organisations = [] }: KnownNames): Replaced {
  try {
    // Origins first: a neighbourhood with a capital looks like a name, and would read otherwise than the next one.
    return replaceSpans(text, [
      ...organisationsIn(text, organisations),
      ...originsIn(text, areas),
      ...personalIn(text),
    ]);
  } catch {
    // Without the cause: it could hold a piece of the text.
    throw unsure("the redaction failed");
  }
}

function unsure(why: string): Problem {
  return new Problem(
    "refused",
    `The message was not sent to the language model: ${why}. What was read without it stands.`,
  );
}

/** Why this may still point to somebody; null: no reason is known. `rest`: the redacted text without placeholders. */
function doubtAbout(text: string, rest: string): string | null {
  if (rest.trim() === "") return "nothing of it is left to read";
  if (/[^\P{L}\p{Script=Latin}]/u.test(text)) return "it has letters in which names are not known";
  if (/[^\P{N}0-9²³½¼¾]/u.test(text)) return "it has digits that are not known";
  // Invisible letters hide a name or a number from every rule. (A joiner after a picture and tags belong to emoji.)
  const visible = text.replace(/(?<!\p{L})\u200d|[\n\r\t\u{e0020}-\u{e007f}]/gu, "");
  if (/\p{Cc}|\p{Cf}|\u20e3/u.test(visible)) return "it has invisible letters";
  const numbers = rest.replace(/\b(?:0800|0900)[ -]?\d{4,7}\b|\b(?:19|20)\d\d ?[-/] ?(?:19|20)?\d\d\b/g, " ");
  if (/\d(?:[ ./()-]{0,2}\d){6,}/.test(numbers)) return "a long number is left in it";
  if (/[\p{L}\d]\s?@\s?[\p{L}\d]/u.test(rest)) return "something like a mail address is left in it";
  const words = rest.match(/\p{L}{2,}/gu) ?? [];
  const loud = words.filter((word) => /^\p{Lu}{2,}$/u.test(word) && !isFamiliar(word)).length;
  if (words.length > 3 && loud > words.length / 3)
    return "it is in capitals, in which names do not stand out";
  const familiar = words.filter(isFamiliar).length;
  if (words.length >= 4 && familiar < words.length * 0.15) return "it is hardly Dutch or English";
  return null;
}

function isFamiliar(word: string): boolean {
  return familiarWords.has(word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase());
}
