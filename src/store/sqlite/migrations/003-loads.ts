/**
 * How many open signals everybody has, kept by the database itself in the transaction of each change: it was counted anew
 * for every event, over all open signals. A signal never becomes an exercise, or stops being one, and is never deleted.
 */
export const loads = `
CREATE TABLE loads (
  person TEXT PRIMARY KEY,
  count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO loads SELECT burdens, count(*) FROM signals
  WHERE open = 1 AND drill = 0 AND burdens IS NOT NULL GROUP BY burdens;

CREATE TRIGGER loads_begin AFTER INSERT ON signals
WHEN NEW.open = 1 AND NEW.drill = 0 AND NEW.burdens IS NOT NULL
BEGIN
  INSERT INTO loads VALUES (NEW.burdens, 1) ON CONFLICT (person) DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER loads_change AFTER UPDATE OF open, burdens ON signals
WHEN NEW.drill = 0 AND (OLD.open <> NEW.open OR OLD.burdens IS NOT NEW.burdens)
BEGIN
  UPDATE loads SET count = count - 1 WHERE person = OLD.burdens AND OLD.open = 1;
  INSERT INTO loads SELECT NEW.burdens, 1 WHERE NEW.open = 1 AND NEW.burdens IS NOT NULL
    ON CONFLICT (person) DO UPDATE SET count = count + 1;
END;
`;
