import type { Loads } from "#signal/directory.ts";
import type { Instant, PersonId, Signal, SignalerId, SignalId } from "#signal/signal.ts";
import { type StateRow, signalIn } from "#store/layout/signal-state.ts";
import type { Session } from "#store/postgres/session.ts";
import type { Sealer } from "#store/store.ts";

/** Reads `signals`, `states` and `asked`. They are written by `commit`. */
export interface SignalRows {
  load(id: SignalId): Promise<Signal | null>;
  loadDrill(id: SignalId): Promise<Signal | null>;
  findByCode(code: string): Promise<Signal | null>;
  signalsOf(signaler: SignalerId, most: number): Promise<Signal[]>;
  openFor(person: PersonId): Promise<Signal[]>;
  openSignals(): Promise<Signal[]>;
  loads(): Promise<Loads>;
  reportedSince(signaler: SignalerId, since: Instant): Promise<number>;
  reportedByStrangers(
    organisation: string | null,
    from: { readonly since: Instant; readonly knownBefore: Instant },
  ): Promise<number>;
  isKnownSince(signaler: SignalerId, before: Instant): Promise<boolean>;
}

const read = "SELECT s.id, t.state, t.tag FROM signals s JOIN states t ON t.seq = s.seq";

/** Where a reader of open signals is. */
interface OpenPlace {
  readonly receivedAt: Instant;
  readonly seq: number;
}

/** So few at a time that nobody who signals meanwhile notices: a country has some ten thousands of open signals. */
const openAtOnce = 200;
const nextOpen = `SELECT s.id, t.state, t.tag, s.received_at AS "receivedAt", s.seq
  FROM signals s JOIN states t ON t.seq = s.seq
  WHERE s.open = 1 AND (s.received_at, s.seq) > ($1, $2) ORDER BY s.received_at, s.seq LIMIT $3`;

export function openSignalRows(session: Session, sealer: Sealer): SignalRows {
  const signals = async (where: string, values: readonly unknown[]) => {
    const rows = await session.all<StateRow>(`${read} WHERE ${where}`, values);
    return rows.map((row) => signalIn(row, sealer));
  };
  const one = async (where: string, value: string) => (await signals(where, [value]))[0] ?? null;
  const count = async (text: string, values: readonly unknown[]) =>
    (await session.all<{ count: number }>(text, values))[0]?.count ?? 0;

  return {
    load: (id) => one("s.id = $1", id),
    loadDrill: (id) => one("s.id = $1 AND s.drill = 1", id),
    findByCode: (code) => one("s.code = $1", code),
    signalsOf: (signaler, most) =>
      signals("s.signaler = $1 ORDER BY s.open DESC, s.received_at DESC, s.seq DESC LIMIT $2", [
        signaler,
        most,
      ]),
    openFor: (person) =>
      signals(
        `s.open = 1 AND (s.holder = $1 OR EXISTS (SELECT 1 FROM asked a WHERE a.seq = s.seq AND a.person = $1))
         ORDER BY s.received_at, s.seq`,
        [person],
      ),
    async openSignals() {
      const found: Signal[] = [];
      for (let after: OpenPlace | null = null; ; ) {
        const page: (StateRow & OpenPlace)[] = await session.all(nextOpen, [
          after?.receivedAt ?? Number.MIN_SAFE_INTEGER,
          after?.seq ?? 0,
          openAtOnce,
        ]);
        found.push(...page.map((row) => signalIn(row, sealer)));
        after = page.at(-1) ?? null;
        if (page.length < openAtOnce) return found;
      }
    },
    async loads() {
      const rows = await session.all<{ person: string; count: number }>(
        `SELECT burdens AS person, count(*) AS count FROM signals
         WHERE open = 1 AND drill = 0 AND burdens IS NOT NULL GROUP BY burdens`,
      );
      return Object.fromEntries(rows.map(({ person, count: load }) => [person, load]));
    },
    reportedSince: (signaler, since) =>
      count("SELECT count(*) AS count FROM signals WHERE signaler = $1 AND received_at >= $2", [
        signaler,
        since,
      ]),
    reportedByStrangers: (organisation, { since, knownBefore }) =>
      count(
        `SELECT count(*) AS count FROM signals WHERE stranger_since >= $2 AND received_at >= $3
           AND ((organisation = $1) OR ($1::text IS NULL AND organisation IS NULL))`,
        [organisation, knownBefore, since],
      ),
    isKnownSince: async (signaler, before) =>
      (
        await session.all("SELECT 1 FROM signals WHERE signaler = $1 AND received_at < $2 LIMIT 1", [
          signaler,
          before,
        ])
      ).length > 0,
  };
}
