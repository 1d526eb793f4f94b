import type { Database } from "better-sqlite3";
import { type Instant, type Stage, stages } from "#signal/signal.ts";
import { type Counts, digestMayTakeMs, type Queue, type Waits } from "#store/store.ts";

type Numbers = Omit<Counts, "stages" | "signals" | "waits">;
type Moments = Omit<Waits, "typed" | "urgent" | "other">;

const queue = "SELECT count(*) AS length, min(seq) AS first, max(seq) AS last";
/** Not dead, and due or tried before. Two halves, so that the first is read from the index alone. */
const behind = (urgent: 0 | 1) => `${queue} FROM (
  SELECT seq FROM notices WHERE dead = 0 AND urgent = ${urgent} AND due_at <= @now
  UNION ALL SELECT seq FROM notices WHERE dead = 0 AND urgent = ${urgent} AND due_at > @now AND attempt > 0)`;
// Kept small by migrations/006-counted.ts, as `stages` is.
const unheld = "FROM signals INDEXED BY signals_unheld WHERE open = 1 AND holder IS NULL AND drill = 0";

/** Counts what `status` shows. `unowned`: open, nobody holds it, and neither the classifier nor the ladder is on its way. */
export function openCounts(db: Database): (now: Instant) => Counts {
  const perStage = db.prepare<[], { stage: Stage; count: number }>(
    "SELECT stage, count FROM stages WHERE count > 0",
  );
  const numbers = db.prepare<{ now: number }, Numbers>(
    `SELECT
       (SELECT count(*) FROM signals WHERE open = 1) AS open,
       (SELECT count(*) FROM signals s INDEXED BY signals_unheld WHERE open = 1 AND holder IS NULL AND NOT EXISTS (
          SELECT 1 FROM timers t WHERE t.signal = s.id AND (t.what = 'classify' OR t.clock = 'accept'))) AS unowned,
       (SELECT count(*) FROM typed) AS waitingTyped,
       (SELECT count(*) FROM notices WHERE dead = 0) AS waitingNotices,
       (SELECT count(*) FROM notices WHERE dead = 1) AS deadNotices,
       (SELECT count(*) FROM timers WHERE due_at <= @now) AS dueTimers`,
  );
  const none = Object.fromEntries(stages.map((stage) => [stage, 0])) as Record<Stage, number>;
  const typed = db.prepare<object, Queue>(`${queue} FROM typed`);
  const urgent = db.prepare<object, Queue>(behind(1));
  const other = db.prepare<object, Queue>(behind(0));
  const moments = db.prepare<object, Moments>(
    `SELECT
       (SELECT min(due_at) FROM timers WHERE due_at <= @now AND what <> 'second_opinion'
          AND (what <> 'digest' OR due_at <= @now - ${digestMayTakeMs})) AS timerDue,
       (SELECT min(received_at) ${unheld}) AS unheldSince,
       (SELECT min(accept_due) ${unheld}) AS unheldDue`,
  );

  function waitsAt(now: Instant): Waits {
    return {
      typed: one(typed.get({})),
      urgent: one(urgent.get({ now })),
      other: one(other.get({ now })),
      ...one(moments.get({ now })),
    };
  }

  return (now) => {
    const rows = perStage.all();
    const signals = rows.reduce((sum, row) => sum + row.count, 0);
    return {
      signals,
      ...one(numbers.get({ now })),
      stages: { ...none, ...Object.fromEntries(rows.map((row) => [row.stage, row.count])) },
      waits: waitsAt(now),
    };
  };
}

function one<T>(row: T | undefined): T {
  if (row === undefined) throw new Error("A count gave no row.");
  return row;
}
