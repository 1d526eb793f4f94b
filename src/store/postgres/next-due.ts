import type { Instant } from "#signal/signal.ts";
import type { Session } from "#store/postgres/session.ts";

/** The first of its slot: only that one is sent. */
const first = `(n.slot IS NULL OR NOT EXISTS (SELECT 1 FROM notices o WHERE o.slot = n.slot AND o.dead = 0 AND o.seq < n.seq))`;

/** When the next timer, notice or typed word is due; null: nothing waits. */
export async function nextDue(session: Session): Promise<Instant | null> {
  const [row] = await session.all<{ due: number | null }>(
    `SELECT least(
       (SELECT due_at FROM timers WHERE leased_until = 0 ORDER BY due_at LIMIT 1),
       (SELECT min(greatest(due_at, leased_until)) FROM timers WHERE leased_until > 0),
       (SELECT due_at FROM notices n WHERE dead = 0 AND urgent = 1 AND leased_until = 0 AND ${first} ORDER BY due_at LIMIT 1),
       (SELECT due_at FROM notices n WHERE dead = 0 AND urgent = 0 AND leased_until = 0 AND ${first} ORDER BY due_at LIMIT 1),
       (SELECT min(greatest(due_at, leased_until)) FROM notices WHERE leased_until > 0 AND dead = 0),
       (SELECT min(greatest(due_at, leased_until)) FROM typed)) AS due`,
  );
  return row?.due ?? null;
}
