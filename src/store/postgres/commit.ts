import type { Decision } from "#signal/decision.ts";
import type { Timer } from "#signal/timer.ts";
import { entryRows } from "#store/layout/entry-row.ts";
import { noticeRow } from "#store/layout/notice-row.ts";
import { sealedPassage } from "#store/layout/passage-row.ts";
import { columnsOf } from "#store/layout/signal-columns.ts";
import { stateRow } from "#store/layout/signal-state.ts";
import { signalerRow } from "#store/layout/signaler-row.ts";
import { timerRow } from "#store/layout/timer-row.ts";
import type { Session } from "#store/postgres/session.ts";
import type { Sealer } from "#store/store.ts";

/** Writes a decision in one call to the database: migrations/002-acts.ts `commit_decision`. */
export async function writeDecision(
  session: Session,
  decision: Decision,
  { sealer, keyHash }: { readonly sealer: Sealer; readonly keyHash: (key: string) => string },
): Promise<"done" | "stale" | "seen"> {
  const { signal: made, signaler } = decision;
  const signal = made && { ...made, revision: made.revision + 1 };
  const written = {
    key: keyHash(decision.key),
    settles: decision.settles,
    erase: decision.erase,
    ...(signal &&
      made && {
        signal: columnsOf(signal),
        before: made.revision,
        stranger: signaler?.vouched !== true && !signal.drill,
        asked: signal.asked,
        ...stateRow(signal, sealer),
      }),
    signaler: signaler && signalerRow(signaler, sealer),
    entries: entryRows(decision.entries, signal?.revision ?? null, sealer),
    passages: decision.passages.map((passage) => sealedPassage(passage, sealer)),
    notices: decision.notices.map((notice) => noticeRow(notice, sealer)),
    timers: decision.timers.map((timer: Timer) => timerRow(timer)),
  };
  const [row] = await session.all<{ how: "done" | "stale" | "seen" }>(
    "SELECT commit_decision($1::jsonb) AS how",
    [JSON.stringify(written)],
  );
  if (row === undefined) throw new Error("A commit gave no answer.");
  return row.how;
}
