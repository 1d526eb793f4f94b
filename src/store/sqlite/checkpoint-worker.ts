// The other end of checkpoint-thread.ts: a thread with a connection of its own.
import { parentPort, workerData } from "node:worker_threads";
import Database from "better-sqlite3";

const db = new Database(workerData as string, { fileMustExist: true, timeout: 0 });

parentPort?.on("message", (asked: "checkpoint" | "end") => {
  if (asked === "end") {
    db.close();
    parentPort?.close();
    return;
  }
  try {
    db.pragma("wal_checkpoint(PASSIVE)");
  } catch {
    // The log keeps everything; it is tried again after the next commits.
  }
  // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage("done");
});
