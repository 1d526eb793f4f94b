/**
 * `typed`: what was typed in a chat and still has to be worked on. It is on disk before the platform hears that it arrived, and
 * goes when its answer is on disk. `contacts`: how a door reaches somebody, found by pseudonym.
 */
export const typed = `
CREATE TABLE typed (
  seq INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  due_at INTEGER NOT NULL,
  leased_until INTEGER NOT NULL DEFAULT 0,
  attempt INTEGER NOT NULL DEFAULT 0,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE contacts (
  id TEXT PRIMARY KEY,
  sealed TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
