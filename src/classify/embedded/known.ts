/** So many places that features are hashed to. With 160,000 known, one in twenty-six others falls on one of them. */
export const places = 1 << 22;
/** The bytes of `known` in a file: a bit for each place. */
export const knownBytes = places / 8;

/** Which features a model knows. What it does not know it passes over. */
export interface Known {
  readonly count: number;
  /** Which one it is, from 0; -1: unknown. */
  numberOf(place: number): number;
}

/** Those of which the bit is set. */
export interface KnownBits extends Known {
  readonly bits: Uint8Array;
}

/** While learning every feature is looked at. */
export const everything: Known = { count: places, numberOf: (place) => place };

/** Numbers the places of which the bit is set, in their order. */
export function knownBy(bits: Uint8Array): KnownBits {
  // A copy of its own: `bits` may be the begin of a whole file.
  const own = new Uint8Array(bits);
  const words = new Uint32Array(own.buffer);
  /** So many are known before each word. */
  const before = new Uint32Array(words.length);
  let count = 0;
  for (let at = 0; at < words.length; at++) {
    before[at] = count;
    count += onesIn(words[at] as number);
  }
  return {
    bits: own,
    count,
    numberOf(place) {
      const at = place >>> 5;
      const bit = 1 << (place & 31);
      const word = words[at] as number;
      return (word & bit) === 0 ? -1 : (before[at] as number) + onesIn(word & (bit - 1));
    },
  };
}

/** The bits of these places. */
export function bitsOf(known: Iterable<number>): Uint8Array {
  const bits = new Uint8Array(knownBytes);
  for (const place of known) bits[place >>> 3] = (bits[place >>> 3] as number) | (1 << (place & 7));
  return bits;
}

function onesIn(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
