import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { newId } from "#base/ids.ts";
import { Problem } from "#base/problem.ts";
import { instancePlace } from "#store/layout/places.ts";
import { migrate } from "#store/sqlite/migrations.ts";
import { applicationId } from "#store/sqlite/refusals.ts";
import type { Sealer } from "#store/store.ts";

/** Makes an empty store. Made under another name and renamed when whole: a file with the store's own name is never half made, so an empty one is not ours. */
export function makeFile(file: string, sealer: Sealer): void {
  if (existsSync(`${file}-wal`)) {
    throw new Problem(
      "misconfigured",
      `${file} is gone, but its write-ahead log is still there. Put the file back, or move ${file}-wal away to start with nothing.`,
    );
  }
  const draft = `${file}.new`;
  for (const left of [draft, `${draft}-journal`]) rmSync(left, { force: true });
  closeSync(openSync(draft, "wx", 0o600));
  const db = new Database(draft);
  try {
    // The migrations count on this size: see `apart` in 001-start.
    db.pragma("page_size = 4096");
    db.pragma(`application_id = ${applicationId}`);
    migrate(db);
    mark(db, sealer);
  } finally {
    db.close();
  }
  renameSync(draft, file);
  syncFolder(file);
}

function mark(db: Database.Database, sealer: Sealer): void {
  const id = newId();
  const sealed = sealer.seal(id, instancePlace);
  db.prepare("INSERT INTO instance (one, id, mark, pseudonym) VALUES (1, ?, ?, ?)").run(
    id,
    sealed,
    sealer.pseudonym(id),
  );
}

function syncFolder(file: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(dirname(file), "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
