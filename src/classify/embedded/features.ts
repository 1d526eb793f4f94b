import { nameless, veilsOf } from "#classify/embedded/alike.ts";
import type { FoundSign } from "#classify/embedded/found-sign.ts";
import { type Known, places } from "#classify/embedded/known.ts";
import type { Thesaurus } from "#classify/embedded/thesaurus.ts";
import type { Reading } from "#classify/reading/reading.ts";
import { sexless } from "#classify/reading/sexless.ts";

/** A word of the message: where it stands, and how it is read: lower case, no accents, every number the same, he or she the same. */
export interface Word {
  readonly from: number;
  readonly to: number;
  readonly folded: string;
}

/** Everything that was seen, in lists side by side: which of the features it is, what it weighs, and at which word (-1: at none). */
interface Seen {
  readonly orders: readonly number[];
  readonly weights: readonly number[];
  readonly words: readonly number[];
}

/** A message as numbers: which known features it has, and their values, together of length 1. */
export interface Features {
  readonly numbers: Int32Array;
  readonly values: Float32Array;
  readonly words: readonly Word[];
  /** What was seen of each, added up. */
  readonly sums: Float64Array;
  /** How much of each value comes from which word: for saying which words decided. */
  readonly seen: Seen;
}

/**
 * Words, pairs and threes of words, letters in words, concepts, concepts near each other, and the signs that were found.
 * `knows` says what words mean. What is not `known` is passed over.
 */
export function featuresOf(
  { message }: Pick<Reading, "message">,
  found: readonly FoundSign[],
  { knows, known }: { readonly knows: Thesaurus; readonly known: Known },
): Features {
  const words = wordsOf(message);
  const sight = openSight(known);
  try {
    noteWords(words, sight.note);
    noteConcepts(words, knows, sight.note);
    noteSigns(found, sight.note);
    return { ...sight.joined(), words };
  } finally {
    sight.end();
  }
}

type Note = (place: number, weight: number, word: number) => void;

function wordsOf(message: string): Word[] {
  const veils = veilsOf(message);
  let next = 0;
  return [...message.matchAll(/[\p{L}\p{N}'][\p{L}\p{M}\p{N}']*|[?!.]/gu)].flatMap((match) => {
    const from = match.index;
    while (from >= (veils[next]?.to ?? message.length)) next++;
    const veil = veils[next];
    const to = from + match[0].length;
    if (veil === undefined || to <= veil.from)
      return [{ from, to, folded: nameless(sexless(folded(match[0]))) }];
    // A name of three words is one name.
    const isFirst = from <= veil.from || !/[\p{L}\p{N}]/u.test(message.slice(veil.from, from));
    return isFirst && veil.word !== "" ? [{ from: veil.from, to: veil.to, folded: veil.word }] : [];
  });
}

function folded(word: string): string {
  return word
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\p{N}+/gu, "0");
}

function noteWords(words: readonly Word[], note: Note): void {
  for (const [at, { folded: word }] of words.entries()) {
    const next = words[at + 1]?.folded;
    const third = words[at + 2]?.folded;
    note(placeOf(1, word), 1, at);
    if (next !== undefined) note(placeOf(2, word, " ", next), 0.8, at);
    if (next !== undefined && third !== undefined) {
      note(placeOf(3, word, " ", next, " ", third), 0.5, at);
      note(placeOf(4, word, " * ", third), 0.5, at);
    }
    const framed = `<${word}>`;
    for (let size = 3; size <= 5; size++) {
      for (let from = 0; from + size <= framed.length; from++) {
        note(placed(hashed(begun(10 + size), framed, from, from + size)), size === 3 ? 0.21 : 0.28, at);
      }
    }
  }
}

/** Concepts this near each other, in words that have any, are seen together. */
const near = 8;
/** A word that denies reaches so many words on. */
const deniedWithin = 3;

