/** Numbers that look random and are the same at every run (mulberry32): between 0 and 1. */
export function seededChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of the options, each as likely as its weight says. */
export function pick<T>(options: readonly (readonly [T, number])[], chance: () => number): T {
  const total = options.reduce((sum, [, weight]) => sum + weight, 0);
  let left = chance() * total;
  for (const [option, weight] of options) {
    left -= weight;
    if (left < 0) return option;
  }
  const last = options.at(-1);
  if (last === undefined) throw new Error("Nothing to pick from.");
  return last[0];
}
