/**
 * Every line of the event log gets a tag over itself and its place (layout/entry-row.ts). Lines of before this migration have
 * none: `logged_from` is the revision after which a signal's log must be whole.
 *
 * "OR ROLLBACK": where a statement alone could be taken back, SQLite keeps every page that it changes in memory until it ends
 * (1.2 GB for a million signals; 0.3 GB without). This one never has to: a migration is one transaction.
 */
export const sealedLog = `
ALTER TABLE entries ADD COLUMN revision INTEGER;
ALTER TABLE entries ADD COLUMN nth INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entries ADD COLUMN total INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entries ADD COLUMN tag TEXT;

ALTER TABLE states ADD COLUMN logged_from INTEGER NOT NULL DEFAULT 0;
UPDATE OR ROLLBACK states SET logged_from = (SELECT revision FROM signals WHERE signals.seq = states.seq);
`;
