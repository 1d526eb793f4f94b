import type { Database } from "better-sqlite3";
import type { Staffing } from "#store/store.ts";

/** The rows of `staffing`: what colleagues set about their own work. */
export interface StaffingRows {
  all(): Staffing[];
  set(staffing: Staffing): void;
}

interface StaffingRow {
  readonly person: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly capacity: number | null;
}

/** Prepares the statements on this database. */
export function openStaffingRows(db: Database): StaffingRows {
  const read = db.prepare<[], StaffingRow>(
    'SELECT person, away_from AS "from", away_until AS until, capacity FROM staffing ORDER BY person',
  );
  const upsert = db.prepare<StaffingRow>(
    `INSERT INTO staffing (person, away_from, away_until, capacity) VALUES (@person, @from, @until, @capacity)
     ON CONFLICT (person) DO UPDATE SET away_from = @from, away_until = @until, capacity = @capacity`,
  );
  return {
    all: () =>
      read.all().map(({ person, from, until, capacity }) => ({
        person,
        away: from === null || until === null ? null : { from, until },
        capacity,
      })),
    set({ person, away, capacity }) {
      upsert.run({ person, from: away?.from ?? null, until: away?.until ?? null, capacity });
    },
  };
}
