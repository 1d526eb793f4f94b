import type { Database } from "better-sqlite3";
import { Problem } from "#base/problem.ts";
import { start } from "#store/sqlite/migrations/001-start.ts";
import { ownWork } from "#store/sqlite/migrations/002-own-work.ts";
import { loads } from "#store/sqlite/migrations/003-loads.ts";
import { typed } from "#store/sqlite/migrations/004-typed.ts";
import { sealedLog } from "#store/sqlite/migrations/005-sealed-log.ts";
import { counted } from "#store/sqlite/migrations/006-counted.ts";
import { closed } from "#store/sqlite/migrations/007-closed.ts";
import { stuck } from "#store/sqlite/migrations/008-stuck.ts";

/** In order, for ever: a migration that has been released is not edited, the next one is added below it. */
const migrations: readonly string[] = [start, ownWork, loads, typed, sealedLog, counted, closed, stuck];

/** The version that this software reads and writes. */
export const newestVersion = migrations.length;

/** The version of this file: how many migrations it has had. */
export function versionOf(db: Database): number {
  return Number(db.pragma("user_version", { simple: true }));
}

/**
 * Brings the file to the newest version, each step in a transaction of its own: a kill half-way leaves the last whole
 * step. Refuses a file of a newer software.
 */
export function migrate(db: Database): void {
  refuseNewer(db);
  for (let at = versionOf(db); at < newestVersion; at = versionOf(db)) {
    const sql = migrations[at];
    if (sql === undefined) return;
    db.transaction(() => {
      // Asked again inside: another process may have been faster.
      if (versionOf(db) !== at) return;
      db.exec(sql);
      db.pragma(`user_version = ${at + 1}`);
    }).immediate();
  }
}

/** Throws where a newer software made this file. */
export function refuseNewer(db: Database): void {
  const version = versionOf(db);
  if (version <= newestVersion) return;
  throw new Problem(
    "misconfigured",
    `The store has version ${version}, this software knows up to ${newestVersion}. Start the newer software again, or put back the backup from before the upgrade.`,
  );
}
