import type { Database } from "better-sqlite3";
import type { Loads } from "#signal/directory.ts";
import type { Instant, PersonId, Signal, SignalerId, SignalId } from "#signal/signal.ts";
import { columnsOf } from "#store/layout/signal-columns.ts";
import { type StateRow, signalIn, stateRow } from "#store/layout/signal-state.ts";
import type { Sealer } from "#store/store.ts";

/** Where a reader of open signals is. */
export interface OpenPlace {
  readonly receivedAt: Instant;
  readonly seq: number;
}

/** The rows of `signals`, `states` and `asked`. Writes are called inside a transaction. */
export interface SignalRows {
  /**
   * Writes the next revision. False: the signal is not at the revision that this state was made from. `from` is kept of a
   * new one only: a stranger is somebody whom nobody vouches for.
   */
  write(signal: Signal, from: "stranger" | "known"): boolean;
  load(id: SignalId): Signal | null;
  loadDrill(id: SignalId): Signal | null;
  findByCode(code: string): Signal | null;
  signalsOf(signaler: SignalerId, most: number): Signal[];
  openFor(person: PersonId): Signal[];
  /** Open signals, oldest first, so many after this one; null: from the oldest. */
  openSignals(
    after: OpenPlace | null,
    most: number,
  ): { readonly signals: Signal[]; readonly last: OpenPlace | null };
  loads(): Loads;
  reportedSince(signaler: SignalerId, since: Instant): number;
  reportedByStrangers(
    organisation: string | null,
    from: { readonly since: Instant; readonly knownBefore: Instant },
  ): number;
  isKnownSince(signaler: SignalerId, before: Instant): boolean;
  /** About `most` signals, spread over all of them: throws where one was altered. */
  sample(most: number): void;
}

const fixed = ["id", "code", "received_at", "signaler", "drill"] as const;
const changing = [
  "revision",
  "open",
  "stage",
  "organisation",
  "kind",
  "category",
  "urgency",
  "source",
  "area",
  "holder",
  "burdens",
  "accept_due",
  "accepted_at",
  "feedback_due",
  "feedback_at",
  "outcome_due",
  "outcome",
  "outcome_at",
  "closed_at",
  "hops",
] as const;

const read = "SELECT s.id, t.state, t.tag FROM signals s JOIN states t ON t.seq = s.seq";

