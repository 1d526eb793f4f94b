/**
 * What is counted every other second, whatever the size of the archive. `stages`: how many signals are in each stage, kept by
 * the database itself in the transaction of each change, as `loads` is; signals are never deleted. `signals_unheld`: the few
 * that nobody has yet, with all that is asked of them.
 */
export const counted = `
CREATE TABLE stages (
  stage TEXT PRIMARY KEY,
  count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO stages SELECT stage, count(*) FROM signals GROUP BY stage;

CREATE TRIGGER stages_begin AFTER INSERT ON signals
BEGIN
  INSERT INTO stages VALUES (NEW.stage, 1) ON CONFLICT (stage) DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER stages_change AFTER UPDATE OF stage ON signals WHEN OLD.stage <> NEW.stage
BEGIN
  UPDATE stages SET count = count - 1 WHERE stage = OLD.stage;
  INSERT INTO stages VALUES (NEW.stage, 1) ON CONFLICT (stage) DO UPDATE SET count = count + 1;
END;

DROP INDEX signals_stage;
CREATE INDEX signals_unheld ON signals (received_at, accept_due, drill, id) WHERE open = 1 AND holder IS NULL;
`;
