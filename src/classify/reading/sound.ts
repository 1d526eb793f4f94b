const rules: readonly (readonly [RegExp, string])[] = [
  [/ph/g, "f"],
  [/c(?=[eiy])/g, "s"],
  [/ck|c(?!h)|q/g, "k"],
  [/ch|gh/g, "g"],
  [/th/g, "t"],
  [/x/g, "ks"],
  [/z/g, "s"],
  [/v/g, "f"],
  [/ij|ei|y/g, "y"],
  [/ou|au/g, "u"],
  [/(.)\1+/g, "$1"],
  [/dt?$/, "t"],
  [/en$/, "e"],
];

/**
 * How a Dutch word sounds, for words that were typed by ear: `geslage` and `geslagen`, `mishandelt` and `mishandeld`,
 * `huislijk` stays apart from `huiselijk` (one letter: see `nearly`). For words of at most 64 letters.
 */
export function soundOf(word: string): string {
  let sound = word;
  for (const [pattern, by] of rules) sound = sound.replace(pattern, by);
  return sound;
}

/** How a word sounds, and that with one letter left out, for every letter. */
export interface Heard {
  readonly sound: string;
  readonly shorter: readonly string[];
}

const heard = new WeakMap<object, Map<string, Heard>>();

/** Tells how the words of one message sound, each worked out once, for as long as `message` lives. */
export function hearerOf(message: object): (word: string) => Heard {
  const words = heard.get(message) ?? new Map<string, Heard>();
  heard.set(message, words);
  return (word) => {
    const known = words.get(word);
    if (known) return known;
    const sound = soundOf(word);
    const made = { sound, shorter: sound.length < 4 ? [] : withoutOneLetter(sound) };
    words.set(word, made);
    return made;
  };
}

/** The same word with one letter left out, for every letter. */
export function withoutOneLetter(word: string): string[] {
  const shorter: string[] = [];
  for (let i = 1; i < word.length; i++) shorter.push(word.slice(0, i) + word.slice(i + 1));
  return shorter;
}

/** The same word with two neighbours swapped, for every pair after the first letter. */
export function swapsOf(word: string): string[] {
  const swaps: string[] = [];
  for (let i = 1; i + 1 < word.length; i++) {
    if (word[i] !== word[i + 1])
      swaps.push(`${word.slice(0, i)}${word[i + 1]}${word[i]}${word.slice(i + 2)}`);
  }
  return swaps;
}

/** Is this the other word with one letter more, not before the first? */
export function isOneLetterLonger(longer: string, word: string): boolean {
  if (longer.length !== word.length + 1 || longer[0] !== word[0]) return false;
  const at = firstOther(longer, word);
  return longer.endsWith(word.slice(at));
}

/** Do two words of the same length differ in one letter that is wrong, or that stands in another place? Not the first. */
export function isOneLetterOther(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const from = firstOther(one, other);
  if (from === 0 || from === one.length) return false;
  let to = one.length;
  while (one[to - 1] === other[to - 1]) to--;
  const [a, b] = [one.slice(from, to), other.slice(from, to)];
  return a.length === 1 || a.slice(1) === b.slice(0, -1) || a.slice(0, -1) === b.slice(1);
}

function firstOther(one: string, other: string): number {
  let at = 0;
  while (at < other.length && one[at] === other[at]) at++;
  return at;
}
