import type { Database } from "better-sqlite3";
import type { Entry } from "#signal/decision.ts";
import type { SignalId } from "#signal/signal.ts";

/** The rows of `entries`: who did what when, in codes. Only ever added to. */
export interface EntryRows {
  add(entry: Entry): void;
  of(signal: SignalId): Entry[];
  latest(most: number): Entry[];
}

type EntryRow = Omit<Entry, "facts"> & { readonly facts: string };

/** Prepares the statements on this database. */
export function openEntryRows(db: Database): EntryRows {
  const insert = db.prepare("INSERT INTO entries (signal, at, by, type, facts) VALUES (?, ?, ?, ?, ?)");
  const read = "SELECT signal, at, by, type, facts FROM entries";
  const bySignal = db.prepare<[string], EntryRow>(`${read} WHERE signal = +? ORDER BY seq`);
  const newest = db.prepare<[number], EntryRow>(`${read} ORDER BY seq DESC LIMIT +?`);
  const entryIn = (row: EntryRow): Entry => ({ ...row, facts: JSON.parse(row.facts) as Entry["facts"] });
  return {
    add(entry) {
      insert.run(entry.signal, entry.at, entry.by, entry.type, JSON.stringify(entry.facts));
    },
    of: (signal) => bySignal.all(signal).map(entryIn),
    latest: (most) => newest.all(most).map(entryIn),
  };
}
