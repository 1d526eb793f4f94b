import pg from "pg";
import { openPostgresStore } from "#store/postgres/postgres-store.ts";
import type { Sealer } from "#store/store.ts";
import type { FreshDatabase } from "../postgres/database.ts";
import { filled, type Row, rowsOf } from "./rows.ts";

/** The newest version that these tests know how to leave. */
export const newestDatabaseVersion = 5;

/** What takes away again what the migrations after a version brought. */
const undone: Readonly<Record<number, string>> = {
  1: `DROP INDEX signals_closed;
      DO $$ DECLARE one regprocedure; BEGIN
        FOR one IN SELECT oid FROM pg_proc WHERE pronamespace = current_schema()::regnamespace LOOP
          EXECUTE 'DROP FUNCTION ' || one;
        END LOOP;
      END $$;`,
  4: `DROP INDEX notices_stuck;
      ALTER TABLE notices DROP COLUMN stuck;`,
};

/** Takes away from a store what the migrations after this version brought. */
export async function databaseBackTo(database: FreshDatabase, version: 1 | 4): Promise<void> {
  for (const at of [4, 1].filter((one) => one >= version)) await database.all(undone[at] ?? "");
  await database.all("UPDATE version SET at = $1", [version]);
}

/** Fills an empty database with so many signals. */
export async function fillDatabase(database: FreshDatabase, signals: number, sealer: Sealer): Promise<void> {
  const { store } = await openPostgresStore({ url: database.url, mode: "serve" }, sealer);
  await store.remember("house.kind", "real");
  await store.close();
  const client = new pg.Client({ connectionString: database.url });
  client.on("error", () => {});
  await client.connect();
  const { rows: indexes } = await client.query<{ name: string; sql: string }>(
    `SELECT indexname AS name, indexdef AS sql FROM pg_indexes
     WHERE schemaname = current_schema() AND tablename = ANY ($1) AND indexdef NOT LIKE '%UNIQUE%'`,
    [filled],
  );
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  for (const { table, rows } of rowsOf(signals, sealer))
    for (const some of several(rows())) {
      const names = Object.keys(some[0] ?? {});
      await client.query(
        `INSERT INTO ${table} (${names.join(", ")}) SELECT ${names.map((name) => `r.${name}`).join(", ")}
         FROM json_populate_recordset(NULL::${table}, $1::json) r`,
        [JSON.stringify(some)],
      );
    }
  for (const { sql } of indexes) await client.query(sql);
  for (const table of filled) await client.query(`VACUUM ANALYZE ${table}`);
  await client.end();
}

/** How many rows each table has, and a print of all that is in them, save what an older version does not know. */
export async function databasePrint(database: FreshDatabase): Promise<Readonly<Record<string, unknown>>> {
  const prints: Record<string, unknown> = {};
  for (const table of filled) {
    const columns = await database.all<{ name: string }>(
      `SELECT quote_ident(column_name) AS name FROM information_schema.columns
       WHERE table_schema = current_schema() AND table_name = $1 AND column_name <> 'stuck' ORDER BY column_name`,
      [table],
    );
    [prints[table]] = await database.all(
      `SELECT count(*), sum(hashtextextended(ROW(${columns.map(({ name }) => name).join(", ")})::text, 0)) AS print
       FROM ${table}`,
    );
  }
  return prints;
}

function* several(rows: Iterable<Row>, most = 2_000): Iterable<Row[]> {
  let some: Row[] = [];
  for (const row of rows) {
    some.push(row);
    if (some.length < most) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
