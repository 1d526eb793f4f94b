import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import type { Store } from "#store/store.ts";
import type { Bench } from "./figure.ts";
import { fillSqlite } from "./fill.ts";
import { senderOf } from "./slack-events.ts";

/** A folder of data as a house has it that has run for years. */
export interface LargeStore {
  /** Holds `data`, and what else belongs to the program. */
  readonly folder: string;
  /** Its store, while no program serves it. */
  open(): Store;
}

const count = 1_000_000;
let made: Promise<LargeStore> | null = null;

/** One million signals on SQLite, the last of them a moment ago; made once in a run. */
export function largeStore(bench: Bench): Promise<LargeStore> {
  made ??= makeStore(bench);
  return made;
}

async function makeStore({ folder: parent, say }: Bench): Promise<LargeStore> {
  say("making a store with 1,000,000 signals");
  const folder = join(parent, "large");
  const data = join(folder, "data");
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const sealer = openVault(loadKeyRing(join(data, "sleutels.json"), "make-when-missing"));
  const file = join(data, "voelspriet.db");
  await fillSqlite(file, { count, until: Date.now() - 60_000 }, sealer);
  const store = openSqliteStore(file, sealer);
  await store.remember("house.kind", "real");
  await store.close();
  return { folder, open: () => openSqliteStore(file, sealer) };
}

/** Makes so many senders of the bench known, from this number on: strangers would be held back, rightly. */
export async function welcome(store: Store, first: number, senders: number): Promise<void> {
  await Promise.all(
    Array.from({ length: senders }, (_, number) => {
      const address = senderOf(first + number);
      const known = { role: "volunteer", organisation: "de-wilg", vouched: true } as const;
      return store.rememberSignaler({ id: store.signalerId(address), address, language: "nl", ...known });
    }),
  );
}
