import type { Database } from "better-sqlite3";
import type { Entry } from "#signal/decision.ts";
import type { SignalId } from "#signal/signal.ts";
import { type EntryRow, entryIn, entryRows, type LogSpan, proveLog } from "#store/layout/entry-row.ts";
import type { Sealer } from "#store/store.ts";

/** The rows of `entries`: who did what when, in codes. Only ever added to. */
export interface EntryRows {
  /** `revision`: the one of the signal that the same decision makes; null: outside a decision. */
  add(entries: readonly Entry[], revision: number | null): void;
  of(signal: SignalId): Entry[];
  latest(most: number): Entry[];
  /** Proves the log of about `most` signals, spread over all: throws where one was altered or is not whole. */
  sample(most: number): void;
}

/** Prepares the statements on this database. */
export function openEntryRows(db: Database, sealer: Sealer): EntryRows {
  const insert = db.prepare<EntryRow>(
    `INSERT INTO entries (signal, at, by, type, facts, revision, nth, total, tag)
     VALUES (@signal, @at, @by, @type, @facts, @revision, @nth, @total, @tag)`,
  );
  const read = "SELECT signal, at, by, type, facts FROM entries";
  const bySignal = db.prepare<[string], EntryRow>(`${read} WHERE signal = +? ORDER BY seq`);
  const newest = db.prepare<[number], EntryRow>(`${read} ORDER BY seq DESC LIMIT +?`);
  const tagged = db.prepare<[string], EntryRow>(
    `SELECT signal, at, by, type, facts, revision, nth, total, tag FROM entries
     WHERE signal = +? AND tag IS NOT NULL ORDER BY seq`,
  );
  const spread = db.prepare<[number], LogSpan>(
    `SELECT s.id AS signal, t.logged_from AS "from", s.revision AS upTo FROM signals s JOIN states t ON t.seq = s.seq
     WHERE s.seq % (1 + (SELECT coalesce(max(seq), 0) FROM signals) / ?) = 0`,
  );
  return {
    add(entries, revision) {
      for (const row of entryRows(entries, revision, sealer)) insert.run(row);
    },
    of: (signal) => bySignal.all(signal).map(entryIn),
    latest: (most) => newest.all(most).map(entryIn),
    sample(most) {
      for (const span of spread.iterate(most)) proveLog(span, tagged.all(span.signal), sealer);
    },
  };
}
