import pg from "pg";
import { storeProblem } from "#store/postgres/faults.ts";
import type { Session } from "#store/postgres/session.ts";

/**
 * Says that this instance lives: it holds a lock of its own on a connection of its own, and the database lets go of that at
 * any death of the process. What an instance was working on is then free again within seconds, not when its lease ends.
 */
export interface Presence {
  /**
   * The number under which this instance works now; another one after its connection was lost. Null as long as nobody can see
   * that it lives: what it takes meanwhile stays with it until the lease ends, for nobody takes it for the work of the dead.
   */
  number(): number | null;
  end(): Promise<void>;
}

const everyMs = 2_000;
const tables = ["timers", "notices", "typed"] as const;

/** A lock's second half is the instance; the first half tells apart stores in one database. */
const space = "hashtext('instance ' || current_schema())";

/** Who is there, by their locks. */
const living = `SELECT objid::int FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND classid::bigint = ${space}::bigint & 4294967295`;

/** Shows up, and from now on frees what the dead were working on. */
export async function showUp(url: string, session: Session): Promise<Presence> {
  let me = await session.all<{ number: number }>("SELECT nextval('instances')::int AS number").then(first);
  let held: pg.Client | null = listened(await hold(url, me));
  let ended = false;
  let running: Promise<void> = Promise.resolve();

  /** One that breaks is known at once, and replaced at the next look. */
  function listened(client: pg.Client): pg.Client {
    client.on("end", () => {
      if (held === client) held = null;
    });
    return client;
  }

  /** A connection that broke took the lock with it: others take over what was begun, and this one goes on under a new number. */
  async function look(): Promise<void> {
    if (held === null) {
      const number = await session
        .all<{ number: number }>("SELECT nextval('instances')::int AS number")
        .then(first);
      held = listened(await hold(url, number));
      me = number;
    }
    const client = held;
    await client.query("SELECT 1").catch(() => {
      if (held === client) held = null;
      void client.end().catch(() => {});
    });
    await freeTheDead(session);
  }

  const timer = setInterval(() => {
    // Who can not look after the dead now, does so next time.
    running = running.then(() => (ended ? undefined : look())).catch(() => {});
  }, everyMs);
  timer.unref();
  await freeTheDead(session);

  return {
    number: () => (held === null ? null : me),
    async end() {
      ended = true;
      clearInterval(timer);
      await running;
      await held?.end().catch(() => {});
    },
  };
}

async function hold(url: string, number: number): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    keepAlive: true,
    application_name: "voelspriet presence",
    connectionTimeoutMillis: 3_000,
    query_timeout: 5_000,
  });
  // Seen at the next look.
  client.on("error", () => {});
  try {
    await client.connect();
    // A server that does not hear from us lets go of the lock as soon.
    await client.query(
      "SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 3",
    );
    await client.query(`SELECT pg_advisory_lock(${space}, $1)`, [number]);
    return client;
  } catch (thrown) {
    await client.end().catch(() => {});
    throw storeProblem(thrown);
  }
}

async function freeTheDead(session: Session): Promise<void> {
  for (const table of tables) {
    await session.all(
      `UPDATE ${table} SET leased_until = 0, leased_by = NULL WHERE leased_until > 0 AND leased_by NOT IN (${living})`,
    );
  }
}

function first(rows: readonly { readonly number: number }[]): number {
  return rows[0]?.number ?? 0;
}
