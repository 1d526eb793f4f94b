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
  /** Resolves when everything that was committed before is on disk. */
  settled(): Promise<void>;
  /** Refuses what comes now; resolves when everything before it is on disk. */
  end(): Promise<void>;
}

interface Waiting {
  readonly act: () => unknown;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (problem: Problem) => void;
}

/** Bounds how long one transaction keeps everything else waiting. */
const mostInOne = 50;

/** What follows on a commit. */
export interface AfterCommit {
  /** Runs after every transaction. */
  look(): void;
  /** Resolves when it is on disk: then its writers hear. */
  toDisk(): Promise<void>;
  /** The disk lost what it had taken. A second try would say that all is well: only a new start reads what is there. */
  onLost(problem: Problem): void;
}

/** Opens the group of this database. */
export function openWriteGroup(db: Database, { look, toDisk, onLost }: AfterCommit): WriteGroup {
  const begin = db.prepare("BEGIN IMMEDIATE");
  const commit = db.prepare("COMMIT");
  const rollback = db.prepare("ROLLBACK");
  const save = db.prepare("SAVEPOINT one");
  const release = db.prepare("RELEASE one");
  const undo = db.prepare("ROLLBACK TO one");
  let waiting: Waiting[] = [];
  let scheduled = false;
  /** Resolves when the commits so far are on disk; never rejects. */
  let onDisk: Promise<void> | null = null;
  let ended = false;
  let broken: Problem | null = null;

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
    if (broken !== null) {
      refuse(group, broken);
      return;
    }
    const settled = transact(group);
    if (settled === null) return;
    const told = tell(group, settled).finally(() => {
      if (onDisk === told) onDisk = null;
    });
    onDisk = told;
    look();
  }

  /** Once the disk has it. */
  async function tell(group: readonly Waiting[], settled: readonly (() => void)[]): Promise<void> {
    try {
      await toDisk();
    } catch (thrown) {
      breakDown(thrown);
    }
    if (broken !== null) refuse(group, broken);
    else for (const settle of settled) settle();
  }

  function refuse(group: readonly Waiting[], problem: Problem): void {
    for (const one of group) one.reject(problem);
  }

  function breakDown(thrown: unknown): void {
    if (broken !== null) return;
    broken = new Problem(
      "retry",
      "The disk did not keep what was written. Voelspriet starts anew from what is there: nothing that was confirmed is lost. Look at the machine.",
      { cause: thrown },
    );
    onLost(broken);
  }

  /** Gives how each of the group hears of it; null: nothing was written, and they have heard. */
  function transact(group: readonly Waiting[]): (() => void)[] | null {
    try {
      begin.run();
      const settled = together(group) ?? group.map(attempt);
      commit.run();
      return settled;
    } catch (thrown) {
      if (db.inTransaction) rollback.run();
      refuse(group, storeProblem(thrown));
      return null;
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
    if (broken !== null) return Promise.reject(broken);
    return new Promise<T>((resolve, reject) => {
      waiting.push({ act, resolve: resolve as (answer: unknown) => void, reject });
      schedule();
    });
  }

  return {
    write,
    async settled() {
      await onDisk;
      if (broken !== null) throw broken;
    },
    async end() {
      if (ended) return;
      const last = broken === null ? write(() => undefined) : null;
      ended = true;
      await last;
    },
  };
}
