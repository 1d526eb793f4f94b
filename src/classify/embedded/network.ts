import type { Features } from "#classify/embedded/features.ts";
import { places } from "#classify/embedded/features.ts";

/** What the networks say of a message: one number per head, above 0 is yes. */
export const heads = [
  "domestic_violence",
  "psychological",
  "addiction",
  "debt",
  "other",
  /** A concern of which one can not tell what it is about. */
  "unclear",
  /** It is a concern at all. */
  "concern",
  /** At least this urgent. */
  "acute",
  "urgent",
  "soon",
] as const;
export type Head = (typeof heads)[number];
export type Scores = Readonly<Record<Head, number>>;

/** The width of the layer between places and heads. */
export const width = 24;
/** Before the bend: how steep it is. */
export const steepness = 4;

/**
 * One small network: each place has a row of `width` numbers; a message is their sum, bent by tanh; each head weighs that. Rows
 * are bytes with a scale of their own.
 */
export interface Network {
  readonly rows: Int8Array;
  readonly scales: Float32Array;
  /** `heads.length` rows of `width`. */
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

const floatBytes = 4;
/** The bytes of one network in a file. */
export const networkBytes = places * width + floatBytes * (places + heads.length * (width + 1));

/** Reads networks that stand behind each other. */
export function networksIn(bytes: Buffer): Network[] {
  const count = bytes.length / networkBytes;
  return Array.from({ length: count }, (_, number) => {
    let at = number * networkBytes;
    const take = (length: number) => {
      const piece = Uint8Array.prototype.slice.call(bytes, at, at + length).buffer;
      at += length;
      return piece;
    };
    return {
      scales: new Float32Array(take(floatBytes * places)),
      weights: new Float32Array(take(floatBytes * heads.length * width)),
      biases: new Float32Array(take(floatBytes * heads.length)),
      rows: new Int8Array(take(places * width)),
    };
  });
}

/** The same as bytes. */
export function bytesOf(networks: readonly Network[]): Buffer {
  const bytes = ({ buffer, byteOffset, byteLength }: Float32Array | Int8Array) =>
    Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
  return Buffer.concat(
    networks.flatMap(({ scales, weights, biases, rows }) => [
      bytes(scales),
      bytes(weights),
      bytes(biases),
      bytes(rows),
    ]),
  );
}

/** What the networks say together: the mean of each head. */
export function scoresOf(networks: readonly Network[], features: Features): Scores {
  const sums = new Float64Array(heads.length);
  for (const network of networks) {
    const bent = bentOf(network, features);
    for (const head of heads.keys()) sums[head] = (sums[head] ?? 0) + headOf(network, bent, head);
  }
  return Object.fromEntries(heads.map((name, at) => [name, (sums[at] ?? 0) / networks.length])) as Record<
    Head,
    number
  >;
}

/** How much each word of the message has pushed this head up (or down), by the slope where the message is. */
export function pushOf(networks: readonly Network[], features: Features, name: Head): Float64Array {
  const head = heads.indexOf(name);
  const pushes = new Float64Array(features.words.length);
  const valueAt = new Map<number, number>();
  const sumAt = new Map<number, number>();
  for (const [at, place] of features.places.entries()) valueAt.set(place, features.values[at] ?? 0);
  for (const { place, weight } of features.seen) sumAt.set(place, (sumAt.get(place) ?? 0) + weight);
  for (const network of networks) {
    const slope = bentOf(network, features).map(
      (bent, at) => (1 - bent * bent) * steepness * (network.weights[head * width + at] ?? 0),
    );
    for (const { place, weight, word } of features.seen) {
      if (word < 0) continue;
      let along = 0;
      for (let at = 0; at < width; at++) along += (network.rows[place * width + at] ?? 0) * (slope[at] ?? 0);
      const share = weight / (sumAt.get(place) ?? 1);
      const push = along * (network.scales[place] ?? 0) * (valueAt.get(place) ?? 0) * share;
      pushes[word] = (pushes[word] ?? 0) + push;
    }
  }
  return pushes;
}

function bentOf(network: Network, features: Features): Float64Array {
  const sum = new Float64Array(width);
  const { rows, scales } = network;
  for (let order = 0; order < features.places.length; order++) {
    const place = features.places[order] ?? 0;
    const value = (features.values[order] ?? 0) * (scales[place] ?? 0);
    const row = place * width;
    for (let at = 0; at < width; at++) sum[at] = (sum[at] ?? 0) + (rows[row + at] ?? 0) * value;
  }
  return sum.map((value) => Math.tanh(steepness * value));
}

function headOf({ weights, biases }: Network, bent: Float64Array, head: number): number {
  let sum = biases[head] ?? 0;
  for (let at = 0; at < width; at++) sum += (bent[at] ?? 0) * (weights[head * width + at] ?? 0);
  return sum;
}
