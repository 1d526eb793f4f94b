import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { isPassing, storeProblem } from "#store/postgres/faults.ts";

/** Asks the database. What it throws is a Problem. */
export interface Session {
  /** One prepared statement; tried again where the connection broke, so every statement may be run twice. */
  all<T>(text: string, values?: readonly unknown[]): Promise<T[]>;
  /** Several statements without values. */
  script(text: string): Promise<void>;
  /** Everything in `act`, or nothing. Not tried again. */
  transact<T>(act: (inside: Session) => Promise<T>): Promise<T>;
}

/** A pool of connections. */
export interface Pool extends Session {
  end(): Promise<void>;
}

const instantType = 20;
/** A connection that is half open must not be waited for: people wait behind it. */
const patience = {
  connectionTimeoutMillis: 3_000,
  statement_timeout: 8_000,
  query_timeout: 10_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 10_000,
} as const;
/** For a copy of everything: nobody waits for it. */
const longPatience = {
  ...patience,
  statement_timeout: 3_600_000,
  query_timeout: 3_600_000,
  idle_in_transaction_session_timeout: 0,
} as const;
const pausesMs = [50, 250];
/** What took longer than this before it failed is not tried again: somebody is waiting. */
const soonMs = 2_000;

/** Opens a pool on this URL; connects when first asked. `most`: connections at once. `work`: may a statement take long? */
export function openPool(url: string, most: number, work: "short" | "long" = "short"): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
    application_name: "voelspriet",
    types: { getTypeParser },
    ...(work === "long" ? longPatience : patience),
  });
  // One that breaks while nobody uses it: the pool opens another.
  pool.on("error", () => {});
  return {
    ...sessionOn(pool, true),
    async transact(act) {
      const client = await pool.connect().catch((thrown: unknown) => {
        throw storeProblem(thrown);
      });
      // The pool listens to those that nobody uses: unheard, a connection that breaks here would end the process.
      const broke = () => {};
      client.on("error", broke);
      let broken = false;
      try {
        const inside = sessionOn(client, false);
        await inside.script("BEGIN");
        const answer = await act(inside);
        await inside.script("COMMIT");
        return answer;
      } catch (thrown) {
        broken = await client.query("ROLLBACK").then(
          () => false,
          () => true,
        );
        throw thrown;
      } finally {
        client.off("error", broke);
        client.release(broken);
      }
    },
    end: () => pool.end(),
  };
}

function sessionOn(on: pg.Pool | pg.ClientBase, again: boolean): Session {
  return {
    async all<T>(text: string, values: readonly unknown[] = []) {
      const from = performance.now();
      for (let tried = 0; ; tried++) {
        try {
          const { rows } = await on.query({ name: nameOf(text), text, values: values.map(kept) });
          return rows as T[];
        } catch (thrown) {
          const wait = pausesMs[tried];
          const late = performance.now() - from > soonMs;
          if (!again || wait === undefined || late || !isPassing(thrown)) throw storeProblem(thrown);
          await pause(wait);
        }
      }
    },
    async script(text) {
      await on.query(text).catch((thrown: unknown) => {
        throw storeProblem(thrown);
      });
    },
    transact() {
      throw new Error("A transaction has begun already.");
    },
  };
}

/** PostgreSQL has no text with a NUL in it, and neither have we: what is asked for with one is not found. */
function kept(value: unknown): unknown {
  return typeof value === "string" ? value.replaceAll("\u0000", "\ufffd") : value;
}

/** Instants and counts are whole numbers that a JavaScript number holds. */
function getTypeParser(type: number, format?: "text" | "binary") {
  return type === instantType ? Number : pg.types.getTypeParser(type, format);
}

const names = new Map<string, string>();

/** Prepared once per connection, under a name that is its own. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash("sha256").update(text).digest("hex").slice(0, 24);
  names.set(text, name);
  return name;
}
