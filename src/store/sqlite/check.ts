import type { Database } from "better-sqlite3";
import { Problem } from "#base/problem.ts";

/** What is opened to see whether it was altered. */
export interface Sampled {
  sample(most: number): void;
}

/** SQLite's own check sees a broken page, not an altered text: that is what opening a part of the rows is for. */
const rowsOf = { sample: 500, whole: Number.MAX_SAFE_INTEGER } as const;

/** Throws Problem where the file is damaged, rows lost their counterpart, or a sealed text was altered. */
export function checkFile(db: Database, sampled: readonly Sampled[], how: keyof typeof rowsOf): void {
  if (db.pragma("integrity_check(1)", { simple: true }) !== "ok") throw damaged();
  if ((db.pragma("foreign_key_check") as unknown[]).length > 0) throw damaged();
  const stateless = db
    .prepare<[], number>("SELECT count(*) FROM signals WHERE seq NOT IN (SELECT seq FROM states)")
    .pluck()
    .get();
  if (stateless !== 0) throw damaged();
  for (const rows of sampled) rows.sample(rowsOf[how]);
}

function damaged(): Problem {
  return new Problem("misconfigured", "The store's file is damaged. Stop, and put back the last backup.");
}
