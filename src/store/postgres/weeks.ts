import type { DigestNumbers } from "#signal/digest-numbers.ts";
import type { Session } from "#store/postgres/session.ts";

/** Published digests, frozen, and small settings. */
export interface WeekRows {
  published(week: string, audience: DigestNumbers["audience"]): Promise<DigestNumbers | null>;
  /** The first one published stays: numbers that were shown do not change afterwards (domain.md decision 11). */
  publish(numbers: DigestNumbers): Promise<void>;
  recall(name: string): Promise<string | null>;
  remember(name: string, value: string): Promise<void>;
}

export function openWeekRows(session: Session): WeekRows {
  return {
    async published(week, audience) {
      const [row] = await session.all<{ numbers: string }>(
        "SELECT numbers FROM weeks WHERE week = $1 AND audience = $2",
        [week, audience],
      );
      return row === undefined ? null : (JSON.parse(row.numbers) as DigestNumbers);
    },
    async publish(numbers) {
      await session.all(
        "INSERT INTO weeks (week, audience, numbers) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        [numbers.week, numbers.audience, JSON.stringify(numbers)],
      );
    },
    async recall(name) {
      const [row] = await session.all<{ value: string }>("SELECT value FROM settings WHERE name = $1", [
        name,
      ]);
      return row?.value ?? null;
    },
    async remember(name, value) {
      await session.all(
        "INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        [name, value],
      );
    },
  };
}
