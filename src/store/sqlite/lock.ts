import { closeSync, openSync } from "node:fs";
import Database from "better-sqlite3";
import { fileFault } from "#base/file-fault.ts";
import { Problem } from "#base/problem.ts";

/** A lock that is held; the machine lets go of it when the process ends, however it ends. */
export interface Lock {
  release(): void;
}

/** Kept from the garbage collector: it would close the file, and with that let go of the lock. */
const held = new Set<Database.Database>();

/**
 * Takes the right to serve this store. It is a transaction that never ends on a small file beside it: the operating system
 * frees it at any death of the process, and nobody can leave it behind. Throws Problem where another process holds it.
 */
export function takeLock(file: string): Lock {
  const lockFile = `${file}.lock`;
  try {
    closeSync(openSync(lockFile, "a", 0o600));
  } catch (thrown) {
    throw new Problem(
      "misconfigured",
      `Nothing can be kept in the folder of ${file}: ${fileFault(thrown)}. Make it writable for this user, or set DATA_DIR to another folder.`,
      { cause: thrown },
    );
  }
  const db = new Database(lockFile, { timeout: 0 });
  try {
    db.exec("BEGIN EXCLUSIVE");
  } catch (thrown) {
    db.close();
    throw refusal(file, thrown);
  }
  held.add(db);
  return {
    release() {
      held.delete(db);
      db.close();
    },
  };
}

function refusal(file: string, thrown: unknown): Problem {
  if (thrown instanceof Database.SqliteError && thrown.code.startsWith("SQLITE_BUSY")) {
    return new Problem(
      "misconfigured",
      `Another process serves the store ${file}. Only one can: stop the other one first, or set DATA_DIR to another folder.`,
    );
  }
  if (thrown instanceof Database.SqliteError && /^SQLITE_(CANTOPEN|FULL)/.test(thrown.code)) {
    return new Problem(
      "misconfigured",
      `Nothing can be kept in the folder of ${file}: no file can be made there. See whether its disk has room (df -h), also for one more file (df -i), and whether this user may write there.`,
      { cause: thrown },
    );
  }
  return new Problem(
    "misconfigured",
    `The lock file ${file}.lock can not be used. Remove it and start again.`,
    {
      cause: thrown,
    },
  );
}
