/** A text as it is read. */
export interface Pieces {
  /** Literal parts of the text, in order. */
  readonly pieces: readonly string[];
  /** Are they all of it? */
  readonly whole: boolean;
}

/** In characters, more than the house ever gives (read-signal.ts). Of more than that begin and end are read: nobody waits behind it. */
const mostRead = { begin: 15_000, end: 2_000 };
/**
 * In words, for a longer name must change nothing: a piece ends with the first sentence that ends after `fit`, or else at
 * `most`. What is left behind the last one and is less than `least` stays with it: of "groetjes" alone nothing can be told.
 */
const length = { least: 20, fit: 60, most: 120 };

/** A longer text is read piece by piece: in the whole of it one clause with danger would hardly weigh. */
export function piecesOf(text: string): Pieces {
  const { begin, end } = mostRead;
  const whole = text.length <= begin + end;
  return { pieces: (whole ? [text] : [text.slice(0, begin), text.slice(-end)]).flatMap(cut), whole };
}

/** In words. In a shorter message no sentence is lost among the others, and they say how it is meant. */
const leastAround = 24;
/** In words. A shorter one is read with what follows it, or with what it follows. */
const leastAlone = 4;
/** In words. Whoever dictates sets no full stops: a longer one is read in parts of so many, each half over the one before. */
const mostAlone = 20;

/** A full stop at the end of a word, or an empty line; a line alone may be broken anywhere. */
const sentenceEnd = /(?<=[.?!]["')]*\s)|(?<=\n\s*\n)/u;

/** The sentences of a message that one of them can be lost in; none of a short one. */
export function sentencesOf(text: string): string[] {
  if (wordsIn(text) < leastAround) return [];
  const sentences: string[] = [];
  let open = "";
  for (const sentence of text.split(sentenceEnd)) {
    open += sentence;
    if (wordsIn(open) < leastAlone) continue;
    sentences.push(open);
    open = "";
  }
  const last = (sentences.pop() ?? "") + open;
  return [...sentences, last].flatMap(partsOf);
}

function partsOf(sentence: string): string[] {
  const begins = [...sentence.matchAll(/\S+/g)].map(({ index }) => index);
  if (begins.length <= mostAlone) return [sentence];
  const half = mostAlone / 2;
  const parts: string[] = [];
  for (let at = 0; at < begins.length - half; at += half)
    parts.push(sentence.slice(begins[at], begins[at + mostAlone]));
  return parts;
}

function wordsIn(text: string): number {
  return text.match(/\p{L}\S*/gu)?.length ?? 0;
}

function cut(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  let words = 0;
  for (const word of text.matchAll(/\S+\s*/g)) {
    words += 1;
    const isEnd = /[.?!]["')]*\s+$|\n\s*$/.test(word[0]);
    if (words < length.most && !(isEnd && words >= length.fit)) continue;
    const end = word.index + word[0].length;
    pieces.push(text.slice(from, end));
    from = end;
    words = 0;
  }
  const before = words < length.least ? (pieces.pop() ?? "") : "";
  const last = before + text.slice(from);
  return last === "" && pieces.length > 0 ? pieces : [...pieces, last];
}
