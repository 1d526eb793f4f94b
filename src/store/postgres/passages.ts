import type { Passage, PassageKind } from "#signal/decision.ts";
import type { PassageId, SignalId } from "#signal/signal.ts";
import { passageIn } from "#store/layout/passage-row.ts";
import type { Session } from "#store/postgres/session.ts";
import type { Sealer } from "#store/store.ts";

/** Reads `passages`: what people typed, sealed. They are written by `commit`. */
export interface PassageRows {
  of(signal: SignalId, kinds?: readonly PassageKind[]): Promise<Passage[]>;
  one(id: PassageId): Promise<Passage | null>;
  /** Deletes all words of a signal, and its signaler where nothing else needs the address. Gives how many passages. */
  erase(signal: SignalId): Promise<number>;
}

const read = "SELECT id, signal, what, by, at, text FROM passages";

export function openPassageRows(session: Session, sealer: Sealer): PassageRows {
  return {
    async of(signal, kinds) {
      const rows = await session.all<Passage>(`${read} WHERE signal = $1 ORDER BY at, seq`, [signal]);
      return rows.filter((row) => !kinds || kinds.includes(row.what)).map((row) => passageIn(row, sealer));
    },
    async one(id) {
      const [row] = await session.all<Passage>(`${read} WHERE id = $1`, [id]);
      return row ? passageIn(row, sealer) : null;
    },
    async erase(signal) {
      const [row] = await session.all<{ erased: number }>("SELECT erase_words($1) AS erased", [signal]);
      return row?.erased ?? 0;
    },
  };
}
