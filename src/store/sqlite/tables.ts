import type { Database } from "better-sqlite3";
import { columnsOf, type Row, type TableSource, type TableTarget } from "#store/move/tables.ts";
import { storeProblem } from "#store/sqlite/faults.ts";
import { openFile } from "#store/sqlite/open-file.ts";
import type { Sealer } from "#store/store.ts";

/** The store in this file as bare tables. Nobody else may serve it in the meantime: throws Problem where somebody does. */
export function openFileTables(file: string, sealer: Sealer): TableSource {
  const { db, close } = openFile(file, sealer, "serve");
  return { ...reading(db), close: async () => close() };
}

/** A new store in a new file, to be filled. It has another store's marks afterwards: it is opened with that one's keys. */
export function makeFileTables(file: string, sealer: Sealer): TableTarget {
  const { db, close } = openFile(file, sealer, "serve");
  // It has a mark of its own: that of the store which is copied takes its place.
  db.prepare("DELETE FROM instance").run();
  return { ...reading(db), ...writing(db), close: async () => close() };
}

function reading(db: Database): Pick<TableSource & TableTarget, "count" | "read" | "lastKey"> {
  return {
    count: (table) => tried(() => Number(db.prepare(`SELECT count(*) FROM ${table.name}`).pluck().get())),
    read: (table, after, most) =>
      tried(() => {
        const key = table.key.join(", ");
        const where = after === null ? "" : `WHERE (${key}) > (${table.key.map(() => "?").join(", ")})`;
        const sql = `SELECT ${columnsOf(table)} FROM ${table.name} ${where} ORDER BY ${key} LIMIT ${most}`;
        return db
          .prepare(sql)
          .raw()
          .all(...(after ?? [])) as Row[];
      }),
    lastKey: (table) =>
      tried(() => {
        const backwards = table.key.map((name) => `${name} DESC`).join(", ");
        const sql = `SELECT ${table.key.join(", ")} FROM ${table.name} ORDER BY ${backwards} LIMIT 1`;
        return (db.prepare(sql).raw().get() as Row | undefined) ?? null;
      }),
  };
}

function writing(db: Database): Pick<TableTarget, "begin" | "write" | "finish"> {
  return {
    // Always a new file: nothing came before.
    begin: async () => {},
    write: (table, rows) =>
      tried(() => {
        const insert = db.prepare(
          `INSERT INTO ${table.name} (${columnsOf(table)}) VALUES (${table.columns.map(() => "?").join(", ")})`,
        );
        db.transaction(() => {
          for (const row of rows) insert.run(...row);
        }).immediate();
      }),
    finish: async () => {},
  };
}

async function tried<T>(act: () => T): Promise<T> {
  try {
    return act();
  } catch (thrown) {
    throw storeProblem(thrown);
  }
}
