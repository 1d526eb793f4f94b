import type { Database } from "better-sqlite3";
import { Problem } from "#base/problem.ts";
import type { Notice } from "#signal/notice.ts";
import type { Instant } from "#signal/signal.ts";
import { noticeIn, noticeRow } from "#store/layout/notice-row.ts";
import type { Sealer, StuckAt, TakenNotice } from "#store/store.ts";

/** The rows of `notices` that wait: what must be sent. */
export interface NoticeRows {
  /** A notice of a slot takes the place of one that waits in it and was not taken: a card is sent in its newest form only. */
  add(notice: Notice): void;
  take(now: Instant, most: number, leaseMs: number): TakenNotice[];
  release(at: StuckAt, now: Instant, most: number): number | null;
  nextDue(): Instant | null;
  /** At the start of the one server: what an earlier one had taken is free again. */
  freeAll(): void;
  /** Opens about `most` of them, spread over all: throws where one was altered. */
  sample(most: number): void;
}

interface TakenRow {
  readonly seq: number;
  readonly id: string;
  readonly recipient: string;
  readonly slot: string | null;
  readonly urgent: number;
  readonly dueAt: number;
  readonly attempt: number;
  readonly body: string;
}

/** The first of its slot: one card is sent in order, one at a time. */
const first = `(n.slot IS NULL OR NOT EXISTS (
  SELECT 1 FROM notices o WHERE o.slot = n.slot AND o.dead = 0 AND o.seq < n.seq))`;

const soonest = (urgent: 0 | 1) =>
  `(SELECT due_at FROM notices n WHERE dead = 0 AND urgent = ${urgent} AND leased_until = 0 AND ${first}
    ORDER BY due_at LIMIT 1)`;

/** Prepares the statements on this database. */
export function openNoticeRows(db: Database, sealer: Sealer): NoticeRows {
  const insert = db.prepare<object>(
    `INSERT INTO notices (id, recipient, signal, slot, urgent, due_at, worded, body)
     VALUES (@id, @recipient, @signal, @slot, @urgent, @due, @worded, @body) ON CONFLICT (id) DO NOTHING`,
  );
  const newest = db
    .prepare<[string], number | null>("SELECT max(seq) FROM notices WHERE slot = +? AND dead = 0")
    .pluck();
  // The earlier place in line and the count of attempts stay; a wait after a failure too, unless it turns urgent now.
  const replace = db.prepare<object>(
    `UPDATE notices SET id = @id, signal = @signal, worded = @worded, body = @body,
       due_at = CASE WHEN @urgent > urgent THEN @due WHEN attempt > 0 THEN due_at ELSE min(due_at, @due) END,
       urgent = max(urgent, @urgent)
     WHERE seq = @seq AND leased_until = 0`,
  );
  const due = db.prepare<{ now: number; most: number }, TakenRow>(
    `SELECT seq, id, recipient, slot, urgent, due_at AS dueAt, attempt, body FROM notices n
     WHERE dead = 0 AND due_at <= +@now AND leased_until <= +@now AND ${first}
     ORDER BY urgent DESC, due_at, seq LIMIT +@most`,
  );
  const lease = db.prepare<[number, number]>(
    "UPDATE notices SET leased_until = ?, attempt = attempt + 1 WHERE seq = ?",
  );
  const stuck = db
    .prepare<{ platform: string; after: number; most: number }, number>(
      `SELECT seq FROM notices WHERE stuck = @platform AND seq > @after AND dead = 0 AND leased_until = 0
       ORDER BY seq LIMIT +@most`,
    )
    .pluck();
  const release = db.prepare<{ seq: number; now: number }>(
    `UPDATE notices SET stuck = NULL, due_at = min(due_at, +@now, (
       SELECT min(o.due_at) FROM notices o WHERE o.dead = 0 AND o.urgent = notices.urgent))
     WHERE seq = @seq`,
  );
  const next = db
    .prepare<[], number | null>(
      `SELECT min(due) FROM (SELECT ${soonest(1)} AS due UNION ALL SELECT ${soonest(0)}
         UNION ALL SELECT min(max(due_at, leased_until)) FROM notices n WHERE leased_until > 0 AND dead = 0)`,
    )
    .pluck();
  const bury = db.prepare("UPDATE notices SET dead = 1, leased_until = 0 WHERE seq = ?");
  const spread = db.prepare<[number], Pick<TakenRow, "id" | "recipient" | "body">>(
    `SELECT id, recipient, body FROM notices WHERE body IS NOT NULL
       AND (dead = 1 OR seq % (1 + (SELECT coalesce(max(seq), 0) FROM notices) / ?) = 0)`,
  );
  const free = db.prepare("UPDATE notices SET leased_until = 0 WHERE leased_until > 0");

  const open = (row: Pick<TakenRow, "id" | "recipient" | "body">) => noticeIn(row, sealer);

  /** One altered row must not hold up every other message: it is dead, `status` counts it and `check` names it. */
  function taken(row: TakenRow): TakenNotice[] {
    try {
      const notice = { ...open(row), urgent: row.urgent === 1, dueAt: row.dueAt };
      return [{ notice, attempt: row.attempt }];
    } catch (thrown) {
      if (!(thrown instanceof Problem) || thrown.kind !== "bug") throw thrown;
      bury.run(row.seq);
      return [];
    }
  }

  return {
    add(notice) {
      const row = noticeRow(notice, sealer);
      const seq = row.slot === null ? null : newest.get(row.slot);
      if (seq != null && replace.run({ ...row, seq }).changes > 0) return;
      insert.run(row);
    },
    take(now, most, leaseMs) {
      const rows = due.all({ now, most });
      for (const row of rows) lease.run(now + leaseMs, row.seq);
      return rows.flatMap((row) => taken({ ...row, attempt: row.attempt + 1 }));
    },
    release(at, now, most) {
      const released = stuck.all({ ...at, most });
      for (const seq of released) release.run({ seq, now });
      return released.at(-1) ?? null;
    },
    nextDue: () => next.get() ?? null,
    sample(most) {
      for (const row of spread.iterate(most)) open(row);
    },
    freeAll() {
      free.run();
    },
  };
}
