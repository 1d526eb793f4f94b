import type { Classifier } from "#classify/classifier.ts";
import { decide } from "#classify/embedded/decide.ts";
import { looksForeign } from "#classify/embedded/language.ts";
import type { Sign } from "#classify/embedded/sign.ts";
import { hintBook, hints, signBook, signs } from "#classify/embedded/signs.ts";
import type { FoundSign } from "#classify/embedded/weigh.ts";
import type { Book } from "#classify/reading/book.ts";
import type { Reading } from "#classify/reading/reading.ts";
import { hitsIn, read } from "#classify/reading/reading.ts";
import type { Classification } from "#signal/classified.ts";

const name = "embedded";
/** Changes whenever a sign, a weight or a rule changes; stored with every decision. */
const version = "signs-2";

/** The default classifier: signs and their weights, in process, no network, no learning. Same text, same answer. */
export function openEmbedded(): Classifier {
  return { name, version, classify: (text) => Promise.resolve(classifyText(text)) };
}

function classifyText(text: string): Classification {
  const reading = read(text);
  const found = [...findSigns(reading, signBook, signs), ...findSigns(reading, hintBook, hints)];
  return { ...decide(found, reading, looksForeign(reading)), engine: name, version };
}

function findSigns(reading: Reading, book: Book, from: readonly Sign[]): FoundSign[] {
  return hitsIn(reading, book).flatMap((hit) => {
    const sign = from[hit.entry];
    return sign ? [{ sign, hit }] : [];
  });
}
