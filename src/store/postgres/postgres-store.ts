import type { Clock } from "#base/clock.ts";
import { Problem } from "#base/problem.ts";
import { openKeyHash } from "#store/layout/seen-key.ts";
import { checkAll } from "#store/postgres/check.ts";
import { openCommits } from "#store/postgres/commit.ts";
import { openContactRows } from "#store/postgres/contacts.ts";
import { countAll } from "#store/postgres/counts.ts";
import { openDeliveryRows } from "#store/postgres/deliveries.ts";
import { openEntryRows } from "#store/postgres/entries.ts";
import { openFactRows } from "#store/postgres/facts.ts";
import { hasTable, migrate, refuseOtherVersion } from "#store/postgres/migrations.ts";
import { nextDue } from "#store/postgres/next-due.ts";
import { openNoticeRows } from "#store/postgres/notices.ts";
import { openPassageRows } from "#store/postgres/passages.ts";
import { type Presence, showUp } from "#store/postgres/presence.ts";
import { proveKeys } from "#store/postgres/prove-keys.ts";
import { followServerClock, type ServerClock } from "#store/postgres/server-clock.ts";
import { openPool, type Pool } from "#store/postgres/session.ts";
import { openSignalerRows } from "#store/postgres/signalers.ts";
import { openSignalRows } from "#store/postgres/signals.ts";
import { openStaffingRows } from "#store/postgres/staffing.ts";
import { unfinished } from "#store/postgres/tables.ts";
import { openTimerRows } from "#store/postgres/timers.ts";
import { openTypedRows } from "#store/postgres/typed.ts";
import { openWeekRows } from "#store/postgres/weeks.ts";
import type { Sealer, Store } from "#store/store.ts";

/** Which database, and with whom. */
export interface PostgresOptions {
  /** `postgres://user:password@host/name` */
  readonly url: string;
  /** `serve`: one of the instances that work on it. `beside`: an admin command. */
  readonly mode: "serve" | "beside";
  /** Connections at once. */
  readonly connections?: number;
  /** Copies everything to a file of its own (Store.backup). */
  readonly backUp?: (file: string) => Promise<void>;
}

/** A store on PostgreSQL, and its time: the one that all instances have. */
export interface PostgresStore {
  readonly store: Store;
  readonly clock: Clock;
}

const usualConnections = 10;

/**
 * The store on a PostgreSQL database, for as many instances at once as one likes. `serve` brings an older database up to date.
 * Throws Problem where it can not be reached, is not ours, of a newer software, or sealed with other keys.
 */
export async function openPostgresStore(options: PostgresOptions, sealer: Sealer): Promise<PostgresStore> {
  const pool = openPool(options.url, options.connections ?? usualConnections);
  try {
    await refuseForgetful(pool);
    if (options.mode === "serve") await migrate(options.url);
    else await refuseOtherVersion(pool);
    await refuseUnfinished(pool);
    await proveKeys(pool, sealer);
    const time = await followServerClock(pool);
    const presence = options.mode === "serve" ? await showUp(options.url, pool) : null;
    if (presence !== null) await openTypedRows(pool, sealer, presence.number).hurry();
    return { store: storeOn({ pool, sealer, time, presence, backUp: options.backUp }), clock: time.clock };
  } catch (thrown) {
    await pool.end();
    throw thrown;
  }
}

/** Has no store been made there yet? Throws Problem where it can not be asked. */
export async function isNewDatabase(url: string): Promise<boolean> {
  const pool = openPool(url, 1);
  try {
    return !(await hasTable(pool, "instance")) || (await pool.all("SELECT 1 FROM instance")).length === 0;
  } finally {
    await pool.end();
  }
}

/** Acknowledged and then lost at a power cut: not with us. */
async function refuseForgetful(pool: Pool): Promise<void> {
  const [row] = await pool.all<{ commit: string; fsync: string }>(
    "SELECT current_setting('synchronous_commit') AS commit, current_setting('fsync') AS fsync",
  );
  if (row?.commit !== "off" && row?.fsync !== "off") return;
  throw new Problem(
    "misconfigured",
    "The database may forget what it has acknowledged: synchronous_commit or fsync is off. Set both on.",
  );
}

