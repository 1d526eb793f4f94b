import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { Problem } from "#base/problem.ts";
import { instancePlace } from "#store/layout/places.ts";
import { storeProblem } from "#store/sqlite/faults.ts";
import { type Lock, takeLock } from "#store/sqlite/lock.ts";
import { makeFile } from "#store/sqlite/make-file.ts";
import { migrate, newestVersion, refuseNewer, versionOf } from "#store/sqlite/migrations.ts";
import { refuseForeign, refuseForeignLog, refuseMissingOrEmpty } from "#store/sqlite/refusals.ts";
import type { Sealer } from "#store/store.ts";

/** `serve`: the one process that works on the store. `beside`: an admin command beside a running server. */
export type OpenMode = "serve" | "beside";

const busyTimeoutMs = 5000;

/** An open file; closing it lets go of the right to serve it too. */
export interface OpenFile {
  readonly db: Database.Database;
  close(): void;
}

/**
 * Opens the store's file, and makes it where `serve` finds none. Throws Problem where the file is empty, damaged, not ours,
 * of a newer software, sealed with other keys, or served by another process.
 */
export function openFile(file: string, sealer: Sealer, mode: OpenMode): OpenFile {
  const lock = mode === "serve" ? prepared(file, sealer) : null;
  try {
    const db = opened(file, sealer, mode);
    const close = () => {
      db.close();
      lock?.release();
    };
    return { db, close };
  } catch (thrown) {
    lock?.release();
    throw storeProblem(thrown);
  }
}

function prepared(file: string, sealer: Sealer): Lock {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const lock = takeLock(file);
  try {
    if (!existsSync(file)) makeFile(file, sealer);
    return lock;
  } catch (thrown) {
    lock.release();
    throw storeProblem(thrown);
  }
}

function opened(file: string, sealer: Sealer, mode: OpenMode): Database.Database {
  refuseMissingOrEmpty(file);
  refuseForeignLog(file);
  const db = new Database(file, { fileMustExist: true, timeout: busyTimeoutMs });
  try {
    refuseForeign(db, file);
    refuseNewer(db);
    settings(db);
    if (mode === "serve") migrate(db);
    else refuseOlder(db);
    proveKeys(db, sealer);
    return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

function settings(db: Database.Database): void {
  db.pragma("journal_mode = WAL");
  // FULL: what was committed survives a power cut. The store itself goes on to wait beside the commit: see to-disk.ts.
  db.pragma("synchronous = FULL");
  // Without it deleted text stays readable in the file. It also makes a vacuum needless: free pages are zeroes.
  db.pragma("secure_delete = ON");
  db.pragma("trusted_schema = OFF");
  db.pragma("foreign_keys = ON");
  db.pragma("temp_store = MEMORY");
  db.pragma("cache_size = -16384");
  // 45 MB: far beyond where checkpoints.ts brings it to the file, for where that can not.
  db.pragma("wal_autocheckpoint = 11000");
  db.pragma("journal_size_limit = 67108864");
}

function refuseOlder(db: Database.Database): void {
  const version = versionOf(db);
  if (version === newestVersion) return;
  throw new Problem(
    "misconfigured",
    `The store has version ${version}, this software works with ${newestVersion}. Start the server once: it brings the store up to date.`,
  );
}

/** Wrong keys are found here, before anything is sealed with them. */
function proveKeys(db: Database.Database, sealer: Sealer): void {
  const row = db
    .prepare<[], { id: string; mark: string; pseudonym: string }>("SELECT id, mark, pseudonym FROM instance")
    .get();
  const fits =
    row && sealer.open(row.mark, instancePlace) === row.id && sealer.pseudonym(row.id) === row.pseudonym;
  if (fits) return;
  throw new Problem(
    "misconfigured",
    "The keys do not belong to this store, or its mark was altered. Put back the key file that was made with it.",
  );
}
