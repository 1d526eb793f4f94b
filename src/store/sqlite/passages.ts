import type { Database } from "better-sqlite3";
import type { Passage, PassageKind } from "#signal/decision.ts";
import type { PassageId, SignalId } from "#signal/signal.ts";
import { passageIn, sealedPassage } from "#store/layout/passage-row.ts";
import type { Sealer } from "#store/store.ts";

/** The rows of `passages`: what people typed, sealed. */
export interface PassageRows {
  add(passage: Passage): void;
  of(signal: SignalId, kinds?: readonly PassageKind[]): Passage[];
  one(id: PassageId): Passage | null;
  /** Deletes all of a signal; gives how many. */
  erase(signal: SignalId): number;
  /** Opens about `most` of them, spread over all: throws where one was altered. */
  sample(most: number): void;
}

/** Prepares the statements on this database. */
export function openPassageRows(db: Database, sealer: Sealer): PassageRows {
  const insert = db.prepare(
    `INSERT INTO passages (id, signal, what, by, at, text) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const read = "SELECT id, signal, what, by, at, text FROM passages";
  const bySignal = db.prepare<[string], Passage>(`${read} WHERE signal = +? ORDER BY at, seq`);
  const byId = db.prepare<[string], Passage>(`${read} WHERE id = ?`);
  const remove = db.prepare("DELETE FROM passages WHERE signal = ?");
  const spread = db.prepare<[number], Passage>(
    `${read} WHERE seq % (1 + (SELECT coalesce(max(seq), 0) FROM passages) / ?) = 0`,
  );

  const open = (row: Passage) => passageIn(row, sealer);

  return {
    add(passage) {
      insert.run(
        passage.id,
        passage.signal,
        passage.what,
        passage.by,
        passage.at,
        sealedPassage(passage, sealer).text,
      );
    },
    of: (signal, kinds) =>
      bySignal
        .all(signal)
        .filter((row) => !kinds || kinds.includes(row.what))
        .map(open),
    one(id) {
      const row = byId.get(id);
      return row ? open(row) : null;
    },
    erase: (signal) => remove.run(signal).changes,
    sample(most) {
      for (const row of spread.iterate(most)) open(row);
    },
  };
}
