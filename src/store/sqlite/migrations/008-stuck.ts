/** What waits until its platform takes messages again: the name of that platform. */
export const stuck = `
ALTER TABLE notices ADD COLUMN stuck TEXT;
CREATE INDEX notices_stuck ON notices (stuck, seq) WHERE stuck IS NOT NULL AND dead = 0;
`;
