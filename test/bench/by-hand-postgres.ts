import pg from "pg";
import type { Decision } from "#signal/decision.ts";
import { entryRows } from "#store/layout/entry-row.ts";
import { noticeRow } from "#store/layout/notice-row.ts";
import { sealedPassage } from "#store/layout/passage-row.ts";
import { columnsOf } from "#store/layout/signal-columns.ts";
import { stateRow } from "#store/layout/signal-state.ts";
import { sampleSignal } from "../support/sample-decision.ts";
import { benchSealer } from "./reports.ts";

/** The peer of the store on PostgreSQL: the same rows, sealed with the same key, one prepared insert after another. */
export interface ByHand {
  write(decision: Decision): Promise<void>;
  close(): Promise<void>;
}

/** In a database with the store's own tables and indexes, over so many connections. */
export function openByHandPostgres(url: string, connections: number): ByHand {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  pool.on("error", () => {});

  async function rowsOf(client: pg.PoolClient, decision: Decision): Promise<void> {
    const made = { ...(decision.signal ?? sampleSignal()), revision: 1 };
    const [row] = await insert(client, "signals", columnsOf(made), "seq");
    const { state, tag } = stateRow(made, benchSealer);
    await insert(client, "states", { seq: row?.["seq"], state, tag });
    await insert(client, "seen", { key: benchSealer.pseudonym(`key:${decision.key}`), signal: made.id });
    for (const each of entryRows(decision.entries, 1, benchSealer)) await insert(client, "entries", each);
    for (const each of decision.passages) await insert(client, "passages", sealedPassage(each, benchSealer));
    for (const each of decision.notices) {
      const { due, ...notice } = noticeRow(each, benchSealer);
      await insert(client, "notices", { ...notice, due_at: due });
    }
  }

  return {
    async write(decision) {
      const client = await pool.connect();
      await client.query("BEGIN");
      await rowsOf(client, decision);
      await client.query("COMMIT");
      client.release();
    },
    close: () => pool.end(),
  };
}

async function insert(
  client: pg.PoolClient,
  table: string,
  row: object,
  returning = "",
): Promise<Record<string, unknown>[]> {
  const names = Object.keys(row);
  const places = names.map((_, at) => `$${at + 1}`);
  const tail = returning === "" ? "" : ` RETURNING ${returning}`;
  const text = `INSERT INTO ${table} (${names.join(", ")}) VALUES (${places.join(", ")})${tail}`;
  return (await client.query({ name: `${table} ${names.length}`, text, values: Object.values(row) })).rows;
}
