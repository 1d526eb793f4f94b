/**
 * The acts that must be whole, as functions: one call, one transaction, one way to and fro. They hold no rule of the job; what
 * is written was made by the rooms and sealed before it came here.
 */
export const acts = `
CREATE FUNCTION erase_words(about text) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  erased integer;
  who text;
BEGIN
  DELETE FROM passages WHERE signal = about;
  GET DIAGNOSTICS erased = ROW_COUNT;
  UPDATE messages SET body = NULL WHERE signal = about AND worded = 1;
  UPDATE notices SET body = NULL WHERE signal = about AND worded = 1 AND dead = 1;
  SELECT signaler INTO who FROM signals WHERE id = about;
  -- Held first: whoever remembers this signaler at this moment is waited for, and then seen.
  PERFORM 1 FROM signalers WHERE id = who FOR UPDATE;
  DELETE FROM signalers WHERE id = who
    AND NOT EXISTS (SELECT 1 FROM signals WHERE signaler = who AND open = 1)
    AND NOT EXISTS (SELECT 1 FROM signals s JOIN passages p ON p.signal = s.id WHERE s.signaler = who)
    AND NOT EXISTS (SELECT 1 FROM notices WHERE recipient = 'signaler:' || who AND dead = 0);
  RETURN erased;
END $$;

CREATE FUNCTION add_entries(lines jsonb) RETURNS void LANGUAGE sql AS $$
  INSERT INTO entries (signal, at, by, type, facts, revision, nth, total, tag)
  SELECT e.signal, e.at, e.by, e.type, e.facts, e.revision, e.nth, e.total, e.tag
  FROM jsonb_array_elements(lines) WITH ORDINALITY l (line, place), jsonb_populate_record(NULL::entries, l.line) e
  -- The same line twice is one that was said again, because its answer was lost.
  WHERE NOT EXISTS (SELECT 1 FROM entries o WHERE o.signal = e.signal AND o.tag = e.tag)
  ORDER BY l.place
$$;

CREATE FUNCTION take_typed(now bigint, most integer, lease bigint, me integer)
RETURNS TABLE (seq bigint, key text, body text, attempt integer) LANGUAGE plpgsql AS $$
BEGIN
  -- One instance at a time: what one person typed goes in order.
  PERFORM pg_advisory_xact_lock(hashtext('take_typed'), hashtext(current_schema()));
  RETURN QUERY
  WITH due AS (
    SELECT t.seq FROM typed t
    WHERE t.due_at <= now AND t.leased_until <= now AND NOT EXISTS (
      SELECT 1 FROM typed o WHERE o.sender = t.sender AND o.seq < t.seq AND o.leased_until > now AND coalesce(o.leased_by <> me, true))
    ORDER BY t.seq LIMIT most FOR UPDATE SKIP LOCKED)
  UPDATE typed u SET leased_until = now + lease, leased_by = me, attempt = u.attempt + 1 FROM due WHERE u.seq = due.seq
  RETURNING u.seq, u.key, u.body, u.attempt;
END $$;

-- What was for an address and for nobody else holds that address: once it is brought, or can not be, nothing of it is kept.
CREATE FUNCTION kept_body(recipient text, body text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN recipient LIKE 'channel:%' THEN NULL ELSE body END
$$;

CREATE FUNCTION note_sent(s jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  n notices;
  message bigint;
  now bigint := (s->>'now')::bigint;
BEGIN
  SELECT * INTO n FROM notices WHERE id = s->>'notice' AND dead = 0 FOR UPDATE;
  -- Noted before: a lease that ran out made two of one.
  IF NOT FOUND THEN RETURN; END IF;
  IF n.slot IS NOT NULL THEN
    -- "+ 0": the planner would rather walk back over every message, for the first of this slot.
    SELECT seq INTO message FROM messages WHERE slot = n.slot AND address = s->>'address' ORDER BY seq + 0 DESC LIMIT 1;
  END IF;
  IF message IS NULL THEN
    INSERT INTO messages (notice, recipient, signal, slot, address, worded, body, ref, ref_key, sent_at, updated_at)
    VALUES (n.id, n.recipient, n.signal, n.slot, s->>'address', n.worded, kept_body(n.recipient, n.body), s->>'ref',
      s->>'refKey', now, now);
  ELSE
    UPDATE messages SET notice = n.id, worded = n.worded, body = kept_body(n.recipient, n.body), ref = s->>'ref',
      sent_at = CASE WHEN ref_key = s->>'refKey' THEN sent_at ELSE now END, ref_key = s->>'refKey', updated_at = now
    WHERE seq = message;
  END IF;
  -- Also where a message takes the place of an earlier one: people still have that on their screen.
  IF n.signal IS NOT NULL THEN
    INSERT INTO refs (ref, signal) VALUES (s->>'refKey', n.signal) ON CONFLICT (ref) DO UPDATE SET signal = excluded.signal;
  END IF;
  DELETE FROM notices WHERE seq = n.seq;
END $$;

CREATE FUNCTION note_retry(r jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  n notices;
  newer bigint;
BEGIN
  -- Only by the one who has it: whoever was too late for its lease puts nothing back.
  SELECT * INTO n FROM notices WHERE id = r->>'notice' AND dead = 0 AND leased_until > 0
    AND leased_by IS NOT DISTINCT FROM (r->>'me')::int FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  IF n.slot IS NOT NULL THEN
    SELECT seq INTO newer FROM notices WHERE slot = n.slot AND seq > n.seq AND dead = 0 ORDER BY seq + 0 LIMIT 1;
  END IF;
  IF newer IS NULL THEN
    UPDATE notices SET due_at = (r->>'at')::bigint, leased_until = 0, leased_by = NULL WHERE seq = n.seq;
    RETURN;
  END IF;
  -- The card has a newer form by now: that one goes on in its place.
  UPDATE notices SET attempt = n.attempt, urgent = greatest(urgent, n.urgent),
    due_at = CASE WHEN urgent > n.urgent THEN due_at ELSE greatest(due_at, (r->>'at')::bigint) END
  WHERE seq = newer;
  DELETE FROM notices WHERE seq = n.seq;
END $$;

CREATE FUNCTION note_dead(d jsonb) RETURNS void LANGUAGE sql AS $$
  UPDATE notices SET dead = 1, leased_until = 0, leased_by = NULL, body = kept_body(recipient, body)
  WHERE id = d->>'notice' AND dead = 0
$$;

CREATE FUNCTION note_deliveries(notes jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  one jsonb;
BEGIN
  FOR one IN SELECT * FROM jsonb_array_elements(notes) LOOP
    CASE one->>'how'
      WHEN 'sent' THEN PERFORM note_sent(one);
      WHEN 'retry' THEN PERFORM note_retry(one);
      ELSE PERFORM note_dead(one);
    END CASE;
  END LOOP;
END $$;
`;
