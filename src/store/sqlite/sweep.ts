import type { Database } from "better-sqlite3";

/** Erased bytes stay in the write-ahead log until it is emptied: this sees to it that it is. */
export interface Sweep {
  /** Something was erased: the log must be emptied after this transaction. */
  owe(): void;
  /** Empties the log where that is owed. False: another process is reading, it is tried again by itself. */
  pay(): boolean;
  end(): void;
}

const againMs = 1000;

/** Opens the sweep of this database. */
export function openSweep(db: Database): Sweep {
  let owed = false;
  let again: NodeJS.Timeout | null = null;

  function pay(): boolean {
    if (!owed) return true;
    owed = !emptied(db);
    if (owed && again === null) {
      again = setTimeout(() => {
        again = null;
        pay();
      }, againMs);
      again.unref();
    }
    return !owed;
  }

  return {
    owe: () => {
      owed = true;
    },
    pay,
    end() {
      if (again) clearTimeout(again);
      again = null;
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
  } catch {
    return false;
  } finally {
    db.pragma(`busy_timeout = ${patience}`);
  }
}
