import { fold } from "#classify/reading/fold.ts";
import { counterparts } from "#classify/reading/sexless.ts";

/** One word of a message. */
export interface Token {
  readonly word: string;
  /** Other ways to read it: of the other sex, without stretched letters, digits as letters, glued to what follows. */
  also: readonly string[];
  /** Where it stands in the message. */
  readonly from: number;
  readonly to: number;
  /** Place for measuring distance: a comma counts as one word, the end of a sentence as four. */
  readonly place: number;
  readonly clause: number;
  readonly sentence: number;
}

type Writing = { -readonly [K in keyof Token]: Token[K] };

const joiners = new Set(["maar", "want", "omdat", "terwijl", "dus", "but", "because", "although", "hoewel"]);
const otherWord = /[\p{L}\p{N}]/u;
/** Longer words are cut: nothing we look for is longer. */
const longest = 64;

const letters = new Set("abcdefghijklmnopqrstuvwxyz0123456789".split(""));
const asciiLetters = Array.from({ length: 128 }, (_, code) => letters.has(String.fromCharCode(code)));

/** Does a letter or digit stand there? Not past the end. */
function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return asciiLetters[code] ?? otherWord.test(text.charAt(at));
}

const digits: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
};

function isStretchedOrNumbered(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code >= 48 && code <= 57) return true;
    if (code === word.charCodeAt(i + 1) && code === word.charCodeAt(i + 2)) return true;
  }
  return false;
}

function otherReadings(word: string): readonly string[] {
  if (!isStretchedOrNumbered(word)) return counterparts(word);
  const readings: string[] = [];
  if (/[a-z]/.test(word) && /[0-9]/.test(word)) {
    readings.push(word.replace(/[013457]/g, (digit) => digits[digit] ?? digit));
  }
  if (/(.)\1\1/.test(word)) {
    readings.push(word.replace(/(.)\1{2,}/g, "$1"), word.replace(/(.)\1{2,}/g, "$1$1"));
  }
  return readings;
}

/** The words of a message in order, with clause, sentence and place. Takes time in proportion to the length. */
export function tokensOf(message: string): Token[] {
  const folded = fold(message);
  const { text, from, to } = folded;
  const tokens: Writing[] = [];
  let place = 0;
  let clause = 0;
  let sentence = 0;
  let chain = 0;
  let i = 0;
  while (i < text.length) {
    const letter = text.charAt(i);
    if (!isWordAt(text, i)) {
      if (letter === "\n" || letter === "." || letter === "!" || letter === "?" || letter === ";") {
        const inside = letter === "." && i > 0 && isWordAt(text, i - 1) && isWordAt(text, i + 1);
        if (!inside) {
          place += place > 0 && i > 0 && !"\n.!?; ".includes(text.charAt(i - 1)) ? 3 : 1;
          clause++;
          sentence++;
        }
      } else if (letter === "," || letter === ":" || letter === "(" || letter === ")") {
        place++;
        clause++;
      }
      i++;
      continue;
    }
    const start = i;
    let word = "";
    let last = i;
    while (i < text.length && word.length < longest) {
      let end = i;
      while (end - i < longest - word.length && isWordAt(text, end)) end++;
      if (end > i) {
        word += text.slice(i, end);
        last = end - 1;
        i = end;
        continue;
      }
      const here = text.charAt(i);
      if (here !== "@" && here !== "$" && here !== "'") break;
      if (!isWordAt(text, i + 1)) break;
      if (here !== "'") {
        word += here === "@" ? "a" : "s";
        last = i;
      }
      i++;
    }
    if (joiners.has(word)) clause++;
    place++;
    const [begins, ends] = [from[start] ?? 0, to[last] ?? 0];
    tokens.push({
      word,
      also: otherReadings(word),
      // A word that is read from right to left ends before it begins.
      from: Math.min(begins, from[last] ?? 0),
      to: Math.max(ends, to[start] ?? 0),
      place,
      clause,
      sentence,
    });
    const next = text.charAt(i);
    const glued = next !== "" && "-._*/+".includes(next) && isWordAt(text, i + 1);
    const spelled = word.length === 1 && next === " " && isWordAt(text, i + 1);
    if (!glued && !spelled) {
      addGlued(tokens, chain);
      chain = tokens.length;
    } else if (glued) i++;
  }
  addGlued(tokens, chain);
  return tokens;
}

// "zelf-moord", "h.e.l.p", "z e l f m o o r d": the pieces as one word, on the first piece.
function addGlued(tokens: Writing[], chain: number): void {
  const first = tokens[chain];
  if (!first || tokens.length < chain + 2) return;
  const pieces = tokens.slice(chain, chain + longest);
  if (pieces.every((piece) => piece.word.length === 1) && pieces.length < 3) return;
  const whole = pieces.map((piece) => piece.word).join("");
  if (whole.length <= longest) first.also = [...first.also, whole];
}
