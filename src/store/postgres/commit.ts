import type { Decision } from "#signal/decision.ts";
import type { SignalId } from "#signal/signal.ts";
import { entryRows } from "#store/layout/entry-row.ts";
import { type NoticeRow, noticeRow } from "#store/layout/notice-row.ts";
import { sealedPassage } from "#store/layout/passage-row.ts";
import { columnsOf } from "#store/layout/signal-columns.ts";
import { stateRow } from "#store/layout/signal-state.ts";
import { signalerRow } from "#store/layout/signaler-row.ts";
import { timerRow } from "#store/layout/timer-row.ts";
import type { Session } from "#store/postgres/session.ts";
import { openTogether } from "#store/postgres/together.ts";
import type { Sealer } from "#store/store.ts";

type How = "done" | "stale" | "seen";

/** Writes decisions, those that come at the same moment in one call and one transaction: migrations/003-commits.ts. */
export interface Commits {
  write(decision: Decision): Promise<How>;
}

/** Calls at once: while one waits for the disk, the next is made ready. */
const mostCalls = 2;

const statement = "SELECT commit_decisions($1, $2, $3, $4, $5, $6, $7, $8, $9) AS how";

export function openCommits(session: Session, sealer: Sealer, keyHash: (key: string) => string): Commits {
  const together = openTogether<Written, How>({
    mostCalls,
    namesOf: ({ names }) => names,
    async call(decisions) {
      const rows = (of: (decision: Written) => readonly object[]) => listOf(decisions, of);
      const [row] = await session.all<{ how: How[] }>(statement, [
        rows(({ head }) => [head]),
        rows(({ signals }) => signals),
        rows(({ settles }) => settles),
        rows(({ signalers }) => signalers),
        rows(({ entries }) => entries),
        rows(({ passages }) => passages),
        roundsOf(decisions),
        rows(({ timers }) => timers),
        rows(({ erase }) => erase),
      ]);
      return row?.how ?? [];
    },
  });
  return { write: (decision) => together.add(writtenOf(decision, sealer, keyHash)) };
}

/** A decision, sealed: the rows of each table. */
interface Written {
  /** What no other decision in the same call may be about. */
  readonly names: readonly string[];
  readonly head: object;
  readonly signals: readonly object[];
  readonly settles: readonly { readonly id: string }[];
  readonly signalers: readonly object[];
  readonly entries: readonly object[];
  readonly passages: readonly object[];
  readonly notices: readonly NoticeRow[];
  readonly timers: readonly object[];
  readonly erase: readonly { readonly signal: SignalId }[];
}

function writtenOf(decision: Decision, sealer: Sealer, keyHash: (key: string) => string): Written {
  const { signal: made, signaler } = decision;
  const signal = made && { ...made, revision: made.revision + 1 };
  const key = keyHash(decision.key);
  const notices = decision.notices.map((notice) => noticeRow(notice, sealer));
  return {
    names: [
      key,
      ...(made === null ? [] : [made.id]),
      ...(signaler === null ? [] : [signaler.id]),
      ...notices.flatMap(({ slot }) => (slot === null ? [] : [slot])),
    ],
    head: {
      key,
      ...(signal && made && headOf(signal, sealer)),
      stranger: signaler?.vouched !== true && signal?.drill === false,
    },
    signals: signal === null ? [] : [columnsOf(signal)],
    settles: decision.settles === null ? [] : [{ id: decision.settles }],
    signalers: signaler === null ? [] : [signalerRow(signaler, sealer)],
    entries: entryRows(decision.entries, signal?.revision ?? null, sealer),
    passages: decision.passages.map((passage) => sealedPassage(passage, sealer)),
    notices,
    timers: decision.timers.map((timer) => timerRow(timer)),
    erase: decision.erase === null ? [] : [{ signal: decision.erase }],
  };
}

/** The next revision of a signal: `before` is the one that it was made from. */
function headOf(signal: NonNullable<Decision["signal"]>, sealer: Sealer): object {
  const { state, tag } = stateRow(signal, sealer);
  return { signal: signal.id, before: signal.revision - 1, state, tag, asked: signal.asked };
}

/** The rows of one table as JSON, each with the number of its decision; null: there are none. */
function listOf(decisions: readonly Written[], of: (decision: Written) => readonly object[]): string | null {
  const rows = decisions.flatMap((decision, at) => of(decision).map((row) => ({ n: at + 1, ...row })));
  return rows.length === 0 ? null : JSON.stringify(rows);
}

/** Notices in rounds, in each of which a slot comes once: a second form of a card finds the first. */
function roundsOf(decisions: readonly Written[]): string | null {
  const rounds: object[][] = [];
  decisions.forEach(({ notices }, at) => {
    const before = new Map<string, number>();
    for (const notice of notices) {
      const { slot } = notice;
      const round = slot === null ? 0 : (before.get(slot) ?? 0);
      if (slot !== null) before.set(slot, round + 1);
      (rounds[round] ??= []).push({ n: at + 1, ...notice });
    }
  });
  return rounds.length === 0 ? null : JSON.stringify(rounds);
}
