import { createHash } from "node:crypto";
import { type KnownBits, knownBy, knownBytes } from "#classify/embedded/known.ts";

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

/** The width of the layer between features and heads. */
export const width = 20;
/** Before the bend: how steep it is. */
export const steepness = 4;

/**
 * One small network: each feature has a row of `width` numbers; a message is their sum, bent by tanh; each head weighs that. The
 * numbers of a row are whole, from -3 to 3, with a scale of their own: three bits each.
 */
export interface Network {
  readonly rows: Int8Array;
  readonly scales: Float32Array;
  /** `heads.length` rows of `width`. */
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

/** What was learned: the features that are known, and networks that know them. */
export interface Model {
  readonly known: KnownBits;
  readonly networks: readonly Network[];
}

/** The largest number in a row. */
export const mostSteps = 3;

const floatBytes = 4;
/** Eight numbers take three bytes, across rows. */
const packedBytes = (count: number) => 3 * Math.ceil((count * width) / 8);
const networkBytes = (count: number) => count + floatBytes * heads.length * (width + 1) + packedBytes(count);

/** The scale that fits numbers up to `most` best, of those that a byte can say: each is 4% more than the one before. */
export function scaleFor(most: number): number {
  return most === 0 ? 0 : scaleOf(byteOf(most / mostSteps));
}

/** Per byte; the first means nothing at all. */
const scalesByByte = Float32Array.from({ length: 256 }, (_, byte) =>
  byte === 0 ? 0 : 2 ** (byte / 16 - 12),
);

function scaleOf(byte: number): number {
  return scalesByByte[byte] as number;
}

function byteOf(scale: number): number {
  return scale === 0 ? 0 : Math.min(255, Math.max(1, Math.round(16 * (Math.log2(scale) + 12))));
}

/** By which the bytes of a model are known again, in the about.json beside them. */
export function hashOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Reads a model that was written with this hash. Null: damaged. */
export function wholeModelIn(bytes: Buffer, sha256: string): Model | null {
  return hashOf(bytes) === sha256 ? modelIn(bytes) : null;
}

/** Reads a model. Null: these bytes are none. */
export function modelIn(bytes: Buffer): Model | null {
  if (bytes.length < knownBytes) return null;
  const known = knownBy(bytes.subarray(0, knownBytes));
  const each = networkBytes(known.count);
  const count = (bytes.length - knownBytes) / each;
  if (known.count === 0 || !Number.isInteger(count) || count === 0) return null;
  const networks = Array.from({ length: count }, (_, number) =>
    networkIn(bytes.subarray(knownBytes + number * each, knownBytes + (number + 1) * each), known.count),
  );
  return { known, networks };
}

function networkIn(bytes: Uint8Array, count: number): Network {
  let at = 0;
  const take = (length: number) => {
    at += length;
    // A copy: what it is read as has to begin at a multiple of four.
    return new Uint8Array(bytes.subarray(at - length, at));
  };
  return {
    scales: new Float32Array(take(count)).map(scaleOf),
    weights: new Float32Array(take(floatBytes * heads.length * width).buffer),
    biases: new Float32Array(take(floatBytes * heads.length).buffer),
    rows: unpacked(take(packedBytes(count)), count * width),
  };
}

/** The same as bytes. */
export function bytesOf({ known, networks }: Model): Buffer {
  const bytes = ({ buffer, byteOffset, byteLength }: Float32Array) =>
    Buffer.from(buffer, byteOffset, byteLength);
  return Buffer.concat([
    known.bits,
    ...networks.flatMap(({ scales, weights, biases, rows }) => [
      Uint8Array.from(scales, byteOf),
      bytes(weights),
      bytes(biases),
      packed(rows),
    ]),
  ]);
}

/** The first number stands in the lowest bits. */
function packed(rows: Int8Array): Uint8Array {
  const bytes = new Uint8Array(3 * Math.ceil(rows.length / 8));
  for (let at = 0; at < rows.length; at += 8) {
    let word = 0;
    for (let one = 0; one < 8; one++) word |= ((rows[at + one] ?? 0) + mostSteps) << (3 * one);
    const to = 3 * (at / 8);
    bytes[to] = word & 255;
    bytes[to + 1] = (word >>> 8) & 255;
    bytes[to + 2] = word >>> 16;
  }
  return bytes;
}

function unpacked(bytes: Uint8Array, length: number): Int8Array {
  const rows = new Int8Array(length);
  for (let at = 0; at < length; at += 8) {
    const from = 3 * (at / 8);
    const word =
      (bytes[from] as number) | ((bytes[from + 1] as number) << 8) | ((bytes[from + 2] as number) << 16);
    // Past the end nothing is kept.
    for (let one = 0; one < 8; one++) rows[at + one] = ((word >>> (3 * one)) & 7) - mostSteps;
  }
  return rows;
}
