import type { Database } from "better-sqlite3";
import { openCheckpointThread } from "#store/sqlite/checkpoint-thread.ts";
import type { OpenMode } from "#store/sqlite/open-file.ts";

/** Brings the write-ahead log to the file, and empties it where something was erased: erased bytes stay in it until then. */
export interface Checkpoints {
  /** Something was erased: the log must be emptied, after this transaction or within half a minute. */
  owe(): void;
  /** After a commit: does what is due. What takes long goes to a thread of its own. */
  look(): void;
  /** Empties the log where that is owed. False: another one is reading, it is tried again by itself. */
  pay(): boolean;
  end(): Promise<void>;
}

/** Where somebody else reads, a copy is being made perhaps. */
const againMs = 2_000;
/** While it is emptied nobody can write: where many stories are erased, it is done for all of them together. */
const betweenMs = 30_000;
/** So many pages of 4 kB behind, the log is brought to the file: fewer, and a page is written there again and again; more, and the disk is busy with it while somebody waits. */
const long = 1_000;
/** Longer it should not become (40 MB), also where writes never pause. */
const tooLong = 10_000;
/** Behind a reader the thread gets no further: not again at once. */
const restMs = 250;
/** So few are brought there at once, where people wait. */
const short = 250;

/** Opens them for this database. `beside` a server they only pay. `onFault`: the disk failed, and what it keeps is in doubt. */
export function openCheckpoints(
  db: Database,
  mode: OpenMode,
  onFault: (thrown: unknown) => void,
): Checkpoints {
  const thread = openCheckpointThread(db.name);
  const standing = db.prepare<[], { log: number; checkpointed: number }>("PRAGMA wal_checkpoint(NOOP)");
  const quietly = <T>(act: () => T): T | undefined => {
    try {
      return act();
    } catch (thrown) {
      // Busy: the log keeps everything until it works.
      if (isDiskFault(thrown)) onFault(thrown);
      return undefined;
    }
  };
  const standingNow = () => quietly(() => standing.get()) ?? { log: 0, checkpointed: 0 };
  let owed = false;
  let underway: Promise<void> | null = null;
  /** From then on the thread may begin again. */
  let rested = Number.NEGATIVE_INFINITY;
  /** The next time that the log is emptied for what commits erased. */
  let turn = Number.NEGATIVE_INFINITY;
  let again: NodeJS.Timeout | null = null;
  let ended = false;

  function pay(): boolean {
    owed = owed && quietly(() => emptied(db)) !== true;
    if (owed && mode === "serve") lookAt(performance.now() + againMs);
    return !owed;
  }

  function payInTurn(): void {
    turn = performance.now() + (pay() ? betweenMs : againMs);
  }

  function lookAt(time: number): void {
    if (again !== null || ended) return;
    again = setTimeout(
      () => {
        again = null;
        look();
      },
      Math.max(0, time - performance.now()),
    );
    again.unref();
  }

  function finish(fault?: unknown): void {
    underway = null;
    if (isDiskFault(fault)) onFault(fault);
    rested = performance.now() + restMs;
    if (ended) return;
    if (owed) payInTurn();
    // Little is left to bring; with that there too, the log begins anew at the next commit. By itself it does so in any pause.
    else if (standingNow().log >= tooLong) quietly(() => db.pragma("wal_checkpoint(PASSIVE)"));
  }

  function look(): void {
    if (mode === "beside") {
      pay();
      return;
    }
    if (underway !== null) return;
    const { log, checkpointed } = standingNow();
    const behind = log - checkpointed;
    const now = performance.now();
    const isDue = owed && now >= turn;
    if (isDue && behind <= short) payInTurn();
    else if (isDue || (behind >= long && now >= rested))
      underway = thread.checkpoint().then(() => finish(), finish);
    else if (owed) lookAt(turn);
  }

  return {
    owe: () => {
      owed = true;
    },
    look,
    pay,
    async end() {
      ended = true;
      if (again) clearTimeout(again);
      again = null;
      await underway;
      await thread.end();
    },
  };
}

/** Never waits for others: everybody who signals would wait with it. */
function emptied(db: Database): boolean {
  const patience = Number(db.pragma("busy_timeout", { simple: true }));
  try {
    db.pragma("busy_timeout = 0");
    const [row] = db.pragma("wal_checkpoint(TRUNCATE)") as { busy: number }[];
    return row?.busy === 0;
  } finally {
    db.pragma(`busy_timeout = ${patience}`);
  }
}

function isDiskFault(thrown: unknown): boolean {
  return thrown instanceof Error && "code" in thrown && String(thrown.code).startsWith("SQLITE_IOERR");
}
