import Database from "better-sqlite3";
import pg from "pg";
import { columnsOf } from "#store/layout/signal-columns.ts";
import { stateRow } from "#store/layout/signal-state.ts";
import { openPostgresStore } from "#store/postgres/postgres-store.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import type { Sealer } from "#store/store.ts";
import { type Archive, closedColumns, closedOf, openSignalOf } from "./archive.ts";
import { benchSealer } from "./reports.ts";

/** An index that is no rule of the table: made once, after the rows. */
interface Index {
  readonly name: string;
  readonly sql: string;
}

/** So long is the state of a closed signal. Nothing opens those of the archive: they are there for their size. */
const stateBytes = 900;

/** Fills a new file with an archive: signals and their states. Without words: those have gone from what is closed. */
export async function fillSqlite(
  file: string,
  archive: Archive,
  sealer: Sealer = benchSealer,
): Promise<void> {
  await openSqliteStore(file, sealer).close();
  const db = new Database(file);
  db.pragma("synchronous = OFF");
  db.pragma("cache_size = -262144");
  db.pragma("temp_store = MEMORY");
  const indexes = db
    .prepare<[], Index>(
      "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'signals' AND sql IS NOT NULL",
    )
    .all();
  db.exec("BEGIN");
  for (const { name } of indexes) db.exec(`DROP INDEX ${name}`);
  const closed = closedColumns(archive);
  const from = `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${closedOf(archive)})`;
  if (closedOf(archive) > 0)
    db.exec(`INSERT INTO signals (${Object.keys(closed).join(", ")})
             ${from} SELECT ${Object.values(closed).join(", ")} FROM n;
             INSERT INTO states (seq, state, tag)
             SELECT seq, printf('%-${stateBytes}s', id), 'closed' FROM signals ORDER BY seq`);
  fillOpen(db, archive, sealer);
  for (const { sql } of indexes) db.exec(sql);
  db.exec("COMMIT");
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
}

function fillOpen(db: Database.Database, archive: Archive, sealer: Sealer): void {
  const names = Object.keys(columnsOf(openSignalOf(archive, 0)));
  const signal = db.prepare(
    `INSERT INTO signals (${names.join(", ")}) VALUES (${names.map((name) => `@${name}`).join(", ")})`,
  );
  const state = db.prepare("INSERT INTO states (seq, state, tag) VALUES (?, ?, ?)");
  for (let index = closedOf(archive); index < archive.count; index++) {
    const made = { ...openSignalOf(archive, index), revision: 1 };
    const { lastInsertRowid } = signal.run(columnsOf(made));
    const row = stateRow(made, sealer);
    state.run(lastInsertRowid, row.state, row.tag);
  }
}

/** The same in a database; of the closed ones the columns alone, which is all that a digest reads. */
export async function fillPostgres(url: string, archive: Archive): Promise<void> {
  const { store } = await openPostgresStore({ url, mode: "serve" }, benchSealer);
  await store.close();
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  const { rows: indexes } = await client.query<Index>(
    `SELECT indexname AS name, indexdef AS sql FROM pg_indexes
     WHERE schemaname = current_schema() AND tablename = 'signals' AND indexdef NOT LIKE '%UNIQUE%'`,
  );
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  const closed = closedColumns(archive);
  await client.query(
    `INSERT INTO signals (${Object.keys(closed).join(", ")})
     SELECT ${Object.values(closed).join(", ")} FROM generate_series(0::bigint, ${closedOf(archive) - 1}) AS n(i)`,
  );
  const open = [];
  for (let index = closedOf(archive); index < archive.count; index++)
    open.push(columnsOf({ ...openSignalOf(archive, index), revision: 1 }));
  const names = Object.keys(open[0] ?? {});
  await client.query(
    `INSERT INTO signals (${names.join(", ")})
     SELECT ${names.map((name) => `s.${name}`).join(", ")} FROM json_populate_recordset(NULL::signals, $1::json) s`,
    [JSON.stringify(open)],
  );
  for (const { sql } of indexes) await client.query(sql);
  await client.query("VACUUM ANALYZE signals");
  await client.end();
}
