import type { Features } from "#classify/embedded/features.ts";
import { heads, mostSteps, type Network, scaleFor, steepness, width } from "#classify/embedded/network.ts";
import type { Example } from "#commands/train/examples.ts";

/** An example with its features, made once for all rounds. */
export interface Lesson extends Pick<Example, "wanted" | "counts"> {
  readonly features: Pick<Features, "numbers" | "values">;
}

const rounds = 8;
const rate = 0.04;
/** So much of a message is left out each time: no single word may decide alone. */
const leftOut = 0.5;
const pull = 1e-5;

/**
 * Learns one network of `count` features by gradient descent with a step of its own per row (AdaGrad). The same lessons and
 * seed give the same network, to the bit.
 */
export function learn(
  lessons: readonly Lesson[],
  { count, seed }: { readonly count: number; readonly seed: number },
  onRound: (done: number, of: number) => void,
): Network {
  const random = openRandom(seed);
  const rows = Float32Array.from({ length: count * width }, () => (random() - 0.5) * 0.1);
  const weights = Float32Array.from({ length: heads.length * width }, () => (random() - 0.5) * 0.3);
  const biases = new Float32Array(heads.length);
  const slow = {
    rows: new Float32Array(count).fill(1e-4),
    weights: new Float32Array(weights.length).fill(1e-4),
    biases: new Float32Array(heads.length).fill(1e-4),
  };
  const sum = new Float64Array(width);
  const bent = new Float64Array(width);
  const back = new Float64Array(width);
  const order = [...lessons.keys()];

  function step({ features, wanted, counts }: Lesson): void {
    const kept: number[] = [];
    for (let at = 0; at < features.numbers.length; at++) if (random() > leftOut) kept.push(at);
    sum.fill(0);
    for (const at of kept) {
      const row = (features.numbers[at] ?? 0) * width;
      const value = (features.values[at] ?? 0) / (1 - leftOut);
      for (let k = 0; k < width; k++) sum[k] = (sum[k] ?? 0) + (rows[row + k] ?? 0) * value;
    }
    for (let k = 0; k < width; k++) bent[k] = Math.tanh(steepness * (sum[k] ?? 0));
    back.fill(0);
    for (let head = 0; head < heads.length; head++) stepHead(head, wanted[head] ?? 0, counts[head] ?? 0);
    stepRows(features, kept);
  }

  function stepHead(head: number, wanted: number, count: number): void {
    if (count === 0) return;
    let said = biases[head] ?? 0;
    const row = head * width;
    for (let k = 0; k < width; k++) said += (bent[k] ?? 0) * (weights[row + k] ?? 0);
    const off = (1 / (1 + Math.exp(-said)) - wanted) * count;
    slow.biases[head] = (slow.biases[head] ?? 0) + off * off;
    biases[head] = (biases[head] ?? 0) - (rate * off) / Math.sqrt(slow.biases[head] ?? 1);
    for (let k = 0; k < width; k++) {
      const weight = weights[row + k] ?? 0;
      back[k] = (back[k] ?? 0) + off * weight;
      const slope = off * (bent[k] ?? 0) + pull * weight;
      slow.weights[row + k] = (slow.weights[row + k] ?? 0) + slope * slope;
      weights[row + k] = weight - (rate * slope) / Math.sqrt(slow.weights[row + k] ?? 1);
    }
  }

  function stepRows(features: Lesson["features"], kept: readonly number[]): void {
    let size = 0;
    for (let k = 0; k < width; k++) {
      const b = bent[k] ?? 0;
      const through = (back[k] ?? 0) * (1 - b * b) * steepness;
      back[k] = through;
      size += through * through;
    }
    size /= width;
    for (const at of kept) {
      const number = features.numbers[at] ?? 0;
      const value = (features.values[at] ?? 0) / (1 - leftOut);
      slow.rows[number] = (slow.rows[number] ?? 0) + size * value * value;
      const pace = (rate * value) / Math.sqrt(slow.rows[number] ?? 1);
      const row = number * width;
      for (let k = 0; k < width; k++) rows[row + k] = (rows[row + k] ?? 0) - pace * (back[k] ?? 0);
    }
  }

  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    for (const at of order) {
      const lesson = lessons[at];
      if (lesson !== undefined) step(lesson);
    }
    onRound(round + 1, rounds);
  }
  return { ...inSteps(rows), weights, biases };
}

/** Rows as small whole numbers, each row with the scale that fits its largest one. */
function inSteps(exact: Float32Array): Pick<Network, "rows" | "scales"> {
  const rows = new Int8Array(exact.length);
  const scales = new Float32Array(exact.length / width);
  for (let number = 0; number < scales.length; number++) {
    const row = exact.subarray(number * width, (number + 1) * width);
    const scale = scaleFor(row.reduce((most, value) => Math.max(most, Math.abs(value)), 0));
    scales[number] = scale;
    if (scale === 0) continue;
    row.forEach((value, k) => {
      rows[number * width + k] = Math.max(-mostSteps, Math.min(mostSteps, Math.round(value / scale)));
    });
  }
  return { rows, scales };
}

/** A linear congruential generator: the same numbers for the same seed, everywhere. */
function openRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
}
