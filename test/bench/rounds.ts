/** The median of each (a rate a second, or a time), over so many rounds in turn: whatever else the machine does, it does to all of them. */
export async function inTurn<Name extends string>(
  rounds: number,
  measured: readonly { readonly name: Name; round(): Promise<number> }[],
): Promise<Record<Name, number>> {
  const found = new Map<Name, number[]>(measured.map(({ name }) => [name, []]));
  for (let at = 0; at < rounds; at++) {
    for (const { name, round } of measured) found.get(name)?.push(await round());
  }
  return Object.fromEntries([...found].map(([name, figures]) => [name, median(figures)])) as Record<
    Name,
    number
  >;
}

/** The middle one. */
export function median(figures: readonly number[]): number {
  return percentile(figures, 0.5);
}

/** The figure below which this share of them lies. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** How many of `act` a second, with so many at once, for so long. */
export async function rate(
  act: (count: number) => Promise<unknown>,
  { atOnce, ms }: { readonly atOnce: number; readonly ms: number },
): Promise<number> {
  const from = performance.now();
  let count = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (performance.now() - from < ms) await act(count++);
    }),
  );
  return count / ((performance.now() - from) / 1000);
}

/** How long it takes, in milliseconds. */
export async function timed(act: () => unknown): Promise<number> {
  const from = performance.now();
  await act();
  return performance.now() - from;
}