function noteConcepts(words: readonly Word[], knows: Thesaurus, note: Note): void {
  const concepts = words.map(({ folded: word }) => knows.conceptsOf(word));
  const telling = [...words.keys()].filter((at) => (concepts[at]?.length ?? 0) > 0);
  for (const at of telling) {
    const isDenied = concepts.slice(Math.max(0, at - deniedWithin), at).some((some) => some.includes("NOT"));
    for (const concept of concepts[at] ?? []) {
      note(placeOf(30, concept), 1.2, at);
      if (isDenied) note(placeOf(31, concept), 1.2, at);
    }
  }
  for (const [order, at] of telling.entries()) {
    const own = (concepts[at] ?? []).slice(0, 3);
    for (const other of telling.slice(order + 1, order + 1 + near)) {
      for (const one of own) {
        for (const two of (concepts[other] ?? []).slice(0, 3)) {
          if (one !== two) note(one < two ? placeOf(32, one, "|", two) : placeOf(32, two, "|", one), 0.4, at);
        }
      }
    }
    const next = telling[order + 1];
    if (next === undefined) continue;
    for (const one of own.slice(0, 2)) note(placeOf(34, one, "_", `${words[next]?.folded}`), 0.4, at);
    note(placeOf(35, `${words[at]?.folded}_${concepts[next]?.[0]}`), 0.4, at);
  }
}

const mostOfAbout = 2.5;

function noteSigns(found: readonly FoundSign[], note: Note): void {
  const abouts = new Map<string, number>();
  for (const { sign, hit } of found) {
    note(placeOf(20, `${sign.about} ${sign.when[0]} ${hit.stance}`), 1.2, -1);
    note(placeOf(22, `${sign.level} ${hit.stance}`), 1, -1);
    const about = `${sign.about} ${hit.stance}`;
    abouts.set(about, (abouts.get(about) ?? 0) + sign.weight);
  }
  for (const [about, weight] of abouts) note(placeOf(21, about), 2 * Math.min(mostOfAbout, weight), -1);
}

/** Which number of a message has which order, from 1; all 0 between two messages. */
let orderAt = new Int32Array(0);

/** Notes what is seen, and joins it to one value per feature, in the order in which they came. */
function openSight(known: Known): {
  readonly note: Note;
  joined(): Omit<Features, "words">;
  end(): void;
} {
  if (orderAt.length < known.count) orderAt = new Int32Array(known.count);
  const at: number[] = [];
  const sums: number[] = [];
  const seen = { orders: [] as number[], weights: [] as number[], words: [] as number[] };
  return {
    note(place, weight, word) {
      const number = known.numberOf(place);
      if (number < 0) return;
      let order = (orderAt[number] as number) - 1;
      if (order < 0) {
        order = at.push(number) - 1;
        orderAt[number] = order + 1;
        sums.push(0);
      }
      sums[order] = (sums[order] as number) + weight;
      seen.orders.push(order);
      seen.weights.push(weight);
      seen.words.push(word);
    },
    joined: () => ({
      numbers: Int32Array.from(at),
      values: valuesOf(sums),
      sums: Float64Array.from(sums),
      seen,
    }),
    end() {
      for (const number of at) orderAt[number] = 0;
    },
  };
}

/** What is seen often counts for less and less, and long messages count no more than short ones. */
function valuesOf(sums: readonly number[]): Float32Array {
  const values = Float32Array.from(sums, (sum) => Math.log1p(sum));
  let square = 0;
  for (const value of values) square += value * value;
  const length = Math.sqrt(square) || 1;
  return values.map((value) => value / length);
}

/** The place of a name, which may come in parts; `kind` keeps features of different kinds apart. */
function placeOf(kind: number, ...parts: readonly string[]): number {
  let hash = begun(kind);
  for (const part of parts) hash = hashed(hash, part, 0, part.length);
  return placed(hash);
}

// FNV-1a with a last mix.

function begun(kind: number): number {
  return 2166136261 ^ kind;
}

function hashed(begin: number, text: string, from: number, to: number): number {
  let hash = begin;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return hash;
}

function placed(begin: number): number {
  let hash = begin;
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return (hash >>> 0) & (places - 1);
}
