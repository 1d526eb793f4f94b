import Database from "better-sqlite3";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import type { Sealer } from "#store/store.ts";
import { backToVersion } from "../first-version.ts";
import { filled, type Kept, rowsOf } from "./rows.ts";

/** Fills a new file as the software of this version left it, with so many signals. */
export async function fillFile(
  file: string,
  {
    version,
    signals,
    sealer,
  }: { readonly version: number; readonly signals: number; readonly sealer: Sealer },
): Promise<void> {
  const store = openSqliteStore(file, sealer);
  await store.remember("house.kind", "real");
  await store.close();
  backToVersion(file, version);
  const db = new Database(file);
  db.pragma("synchronous = OFF");
  db.pragma("cache_size = -262144");
  const indexes = db
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
    )
    .all();
  db.exec("BEGIN");
  for (const { name } of indexes) db.exec(`DROP INDEX ${name}`);
  for (const { table, rows } of rowsOf(signals, sealer)) {
    const [first = {}] = rows();
    const known = new Set(columnsIn(db, table));
    const names = Object.keys(first).filter((name) => known.has(name));
    const insert = db.prepare<object>(
      `INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map((name) => `@${name}`).join(", ")})`,
    );
    for (const row of rows()) insert.run(row);
  }
  for (const { sql } of indexes) db.exec(sql);
  db.exec("COMMIT");
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
}

function columnsIn(db: Database.Database, table: string, schema = "main"): string[] {
  return db
    .prepare<[string, string], string>("SELECT name FROM pragma_table_info(?, ?)")
    .pluck()
    .all(table, schema);
}

/** How many migrations this file has had. */
export function versionIn(file: string): number {
  return looked(file, (db) => Number(db.pragma("user_version", { simple: true })));
}

/** How many rows each table had before, and how many of those are there now with the same in every column that it had. */
export function keptRows(before: string, now: string): Kept {
  return looked(now, (db) => {
    db.prepare("ATTACH ? AS before").run(before);
    const kept = filled.map((table) => {
      const columns = columnsIn(db, table, "before");
      const same = columns.map((name) => `a.${name} IS b.${name}`).join(" AND ");
      const count = (from: string) =>
        db.prepare<[], number>(`SELECT count(*) FROM ${from}`).pluck().get() ?? 0;
      return [
        table,
        { before: count(`before.${table}`), same: count(`before.${table} b JOIN ${table} a ON ${same}`) },
      ] as const;
    });
    return Object.fromEntries(kept);
  });
}

function looked<T>(file: string, look: (db: Database.Database) => T): T {
  const db = new Database(file, { readonly: true });
  try {
    return look(db);
  } finally {
    db.close();
  }
}
