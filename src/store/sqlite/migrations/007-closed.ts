/** What was closed since a week was over, for its digest. */
export const closed = `
CREATE INDEX signals_closed ON signals (closed_at) WHERE closed_at IS NOT NULL;
`;
