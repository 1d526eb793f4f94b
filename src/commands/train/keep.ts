import { type OwnPlaces, writeOwn } from "#classify/embedded/own-model.ts";
import type { Correction } from "#commands/corrections.ts";
import { clockOf } from "#commands/store-clock.ts";
import type { Learnt, Measured } from "#commands/train/from-corrections.ts";
import type { Store } from "#store/store.ts";

/** Says how the two models compare, and keeps the new one where it is better. It counts from the next start on. */
export async function keepIfBetter(
  learnt: Learnt,
  {
    corrections,
    store,
    places,
    print,
  }: {
    readonly corrections: readonly Pick<Correction, "signal">[];
    readonly store: Store;
    readonly places: OwnPlaces;
    readonly print: (line: string) => void;
  },
): Promise<void> {
  for (const line of comparison(learnt)) print(line);
  const { worse, model, examples } = learnt;
  if (worse.length > 0) return print(`Not better: ${worse.join("; ")}. The present model stays.`);
  await noteLearned(corrections, store);
  const { version } = writeOwn(places, model, { examples, corrections: corrections.length });
  print(
    `Better: ${version} is kept in ${places.now}. It counts from the next start on. The way back: train --back`,
  );
}

/** Of each story that something was learned from, the log says so: before it counts. */
async function noteLearned(corrections: readonly Pick<Correction, "signal">[], store: Store): Promise<void> {
  const at = (await clockOf(store)).now();
  for (const { signal } of corrections)
    await store.addEntry({ signal, at, by: "system", type: "learned", facts: {} });
}

/** Numbers only: no message of either set is ever shown. */
function comparison({ before, after }: Learnt): string[] {
  const line = (name: string, of: (measured: Measured) => number) =>
    `${name.padEnd(32)}${of(before).toFixed(3)}  ${of(after).toFixed(3)}`;
  return [
    `${"".padEnd(32)}now    new`,
    line("agrees with corrections", ({ agreement }) => agreement),
    line("golden: macro-F1", ({ golden }) => golden.macroF1),
    line("golden: acute found", ({ golden }) => golden.acute.recall),
    line("golden: urgent or higher found", ({ golden }) => golden.urgentOrHigher.recall),
  ];
}
