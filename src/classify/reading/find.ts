import type { Book, CompiledLine, Phrase, Starts } from "#classify/reading/book.ts";
import { push } from "#classify/reading/push.ts";
import { hearerOf } from "#classify/reading/sound.ts";
import type { Token } from "#classify/reading/tokens.ts";

/** Words of a message that a line was looking for. `own` are the words themselves, without what stands between. */
export interface Found {
  readonly entry: number;
  readonly first: number;
  readonly last: number;
  readonly own: readonly number[];
}

interface Spot {
  readonly first: number;
  readonly last: number;
  readonly own: readonly number[];
}

/** Tells whether a find counts; looked at until one does. */
export type Counts = (found: Found) => boolean;

/**
 * Finds the entries of a book in a message. For every entry the finds come in the order of the message; per line it
 * stops at the first that counts, so that a long message costs no more than its length.
 */
export function findIn(
  book: Book,
  tokens: readonly Token[],
  hidden: ReadonlySet<number>,
  counts: Counts,
): Found[] {
  const spots = spotsOf(book, tokens, hidden);
  const found: Found[] = [];
  for (const part of spots.keys()) {
    for (const line of book.linesOf.get(part) ?? []) {
      const hit = findLine(line, spots, tokens, counts);
      if (hit) found.push(hit);
    }
  }
  return found;
}

const nothingHidden: ReadonlySet<number> = new Set();

/** Every find of a book, also where a line occurs more than once. */
export function everyFind(book: Book, tokens: readonly Token[]): Found[] {
  const all: Found[] = [];
  // Nothing counts, so that all of them are looked at.
  findIn(book, tokens, nothingHidden, (found) => {
    all.push(found);
    return false;
  });
  return all;
}

type Spots = ReadonlyMap<number, readonly Spot[]>;
/** Of messages that are being read, for as long as they are: the net and the engine look for the same red flags. */
const known = new WeakMap<
  readonly Token[],
  Map<Book, { readonly hidden: ReadonlySet<number>; readonly spots: Spots }>
>();

function spotsOf(book: Book, tokens: readonly Token[], hidden: ReadonlySet<number>): Spots {
  const books = known.get(tokens) ?? new Map();
  known.set(tokens, books);
  const earlier = books.get(book);
  if (earlier?.hidden === hidden) return earlier.spots;
  const spots = spotsIn(book, tokens, hidden);
  books.set(book, { hidden, spots });
  return spots;
}

type Tags = readonly (readonly number[])[];

function spotsIn(book: Book, tokens: readonly Token[], hidden: ReadonlySet<number>): Spots {
  const tagger = book.newTagger(hearerOf(tokens));
  const tags = tokens.map((token, i) => (hidden.has(i) ? [] : tagger(token)));
  const spots = new Map<number, Spot[]>();
  tags.forEach((ids, i) => {
    const here = { first: i, last: i, own: [i] };
    for (const id of ids) {
      const starts = book.startsWith(id);
      if (!starts) continue;
      for (const part of starts.alone) push(spots, part, here);
      for (const phrase of likelyOf(starts, i, tokens, tags)) {
        const spot = follow(phrase, i, tokens, tags);
        if (spot) push(spots, phrase.part, spot);
      }
    }
  });
  return spots;
}

/** The second word of a phrase stands within so many places of the first: see `Step`. */
const longestStep = 2;
const none: ReadonlySet<Phrase> = new Set();

/** The longer phrases whose second word follows. */
function likelyOf(starts: Starts, start: number, tokens: readonly Token[], tags: Tags): ReadonlySet<Phrase> {
  if (starts.bySecond.size === 0) return none;
  const place = tokens[start]?.place ?? 0;
  let likely: Set<Phrase> | null = null;
  for (let next = start + 1; next < tokens.length; next++) {
    if ((tokens[next]?.place ?? 0) - place > longestStep) break;
    for (const id of tags[next] ?? []) {
      const following = starts.bySecond.get(id);
      if (following) for (const phrase of following) (likely ??= new Set()).add(phrase);
    }
  }
  return likely ?? none;
}

function follow({ steps }: Phrase, start: number, tokens: readonly Token[], tags: Tags): Spot | null {
  const own = [start];
  let at = start;
  for (const { ids, gap } of steps.slice(1)) {
    const farthest = (tokens[at]?.place ?? 0) + gap + 1;
    let next = at + 1;
    while (next < tokens.length && (tokens[next]?.place ?? 0) <= farthest) {
      if (tags[next]?.some((id) => ids.has(id))) break;
      next++;
    }
    if (next >= tokens.length || (tokens[next]?.place ?? 0) > farthest) return null;
    own.push(next);
    at = next;
  }
  return { first: start, last: at, own };
}

function findLine(line: CompiledLine, spots: Spots, tokens: readonly Token[], counts: Counts): Found | null {
  if (line.near.some((part) => !spots.has(part))) return null;
  let fallback: Found | null = null;
  for (const anchor of spots.get(line.anchor) ?? []) {
    const beside = line.near.map((part) => {
      const near = neighbours(anchor, spots.get(part) ?? [], tokens, line.reach);
      return line.inSentence ? near.filter((spot) => isInSentence(anchor, spot, tokens)) : near;
    });
    if (beside.some((list) => list.length === 0)) continue;
    if (line.not.some((part) => isBeside(anchor, spots.get(part) ?? [], tokens, line.reach))) continue;
    const closest = [anchor, ...beside.flatMap((list) => list.slice(0, 1))];
    const found = {
      entry: line.entry,
      first: Math.min(...closest.map((spot) => spot.first)),
      last: Math.max(...closest.map((spot) => spot.last)),
      // Every neighbour's words are its own: a "niet" that the line asks for does not deny it.
      own: [anchor, ...beside.flat()].flatMap((spot) => spot.own),
    };
    if (counts(found)) return found;
    fallback ??= found;
  }
  return fallback;
}

// What talks a find away must stand in the same sentence: what is said around it does not count.
function isBeside(of: Spot, among: readonly Spot[], tokens: readonly Token[], reach: number): boolean {
  return neighbours(of, among, tokens, reach).some((spot) => isInSentence(of, spot, tokens));
}

function isInSentence(of: Spot, other: Spot, tokens: readonly Token[]): boolean {
  return tokens[other.first]?.sentence === tokens[of.first]?.sentence;
}

/** The spots within reach that share no word with this one, the closest first. Looks at a few neighbours only. */
function neighbours(of: Spot, among: readonly Spot[], tokens: readonly Token[], reach: number): Spot[] {
  let low = 0;
  let high = among.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((among[middle]?.first ?? 0) < of.first) low = middle + 1;
    else high = middle;
  }
  const near: { spot: Spot; gap: number }[] = [];
  for (let i = Math.max(0, low - 4); i < Math.min(among.length, low + 6); i++) {
    const spot = among[i];
    if (!spot || spot.own.some((word) => of.own.includes(word))) continue;
    const gap = gapBetween(of, spot, tokens);
    if (gap <= reach) near.push({ spot, gap });
  }
  return near.sort((a, b) => a.gap - b.gap).map(({ spot }) => spot);
}

function gapBetween(a: Spot, b: Spot, tokens: readonly Token[]): number {
  const [left, right] = a.first <= b.first ? [a, b] : [b, a];
  return Math.max(0, (tokens[right.first]?.place ?? 0) - (tokens[left.last]?.place ?? 0));
}
