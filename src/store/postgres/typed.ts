import type { Press } from "#signal/press.ts";
import type { Instant } from "#signal/signal.ts";
import { type TypedRow, takenTyped, typedKey, typedRow } from "#store/layout/typed-row.ts";
import type { Session } from "#store/postgres/session.ts";
import { openTogether } from "#store/postgres/together.ts";
import type { Sealer, TakenTyped } from "#store/store.ts";

/** The rows of `typed`: words that came in and still have to be worked on. */
export interface TypedRows {
  keep(press: Press, now: Instant): Promise<void>;
  take(now: Instant, most: number, leaseMs: number): Promise<TakenTyped[]>;
  note(press: Press, again: Instant | null): Promise<void>;
  /** At the start of an instance: what waited for another try is tried at once. */
  hurry(): Promise<void>;
}

/** `me`: the number under which this instance works (presence.ts). */
export function openTypedRows(session: Session, sealer: Sealer, me: () => number | null): TypedRows {
  // One call at a time: what comes in here keeps its order.
  const together = openTogether<object, void>({
    mostCalls: 1,
    async call(rows) {
      await session.all(
        `INSERT INTO typed (key, sender, due_at, body) SELECT t.key, t.sender, t.due_at, t.body
         FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY l (line, place), jsonb_populate_record(NULL::typed, l.line) t
         ORDER BY l.place ON CONFLICT (key) DO NOTHING`,
        [JSON.stringify(rows)],
      );
      return [];
    },
  });

  return {
    keep: (press, now) =>
      together.add({
        ...typedRow(press, sealer),
        sender: sealer.pseudonym(`sender:${press.by}`),
        due_at: now,
      }),
    async take(now, most, leaseMs) {
      const rows = await session.all<TypedRow & { seq: number; attempt: number }>(
        "SELECT * FROM take_typed($1, $2, $3, $4)",
        [now, most, leaseMs, me()],
      );
      rows.sort((a, b) => a.seq - b.seq);
      return rows.flatMap((row) => takenTyped(row, row.attempt, sealer));
    },
    async note(press, again) {
      const key = typedKey(press, sealer);
      if (again === null) await session.all("DELETE FROM typed WHERE key = $1", [key]);
      else
        await session.all("UPDATE typed SET due_at = $1, leased_until = 0, leased_by = NULL WHERE key = $2", [
          again,
          key,
        ]);
    },
    async hurry() {
      await session.all("UPDATE typed SET due_at = 0 WHERE leased_until = 0");
    },
  };
}
