import type { Decision } from "#signal/decision.ts";
import { entryRows } from "#store/layout/entry-row.ts";
import { noticeRow } from "#store/layout/notice-row.ts";
import { sealedPassage } from "#store/layout/passage-row.ts";
import { columnsOf } from "#store/layout/signal-columns.ts";
import { stateRow } from "#store/layout/signal-state.ts";
import { signalerRow } from "#store/layout/signaler-row.ts";
import { timerRow } from "#store/layout/timer-row.ts";
import type { Session } from "#store/postgres/session.ts";
import { openTogether } from "#store/postgres/together.ts";
import type { Sealer } from "#store/store.ts";

type How = "done" | "stale" | "seen";

/** Writes decisions, those that come at the same moment in one call and one transaction: migrations/002-acts.ts. */
export interface Commits {
  write(decision: Decision): Promise<How>;
}

/** Calls at once: while one waits for the disk, the next is made ready. */
const mostCalls = 3;

export function openCommits(session: Session, sealer: Sealer, keyHash: (key: string) => string): Commits {
  const together = openTogether<string, How>(mostCalls, async (written) => {
    const [row] = await session.all<{ how: How[] }>("SELECT commit_decisions($1::jsonb) AS how", [
      `[${written.join(",")}]`,
    ]);
    return row?.how ?? [];
  });
  return { write: (decision) => together.add(JSON.stringify(rowsOf(decision, sealer, keyHash))) };
}

/** Everything of a decision, sealed, as the function in the database reads it. */
function rowsOf(decision: Decision, sealer: Sealer, keyHash: (key: string) => string): object {
  const { signal: made, signaler } = decision;
  const signal = made && { ...made, revision: made.revision + 1 };
  return {
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
    timers: decision.timers.map((timer) => timerRow(timer)),
  };
}
