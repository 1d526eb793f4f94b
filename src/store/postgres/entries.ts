import type { Entry } from "#signal/decision.ts";
import type { SignalId } from "#signal/signal.ts";
import { type EntryRow, entryIn, entryRows } from "#store/layout/entry-row.ts";
import type { Session } from "#store/postgres/session.ts";
import type { Sealer } from "#store/store.ts";

/** The rows of `entries`: who did what when, in codes. Only ever added to. */
export interface EntryRows {
  /** Outside a decision. */
  add(entry: Entry): Promise<void>;
  of(signal: SignalId): Promise<Entry[]>;
  latest(most: number): Promise<Entry[]>;
}

const read = "SELECT signal, at, by, type, facts FROM entries";

export function openEntryRows(session: Session, sealer: Sealer): EntryRows {
  return {
    async add(entry) {
      await session.all("SELECT add_entries($1::jsonb)", [JSON.stringify(entryRows([entry], null, sealer))]);
    },
    of: async (signal) =>
      (await session.all<EntryRow>(`${read} WHERE signal = $1 ORDER BY seq`, [signal])).map(entryIn),
    latest: async (most) =>
      (await session.all<EntryRow>(`${read} ORDER BY seq DESC LIMIT $1`, [most])).map(entryIn),
  };
}
