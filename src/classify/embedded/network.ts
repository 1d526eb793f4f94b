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
 * One small network: each place has a row of `width` numbers; a message is their sum, bent by tanh; each head weighs that. The
 * numbers of a row are whole, from -7 to 7, with a scale of their own: half a byte each.
 */
export interface Network {
  readonly rows: Int8Array;
  readonly scales: Float32Array;
  /** `heads.length` rows of `width`. */
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

/** The largest number in a row. */
export const mostSteps = 7;
const floatBytes = 4;
const packedBytes = (places * width) / 2;
/** The bytes of one network in a file. */
export const networkBytes = packedBytes + floatBytes * (places + heads.length * (width + 1));

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
      rows: unpacked(new Uint8Array(take(packedBytes))),
    };
  });
}

/** The same as bytes. */
export function bytesOf(networks: readonly Network[]): Buffer {
  const bytes = ({ buffer, byteOffset, byteLength }: Float32Array | Uint8Array) =>
    Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
  return Buffer.concat(
    networks.flatMap(({ scales, weights, biases, rows }) => [
      bytes(scales),
      bytes(weights),
      bytes(biases),
      bytes(packed(rows)),
    ]),
  );
}

/** Two numbers in a byte: the first in its low half. */
function packed(rows: Int8Array): Uint8Array {
  const half = (at: number) => ((rows[at] as number) + mostSteps) & 15;
  return Uint8Array.from({ length: rows.length / 2 }, (_, at) => half(2 * at) | (half(2 * at + 1) << 4));
}

function unpacked(bytes: Uint8Array): Int8Array {
  const rows = new Int8Array(2 * bytes.length);
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    rows[2 * at] = (byte & 15) - mostSteps;
    rows[2 * at + 1] = (byte >> 4) - mostSteps;
  }
  return rows;
}
