import type { Database } from "better-sqlite3";
import { Problem } from "#base/problem.ts";
import { storeProblem } from "#store/sqlite/faults.ts";

/** Writes that arrive in the same tick share one transaction, and one wait for the disk. */
export interface WriteGroup {
  /**
   * Runs `act` in the next transaction; resolves with its answer when that is on disk. A failing act spoils no other: the
   * others are then run again, so an act changes nothing but the database.
   */
  write<T>(act: () => T): Promise<T>;
  /** Refuses what comes now; resolves when everything before it is on disk. */
  end(): Promise<void>;
}

interface Waiting {
  readonly act: () => unknown;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (problem: Problem) => void;
}

/** Bounds how long one transaction keeps everything else waiting. */
const mostInOne = 200;

/** Opens the group of this database. `afterCommit` runs after every transaction that is on disk, before its writers hear. */
export function openWriteGroup(db: Database, afterCommit: () => void): WriteGroup {
  const begin = db.prepare("BEGIN IMMEDIATE");
  const commit = db.prepare("COMMIT");
  const rollback = db.prepare("ROLLBACK");
  const save = db.prepare("SAVEPOINT one");
  const release = db.prepare("RELEASE one");
  const undo = db.prepare("ROLLBACK TO one");
  let waiting: Waiting[] = [];
  let scheduled = false;
  let ended = false;

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    setImmediate(flush);
  }

  function flush(): void {
    scheduled = false;
    const group = waiting.splice(0, mostInOne);
    if (waiting.length > 0) schedule();
    if (group.length === 0) return;
    for (const settle of transact(group)) settle();
  }

  /** Gives how each of the group hears of it. */
  function transact(group: readonly Waiting[]): (() => void)[] {
    try {
      begin.run();
      const settled = together(group) ?? group.map(attempt);
      commit.run();
      afterCommit();
      return settled;
    } catch (thrown) {
      if (db.inTransaction) rollback.run();
      const problem = storeProblem(thrown);
      return group.map((one) => () => one.reject(problem));
    }
  }

  /** All acts without a savepoint, which copies every page that they change. Null: one failed, and none is written. */
  function together(group: readonly Waiting[]): (() => void)[] | null {
    try {
      return group.map((one) => {
        const answer = one.act();
        return () => one.resolve(answer);
      });
    } catch (thrown) {
      // A full disk can take the whole transaction with it.
      if (!db.inTransaction) throw thrown;
      rollback.run();
      begin.run();
      return null;
    }
  }

  function attempt(one: Waiting): () => void {
    save.run();
    try {
      const answer = one.act();
      release.run();
      return () => one.resolve(answer);
    } catch (thrown) {
      // Then nobody's write is there.
      if (!db.inTransaction) throw thrown;
      undo.run();
      release.run();
      const problem = storeProblem(thrown);
      return () => one.reject(problem);
    }
  }

  function write<T>(act: () => T): Promise<T> {
    if (ended) return Promise.reject(new Problem("retry", "The store is closed. Start again."));
    return new Promise<T>((resolve, reject) => {
      waiting.push({ act, resolve: resolve as (answer: unknown) => void, reject });
      schedule();
    });
  }

  return {
    write,
    async end() {
      if (ended) return;
      const last = write(() => undefined);
      ended = true;
      await last;
    },
  };
}
