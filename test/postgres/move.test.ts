import { join } from "node:path";
import { expect, test } from "vitest";
import { newVaultKey, openVault } from "#privacy/vault.ts";
import { copyAll } from "#store/move/copy.ts";
import type { TableTarget } from "#store/move/tables.ts";
import { openPostgresStore } from "#store/postgres/postgres-store.ts";
import { openDatabaseTables, readDatabaseTables } from "#store/postgres/tables.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import { makeFileTables, openFileTables } from "#store/sqlite/tables.ts";
import type { Store } from "#store/store.ts";
import { freshFolder, removeFolder } from "../support/folder.ts";
import { freshDatabase } from "../support/postgres/database.ts";
import {
  sampleDecision,
  sampleNotice,
  sampleNow,
  samplePassage,
  sampleSignal,
  sampleSignaler,
  sampleTimer,
} from "../support/sample-decision.ts";

const vault = openVault({ keys: [newVaultKey()] });
const signals = Array.from({ length: 2_500 }, (_, at) =>
  sampleSignal({ signaler: `s${at % 40}`, holder: at % 2 === 0 ? "ben" : null, asked: ["ben", "noor"] }),
);

/** Something of everything. */
async function fill(store: Store): Promise<void> {
  await Promise.all(
    signals.map((signal) =>
      store.commit(
        sampleDecision({
          signal,
          signaler: sampleSignaler(signal.signaler),
          passages: [samplePassage(signal.id, { text: "Half een emoji \ud83d en\u0000 nul." })],
          notices: [sampleNotice(signal), sampleNotice(signal, { slot: "card" })],
          timers: [sampleTimer(signal.id)],
        }),
      ),
    ),
  );
  for (const { notice } of await store.takeNotices(sampleNow, 500, 1_000)) {
    await store.noteDelivery(
      notice.id,
      { how: "sent", address: "chat:ben", ref: `r-${notice.id}` },
      sampleNow,
    );
  }
  await store.setStaffing({ person: "ben", away: { from: "2026-11-17", until: "2026-11-18" }, capacity: 5 });
  await store.rememberContact("chat:ben", "langs de achterdeur");
  await store.keepTyped(
    { key: "k", by: "chat:juf", act: "tell", on: "", fields: { text: "Hoi" } },
    sampleNow,
  );
  await store.remember("house.kind", "real");
}

/** What a store gives back of all that. */
async function seen(store: Store) {
  const one = signals[7] ?? sampleSignal();
  const { waits, ...counts } = await store.counts(sampleNow);
  return {
    counts,
    waiting: [waits.typed.length, waits.urgent.length, waits.other.length],
    loads: await store.loads(),
    signal: await store.load(one.id),
    words: await store.passages(one.id),
    log: await store.entries(one.id),
    signaler: await store.signaler(one.signaler),
    inbox: (await store.inbox({ to: "person", id: "ben" }, 5)).map(({ notice, ref }) => [notice.id, ref]),
    staffing: await store.staffing(),
    contact: await store.contactOf("chat:ben"),
    kind: await store.recall("house.kind"),
    open: (await store.openFor("noor")).length,
  };
}

test("a store moves to PostgreSQL whole, also when it is broken off half-way, and back into a file", async () => {
  const folder = freshFolder("move");
  const database = await freshDatabase();
  const file = join(folder, "voelspriet.db");
  const before = openSqliteStore(file, vault);
  await fill(before);
  const expected = await seen(before);
  await expect(async () => openFileTables(file, vault)).rejects.toThrow(/Another process serves/);
  await before.close();

  // Broken off in the middle of a table.
  let writes = 0;
  const source = openFileTables(file, vault);
  const broken = await openDatabaseTables(database.url);
  const dies: TableTarget = {
    ...broken,
    write: (...write) => (++writes > 5 ? Promise.reject(new Error("killed")) : broken.write(...write)),
  };
  await expect(copyAll(source, dies)).rejects.toThrow("killed");
  await broken.close();
  await expect(openPostgresStore({ url: database.url, mode: "serve" }, vault)).rejects.toThrow(/broken off/);

  const again = await openDatabaseTables(database.url);
  const heard: number[] = [];
  const copied = await copyAll(source, again, (rows) => heard.push(rows));
  await Promise.all([source.close(), again.close()]);
  expect(copied.find(({ table }) => table === "signals")).toEqual({
    table: "signals",
    before: 2_500,
    after: 2_500,
  });
  expect(heard.at(-1)).toBe(copied.reduce((sum, { after }) => sum + after, 0));

  const { store: after } = await openPostgresStore({ url: database.url, mode: "serve" }, vault);
  expect(await seen(after)).toEqual(expected);
  await after.check("whole");
  // New rows get numbers of their own.
  const fresh = sampleSignal();
  expect(await after.commit(sampleDecision({ signal: fresh, passages: [samplePassage(fresh.id)] }))).toBe(
    "done",
  );
  await expect(openDatabaseTables(database.url)).rejects.toThrow(/holds a store already/);

  // And back, while it goes on: a backup is a store in a file.
  const copy = join(folder, "kopie.db");
  await readDatabaseTables(database.url, async (tables) => {
    const target = makeFileTables(copy, vault);
    await after.commit(sampleDecision({ signal: sampleSignal() }));
    await copyAll(tables, target);
    await target.close();
  });
  const restored = openSqliteStore(copy, vault);
  await restored.check("whole");
  expect((await restored.counts(sampleNow)).signals).toBe(2_501);
  expect(await restored.load(fresh.id)).toEqual(await after.load(fresh.id));
  expect((await restored.loads())["ben"]).toBe(expected.loads["ben"]);
  await Promise.all([restored.close(), after.close()]);
  await database.drop();
  removeFolder(folder);
});
