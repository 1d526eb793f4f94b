import { openEar } from "#classify/reading/ear.ts";
import { familiarWords } from "#classify/reading/familiar-words.ts";
import { push } from "#classify/reading/push.ts";
import type { Heard } from "#classify/reading/sound.ts";
import type { Token } from "#classify/reading/tokens.ts";

/** Gives the numbers of the word patterns that a token answers to. */
export type Tagger = (token: Token) => readonly number[];

export type Spelling = "by_ear" | "as_written";

/** The fixed letters of an open pattern. */
interface Core {
  readonly core: string;
  readonly id: number;
}

/** Open patterns are found by so many letters at their fixed end, and may have no fewer. */
const leastFixed = 3;
const mostFixed = 24;

const endings = ["", "e", "en", "t", "de", "den", "te", "ten", "d", "s", "er", "ing"];
const none: readonly number[] = [];

/**
 * Makes a tagger for word patterns: `mes`, `vermoord*` (begins with), `*mes` (ends with), `*zelfmoord*` (holds).
 * Words of five letters and more are also recognised when typed by ear, with a letter missing, doubled, too many or
 * swapped; of seven and more with one letter wrong or out of its place. A familiar word is never taken for another word. `as_written`
 * recognises no misspellings: for everyday words, which have too many neighbours.
 */
export function taggerOf(
  patterns: readonly string[],
  spelling: Spelling = "by_ear",
): (hear: (word: string) => Heard) => Tagger {
  const exact = new Map<string, number[]>();
  const begins = new Map<string, Core[]>();
  const ends = new Map<string, Core[]>();
  const holds: { part: string; id: number }[] = [];
  const ear = openEar();
  const hear = (word: string, id: number) => {
    if (spelling === "by_ear" && word.length >= 5) ear.learn(word, id);
  };
  const isFindable = (core: string) => core.length >= leastFixed && core.length <= mostFixed;

  patterns.forEach((pattern, id) => {
    const core = pattern.replaceAll("*", "");
    const open = pattern.endsWith("*");
    if (pattern.startsWith("*") && open) holds.push({ part: core, id });
    else if (pattern.startsWith("*")) {
      if (isFindable(core)) push(ends, core.slice(-leastFixed), { core, id });
    } else if (open) {
      if (isFindable(core)) push(begins, core.slice(0, leastFixed), { core, id });
    } else {
      push(exact, core, id);
      // "leve", "slape": the last n is often not written.
      if (core.length >= 5 && core.endsWith("en")) push(exact, core.slice(0, -1), id);
    }
    if (open && !pattern.startsWith("*")) for (const ending of endings) hear(core + ending, id);
    else if (!pattern.startsWith("*") || core.length > 6) hear(core, id);
  });

  // From short to long, and from long to short: the order in which patterns are found is part of the reading.
  for (const list of begins.values()) list.sort((a, b) => a.core.length - b.core.length);
  for (const list of ends.values()) list.sort((a, b) => b.core.length - a.core.length);

  const isKnown = (word: string) => exact.has(word) || familiarWords.has(word);

  const findLiteral = (word: string, found: Set<number>) => {
    for (const id of exact.get(word) ?? none) found.add(id);
    if (word.length < leastFixed) return;
    const beginning = begins.get(word.slice(0, leastFixed));
    if (beginning) for (const { core, id } of beginning) if (word.startsWith(core)) found.add(id);
    const ending = ends.get(word.slice(-leastFixed));
    if (ending) {
      for (const { core, id } of ending) {
        if (core.length < word.length && word.endsWith(core)) found.add(id);
      }
    }
    if (word.length >= 6) for (const { part, id } of holds) if (word.includes(part)) found.add(id);
  };

  const find = (token: Token, hear: (word: string) => Heard): readonly number[] => {
    const found = new Set<number>();
    for (let at = -1; at < token.also.length; at++) {
      const word = (at < 0 ? token.word : token.also[at]) ?? "";
      findLiteral(word, found);
      if (spelling === "as_written" || word.length < 5 || word.length > 24 || isKnown(word)) continue;
      ear.find(hear(word), found);
    }
    return found.size ? [...found] : none;
  };

  // Only for words of our own lists: what else people type is forgotten with the message.
  const lasting = new Map<string, readonly number[]>();

  return (hear) => {
    const memory = new Map<string, readonly number[]>();
    return (token) => {
      const isPlain = token.also.length === 0;
      const key = isPlain ? token.word : `${token.word} ${token.also.join(" ")}`;
      const known = (isPlain ? lasting.get(key) : undefined) ?? memory.get(key);
      if (known) return known;
      const tags = find(token, hear);
      if (isPlain && isKnown(key)) lasting.set(key, tags);
      else memory.set(key, tags);
      return tags;
    };
  };
}
