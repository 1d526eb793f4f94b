import type { Database } from "better-sqlite3";
import type { DigestNumbers } from "#signal/digest-numbers.ts";

/** Published digests, frozen, and small settings. */
export interface WeekRows {
  published(week: string, audience: DigestNumbers["audience"]): DigestNumbers | null;
  /** The first one published stays: numbers that were shown do not change afterwards (domain.md decision 11). */
  publish(numbers: DigestNumbers): void;
  recall(name: string): string | null;
  remember(name: string, value: string): void;
}

/** Prepares the statements on this database. */
export function openWeekRows(db: Database): WeekRows {
  const byWeek = db
    .prepare<[string, string], string>("SELECT numbers FROM weeks WHERE week = ? AND audience = ?")
    .pluck();
  const insert = db.prepare(
    "INSERT INTO weeks (week, audience, numbers) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
  );
  const byName = db.prepare<[string], string>("SELECT value FROM settings WHERE name = ?").pluck();
  const upsert = db.prepare(
    "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
  );
  return {
    published(week, audience) {
      const numbers = byWeek.get(week, audience);
      return numbers === undefined ? null : (JSON.parse(numbers) as DigestNumbers);
    },
    publish(numbers) {
      insert.run(numbers.week, numbers.audience, JSON.stringify(numbers));
    },
    recall: (name) => byName.get(name) ?? null,
    remember(name, value) {
      upsert.run(name, value);
    },
  };
}
