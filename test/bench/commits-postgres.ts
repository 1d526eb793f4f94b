// P7: a commit on PostgreSQL over 8 connections, beside the same rows through the bare driver; two bare rows are shown too.
import { randomUUID } from "node:crypto";
import pg from "pg";
import { openPostgresStore } from "#store/postgres/postgres-store.ts";
import { freshDatabase } from "../support/postgres/database.ts";
import { openByHandPostgres } from "./by-hand-postgres.ts";
import type { Group } from "./figure.ts";
import { benchSealer, benchText, reportOf } from "./reports.ts";
import { inTurn, rate } from "./rounds.ts";

const connections = 8;
const rounds = 5;
const ms = 1_200;

export const commitsPostgres: Group = {
  rows: ["P7"],
  async measure({ postgres }) {
    const database = await freshDatabase(await postgres());
    const { store } = await openPostgresStore({ url: database.url, mode: "serve", connections }, benchSealer);
    const bare = await openBare(database);
    const byHand = openByHandPostgres(database.url, connections);
    const commit = () => store.commit(reportOf());
    const found = await inTurn(rounds, [
      { name: "bare", round: () => rate(bare.write, { atOnce: connections, ms }) },
      {
        name: "by hand",
        round: () => rate(() => byHand.write(reportOf()), { atOnce: connections, ms }),
      },
      { name: "store", round: () => rate(commit, { atOnce: connections, ms }) },
      { name: "store, 64 at once", round: () => rate(commit, { atOnce: 64, ms }) },
    ]);
    await bare.close();
    await byHand.close();
    await store.close();
    await database.drop();
    return [
      {
        row: "P7",
        what: "PostgreSQL: commits over 8 connections, beside the same rows through the bare driver",
        value: found.store / (found["by hand"] ?? Number.NaN),
        unit: "x",
        better: "more",
        must: 0.7,
        goal: 0.9,
        measured: {
          "store, 8 at once /s": found.store,
          "store, 64 at once /s": found["store, 64 at once"],
          "the same eight rows by hand, 8 at once /s": found["by hand"] ?? Number.NaN,
          "two bare rows, 8 at once /s": found.bare,
        },
      },
    ];
  },
};

/** BEGIN, two rows of two hundred characters, COMMIT; prepared. */
async function openBare({ url, all }: Awaited<ReturnType<typeof freshDatabase>>) {
  await all("CREATE TABLE bare_signal (id text PRIMARY KEY, body text)");
  await all("CREATE TABLE bare_outbox (id text PRIMARY KEY, body text)");
  const pool = new pg.Pool({ connectionString: url, max: connections });
  pool.on("error", () => {});
  const insert = (client: pg.PoolClient, table: string) =>
    client.query({
      name: table,
      text: `INSERT INTO ${table} VALUES ($1, $2)`,
      values: [randomUUID(), benchText],
    });
  return {
    async write() {
      const client = await pool.connect();
      await client.query("BEGIN");
      await insert(client, "bare_signal");
      await insert(client, "bare_outbox");
      await client.query("COMMIT");
      client.release();
    },
    close: () => pool.end(),
  };
}
