import { join } from "node:path";
import { expect, test } from "vitest";
import { copyAll } from "#store/move/copy.ts";
import { tables } from "#store/move/tables.ts";
import { openDatabaseTables, readDatabaseTables } from "#store/postgres/tables.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import { openFileTables } from "#store/sqlite/tables.ts";
import type { Store } from "#store/store.ts";
import { freshFolder, removeFolder } from "../support/folder.ts";
import { databaseForEach } from "../support/postgres/for-each-test.ts";
import { sampleDecision, sampleSignal } from "../support/sample-decision.ts";

const database = databaseForEach();
const { vault } = database;
const open = async () => (await database.open()).store;

async function fileWith(folder: string, count: number): Promise<{ file: string; store: Store }> {
  const file = join(folder, "voelspriet.db");
  const store = openSqliteStore(file, vault);
  for (let at = 0; at < count; at++) await store.commit(sampleDecision({ signal: sampleSignal() }));
  return { file, store };
}

test("a move goes on where the answer to a write was lost", async () => {
  const folder = freshFolder("lost-answer");
  const { file, store } = await fileWith(folder, 3);
  await store.close();
  const wire = await database.wireTo();
  const target = await openDatabaseTables(wire.url);
  const source = openFileTables(file, vault);
  const cut = wire.cutOnce("NULL::signals", "answered");
  expect((await copyAll(source, target)).find(({ table }) => table === "signals")?.after).toBe(3);
  await cut;
  await Promise.all([source.close(), target.close()]);
  removeFolder(folder);
});

test("a move does not go on after the old store was worked on meanwhile: it would keep what has changed since", async () => {
  const folder = freshFolder("used-meanwhile");
  const { file, store } = await fileWith(folder, 3);
  const signal = sampleSignal();
  await store.commit(sampleDecision({ signal }));
  await store.close();
  const source = openFileTables(file, vault);
  const target = await openDatabaseTables(database.url);
  const dies = {
    ...target,
    write: (...write: Parameters<typeof target.write>) =>
      write[0].name === "entries" ? Promise.reject(new Error("killed")) : target.write(...write),
  };
  await expect(copyAll(source, dies)).rejects.toThrow("killed");
  await Promise.all([source.close(), target.close()]);

  const again = openSqliteStore(file, vault);
  await again.commit(sampleDecision({ signal: { ...signal, revision: 1, stage: "withdrawn" } }));
  await again.close();
  const worked = openFileTables(file, vault);
  const rest = await openDatabaseTables(database.url);
  await expect(copyAll(worked, rest)).rejects.toThrow(/worked on since|other store/);
  await Promise.all([worked.close(), rest.close()]);
  await expect(open()).rejects.toThrow(/broken off/);
  removeFolder(folder);
});

test("where not everything arrived, nobody serves what did", async () => {
  const folder = freshFolder("short");
  const { file, store } = await fileWith(folder, 3);
  await store.close();
  const source = openFileTables(file, vault);
  const target = await openDatabaseTables(database.url);
  const loses = {
    ...target,
    write: (...[table, rows]: Parameters<typeof target.write>) =>
      target.write(table, table.name === "entries" ? rows.slice(1) : rows),
  };
  await expect(copyAll(source, loses)).rejects.toThrow(/Not everything arrived/);
  await Promise.all([source.close(), target.close()]);
  await expect(open()).rejects.toThrow(/broken off/);
  removeFolder(folder);
});

test("a backup has the time that it takes, also where one table takes long", {
  timeout: 30_000,
}, async () => {
  await (await open()).rememberContact("chat:juf", "achterdeur");
  await database.all("ALTER TABLE contacts RENAME TO slow");
  await database.all("CREATE VIEW contacts AS SELECT slow.* FROM slow, pg_sleep(10.5)");
  const contacts = tables.find(({ name }) => name === "contacts");
  if (contacts === undefined) throw new Error("There is such a table.");
  expect(await readDatabaseTables(database.url, (source) => source.count(contacts))).toBe(1);
});
