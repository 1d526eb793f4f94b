import type { Database } from "better-sqlite3";
import { type Instant, type Stage, stages } from "#signal/signal.ts";
import type { Counts } from "#store/store.ts";

type Numbers = Omit<Counts, "stages" | "signals">;

/** Counts what `status` shows. `unowned`: open, nobody holds it, and neither the classifier nor the ladder is on its way. */
export function openCounts(db: Database): (now: Instant) => Counts {
  const perStage = db.prepare<[], { stage: Stage; count: number }>(
    "SELECT stage, count(*) AS count FROM signals GROUP BY stage",
  );
  const numbers = db.prepare<{ now: number }, Numbers>(
    `SELECT
       (SELECT count(*) FROM signals WHERE open = 1) AS open,
       (SELECT count(*) FROM signals s WHERE open = 1 AND holder IS NULL AND NOT EXISTS (
          SELECT 1 FROM timers t WHERE t.signal = s.id AND (t.what = 'classify' OR t.clock = 'accept'))) AS unowned,
       (SELECT count(*) FROM typed) AS waitingTyped,
       (SELECT count(*) FROM notices WHERE dead = 0) AS waitingNotices,
       (SELECT count(*) FROM notices WHERE dead = 1) AS deadNotices,
       (SELECT count(*) FROM timers WHERE due_at <= @now) AS dueTimers`,
  );
  const none = Object.fromEntries(stages.map((stage) => [stage, 0])) as Record<Stage, number>;

  return (now) => {
    const found = numbers.get({ now });
    if (!found) throw new Error("A count gave no row.");
    const rows = perStage.all();
    const signals = rows.reduce((sum, row) => sum + row.count, 0);
    return {
      signals,
      ...found,
      stages: { ...none, ...Object.fromEntries(rows.map((row) => [row.stage, row.count])) },
    };
  };
}
