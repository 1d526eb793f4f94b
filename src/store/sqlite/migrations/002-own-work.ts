/**
 * What colleagues set about their own work; exercises, which no count holds; strangers, to stop a flood of them; and which
 * signal a message on a platform is about.
 *
 * `stranger_since`: when the first signal of this signaler came in, where nobody vouches for them (null: somebody does).
 * Not after the signal itself, so one range over the index holds the strangers of the last day.
 *
 * `refs` has a keyed hash of where a message is, for `messages.ref` is sealed anew each time. Messages of before this
 * migration are not in it: nothing could be typed under those.
 */
export const ownWork = `
CREATE TABLE staffing (
  person TEXT PRIMARY KEY,
  away_from TEXT,
  away_until TEXT,
  capacity INTEGER
) STRICT, WITHOUT ROWID;

ALTER TABLE signals ADD COLUMN drill INTEGER NOT NULL DEFAULT 0;
ALTER TABLE signals ADD COLUMN stranger_since INTEGER;
CREATE INDEX signals_stranger ON signals (organisation, stranger_since) WHERE stranger_since IS NOT NULL;
DROP INDEX signals_organisation;

CREATE TABLE refs (
  ref TEXT PRIMARY KEY,
  signal TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
