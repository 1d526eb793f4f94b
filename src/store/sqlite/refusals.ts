import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import type { Database } from "better-sqlite3";
import { Problem } from "#base/problem.ts";

/** "Vspr": tells our file from any other SQLite file. */
export const applicationId = 0x56737072;

/** A file of ours is never empty: it is made under another name and renamed when whole. */
export function refuseMissingOrEmpty(file: string): void {
  if (!existsSync(file)) {
    throw new Problem(
      "misconfigured",
      `There is no store at ${file}. Start the server once, or set DATA_DIR.`,
    );
  }
  if (statSync(file).size > 0) return;
  throw new Problem(
    "misconfigured",
    `The store ${file} is empty: it was cut off or replaced. Put back the last backup; to start with nothing, remove the file.`,
  );
}

/** SQLite ignores a log that is not one, and with it the last commits: that must not pass in silence. */
export function refuseForeignLog(file: string): void {
  const log = `${file}-wal`;
  if (!existsSync(log)) return;
  const head = Buffer.alloc(4);
  const handle = openSync(log, "r");
  try {
    readSync(handle, head, 0, 4, 0);
  } finally {
    closeSync(handle);
  }
  const magic = head.readUInt32BE(0);
  // All zeroes: a log that was just begun when the power went.
  if (magic === 0 || magic === 0x377f0682 || magic === 0x377f0683) return;
  throw new Problem(
    "misconfigured",
    `The write-ahead log ${log} is damaged: the last commits may be in it. Keep a copy of both files, and put back the last backup.`,
  );
}

/** Another program's database is not touched. */
export function refuseForeign(db: Database, file: string): void {
  if (db.pragma("application_id", { simple: true }) === applicationId) return;
  throw new Problem(
    "misconfigured",
    `${file} is not a store of this software. Set DATA_DIR to the right folder, or move the file away.`,
  );
}
