import { closeSync, fdatasync, openSync } from "node:fs";
import { promisify } from "node:util";

const bringToDisk = promisify(fdatasync);

/** Waits for the disk while everybody else is served. */
export interface ToDisk {
  /** Resolves when all that was committed before this call is on the disk; those who ask meanwhile share the next wait. */
  wait(): Promise<void>;
  close(): void;
}

/**
 * Opens it for the write-ahead log of a store that is open. SQLite would wait for the disk in the commit, and hold up the whole
 * process for it; the store commits without (`synchronous=NORMAL`), and nobody hears of a commit before this wait is over: that
 * is as safe, because a commit is safe when its part of the log is.
 */
export function openToDisk(file: string): ToDisk {
  const log = openSync(`${file}-wal`, "r+");
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  async function bring(): Promise<void> {
    await bringToDisk(log);
    running = null;
  }

  function begin(): Promise<void> {
    next = null;
    running = bring();
    return running;
  }

  return {
    wait() {
      if (running === null) return begin();
      // What is being brought there may have begun before this commit. After a failure no wait succeeds: a second one would say
      // that all is well.
      next ??= running.then(begin);
      return next;
    },
    close: () => closeSync(log),
  };
}
