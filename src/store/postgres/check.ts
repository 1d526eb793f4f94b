import { Problem } from "#base/problem.ts";
import type { Passage } from "#signal/decision.ts";
import { type EntryRow, type LogSpan, proveLog } from "#store/layout/entry-row.ts";
import { type NoticeRow, noticeIn } from "#store/layout/notice-row.ts";
import { passageIn } from "#store/layout/passage-row.ts";
import { type StateRow, signalIn } from "#store/layout/signal-state.ts";
import { type SignalerRow, signalerIn } from "#store/layout/signaler-row.ts";
import { type TypedRow, typedIn } from "#store/layout/typed-row.ts";
import type { Session } from "#store/postgres/session.ts";
import type { Sealer } from "#store/store.ts";

const page = 1_000;
const sampled = 500;

/** Throws Problem where a row lost its counterpart, a sealed text was altered, or an event log is not whole. */
export async function checkAll(session: Session, sealer: Sealer, how: "sample" | "whole"): Promise<void> {
  const stateless = await session.all(
    "SELECT 1 FROM signals s WHERE NOT EXISTS (SELECT 1 FROM states t WHERE t.seq = s.seq) LIMIT 1",
  );
  if (stateless.length > 0)
    throw new Problem("misconfigured", "The database lost rows. Stop, and put back the last backup.");

  /** Every row of a query, page by page; of a sample the newest page only. */
  // oxlint-disable-next-line no-unnecessary-type-parameters -- says what the rows are
  async function each<T extends { seq: number }>(
    text: string,
    open: (rows: T[]) => void | Promise<void>,
  ): Promise<void> {
    let before = Number.MAX_SAFE_INTEGER;
    for (;;) {
      const rows = await session.all<T>(`${text} AND seq < $1 ORDER BY seq DESC LIMIT $2`, [
        before,
        how === "sample" ? sampled : page,
      ]);
      await open(rows);
      const last = rows.at(-1);
      if (last === undefined || how === "sample") return;
      before = last.seq;
    }
  }

  type Spanned = StateRow & LogSpan & { readonly seq: number };
  await each<Spanned>(
    `SELECT * FROM (SELECT s.seq, s.id, t.state, t.tag, s.id AS signal, t.logged_from AS "from", s.revision AS "upTo"
       FROM signals s JOIN states t ON t.seq = s.seq) x WHERE true`,
    async (rows) => {
      for (const row of rows) signalIn(row, sealer);
      const lines = await session.all<EntryRow>(
        `SELECT signal, at, by, type, facts, revision, nth, total, tag FROM entries
         WHERE signal = ANY($1) AND tag IS NOT NULL ORDER BY seq`,
        [rows.map(({ signal }) => signal)],
      );
      const logs = Map.groupBy(lines, ({ signal }) => signal);
      for (const span of rows) proveLog(span, logs.get(span.signal) ?? [], sealer);
    },
  );
  await each<Passage & { seq: number }>(
    "SELECT seq, id, signal, what, by, at, text FROM passages WHERE true",
    (rows) => {
      for (const row of rows) passageIn(row, sealer);
    },
  );
  await each<NoticeRow & { seq: number }>(
    "SELECT seq, id, recipient, body FROM notices WHERE body IS NOT NULL",
    (rows) => {
      for (const row of rows) noticeIn(row, sealer);
    },
  );
  await each<TypedRow & { seq: number }>("SELECT seq, key, body FROM typed WHERE true", (rows) => {
    for (const row of rows) typedIn(row, sealer);
  });
  const signalers = await session.all<SignalerRow>("SELECT id, sealed FROM signalers LIMIT $1", [
    how === "sample" ? sampled : Number.MAX_SAFE_INTEGER,
  ]);
  for (const row of signalers) signalerIn(row, sealer);
}
