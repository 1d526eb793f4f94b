import { Problem } from "#base/problem.ts";
import type { Instant } from "#signal/signal.ts";
import { noticeIn } from "#store/layout/notice-row.ts";
import type { Session } from "#store/postgres/session.ts";
import type { Sealer, StuckAt, TakenNotice } from "#store/store.ts";

/** The rows of `notices` that wait: what must be sent. They are added by `commit`. */
export interface NoticeRows {
  take(now: Instant, most: number, leaseMs: number): Promise<TakenNotice[]>;
  release(at: StuckAt, now: Instant, most: number): Promise<number | null>;
  /** For whom the notice with this id is: what its message is sealed with. Null: it does not wait. */
  recipientOf(id: string): Promise<string | null>;
}

interface TakenRow {
  readonly seq: number;
  readonly id: string;
  readonly recipient: string;
  readonly urgent: number;
  readonly dueAt: number;
  readonly attempt: number;
  readonly body: string;
}

const mostRemembered = 1_000;

/** `me`: the number under which this instance works (presence.ts). */
export function openNoticeRows(session: Session, sealer: Sealer, me: () => number | null): NoticeRows {
  // Of what was taken here: it is asked again when it has been sent.
  const recipients = new Map<string, string>();

  async function taken(row: TakenRow): Promise<TakenNotice[]> {
    try {
      const notice = { ...noticeIn(row, sealer), urgent: row.urgent === 1, dueAt: row.dueAt };
      if (recipients.size >= mostRemembered) recipients.clear();
      recipients.set(row.id, row.recipient);
      return [{ notice, attempt: row.attempt }];
    } catch (thrown) {
      // One altered row must not hold up every other message: it is dead, `status` counts it and `check` names it.
      if (!(thrown instanceof Problem) || thrown.kind !== "bug") throw thrown;
      await session.all("UPDATE notices SET dead = 1, leased_until = 0 WHERE seq = $1", [row.seq]);
      return [];
    }
  }

  return {
    async take(now, most, leaseMs) {
      // One card is sent in order, one at a time: the first of its slot.
      const rows = await session.all<TakenRow>(
        `WITH due AS (
           SELECT seq FROM notices n
           WHERE dead = 0 AND due_at <= $1 AND leased_until <= $1 AND (slot IS NULL OR NOT EXISTS (
             SELECT 1 FROM notices o WHERE o.slot = n.slot AND o.dead = 0 AND o.seq < n.seq))
           ORDER BY urgent DESC, due_at, seq LIMIT $2 FOR UPDATE SKIP LOCKED)
         UPDATE notices u SET leased_until = $1 + $3::bigint, leased_by = $4, attempt = attempt + 1
         FROM due WHERE u.seq = due.seq
         RETURNING u.seq, u.id, u.recipient, u.urgent, u.due_at AS "dueAt", u.attempt, u.body`,
        [now, most, leaseMs, me()],
      );
      rows.sort((a, b) => b.urgent - a.urgent || a.dueAt - b.dueAt || a.seq - b.seq);
      return (await Promise.all(rows.map(taken))).flat();
    },
    async release({ platform, after }, now, most) {
      const released = await session.all<{ seq: number }>(
        `WITH stuck AS (
           SELECT seq FROM notices WHERE stuck = $1 AND seq > $2 AND dead = 0 AND leased_until = 0
           ORDER BY seq LIMIT $3 FOR UPDATE SKIP LOCKED),
         first AS MATERIALIZED (
           SELECT of.urgent, (SELECT min(due_at) FROM notices o WHERE o.dead = 0 AND o.urgent = of.urgent) AS due
           FROM (VALUES (0), (1)) of (urgent))
         UPDATE notices n SET stuck = NULL, due_at = least(n.due_at, $4, first.due)
         FROM stuck, first WHERE n.seq = stuck.seq AND first.urgent = n.urgent RETURNING n.seq`,
        [platform, after, most, now],
      );
      return released.reduce<number | null>((last, { seq }) => Math.max(last ?? 0, seq), null);
    },
    async recipientOf(id) {
      const known = recipients.get(id);
      if (known !== undefined) {
        recipients.delete(id);
        return known;
      }
      const rows = await session.all<{ recipient: string }>(
        "SELECT recipient FROM notices WHERE id = $1 AND dead = 0",
        [id],
      );
      return rows[0]?.recipient ?? null;
    },
  };
}
