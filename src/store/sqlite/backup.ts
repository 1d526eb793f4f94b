import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import type { Database } from "better-sqlite3";
import { Problem } from "#base/problem.ts";

/**
 * All that is left, in one step: between two steps whatever another process writes makes SQLite begin again, and beside a busy
 * server a copy never ended. Meanwhile that server goes on writing.
 */
const everyPage = 0x7fffffff;

/**
 * Copies the whole store to a new file (mode 0600) while it goes on working. Still sealed: without the key file it can not
 * be read. A file that exists is not replaced.
 */
export async function backUp(db: Database, file: string): Promise<void> {
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
    await db.backup(draft, { progress: () => everyPage });
    const handle = openSync(draft, "r+");
    fsyncSync(handle);
    closeSync(handle);
    renameSync(draft, file);
  } catch (thrown) {
    rmSync(draft, { force: true });
    throw thrown;
  }
}
