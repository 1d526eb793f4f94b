import { Problem } from "#base/problem.ts";
import {
  columnsOf,
  type Row,
  type Table,
  type TableSource,
  type TableTarget,
  tables,
} from "#store/move/tables.ts";
import { migrate } from "#store/postgres/migrations.ts";
import { openPool, type Pool, type Session } from "#store/postgres/session.ts";

/** In the settings of a database that is being filled: nobody may serve it yet. */
export const unfinished = "move.unfinished";

/** The database as bare tables, all as they are at one moment while others work on. */
export async function readDatabaseTables<T>(
  url: string,
  act: (source: TableSource) => Promise<T>,
): Promise<T> {
  const pool = openPool(url, 1, "long");
  try {
    return await pool.transact(async (inside) => {
      await inside.script("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
      // From here on it sees what is there now.
      await inside.all("SELECT 1");
      return act({ ...reading(inside), close: async () => {} });
    });
  } finally {
    await pool.end();
  }
}

/**
 * An empty database, or one on which a move was broken off, to be filled. Throws Problem where it holds a store already.
 */
export async function openDatabaseTables(url: string): Promise<TableTarget> {
  const pool = openPool(url, 2, "long");
  try {
    await migrate(url);
    await begin(pool);
    return { ...reading(pool), ...writing(pool), close: () => pool.end() };
  } catch (thrown) {
    await pool.end();
    throw thrown;
  }
}

async function begin(pool: Pool): Promise<void> {
  const going = await pool.all("SELECT 1 FROM settings WHERE name = $1", [unfinished]);
  if (going.length > 0) return;
  const used = await pool.all("SELECT 1 FROM instance");
  if (used.length > 0) {
    throw new Problem(
      "misconfigured",
      "The database of DATABASE_URL holds a store already. A move needs an empty one: nothing was changed.",
    );
  }
  await pool.all("INSERT INTO settings (name, value) VALUES ($1, '')", [unfinished]);
}

function reading(session: Session): Pick<TableSource & TableTarget, "count" | "read" | "lastKey"> {
  return {
    async count(table) {
      const [row] = await session.all<{ count: number }>(
        `SELECT count(*) AS count FROM ${table.name} WHERE ${ours(table)}`,
      );
      return row?.count ?? 0;
    },
    async read(table, after, most) {
      const key = table.key.join(", ");
      const where =
        after === null ? "" : `AND (${key}) > (${table.key.map((_, at) => `$${at + 1}`).join(", ")})`;
      const rows = await session.all<Record<string, Row[number]>>(
        `SELECT ${columnsOf(table)} FROM ${table.name} WHERE ${ours(table)} ${where} ORDER BY ${key} LIMIT ${most}`,
        after ?? [],
      );
      return rows.map((row) => table.columns.map((name) => row[name] ?? null));
    },
    async lastKey(table) {
      const backwards = table.key.map((name) => `${name} DESC`).join(", ");
      const [row] = await session.all<Record<string, Row[number]>>(
        `SELECT ${table.key.join(", ")} FROM ${table.name} WHERE ${ours(table)} ORDER BY ${backwards} LIMIT 1`,
      );
      return row ? table.key.map((name) => row[name] ?? null) : null;
    },
  };
}

function writing(pool: Pool): Pick<TableTarget, "begin" | "write" | "finish"> {
  return {
    async begin(mark) {
      await pool.all("UPDATE settings SET value = $2 WHERE name = $1 AND value = ''", [unfinished, mark]);
      const rows = await pool.all("SELECT 1 FROM settings WHERE name = $1 AND value = $2", [
        unfinished,
        mark,
      ]);
      if (rows.length > 0) return;
      throw new Problem(
        "misconfigured",
        "The database of DATABASE_URL holds a part of another store, or of this one as it was before it was worked on since. Empty it (drop its tables), and move again.",
      );
    },
    async write(table, rows) {
      const records = rows.map((row) => Object.fromEntries(table.columns.map((name, at) => [name, row[at]])));
      await pool.all(
        `INSERT INTO ${table.name} (${columnsOf(table)}) SELECT ${columnsOf(table)}
         FROM jsonb_populate_recordset(NULL::${table.name}, $1::jsonb) ON CONFLICT DO NOTHING`,
        [JSON.stringify(records)],
      );
    },
    async finish() {
      for (const { name, key } of tables) {
        if (key[0] !== "seq" || name === "states" || name === "asked") continue;
        await pool.all(
          `SELECT setval(pg_get_serial_sequence('${name}', 'seq'), (SELECT coalesce(max(seq), 0) + 1 FROM ${name}), false)`,
        );
      }
      await pool.all("DELETE FROM settings WHERE name = $1", [unfinished]);
    },
  };
}

/** The note that a move is going on is not a row of the store. */
function ours({ name }: Table): string {
  return name === "settings" ? `name <> '${unfinished}'` : "true";
}
