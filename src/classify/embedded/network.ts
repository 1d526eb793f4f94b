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
