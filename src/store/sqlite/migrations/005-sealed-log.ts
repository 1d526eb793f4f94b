/**
 * Every line of the event log gets a tag over itself and its place (layout/entry-row.ts). Lines of before this migration have
 * none: `logged_from` is the revision after which a signal's log must be whole.
 */
export const sealedLog = `
ALTER TABLE entries ADD COLUMN revision INTEGER;
ALTER TABLE entries ADD COLUMN nth INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entries ADD COLUMN total INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entries ADD COLUMN tag TEXT;

ALTER TABLE states ADD COLUMN logged_from INTEGER NOT NULL DEFAULT 0;
UPDATE states SET logged_from = (SELECT revision FROM signals WHERE signals.seq = states.seq);
`;
