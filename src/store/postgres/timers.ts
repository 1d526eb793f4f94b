import type { Instant } from "#signal/signal.ts";
import type { Timer } from "#signal/timer.ts";
import { timerIn, timerRow } from "#store/layout/timer-row.ts";
import type { Session } from "#store/postgres/session.ts";

/** The rows of `timers`: what must happen later. */
export interface TimerRows {
  add(timer: Timer): Promise<void>;
  settle(id: string): Promise<void>;
  take(now: Instant, most: number, leaseMs: number): Promise<Timer[]>;
}

/** `me`: the number under which this instance works (presence.ts). */
export function openTimerRows(session: Session, me: () => number | null): TimerRows {
  return {
    async add(timer) {
      const { id, due_at, what, clock, signal, body } = timerRow(timer);
      await session.all(
        `INSERT INTO timers (id, due_at, what, clock, signal, body) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (id) DO NOTHING`,
        [id, due_at, what, clock, signal, body],
      );
    },
    async settle(id) {
      await session.all("DELETE FROM timers WHERE id = $1", [id]);
    },
    async take(now, most, leaseMs) {
      const rows = await session.all<{ seq: number; dueAt: number; body: string }>(
        `WITH due AS (SELECT seq FROM timers WHERE due_at <= $1 AND leased_until <= $1
           ORDER BY due_at, seq LIMIT $2 FOR UPDATE SKIP LOCKED)
         UPDATE timers t SET leased_until = $1 + $3::bigint, leased_by = $4 FROM due WHERE t.seq = due.seq
         RETURNING t.seq, t.due_at AS "dueAt", t.body`,
        [now, most, leaseMs, me()],
      );
      return rows.sort((a, b) => a.dueAt - b.dueAt || a.seq - b.seq).map(timerIn);
    },
  };
}
