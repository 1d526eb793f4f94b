import type { Signal } from "#signal/signal.ts";
import { entryRows } from "#store/layout/entry-row.ts";
import { noticeRow } from "#store/layout/notice-row.ts";
import { columnsOf } from "#store/layout/signal-columns.ts";
import { stateRow } from "#store/layout/signal-state.ts";
import type { Sealer } from "#store/store.ts";
import { type Archive, openSignalOf } from "../../bench/archive.ts";
import { sampleEntry, sampleNotice } from "../sample-decision.ts";

/** A row by the names of its columns. */
export type Row = Readonly<Record<string, string | number | null>>;

/** The tables that are filled. */
export const filled = ["signals", "states", "entries", "notices"] as const;

/** Of each of those: how many rows it had, and how many are there as they were. */
export type Kept = Readonly<Record<string, { readonly before: number; readonly same: number }>>;

/** All rows of one table. */
interface TableOfRows {
  readonly table: (typeof filled)[number];
  rows(): Iterable<Row>;
}

const day = 24 * 3_600_000;
/** Of so many signals one is still open, and of so many one message waits. */
const [perOpen, perNotice] = [50, 10];

/**
 * So many signals with their states and a line of the log each, and for every tenth a message that waits until tomorrow:
 * all sealed as the software itself does it.
 */
export function rowsOf(count: number, sealer: Sealer): readonly TableOfRows[] {
  const archive: Archive = { count, until: Date.now() - 60_000 };
  function* each<T>(make: (index: number) => T, step = 1): Iterable<T> {
    for (let index = 0; index < count; index += step) yield make(index);
  }
  const signal = (index: number) => signalOf(archive, index);
  return [
    { table: "signals", rows: () => each((index) => ({ seq: index + 1, ...columnsOf(signal(index)) })) },
    {
      table: "states",
      rows: () =>
        each((index) => {
          const { state, tag } = stateRow(signal(index), sealer);
          return { seq: index + 1, state, tag };
        }),
    },
    {
      table: "entries",
      rows: () =>
        each((index) => {
          const [row] = entryRows([sampleEntry(signal(index).id)], 1, sealer);
          return { seq: index + 1, ...row };
        }),
    },
    { table: "notices", rows: () => each((index) => waiting(signal(index), index + 1, sealer), perNotice) },
  ];
}

function signalOf(archive: Archive, index: number): Signal {
  const made = { ...openSignalOf(archive, index), revision: 1, signaler: `s${index % 5_003}` };
  if (index >= archive.count - archive.count / perOpen) return made;
  const closedAt = made.receivedAt + 5 * day;
  return { ...made, stage: "closed", outcome: "P1", outcomes: [], closedAt, feedbackAt: closedAt };
}

function waiting(signal: Signal, seq: number, sealer: Sealer): Row {
  const to = { to: "person", id: signal.holder ?? "" } as const;
  const dueAt = Date.now() + day;
  const { due, ...row } = noticeRow(sampleNotice(signal, { id: `n${signal.id}`, to, dueAt }), sealer);
  return { seq, ...row, due_at: due };
}
