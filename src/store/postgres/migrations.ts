import { Problem } from "#base/problem.ts";
import { start } from "#store/postgres/migrations/001-start.ts";
import { acts } from "#store/postgres/migrations/002-acts.ts";
import { commits } from "#store/postgres/migrations/003-commits.ts";
import { closed } from "#store/postgres/migrations/004-closed.ts";
import { stuck } from "#store/postgres/migrations/005-stuck.ts";
import { openPool, type Session } from "#store/postgres/session.ts";

/** In order, for ever: a migration that has been released is not edited, the next one is added below it. */
const migrations: readonly string[] = [start, acts, commits, closed, stuck];

/** The version that this software reads and writes. */
const newestVersion = migrations.length;

/**
 * Brings the database to the newest version, however long that takes. A second instance that starts at the same moment waits
 * for the first. Everything in one transaction: a kill half-way leaves what was. Throws Problem where a newer software made the
 * database.
 */
export async function migrate(url: string): Promise<void> {
  const pool = openPool(url, 1, "long");
  try {
    if ((await versionOf(pool)) !== newestVersion) await pool.transact(bringUpToDate);
  } finally {
    await pool.end();
  }
}

async function bringUpToDate(inside: Session): Promise<void> {
  await inside.script("SET LOCAL lock_timeout = 0");
  await inside.all("SELECT pg_advisory_xact_lock(hashtext('migrate'), hashtext(current_schema()))");
  // For a table not long: whoever writes there meanwhile stands in line behind us.
  await inside.script("SET LOCAL lock_timeout = '5s'");
  const at = await versionOf(inside);
  refuseNewer(at);
  if (at === 0)
    await inside.script(
      "CREATE TABLE version (one integer PRIMARY KEY CHECK (one = 1), at integer NOT NULL)",
    );
  for (const sql of migrations.slice(at)) await inside.script(sql);
  await inside.all(
    "INSERT INTO version (one, at) VALUES (1, $1) ON CONFLICT (one) DO UPDATE SET at = excluded.at",
    [newestVersion],
  );
}

/** Throws Problem where the database is not of the version of this software: for a command beside a server. */
export async function refuseOtherVersion(session: Session): Promise<void> {
  const at = await versionOf(session);
  refuseNewer(at);
  if (at === newestVersion) return;
  const what = at === 0 ? "is empty" : `has version ${at}, this software works with ${newestVersion}`;
  throw new Problem(
    "misconfigured",
    `The database ${what}. Start the server once: it brings the database up to date.`,
  );
}

async function versionOf(session: Session): Promise<number> {
  if (!(await hasTable(session, "version"))) return 0;
  const [row] = await session.all<{ at: number }>("SELECT at FROM version");
  return row?.at ?? 0;
}

/**
 * Looked up in the catalog itself: what a connection remembers of a name that was not there yet outlives the wait for whoever
 * makes it (`to_regclass` said no after the other instance had made it).
 */
export async function hasTable(session: Session, name: string): Promise<boolean> {
  const rows = await session.all(
    "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = $1",
    [name],
  );
  return rows.length > 0;
}

function refuseNewer(version: number): void {
  if (version <= newestVersion) return;
  throw new Problem(
    "misconfigured",
    `The database has version ${version}, this software knows ${newestVersion}: a newer software made it. Use that one, or a database of its own.`,
  );
}
