import { push } from "#classify/reading/push.ts";
import type { Spelling } from "#classify/reading/vocabulary.ts";
import { taggerOf } from "#classify/reading/vocabulary.ts";

/** Named word lists: phrases separated by ` | `, without ` & `. */
export type Concepts = Readonly<Record<string, string>>;

/**
 * What is looked for. From loose to tight: ` | ` separates alternatives; ` & ` joins phrases that stand near each
 * other in any order (seven places, ` ~12` at the end says otherwise, ` ~12.` also asks that all of it stands in one
 * sentence), one that begins with `-` must not be near;
 * in a phrase a space lets one other word in between (`bij keel` also finds "bij haar keel"), `/` separates words
 * for one place, and `_` ties words together (`op_zak`). `@name` stands for a concept, `*` for any letters.
 */
export type Line = string;

/** One word of a phrase: the word patterns that will do, and how many other words may come before it. */
interface Step {
  readonly ids: ReadonlySet<number>;
  readonly gap: number;
}

export interface Phrase {
  readonly part: number;
  readonly steps: readonly Step[];
}

/** The phrases that begin with one word, and which of them can go on with which next word. */
export interface Starts {
  /** The parts of which this word alone is a phrase. */
  readonly alone: readonly number[];
  /** The longer ones, by the word that stands second. */
  readonly bySecond: ReadonlyMap<number, readonly Phrase[]>;
}

export interface CompiledLine {
  readonly entry: number;
  readonly anchor: number;
  readonly near: readonly number[];
  readonly not: readonly number[];
  readonly reach: number;
  /** Must all of it stand in one sentence? */
  readonly inSentence: boolean;
}

/** A compiled list of entries, each with its lines. */
export interface Book {
  readonly newTagger: ReturnType<typeof taggerOf>;
  /** The phrases that begin with this word. Worked out when the word is first met: most words of a book never are. */
  startsWith(word: number): Starts | null;
  /** Lines by their first part. */
  readonly linesOf: ReadonlyMap<number, readonly CompiledLine[]>;
  readonly parts: number;
}

/** Compiles entries into a book. Done once, at load; an unknown concept is an error at load. */
export function bookOf(
  entries: readonly { readonly when: readonly Line[] }[],
  concepts: Concepts,
  spelling: Spelling = "by_ear",
): Book {
  const words = new Map<string, number>();
  const parts = new Map<string, number>();
  const phrases: Phrase[] = [];
  const linesOf = new Map<number, CompiledLine[]>();

  const wordId = (word: string) => {
    const id = words.get(word) ?? words.size;
    words.set(word, id);
    return id;
  };
  const conceptOf = (name: string): string[] => {
    const list = concepts[name];
    if (list === undefined) throw new Error(`No concept @${name}. Name one that exists.`);
    if (list.includes("&")) throw new Error(`Concept @${name} holds an "&". Put it in a line of its own.`);
    return list.split("|").flatMap((phrase) => {
      const trimmed = phrase.trim();
      return /^@\w+$/.test(trimmed) ? conceptOf(trimmed.slice(1)) : [trimmed];
    });
  };
  const places = new Map<string, Step[][]>();
  const placeOf = (place: string): Step[][] => {
    const known = places.get(place);
    if (known !== undefined) return known;
    const made = choicesAt(place);
    places.set(place, made);
    return made;
  };
  // One place of a phrase: words that may stand there alone, and ties of words.
  const choicesAt = (place: string): Step[][] => {
    const alone = new Set<number>();
    const ties: Step[][] = [];
    for (const choice of place
      .split("/")
      .flatMap((one) => (one.startsWith("@") ? wordsOfConcept(one) : [one]))) {
      const tied = choice.split("_").filter((word) => word !== "");
      if (tied.length > 1) ties.push(tied.map((word) => ({ ids: new Set([wordId(word)]), gap: 0 })));
      else if (tied[0] !== undefined) alone.add(wordId(tied[0]));
    }
    return alone.size ? [[{ ids: alone, gap: 0 }], ...ties] : ties;
  };
  const wordsOfConcept = (reference: string) =>
    conceptOf(reference.slice(1)).filter((phrase) => !/[ /]/.test(phrase));
  const stepsOf = (phrase: string): Step[][] => {
    let made: Step[][] = [[]];
    for (const place of phrase
      .replaceAll("'", "")
      .split(" ")
      .filter((one) => one !== "")) {
      const choices = placeOf(place);
      made = made.flatMap((before) =>
        choices.map((choice) => [
          ...before,
          ...choice.map((step, i) => (i === 0 && before.length ? { ...step, gap: 1 } : step)),
        ]),
      );
    }
    return made;
  };
  const partId = (part: string) => {
    const known = parts.get(part);
    if (known !== undefined) return known;
    const id = parts.size;
    parts.set(part, id);
    const alternatives = /^@\w+$/.test(part) ? conceptOf(part.slice(1)) : [part];
    for (const steps of alternatives.flatMap(stepsOf)) if (steps.length) phrases.push({ part: id, steps });
    return id;
  };

  const add = (entry: number, alternative: string) => {
    const reach = /\s~(\d+)(\.?)\s*$/.exec(alternative);
    const pieces = alternative
      .replace(/\s~\d+\.?\s*$/, "")
      .split("&")
      .map((piece) => piece.trim());
    const wanted = pieces.filter((piece) => !piece.startsWith("-")).map(partId);
    const not = pieces.filter((piece) => piece.startsWith("-")).map((piece) => partId(piece.slice(1)));
    const [anchor, ...near] = wanted;
    if (anchor === undefined) return;
    push(linesOf, anchor, {
      entry,
      anchor,
      near,
      not,
      reach: Number(reach?.[1] ?? 7),
      inSentence: reach?.[2] === ".",
    });
  };
  entries.forEach((entry, index) => {
    for (const line of entry.when) for (const alternative of line.split("|")) add(index, alternative);
  });

  return {
    newTagger: taggerOf([...words.keys()], spelling),
    startsWith: startsIn(phrases),
    linesOf,
    parts: parts.size,
  };
}

/** Which phrases begin with a word. Places that are written alike share their words, so that only those are noted here. */
function startsIn(phrases: readonly Phrase[]): Book["startsWith"] {
  const byPlace = new Map<ReadonlySet<number>, number[]>();
  phrases.forEach(({ steps: [first] }, at) => {
    if (first !== undefined) push(byPlace, first.ids, at);
  });
  const placesWith = new Map<number, number[][]>();
  for (const [ids, starting] of byPlace) for (const id of ids) push(placesWith, id, starting);
  const known = new Map<number, Starts>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const starting = placesWith.get(word);
    if (starting === undefined) return null;
    const inOrder = starting.flat().toSorted((a, b) => a - b);
    const made = startsOf(inOrder.flatMap((at) => phrases[at] ?? []));
    known.set(word, made);
    return made;
  };
}

function startsOf(phrases: readonly Phrase[]): Starts {
  const alone = phrases.filter(({ steps }) => steps.length === 1).map(({ part }) => part);
  const bySecond = new Map<number, Phrase[]>();
  for (const phrase of phrases) for (const word of phrase.steps[1]?.ids ?? []) push(bySecond, word, phrase);
  return { alone: [...new Set(alone)], bySecond };
}
