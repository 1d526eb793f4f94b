import type { Counted, Tally } from "#signal/counted.ts";

/** A count, with its labels. */
export interface Count {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Counts since the start of the program, in memory: whoever scrapes them knows what a restart is. */
export interface KeptTally extends Tally {
  /** Of one kind, in the order in which they were first seen. */
  of(what: Counted["what"]): readonly Count[];
}

/** More than there are combinations of codes: a label must never be made of what people send. */
const mostSeries = 200;

/** Opens it, at nothing. */
export function openTally(): KeptTally {
  const counts = new Map<string, { what: string; labels: Record<string, string>; value: number }>();
  return {
    note({ what, ...labels }) {
      const name = JSON.stringify([what, labels]);
      const known = counts.get(name);
      if (known !== undefined) known.value += 1;
      else if (counts.size < mostSeries) counts.set(name, { what, labels, value: 1 });
    },
    of: (what) => [...counts.values()].filter((one) => one.what === what),
  };
}
