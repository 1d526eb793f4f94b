import Database from "better-sqlite3";

/** Takes away from a store what the migrations after the first one brought. */
export function backToFirstVersion(file: string): void {
  const db = new Database(file);
  db.exec(`
    DROP INDEX notices_stuck;
    ALTER TABLE notices DROP COLUMN stuck;
    DROP INDEX signals_closed;
    DROP TRIGGER stages_begin;
    DROP TRIGGER stages_change;
    DROP TABLE stages;
    DROP INDEX signals_unheld;
    CREATE INDEX signals_stage ON signals (stage);
    DROP TABLE typed;
    DROP TABLE contacts;
    DROP TRIGGER loads_begin;
    DROP TRIGGER loads_change;
    DROP TABLE loads;
    DROP TABLE staffing;
    DROP TABLE refs;
    DROP INDEX signals_stranger;
    ALTER TABLE entries DROP COLUMN revision;
    ALTER TABLE entries DROP COLUMN nth;
    ALTER TABLE entries DROP COLUMN total;
    ALTER TABLE entries DROP COLUMN tag;
    ALTER TABLE states DROP COLUMN logged_from;
    ALTER TABLE signals DROP COLUMN drill;
    ALTER TABLE signals DROP COLUMN stranger_since;
    CREATE INDEX signals_organisation ON signals (organisation, received_at) WHERE organisation IS NOT NULL;
  `);
  db.pragma("user_version = 1");
  db.close();
}
