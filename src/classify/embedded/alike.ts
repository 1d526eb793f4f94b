import { personalIn } from "#classify/redact.ts";
import { doubtfulNames, firstNames } from "#classify/redaction/names.ts";
import type { Personal } from "#classify/redaction/span.ts";

/** A part of a message that is read as one word, whoever or wherever it is. Empty: it is not read at all. */
export interface Veil {
  readonly from: number;
  readonly to: number;
  readonly word: string;
}

const words: Partial<Record<Personal, string>> = {
  PERSOON: "naam",
  ADRES: "plaats",
  PLAATS: "plaats",
  HERKOMST: "",
  GELOOF: "",
};

/** Names, places, origin and religion in this message, in order: they must not change how it is read. */
export function veilsOf(message: string): Veil[] {
  return personalIn(message).flatMap(({ what, from, to }) => {
    const word = words[what];
    return word === undefined ? [] : [{ from, to, word }];
  });
}

/** A first name that is no ordinary word is read as a name, also where nothing else shows that it is one. */
export function nameless(word: string): string {
  return firstNames.has(word) && !doubtfulNames.has(word) ? "naam" : word;
}
