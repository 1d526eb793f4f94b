/**
 * Many decisions in one call and one transaction, a statement for each table. In one call no two decisions have the same key,
 * signal, signaler or slot (commit.ts): the second of two has to find what the first one wrote. `n` says of which decision a row
 * is, from 1. The planner is told to look rows up one by one: it plans when the tables are empty, and they do not stay so.
 */
export const commits = `
CREATE FUNCTION write_signals(heads json, signals json) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE
  answers text[];
BEGIN
  WITH d AS MATERIALIZED (
    SELECT * FROM json_to_recordset(heads)
      AS d(n integer, key text, signal text, before integer, stranger boolean, state text, tag text, asked text[])),
  s AS MATERIALIZED (SELECT * FROM json_populate_recordset(NULL::signals, signals)),
  -- First, and in one order: a second commit of the same event waits here for the first, and then finds it.
  fresh AS (
    INSERT INTO seen (key, signal) SELECT key, signal FROM d ORDER BY key ON CONFLICT (key) DO NOTHING RETURNING key),
  mine AS MATERIALIZED (SELECT d.* FROM d JOIN fresh USING (key)),
  made AS (
    INSERT INTO signals (id, code, received_at, signaler, drill, revision, open, stage, organisation, kind, category, urgency,
      source, area, holder, burdens, accept_due, accepted_at, feedback_due, feedback_at, outcome_due, outcome, outcome_at,
      closed_at, hops, stranger_since)
    SELECT s.id, s.code, s.received_at, s.signaler, s.drill, s.revision, s.open, s.stage, s.organisation, s.kind, s.category,
      s.urgency, s.source, s.area, s.holder, s.burdens, s.accept_due, s.accepted_at, s.feedback_due, s.feedback_at,
      s.outcome_due, s.outcome, s.outcome_at, s.closed_at, s.hops,
      CASE WHEN m.stranger THEN coalesce((
        SELECT min(o.received_at) FROM signals o WHERE o.signaler = s.signaler AND o.received_at < s.received_at), s.received_at)
      END
    FROM mine m JOIN s ON s.id = m.signal WHERE m.before = 0
    ON CONFLICT (id) DO NOTHING RETURNING id, seq),
  changed AS (
    UPDATE signals t SET revision = s.revision, open = s.open, stage = s.stage, organisation = s.organisation, kind = s.kind,
      category = s.category, urgency = s.urgency, source = s.source, area = s.area, holder = s.holder, burdens = s.burdens,
      accept_due = s.accept_due, accepted_at = s.accepted_at, feedback_due = s.feedback_due, feedback_at = s.feedback_at,
      outcome_due = s.outcome_due, outcome = s.outcome, outcome_at = s.outcome_at, closed_at = s.closed_at, hops = s.hops
    FROM mine m JOIN s ON s.id = m.signal
    WHERE m.before > 0 AND t.id = m.signal AND t.revision = m.before RETURNING t.id, t.seq),
  placed AS MATERIALIZED (SELECT id, seq FROM made UNION ALL SELECT id, seq FROM changed),
  stated AS (
    INSERT INTO states (seq, state, tag) SELECT p.seq, m.state, m.tag FROM placed p JOIN mine m ON m.signal = p.id
    ON CONFLICT (seq) DO UPDATE SET state = excluded.state, tag = excluded.tag),
  unasked AS (
    DELETE FROM asked a USING changed c JOIN mine m ON m.signal = c.id WHERE a.seq = c.seq AND a.person <> ALL (m.asked)),
  are_asked AS (
    INSERT INTO asked (seq, person) SELECT p.seq, unnest(m.asked) FROM placed p JOIN mine m ON m.signal = p.id
    ON CONFLICT DO NOTHING)
  SELECT array_agg(CASE WHEN m.n IS NULL THEN 'seen' WHEN d.signal IS NULL OR p.id IS NOT NULL THEN 'done' ELSE 'stale' END
    ORDER BY d.n) INTO answers
  FROM d LEFT JOIN mine m ON m.n = d.n LEFT JOIN placed p ON p.id = d.signal;
  RETURN answers;
END $$;

CREATE FUNCTION add_notices(rows json, answers text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH n AS MATERIALIZED (
    SELECT n.* FROM json_to_recordset(rows)
      AS n(n integer, id text, recipient text, signal text, slot text, urgent integer, due bigint, worded integer, body text)
    WHERE answers[n.n] = 'done'),
  newest AS (
    SELECT n.*, o.seq FROM n CROSS JOIN LATERAL (
      -- "+ 0": the planner would rather walk back over every notice, for the first of this slot.
      SELECT seq FROM notices WHERE slot = n.slot AND dead = 0 ORDER BY seq + 0 DESC LIMIT 1) o
    WHERE n.slot IS NOT NULL),
  -- The earlier place in line and the count of attempts stay; a wait after a failure too, unless it turns urgent now.
  replaced AS (
    UPDATE notices t SET id = w.id, signal = w.signal, worded = w.worded, body = w.body,
      due_at = CASE WHEN w.urgent > t.urgent THEN w.due WHEN t.attempt > 0 THEN t.due_at ELSE least(t.due_at, w.due) END,
      urgent = greatest(t.urgent, w.urgent)
    FROM newest w WHERE t.seq = w.seq AND t.leased_until = 0 AND t.dead = 0 RETURNING t.id)
  INSERT INTO notices (id, recipient, signal, slot, urgent, due_at, worded, body)
  SELECT id, recipient, signal, slot, urgent, due, worded, body FROM n WHERE NOT EXISTS (SELECT 1 FROM replaced r WHERE r.id = n.id)
  ON CONFLICT (id) DO NOTHING;
END $$;

-- What is null has no rows. \`notices\`: in rounds, in each of which a slot comes once.
CREATE FUNCTION commit_decisions(heads json, signals json, settles json, signalers json, entries json, passages json,
  notices json, timers json, erase json)
RETURNS text[] LANGUAGE plpgsql SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
DECLARE
  answers text[] := write_signals(heads, coalesce(signals, '[]'));
  round json;
BEGIN
  IF 'stale' = ANY (answers) THEN
    DELETE FROM seen WHERE key IN (
      SELECT h.key FROM json_to_recordset(heads) AS h(n integer, key text) WHERE answers[h.n] = 'stale');
  END IF;
  IF settles IS NOT NULL THEN
    DELETE FROM timers t USING json_to_recordset(settles) AS s(n integer, id text)
    WHERE t.id = s.id AND answers[s.n] <> 'stale';
  END IF;
  IF signalers IS NOT NULL THEN
    INSERT INTO signalers (id, sealed)
    SELECT s.id, s.sealed FROM json_to_recordset(signalers) AS s(n integer, id text, sealed text)
    WHERE answers[s.n] = 'done' ORDER BY s.id
    ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed;
  END IF;
  -- A function gives its rows in order, and so they are numbered.
  IF entries IS NOT NULL THEN
    INSERT INTO entries (signal, at, by, type, facts, revision, nth, total, tag)
    SELECT e.signal, e.at, e.by, e.type, e.facts, e.revision, e.nth, e.total, e.tag FROM json_to_recordset(entries)
      AS e(n integer, signal text, at bigint, by text, type text, facts text, revision integer, nth integer, total integer, tag text)
    WHERE answers[e.n] = 'done';
  END IF;
  IF passages IS NOT NULL THEN
    INSERT INTO passages (id, signal, what, by, at, text)
    SELECT p.id, p.signal, p.what, p.by, p.at, p.text FROM json_to_recordset(passages)
      AS p(n integer, id text, signal text, what text, by text, at bigint, text text)
    WHERE answers[p.n] = 'done';
  END IF;
  FOR round IN SELECT * FROM json_array_elements(notices) LOOP
    PERFORM add_notices(round, answers);
  END LOOP;
  IF timers IS NOT NULL THEN
    INSERT INTO timers (id, due_at, what, clock, signal, body)
    SELECT t.id, t.due_at, t.what, t.clock, t.signal, t.body FROM json_to_recordset(timers)
      AS t(n integer, id text, due_at bigint, what text, clock text, signal text, body text)
    WHERE answers[t.n] = 'done'
    ON CONFLICT (id) DO NOTHING;
  END IF;
  IF erase IS NOT NULL THEN
    PERFORM erase_words(e.signal) FROM json_to_recordset(erase) AS e(n integer, signal text) WHERE answers[e.n] = 'done';
  END IF;
  RETURN answers;
END $$;
`;
