import type { Database } from "better-sqlite3";
import type { SignalId } from "#signal/signal.ts";
import { openKeyHash } from "#store/layout/seen-key.ts";
import type { Sealer } from "#store/store.ts";

/** Keys of events that were committed: hashed, for a key may hold an address. */
export interface SeenKeys {
  find(key: string): { readonly signal: SignalId | null } | null;
  add(key: string, signal: SignalId | null): void;
}

/** Prepares the statements on this database. */
export function openSeenKeys(db: Database, sealer: Sealer): SeenKeys {
  const byKey = db.prepare<[string], { signal: SignalId | null }>("SELECT signal FROM seen WHERE key = ?");
  const insert = db.prepare("INSERT INTO seen (key, signal) VALUES (?, ?)");
  const hashed = openKeyHash(sealer);

  return {
    find: (key) => byKey.get(hashed(key)) ?? null,
    add(key, signal) {
      insert.run(hashed(key), signal);
    },
  };
}