/** Half of a store is not one. */
async function refuseUnfinished(pool: Pool): Promise<void> {
  const going = await pool.all("SELECT 1 FROM settings WHERE name = $1", [unfinished]);
  if (going.length === 0) return;
  throw new Problem(
    "misconfigured",
    "A move to this database was broken off. Run it again: it goes on where it stopped.",
  );
}

interface Parts {
  readonly pool: Pool;
  readonly sealer: Sealer;
  readonly time: ServerClock;
  /** Null: an admin command, which works on nothing that is leased. */
  readonly presence: Presence | null;
  readonly backUp: PostgresOptions["backUp"];
}

function storeOn({ pool, sealer, time, presence, backUp }: Parts): Store {
  const me = () => presence?.number() ?? null;
  const keyHash = openKeyHash(sealer);
  const commits = openCommits(pool, sealer, keyHash);
  const signals = openSignalRows(pool, sealer);
  const passages = openPassageRows(pool, sealer);
  const signalers = openSignalerRows(pool, sealer);
  const staffing = openStaffingRows(pool);
  const entries = openEntryRows(pool, sealer);
  const timers = openTimerRows(pool, me);
  const notices = openNoticeRows(pool, sealer, me);
  const deliveries = openDeliveryRows(pool, { sealer, me, recipientOf: notices.recipientOf });
  const facts = openFactRows(pool);
  const weeks = openWeekRows(pool);
  const typed = openTypedRows(pool, sealer, me);
  const contacts = openContactRows(pool, sealer);
  let closing: Promise<void> | null = null;

  async function end(): Promise<void> {
    time.end();
    await presence?.end();
    await pool.end();
  }

  return {
    ...signals,
    commit: commits.write,
    async findByKey(key) {
      const [row] = await pool.all<{ signal: string | null }>("SELECT signal FROM seen WHERE key = $1", [
        keyHash(key),
      ]);
      return row ?? null;
    },
    passages: passages.of,
    passage: passages.one,
    erase: (signal) => passages.erase(signal),
    signaler: signalers.one,
    rememberSignaler: signalers.remember,
    signalerAddresses: signalers.addressesOn,
    // Nobody sees what is not on disk yet.
    settled: () => Promise.resolve(),
    signalerId: (address) => sealer.pseudonym(`signaler:${address}`),
    staffing: staffing.all,
    setStaffing: staffing.set,
    entries: entries.of,
    latestEntries: entries.latest,
    addEntry: entries.add,
    keepTyped: typed.keep,
    takeTyped: typed.take,
    noteTyped: typed.note,
    takeTimers: timers.take,
    settleTimer: timers.settle,
    addTimer: timers.add,
    nextDue: () => nextDue(pool),
    takeNotices: notices.take,
    messageAt: deliveries.messageAt,
    signalAt: deliveries.signalAt,
    noteDelivery: deliveries.note,
    releaseStuck: notices.release,
    inbox: deliveries.inbox,
    arrivals: facts.arrivals,
    outcomesSet: facts.outcomesSet,
    clocksEnded: facts.clocksEnded,
    closedSince: facts.closedSince,
    openFacts: facts.open,
    publishedWeek: weeks.published,
    publishWeek: weeks.publish,
    recall: weeks.recall,
    remember: weeks.remember,
    contactOf: contacts.one,
    rememberContact: contacts.remember,
    counts: (now) => countAll(pool, now),
    async backup(file) {
      if (backUp === undefined)
        throw new Problem("misconfigured", "This command can not make a backup of a PostgreSQL database.");
      await backUp(file);
    },
    check: (how) => checkAll(pool, sealer, how),
    close() {
      closing ??= end();
      return closing;
    },
  };
}
