import type { Database } from "better-sqlite3";
import type { Instant } from "#signal/signal.ts";
import type { Timer } from "#signal/timer.ts";
import { timerIn, timerRow } from "#store/layout/timer-row.ts";

/** The rows of `timers`: what must happen later. */
export interface TimerRows {
  /** An id that waits already stays as it is. */
  add(timer: Timer): void;
  settle(id: string): void;
  take(now: Instant, most: number, leaseMs: number): Timer[];
  nextDue(): Instant | null;
  /** At the start of the one server: what an earlier one had taken is free again. */
  freeAll(): void;
}

interface TakenRow {
  readonly seq: number;
  readonly body: string;
}

/** Prepares the statements on this database. */
export function openTimerRows(db: Database): TimerRows {
  const insert = db.prepare(
    "INSERT INTO timers (id, due_at, what, clock, signal, body) VALUES (@id, @due_at, @what, @clock, @signal, @body) ON CONFLICT (id) DO NOTHING",
  );
  const remove = db.prepare("DELETE FROM timers WHERE id = ?");
  const due = db.prepare<{ now: number; most: number }, TakenRow>(
    `SELECT seq, body FROM timers WHERE due_at <= +@now AND leased_until <= +@now
     ORDER BY due_at, seq LIMIT +@most`,
  );
  const lease = db.prepare<[number, number]>("UPDATE timers SET leased_until = ? WHERE seq = ?");
  const next = db
    .prepare<[], number | null>(
      `SELECT min(due) FROM (
         SELECT (SELECT due_at FROM timers WHERE leased_until = 0 ORDER BY due_at LIMIT 1) AS due
         UNION ALL SELECT min(max(due_at, leased_until)) FROM timers WHERE leased_until > 0)`,
    )
    .pluck();
  const free = db.prepare("UPDATE timers SET leased_until = 0 WHERE leased_until > 0");

  return {
    add(timer) {
      insert.run(timerRow(timer));
    },
    settle(id) {
      remove.run(id);
    },
    take(now, most, leaseMs) {
      const rows = due.all({ now, most });
      for (const { seq } of rows) lease.run(now + leaseMs, seq);
      return rows.map(timerIn);
    },
    nextDue: () => next.get() ?? null,
    freeAll() {
      free.run();
    },
  };
}
