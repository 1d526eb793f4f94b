import type { Session } from "#store/postgres/session.ts";
import type { Staffing } from "#store/store.ts";

/** The rows of `staffing`: what colleagues set about their own work. */
export interface StaffingRows {
  all(): Promise<Staffing[]>;
  set(staffing: Staffing): Promise<void>;
}

interface StaffingRow {
  readonly person: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly capacity: number | null;
}

export function openStaffingRows(session: Session): StaffingRows {
  return {
    async all() {
      const rows = await session.all<StaffingRow>(
        'SELECT person, away_from AS "from", away_until AS until, capacity FROM staffing ORDER BY person',
      );
      return rows.map(({ person, from, until, capacity }) => ({
        person,
        away: from === null || until === null ? null : { from, until },
        capacity,
      }));
    },
    async set({ person, away, capacity }) {
      await session.all(
        `INSERT INTO staffing (person, away_from, away_until, capacity) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person) DO UPDATE SET away_from = $2, away_until = $3, capacity = $4`,
        [person, away?.from ?? null, away?.until ?? null, capacity],
      );
    },
  };
}
