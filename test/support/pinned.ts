import type { Shown } from "#signal/digest-numbers.ts";

/** A number that a reader saw or did not see, and what it was. */
export interface Secret {
  readonly name: string;
  readonly shown: Shown;
  readonly truth: number;
  /** Hidden for other reasons as well: then the reader is not told that it is small. */
  readonly isOpaque?: boolean;
}

/** What a reader knows to hold: the whole is the parts together, or never more than they are. */
export interface Law {
  readonly whole: string;
  readonly is: "sum" | "at most";
  readonly parts: readonly string[];
}

interface Range {
  low: number;
  high: number;
}

const endless = 1_000_000;

/**
 * A reader who was even told which hidden numbers are small ones (1 to 4), and draws every conclusion from every law until
 * nothing new follows. Gives the hidden numbers that can then be only one thing.
 */
export function pinned(secrets: readonly Secret[], laws: readonly Law[]): string[] {
  const ranges = new Map(secrets.map((secret) => [secret.name, rangeOf(secret)]));
  for (let goesOn = true, rounds = 0; goesOn && rounds < 500; rounds += 1) {
    goesOn = false;
    for (const law of laws) if (concluded(law, ranges)) goesOn = true;
  }
  return secrets
    .filter(({ name, shown }) => {
      const range = ranges.get(name);
      return shown === "hidden" && range !== undefined && range.low >= range.high;
    })
    .map(({ name }) => name);
}

function rangeOf({ shown, truth, isOpaque }: Secret): Range {
  if (shown !== "hidden") return { low: shown, high: shown };
  return !isOpaque && truth >= 1 && truth <= 4 ? { low: 1, high: 4 } : { low: 0, high: endless };
}

/** Narrows what can be; true where something became narrower. */
function concluded({ whole, is, parts }: Law, ranges: Map<string, Range>): boolean {
  const rangeFor = (name: string): Range => {
    const range = ranges.get(name) ?? { low: 0, high: endless };
    ranges.set(name, range);
    return range;
  };
  const all = parts.map(rangeFor);
  const lows = all.reduce((sum, { low }) => sum + low, 0);
  const highs = all.reduce((sum, { high }) => sum + high, 0);
  const of = rangeFor(whole);
  let isNew = false;
  const narrow = (range: Range, low: number, high: number) => {
    if (low <= range.low && high >= range.high) return;
    range.low = Math.max(range.low, low);
    range.high = Math.min(range.high, high);
    isNew = true;
  };
  narrow(of, is === "sum" ? lows : 0, highs);
  for (const part of all) {
    narrow(part, of.low - (highs - part.high), is === "sum" ? of.high - (lows - part.low) : endless);
  }
  return isNew;
}