/** Prepares the statements on this database. */
export function openSignalRows(db: Database, sealer: Sealer): SignalRows {
  const names = [...fixed, ...changing];
  const insert = db.prepare<object>(
    `INSERT INTO signals (${names.join(", ")}, stranger_since)
     VALUES (${names.map((name) => `@${name}`).join(", ")}, iif(@stranger = 1, coalesce(
       (SELECT min(received_at) FROM signals WHERE signaler = +@signaler AND received_at < +@received_at), @received_at), NULL))
     ON CONFLICT (id) DO NOTHING`,
  );
  const update = db
    .prepare<object, number>(
      `UPDATE signals SET ${changing.map((name) => `${name} = @${name}`).join(", ")}
       WHERE id = @id AND revision = @from RETURNING seq`,
    )
    .pluck();
  const insertState = db.prepare("INSERT INTO states (seq, state, tag) VALUES (?, ?, ?)");
  const updateState = db.prepare("UPDATE states SET state = ?, tag = ? WHERE seq = ?");
  const ask = db.prepare("INSERT OR IGNORE INTO asked SELECT ?, value FROM json_each(?)");
  const unask = db.prepare(
    "DELETE FROM asked WHERE seq = ? AND person NOT IN (SELECT value FROM json_each(?))",
  );
  const byId = db.prepare<[string], StateRow>(`${read} WHERE s.id = +?`);
  const drillById = db.prepare<[string], StateRow>(`${read} WHERE s.id = +? AND s.drill = 1`);
  const byCode = db.prepare<[string], StateRow>(`${read} WHERE s.code = +?`);
  const bySignaler = db.prepare<[string, number], StateRow>(
    `${read} WHERE s.signaler = +? ORDER BY s.open DESC, s.received_at DESC, s.seq DESC LIMIT +?`,
  );
  const byPerson = db.prepare<{ person: string }, StateRow>(
    `${read} WHERE s.open = 1 AND (s.holder = +@person
       OR EXISTS (SELECT 1 FROM asked a WHERE a.seq = s.seq AND a.person = +@person))
     ORDER BY s.received_at, s.seq`,
  );
  const nextOpen = db.prepare<[number, number, number], StateRow & OpenPlace>(
    `SELECT s.id, t.state, t.tag, s.received_at AS receivedAt, s.seq
     FROM signals s INDEXED BY signals_open CROSS JOIN states t ON t.seq = s.seq
     WHERE s.open = 1 AND (s.received_at, s.seq) > (?, ?) ORDER BY s.received_at, s.seq LIMIT +?`,
  );
  // Kept by triggers: migrations/003-loads.ts.
  const burdens = db.prepare<[], { person: string; count: number }>(
    "SELECT person, count FROM loads WHERE count > 0",
  );
  const countBySignaler = db
    .prepare<[string, number], number>("SELECT count(*) FROM signals WHERE signaler = ? AND received_at >= ?")
    .pluck();
  const countStrangers = db
    .prepare<[string | null, number, number], number>(
      `SELECT count(*) FROM signals INDEXED BY signals_stranger
       WHERE organisation IS ? AND stranger_since >= ? AND received_at >= ?`,
    )
    .pluck();
  const anyBefore = db
    .prepare<[string, number], number>("SELECT 1 FROM signals WHERE signaler = ? AND received_at < ? LIMIT 1")
    .pluck();
  const spread = db.prepare<[number], StateRow>(
    `${read} WHERE s.seq % (1 + (SELECT coalesce(max(seq), 0) FROM signals) / ?) = 0`,
  );

  const open = (row: StateRow) => signalIn(row, sealer);

  function written(signal: Signal, from: "stranger" | "known"): number | null {
    const columns = columnsOf(signal);
    if (signal.revision > 1) return update.get({ ...columns, from: signal.revision - 1 }) ?? null;
    const stranger = from === "stranger" && !signal.drill ? 1 : 0;
    const { changes, lastInsertRowid } = insert.run({ ...columns, stranger });
    return changes === 1 ? Number(lastInsertRowid) : null;
  }

  return {
    write(made, from) {
      const signal = { ...made, revision: made.revision + 1 };
      const seq = written(signal, from);
      if (seq === null) return false;
      const { state, tag } = stateRow(signal, sealer);
      if (made.revision === 0) insertState.run(seq, state, tag);
      else updateState.run(state, tag, seq);
      const asked = JSON.stringify(signal.asked);
      if (made.revision > 0) unask.run(seq, asked);
      if (signal.asked.length > 0) ask.run(seq, asked);
      return true;
    },
    load(id) {
      const row = byId.get(id);
      return row ? open(row) : null;
    },
    loadDrill(id) {
      const row = drillById.get(id);
      return row ? open(row) : null;
    },
    findByCode(code) {
      const row = byCode.get(code);
      return row ? open(row) : null;
    },
    signalsOf: (signaler, most) => bySignaler.all(signaler, most).map(open),
    openFor: (person) => byPerson.all({ person }).map(open),
    openSignals(after, most) {
      const rows = nextOpen.all(after?.receivedAt ?? Number.MIN_SAFE_INTEGER, after?.seq ?? 0, most);
      return { signals: rows.map(open), last: rows.at(-1) ?? null };
    },
    loads: () => Object.fromEntries(burdens.all().map(({ person, count }) => [person, count])),
    reportedSince: (signaler, since) => countBySignaler.get(signaler, since) ?? 0,
    reportedByStrangers: (organisation, { since, knownBefore }) =>
      countStrangers.get(organisation, knownBefore, since) ?? 0,
    isKnownSince: (signaler, before) => anyBefore.get(signaler, before) !== undefined,
    sample(most) {
      for (const row of spread.iterate(most)) open(row);
    },
  };
}
