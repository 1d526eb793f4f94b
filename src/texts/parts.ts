import type { PassageId } from "#signal/signal.ts";
import type { Part } from "#texts/card.ts";
import type { Reading } from "#texts/labels.ts";
import { say } from "#texts/say.ts";

/** A paragraph of ours. Words of people never come here. */
export function text(words: string): Part {
  return { part: "text", text: words };
}

export function note(words: string): Part {
  return { part: "note", text: words };
}

export function heading(words: string): Part {
  return { part: "heading", text: words };
}

export function list(items: readonly string[]): Part {
  return { part: "list", items };
}

/** Label and value, in pairs; a pair without a value is left out. */
export function facts(pairs: readonly (readonly [string, string | null])[]): Part {
  return {
    part: "facts",
    facts: pairs.flatMap(([label, value]) => (value === null ? [] : [{ label, value }])),
  };
}

/** Words that a person typed, drawn literally; an erased passage is said to be erased. */
export function quoted(id: PassageId, by: string, reading: Reading): Part {
  const words = reading.words.get(id);
  if (words === undefined) {
    return note(say(reading.language, { nl: "Deze tekst is gewist.", en: "This text has been erased." }));
  }
  return { part: "quote", text: words, by };
}
