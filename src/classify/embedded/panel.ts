import type { Features } from "#classify/embedded/features.ts";
import { type Head, heads, type Network, type Scores, steepness, width } from "#classify/embedded/network.ts";

/** Networks that read together. What they all have of one feature stands side by side, so that it is fetched once. */
export interface Panel {
  readonly count: number;
  /** Per feature, per network: `width` bytes. */
  readonly rows: Int8Array;
  /** Per feature: one for each network. */
  readonly scales: Float32Array;
  /** Per head, per network: `width` numbers. */
  readonly weights: Float32Array;
  /** Per head: the sum of those of the networks. */
  readonly biases: Float32Array;
}

/** Puts networks side by side. */
export function panelOf(networks: readonly Network[]): Panel {
  const count = networks.length;
  const features = networks[0]?.scales.length ?? 0;
  const rows = new Int8Array(features * count * width);
  const scales = new Float32Array(features * count);
  const weights = new Float32Array(heads.length * count * width);
  const biases = new Float32Array(heads.length);
  for (const [at, network] of networks.entries()) {
    for (let number = 0; number < features; number++) {
      const from = number * width;
      const to = (number * count + at) * width;
      for (let k = 0; k < width; k++) rows[to + k] = network.rows[from + k] as number;
      scales[number * count + at] = network.scales[number] as number;
    }
    for (let head = 0; head < heads.length; head++) {
      const from = head * width;
      weights.set(network.weights.subarray(from, from + width), (head * count + at) * width);
      biases[head] = (biases[head] as number) + (network.biases[head] as number);
    }
  }
  return { count, rows, scales, weights, biases };
}

/** What networks make of one message. */
export interface Opinion {
  /** What they say together: the mean of each head. */
  readonly scores: Scores;
  /** How much each word of the message has pushed this head up (or down), by the slope where the message is. */
  pushOf(name: Head): Float64Array;
}

/** Lets the networks read a message. */
export function opinionOf(panel: Panel, features: Features): Opinion {
  const bent = bentOf(panel, features);
  return {
    scores: scoresOf(panel, bent),
    pushOf: (name) => pushesOf(panel, { features, bent, head: heads.indexOf(name) }),
  };
}

/** The layers of all networks for one message, one number per width. */
type Bent = Float64Array;

// The loops below run some hundred thousand times a message: every index is within its array, and is not looked at again.

function bentOf({ count, rows, scales }: Panel, { numbers: at, values }: Features): Bent {
  const sum = new Float64Array(count * width);
  for (let order = 0; order < at.length; order++) {
    const first = (at[order] as number) * count;
    let row = first * width;
    for (let network = 0, k = 0; network < count; network++) {
      const value = (values[order] as number) * (scales[first + network] as number);
      for (const end = k + width; k < end; k++, row++)
        sum[k] = (sum[k] as number) + (rows[row] as number) * value;
    }
  }
  return sum.map((one) => Math.tanh(steepness * one));
}

function scoresOf({ count, weights, biases }: Panel, bent: Bent): Scores {
  const said = heads.map((name, head) => {
    const row = head * bent.length;
    const sum = bent.reduce(
      (total, one, k) => total + one * (weights[row + k] as number),
      biases[head] as number,
    );
    return [name, sum / count];
  });
  return Object.fromEntries(said) as Record<Head, number>;
}

interface Read {
  readonly features: Features;
  readonly bent: Bent;
  readonly head: number;
}

function pushesOf(panel: Panel, read: Read): Float64Array {
  const byFeature = pushesByFeature(panel, read);
  const { features } = read;
  const pushes = new Float64Array(features.words.length);
  const { orders, weights, words } = features.seen;
  for (let one = 0; one < orders.length; one++) {
    const word = words[one] as number;
    if (word < 0) continue;
    const order = orders[one] as number;
    const share = (weights[one] as number) / (features.sums[order] as number);
    pushes[word] = (pushes[word] as number) + (byFeature[order] as number) * share;
  }
  return pushes;
}

/** What each feature of the message pushes this head. */
function pushesByFeature(
  { count, rows, scales, weights }: Panel,
  { features: { numbers: at, values }, bent, head }: Read,
): Float64Array {
  const slope = bent.map(
    (one, k) => (1 - one * one) * steepness * (weights[head * bent.length + k] as number),
  );
  const byFeature = new Float64Array(at.length);
  for (let order = 0; order < at.length; order++) {
    const first = (at[order] as number) * count;
    let row = first * width;
    let push = 0;
    for (let network = 0, k = 0; network < count; network++) {
      let along = 0;
      for (const end = k + width; k < end; k++, row++) along += (rows[row] as number) * (slope[k] as number);
      push += along * (scales[first + network] as number);
    }
    byFeature[order] = push * (values[order] as number);
  }
  return byFeature;
}
