import Database from "better-sqlite3";

/** What takes away again what each migration after the first one brought: the second one, the third one, and so on. */
const undone: readonly string[] = [
  `DROP TABLE staffing;
   DROP TABLE refs;
   DROP INDEX signals_stranger;
   ALTER TABLE signals DROP COLUMN drill;
   ALTER TABLE signals DROP COLUMN stranger_since;
   CREATE INDEX signals_organisation ON signals (organisation, received_at) WHERE organisation IS NOT NULL;`,
  `DROP TRIGGER loads_begin;
   DROP TRIGGER loads_change;
   DROP TABLE loads;`,
  `DROP TABLE typed;
   DROP TABLE contacts;`,
  `ALTER TABLE entries DROP COLUMN revision;
   ALTER TABLE entries DROP COLUMN nth;
   ALTER TABLE entries DROP COLUMN total;
   ALTER TABLE entries DROP COLUMN tag;
   ALTER TABLE states DROP COLUMN logged_from;`,
  `DROP TRIGGER stages_begin;
   DROP TRIGGER stages_change;
   DROP TABLE stages;
   DROP INDEX signals_unheld;
   CREATE INDEX signals_stage ON signals (stage);`,
  "DROP INDEX signals_closed;",
  `DROP INDEX notices_stuck;
   ALTER TABLE notices DROP COLUMN stuck;`,
];

/** The newest version that these tests know how to leave. */
export const newestFileVersion = undone.length + 1;

/** Takes away from a store what the migrations after this version brought. */
export function backToVersion(file: string, version: number): void {
  const db = new Database(file);
  for (const sql of undone.slice(version - 1).toReversed()) db.exec(sql);
  db.pragma(`user_version = ${version}`);
  db.close();
}

/** Takes away from a store what the migrations after the first one brought. */
export function backToFirstVersion(file: string): void {
  backToVersion(file, 1);
}
