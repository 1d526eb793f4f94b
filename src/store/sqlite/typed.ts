import type { Database } from "better-sqlite3";
import type { Press } from "#signal/press.ts";
import type { Instant } from "#signal/signal.ts";
import { takenTyped, typedIn, typedKey, typedRow } from "#store/layout/typed-row.ts";
import type { Sealer, TakenTyped } from "#store/store.ts";

/** The rows of `typed`: words that came in and still have to be worked on. */
export interface TypedRows {
  /** Once: what lies there already stays as it is. */
  keep(press: Press, now: Instant): void;
  /** Oldest first: what one person typed is worked on in the order in which it was typed. */
  take(now: Instant, most: number, leaseMs: number): TakenTyped[];
  /** Worked on (null), or to be tried again then. */
  note(press: Press, again: Instant | null): void;
  nextDue(): Instant | null;
  /** At the start of the one server: everything is tried at once, in order. */
  freeAll(): void;
  /** Opens about `most` of them: throws where one was altered. */
  sample(most: number): void;
}

interface TakenRow {
  readonly seq: number;
  readonly key: string;
  readonly attempt: number;
  readonly body: string;
}

/** Prepares the statements on this database. */
export function openTypedRows(db: Database, sealer: Sealer): TypedRows {
  const insert = db.prepare(
    "INSERT INTO typed (key, due_at, body) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING",
  );
  const due = db.prepare<{ now: number; most: number }, TakenRow>(
    "SELECT seq, key, attempt, body FROM typed WHERE due_at <= +@now AND leased_until <= +@now ORDER BY seq LIMIT +@most",
  );
  const lease = db.prepare<[number, number]>(
    "UPDATE typed SET leased_until = ?, attempt = attempt + 1 WHERE seq = ?",
  );
  const remove = db.prepare("DELETE FROM typed WHERE key = ?");
  const later = db.prepare("UPDATE typed SET due_at = ?, leased_until = 0 WHERE key = ?");
  const next = db.prepare<[], number | null>("SELECT min(max(due_at, leased_until)) FROM typed").pluck();
  const free = db.prepare("UPDATE typed SET leased_until = 0, due_at = 0");
  const some = db.prepare<[number], TakenRow>("SELECT seq, key, attempt, body FROM typed LIMIT ?");

  return {
    keep(press, now) {
      const { key, body } = typedRow(press, sealer);
      insert.run(key, now, body);
    },
    take(now, most, leaseMs) {
      const rows = due.all({ now, most });
      for (const { seq } of rows) lease.run(now + leaseMs, seq);
      return rows.flatMap((row) => takenTyped(row, row.attempt + 1, sealer));
    },
    note(press, again) {
      const key = typedKey(press, sealer);
      if (again === null) remove.run(key);
      else later.run(again, key);
    },
    nextDue: () => next.get() ?? null,
    freeAll() {
      free.run();
    },
    sample(most) {
      for (const row of some.iterate(most)) typedIn(row, sealer);
    },
  };
}
