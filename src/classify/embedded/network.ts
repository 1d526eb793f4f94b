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
export const width = 20;
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

/** What networks make of one message. */
export interface Opinion {
  /** What they say together: the mean of each head. */
  readonly scores: Scores;
  /** How much each word of the message has pushed this head up (or down), by the slope where the message is. */
  pushOf(name: Head): Float64Array;
}

/** Lets the networks read a message. */
export function opinionOf(networks: readonly Network[], features: Features): Opinion {
  const bent = networks.map((network) => bentOf(network, features));
  return {
    scores: scoresOf(networks, bent),
    pushOf: (name) => pushesOf({ networks, features, bent }, heads.indexOf(name)),
  };
}

/** The layer of one network: for a message, one number per width. */
type Bent = Float64Array;

// The loops below run some hundred thousand times a message: every index is within its array, and is not looked at again.

function bentOf({ rows, scales }: Network, { places: at, values }: Features): Bent {
  const sum = new Float64Array(width);
  for (let order = 0; order < at.length; order++) {
    const place = at[order] as number;
    const value = (values[order] as number) * (scales[place] as number);
    const row = place * width;
    for (let k = 0; k < width; k++) sum[k] = (sum[k] as number) + (rows[row + k] as number) * value;
  }
  for (let k = 0; k < width; k++) sum[k] = Math.tanh(steepness * (sum[k] as number));
  return sum;
}

function scoresOf(networks: readonly Network[], bent: readonly Bent[]): Scores {
  const said = heads.map((name, head) => {
    const sum = networks.reduce((total, network, at) => total + headOf(network, bent[at] as Bent, head), 0);
    return [name, sum / networks.length];
  });
  return Object.fromEntries(said) as Record<Head, number>;
}

function headOf({ weights, biases }: Network, bent: Bent, head: number): number {
  let sum = biases[head] as number;
  for (let k = 0; k < width; k++) sum += (bent[k] as number) * (weights[head * width + k] as number);
  return sum;
}

interface Read {
  readonly networks: readonly Network[];
  readonly features: Features;
  readonly bent: readonly Bent[];
}

function pushesOf({ networks, features, bent }: Read, head: number): Float64Array {
  const byPlace = new Float64Array(features.places.length);
  for (const [at, network] of networks.entries())
    addPushes(byPlace, network, { features, bent: bent[at] as Bent, head });
  const pushes = new Float64Array(features.words.length);
  const { orders, weights, words } = features.seen;
  for (let one = 0; one < orders.length; one++) {
    const word = words[one] as number;
    if (word < 0) continue;
    const order = orders[one] as number;
    const share = (weights[one] as number) / (features.sums[order] as number);
    pushes[word] = (pushes[word] as number) + (byPlace[order] as number) * share;
  }
  return pushes;
}

/** What each place of the message pushes this head in one network. */
function addPushes(
  byPlace: Float64Array,
  { rows, scales, weights }: Network,
  { features, bent, head }: { readonly features: Features; readonly bent: Bent; readonly head: number },
): void {
  const slope = bent.map((b, k) => (1 - b * b) * steepness * (weights[head * width + k] as number));
  for (let order = 0; order < byPlace.length; order++) {
    const place = features.places[order] as number;
    const row = place * width;
    let along = 0;
    for (let k = 0; k < width; k++) along += (rows[row + k] as number) * (slope[k] as number);
    byPlace[order] =
      (byPlace[order] as number) + along * (scales[place] as number) * (features.values[order] as number);
  }
}
