import type { Database } from "better-sqlite3";
import type { SignalId } from "#signal/signal.ts";
import type { Sealer } from "#store/store.ts";

/** Keys of events that were committed: hashed, for a key may hold an address. */
export interface SeenKeys {
  find(key: string): { readonly signal: SignalId | null } | null;
  add(key: string, signal: SignalId | null): void;
}

const mostHashes = 256;

/** Prepares the statements on this database. */
export function openSeenKeys(db: Database, sealer: Sealer): SeenKeys {
  const byKey = db.prepare<[string], { signal: SignalId | null }>("SELECT signal FROM seen WHERE key = ?");
  const insert = db.prepare("INSERT INTO seen (key, signal) VALUES (?, ?)");
  // A key is asked for by the counter and the desk, and again when it is written.
  const hashes = new Map<string, string>();

  function hashed(key: string): string {
    const known = hashes.get(key);
    if (known !== undefined) return known;
    const hash = sealer.pseudonym(`key:${key}`);
    if (hashes.size >= mostHashes) hashes.clear();
    hashes.set(key, hash);
    return hash;
  }

  return {
    find: (key) => byKey.get(hashed(key)) ?? null,
    add(key, signal) {
      insert.run(hashed(key), signal);
    },
  };
}
