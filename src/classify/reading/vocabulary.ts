import { familiarWords } from "#classify/reading/familiar-words.ts";
import { areSwapped, soundOf, withoutOneLetter } from "#classify/reading/sound.ts";
import type { Token } from "#classify/reading/tokens.ts";

/** Gives the numbers of the word patterns that a token answers to. */
export type Tagger = (token: Token) => readonly number[];

export type Spelling = "by_ear" | "as_written";

interface Sounding {
  readonly sound: string;
  readonly id: number;
}

const endings = ["", "e", "en", "t", "de", "den", "te", "ten", "d", "s", "er", "ing"];
const none: readonly number[] = [];

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/**
 * Makes a tagger for word patterns: `mes`, `vermoord*` (begins with), `*mes` (ends with), `*zelfmoord*` (holds).
 * Words of five letters and more are also recognised when typed by ear, with a letter missing, doubled, too many or
 * swapped; of seven and more with one letter wrong. A familiar word is never taken for another word. `as_written`
 * recognises no misspellings: for everyday words, which have too many neighbours.
 */
export function taggerOf(patterns: readonly string[], spelling: Spelling = "by_ear"): () => Tagger {
  const exact = new Map<string, number[]>();
  const begins = new Map<string, number[]>();
  const ends = new Map<string, number[]>();
  const holds: { part: string; id: number }[] = [];
  const bySound = new Map<string, Sounding[]>();
  const byShorter = new Map<string, Sounding[]>();

  const hear = (word: string, id: number) => {
    if (spelling === "as_written" || word.length < 5) return;
    const sound = soundOf(word);
    push(bySound, sound, { sound, id });
    if (sound.length < 5) return;
    for (const shorter of new Set(withoutOneLetter(sound))) push(byShorter, shorter, { sound, id });
  };

  patterns.forEach((pattern, id) => {
    const core = pattern.replaceAll("*", "");
    const open = pattern.endsWith("*");
    if (pattern.startsWith("*") && open) holds.push({ part: core, id });
    else if (pattern.startsWith("*")) push(ends, core, id);
    else if (open) push(begins, core, id);
    else {
      push(exact, core, id);
      // "leve", "slape": the last n is often not written.
      if (core.length >= 5 && core.endsWith("en")) push(exact, core.slice(0, -1), id);
    }
    if (open && !pattern.startsWith("*")) for (const ending of endings) hear(core + ending, id);
    else if (!pattern.startsWith("*") || core.length > 6) hear(core, id);
  });

  const isKnown = (word: string) => exact.has(word) || familiarWords.has(word);

  const findLiteral = (word: string, found: Set<number>) => {
    for (const id of exact.get(word) ?? none) found.add(id);
    if (word.length < 3) return;
    for (let n = 3; n <= word.length && n <= 24; n++) {
      for (const id of begins.get(word.slice(0, n)) ?? none) found.add(id);
    }
    for (let n = Math.max(1, word.length - 24); n <= word.length - 3; n++) {
      for (const id of ends.get(word.slice(n)) ?? none) found.add(id);
    }
    if (word.length >= 6) for (const { part, id } of holds) if (word.includes(part)) found.add(id);
  };

  const findHeard = (word: string, found: Set<number>) => {
    if (spelling === "as_written" || word.length < 5 || word.length > 24 || isKnown(word)) return;
    const sound = soundOf(word);
    for (const { id } of bySound.get(sound) ?? []) found.add(id);
    if (sound.length < 4) return;
    const take = (list: readonly Sounding[] | undefined, fits: (other: string) => boolean) => {
      for (const { sound: other, id } of list ?? []) if (other[0] === sound[0] && fits(other)) found.add(id);
    };
    take(byShorter.get(sound), () => sound.length >= 5);
    for (const shorter of withoutOneLetter(sound)) {
      take(bySound.get(shorter), (other) => other.length >= 5);
      take(
        byShorter.get(shorter),
        (other) => areSwapped(sound, other) || (other.length === sound.length && sound.length >= 7),
      );
    }
  };

  return () => {
    const memory = new Map<string, readonly number[]>();
    return (token) => {
      const key = token.also.length ? `${token.word} ${token.also.join(" ")}` : token.word;
      const known = memory.get(key);
      if (known) return known;
      const found = new Set<number>();
      for (const word of [token.word, ...token.also]) {
        findLiteral(word, found);
        findHeard(word, found);
      }
      const tags = found.size ? [...found] : none;
      memory.set(key, tags);
      return tags;
    };
  };
}
