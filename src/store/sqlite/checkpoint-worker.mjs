// @ts-check
// The other end of checkpoint-thread.ts: a thread with a connection of its own. JavaScript, because TypeScript would cost every
// such thread 20 MB for reading it.
import { parentPort, workerData } from "node:worker_threads";
import Database from "better-sqlite3";

const db = new Database(String(workerData), { fileMustExist: true, timeout: 0 });

/** Brings the log to the file. Null: done, or somebody was in the way, and it is tried again after the next commits. */
function faultOf() {
  try {
    db.pragma("wal_checkpoint(PASSIVE)");
    return null;
  } catch (thrown) {
    return thrown instanceof Database.SqliteError ? { code: thrown.code } : { code: "unknown" };
  }
}

parentPort?.on("message", (/** @type {"checkpoint" | "end"} */ asked) => {
  if (asked === "end") {
    db.close();
    parentPort?.close();
    return;
  }
  // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(faultOf());
});
