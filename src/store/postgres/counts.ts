import { type Instant, type Stage, stages } from "#signal/signal.ts";
import type { Session } from "#store/postgres/session.ts";
import { type Counts, digestMayTakeMs, type Queue, type Waits } from "#store/store.ts";

type Numbers = Omit<Counts, "stages" | "signals" | "waits">;
type Moments = Omit<Waits, "typed" | "urgent" | "other">;

const unheld = "FROM signals WHERE open = 1 AND holder IS NULL AND drill = 0";

/** Counts what `status` shows, as sqlite/counts.ts does. */
export async function countAll(session: Session, now: Instant): Promise<Counts> {
  const queue = async (from: string, values: readonly unknown[] = []) =>
    one(
      await session.all<Queue>(
        `SELECT count(*) AS length, min(seq) AS first, max(seq) AS last FROM ${from}`,
        values,
      ),
    );
  const behind = (urgent: 0 | 1) =>
    queue("notices WHERE dead = 0 AND urgent = $2 AND (due_at <= $1 OR attempt > 0)", [now, urgent]);
  const [perStage, numbers, moments, typed, urgent, other] = await Promise.all([
    session.all<{ stage: Stage; count: number }>(
      "SELECT stage, count(*) AS count FROM signals GROUP BY stage",
    ),
    session.all<Numbers>(
      `SELECT
         (SELECT count(*) FROM signals WHERE open = 1) AS open,
         (SELECT count(*) FROM signals s WHERE open = 1 AND holder IS NULL AND NOT EXISTS (
            SELECT 1 FROM timers t WHERE t.signal = s.id AND (t.what = 'classify' OR t.clock = 'accept'))) AS unowned,
         (SELECT count(*) FROM typed) AS "waitingTyped",
         (SELECT count(*) FROM notices WHERE dead = 0) AS "waitingNotices",
         (SELECT count(*) FROM notices WHERE dead = 1) AS "deadNotices",
         (SELECT count(*) FROM timers WHERE due_at <= $1) AS "dueTimers"`,
      [now],
    ),
    session.all<Moments>(
      `SELECT
         (SELECT min(due_at) FROM timers WHERE due_at <= $1 AND what <> 'second_opinion'
           AND (what <> 'digest' OR due_at <= $1 - ${digestMayTakeMs})) AS "timerDue",
         (SELECT min(received_at) ${unheld}) AS "unheldSince",
         (SELECT min(accept_due) ${unheld}) AS "unheldDue"`,
      [now],
    ),
    queue("typed"),
    behind(1),
    behind(0),
  ]);
  const none = Object.fromEntries(stages.map((stage) => [stage, 0])) as Record<Stage, number>;
  return {
    signals: perStage.reduce((sum, row) => sum + row.count, 0),
    ...one(numbers),
    stages: { ...none, ...Object.fromEntries(perStage.map((row) => [row.stage, row.count])) },
    waits: { typed, urgent, other, ...one(moments) },
  };
}

function one<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error("A count gave no row.");
  return row;
}
