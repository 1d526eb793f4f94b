/**
 * The first shape. What a query or the digest asks for is a column of `signals`; the state itself is in `states`, so that
 * the digest reads narrow rows. Every text that a person typed and every identity is sealed.
 *
 * `apart` keeps what may have to be erased on pages of its own. When rows are deleted SQLite moves their neighbours to other
 * pages, and what they leave behind is not always wiped, not even with secure_delete: of 300 erased texts one was found again
 * (test/raw-bytes.test.ts). It does wipe the overflow pages of a long row, and never moves them. The first 4096 bytes of such
 * a row, with which it may begin on a shared page, are therefore zeroes.
 */
export const start = `
CREATE TABLE instance (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  mark TEXT NOT NULL,
  pseudonym TEXT NOT NULL
) STRICT;

CREATE TABLE signals (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL,
  open INTEGER NOT NULL,
  stage TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  signaler TEXT NOT NULL,
  organisation TEXT,
  kind TEXT NOT NULL,
  category TEXT NOT NULL,
  urgency TEXT NOT NULL,
  source TEXT NOT NULL,
  area TEXT,
  holder TEXT,
  burdens TEXT,
  accept_due INTEGER NOT NULL,
  accepted_at INTEGER,
  feedback_due INTEGER NOT NULL,
  outcome_due INTEGER NOT NULL,
  feedback_at INTEGER,
  outcome TEXT,
  outcome_at INTEGER,
  closed_at INTEGER,
  hops INTEGER NOT NULL
) STRICT;
CREATE INDEX signals_received ON signals (received_at);
CREATE INDEX signals_outcome ON signals (outcome_at) WHERE outcome_at IS NOT NULL;
CREATE INDEX signals_accept ON signals (accept_due);
CREATE INDEX signals_feedback ON signals (feedback_due);
CREATE INDEX signals_signaler ON signals (signaler, received_at);
CREATE INDEX signals_organisation ON signals (organisation, received_at) WHERE organisation IS NOT NULL;
CREATE INDEX signals_stage ON signals (stage);
CREATE INDEX signals_open ON signals (received_at) WHERE open = 1;

CREATE TABLE states (
  seq INTEGER PRIMARY KEY REFERENCES signals (seq),
  state TEXT NOT NULL,
  tag TEXT NOT NULL
) STRICT;

CREATE TABLE asked (
  seq INTEGER NOT NULL REFERENCES signals (seq),
  person TEXT NOT NULL,
  PRIMARY KEY (seq, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE seen (
  key TEXT PRIMARY KEY,
  signal TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE passages (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  signal TEXT NOT NULL REFERENCES signals (id),
  what TEXT NOT NULL,
  by TEXT NOT NULL,
  at INTEGER NOT NULL,
  apart BLOB NOT NULL DEFAULT (zeroblob(4096)),
  text TEXT NOT NULL
) STRICT;
CREATE INDEX passages_signal ON passages (signal);

CREATE TABLE signalers (
  id TEXT PRIMARY KEY,
  apart BLOB NOT NULL DEFAULT (zeroblob(4096)),
  sealed TEXT NOT NULL
) STRICT;

CREATE TABLE entries (
  seq INTEGER PRIMARY KEY,
  signal TEXT NOT NULL,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  type TEXT NOT NULL,
  facts TEXT NOT NULL
) STRICT;
CREATE INDEX entries_signal ON entries (signal);

CREATE TABLE timers (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  due_at INTEGER NOT NULL,
  leased_until INTEGER NOT NULL DEFAULT 0,
  what TEXT NOT NULL,
  clock TEXT,
  signal TEXT,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX timers_due ON timers (due_at, leased_until);
CREATE INDEX timers_leased ON timers (leased_until, due_at) WHERE leased_until > 0;
CREATE INDEX timers_signal ON timers (signal) WHERE signal IS NOT NULL;

CREATE TABLE notices (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  recipient TEXT NOT NULL,
  signal TEXT,
  slot TEXT,
  urgent INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  leased_until INTEGER NOT NULL DEFAULT 0,
  attempt INTEGER NOT NULL DEFAULT 0,
  dead INTEGER NOT NULL DEFAULT 0,
  worded INTEGER NOT NULL,
  body TEXT
) STRICT;
CREATE INDEX notices_due ON notices (urgent DESC, due_at, seq) WHERE dead = 0;
CREATE INDEX notices_leased ON notices (leased_until, due_at) WHERE leased_until > 0;
CREATE INDEX notices_slot ON notices (slot, seq) WHERE slot IS NOT NULL AND dead = 0;
CREATE INDEX notices_recipient ON notices (recipient) WHERE dead = 0;
CREATE INDEX notices_worded ON notices (signal) WHERE worded = 1;

CREATE TABLE messages (
  seq INTEGER PRIMARY KEY,
  notice TEXT NOT NULL,
  recipient TEXT NOT NULL,
  signal TEXT,
  slot TEXT,
  address TEXT NOT NULL,
  worded INTEGER NOT NULL,
  body TEXT,
  ref TEXT NOT NULL,
  sent_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX messages_slot ON messages (slot, updated_at) WHERE slot IS NOT NULL;
CREATE INDEX messages_recipient ON messages (recipient, sent_at);
CREATE INDEX messages_worded ON messages (signal) WHERE worded = 1;

CREATE TABLE weeks (
  week TEXT NOT NULL,
  audience TEXT NOT NULL,
  numbers TEXT NOT NULL,
  PRIMARY KEY (week, audience)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
