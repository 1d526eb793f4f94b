import { closeSync, existsSync, fdatasyncSync, openSync, renameSync, rmSync } from "node:fs";
import Database from "better-sqlite3";
import { Problem } from "#base/problem.ts";

/** Pages at a time, of 4 kB; each time the copy is brought to the disk: nobody's write waits behind more than that. */
const pagesAtATime = 500;
/** Three times as long as the disk was kept busy, it is left to whoever waits for an answer; longer than a moment nobody needs. */
const rest = { times: 3, mostMs: 600 };

/**
 * Copies the whole store to a new file (mode 0600) while it goes on working. Still sealed: without the key file it can not
 * be read. A file that exists is not replaced.
 */
export async function backUp(from: Database.Database, file: string): Promise<void> {
  if (existsSync(file)) {
    throw new Problem(
      "misconfigured",
      `There is a file at ${file} already. Give the backup a name of its own.`,
    );
  }
  const draft = `${file}.part`;
  rmSync(draft, { force: true });
  try {
    closeSync(openSync(draft, "wx", 0o600));
    await copy(from.name, draft);
    renameSync(draft, file);
  } catch (thrown) {
    rmSync(draft, { force: true });
    throw thrown;
  }
}

/**
 * Reads as the store was at one moment, on a connection of its own that keeps to that moment: SQLite would begin again at every
 * write of another, and beside a busy server a copy never ended.
 */
async function copy(store: string, draft: string): Promise<void> {
  const db = new Database(store, { readonly: true });
  const handle = openSync(draft, "r+");
  try {
    db.exec("BEGIN");
    db.prepare("SELECT 1 FROM sqlite_schema LIMIT 1").get();
    await db.backup(draft, {
      progress() {
        const from = performance.now();
        fdatasyncSync(handle);
        leaveDisk(performance.now() - from);
        return pagesAtATime;
      },
    });
    fdatasyncSync(handle);
  } finally {
    closeSync(handle);
    db.close();
  }
}

function leaveDisk(busyMs: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.min(rest.times * busyMs, rest.mostMs));
}
