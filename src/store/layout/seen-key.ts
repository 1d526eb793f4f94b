import type { Sealer } from "#store/store.ts";

const mostHashes = 256;

/** Hashes keys of events, for a key may hold an address. A key is asked for by the counter and the desk, and when it is written. */
export function openKeyHash(sealer: Sealer): (key: string) => string {
  const hashes = new Map<string, string>();
  return (key) => {
    const known = hashes.get(key);
    if (known !== undefined) return known;
    const hash = sealer.pseudonym(`key:${key}`);
    if (hashes.size >= mostHashes) hashes.clear();
    hashes.set(key, hash);
    return hash;
  };
}
