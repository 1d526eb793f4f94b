import { Problem } from "#base/problem.ts";
import type { Signal } from "#signal/signal.ts";
import { stateMark } from "#store/layout/places.ts";
import type { Sealer } from "#store/store.ts";

/** The whole state of a signal as it is kept. The tag shows that somebody altered it, or moved it to another signal. */
export interface StateRow {
  readonly id: string;
  readonly state: string;
  readonly tag: string;
}

/** What a state has that was written before there were exercises. */
const withoutExercise: Partial<Signal> = { drill: false };

/** The state as a row. */
export function stateRow(signal: Signal, sealer: Sealer): StateRow {
  const state = JSON.stringify(signal);
  return { id: signal.id, state, tag: sealer.pseudonym(stateMark(signal.id, state)) };
}

/** The signal in this row. Throws Problem "bug" where it was altered. */
export function signalIn(row: StateRow, sealer: Sealer): Signal {
  if (sealer.pseudonym(stateMark(row.id, row.state)) !== row.tag) {
    throw new Problem("bug", `The state of signal ${row.id} was altered. Do not trust this store.`);
  }
  return { ...withoutExercise, ...(JSON.parse(row.state) as Signal) };
}
