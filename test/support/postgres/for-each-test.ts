import { afterEach, beforeEach } from "vitest";
import { newVaultKey, openVault } from "#privacy/vault.ts";
import { openPostgresStore, type PostgresStore } from "#store/postgres/postgres-store.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { openWire, type Wire } from "./proxy.ts";

/** A database of its own for each test of a file; what was opened on it is closed after the test. */
export function databaseForEach() {
  const vault = openVault({ keys: [newVaultKey()] });
  let database: FreshDatabase | null = null;
  let toClose: (() => Promise<void>)[] = [];

  beforeEach(async () => {
    database = await freshDatabase();
    toClose = [];
  });
  afterEach(async () => {
    for (const close of toClose) await close();
    await database?.drop();
  });

  const now = (): FreshDatabase => {
    if (database === null) throw new Error("Ask for the database inside a test.");
    return database;
  };
  return {
    vault,
    get url() {
      return now().url;
    },
    all: <T>(text: string, values?: readonly unknown[]) => now().all<T>(text, values),
    /** What is closed after the test, in this order. */
    closeLater: (...closes: readonly (() => Promise<void>)[]) => toClose.push(...closes),
    async open(mode: "serve" | "beside" = "serve", url = now().url, sealer = vault): Promise<PostgresStore> {
      const made = await openPostgresStore({ url, mode, connections: 3 }, sealer);
      toClose.push(() => made.store.close());
      return made;
    },
    async wireTo(url = now().url): Promise<Wire> {
      const wire = await openWire(url);
      toClose.push(() => wire.close());
      return wire;
    },
  };
}
