/** What waits until its platform takes messages again: the name of that platform. An instance of before says nothing of it. */
export const stuck = `
ALTER TABLE notices ADD COLUMN stuck text;
CREATE INDEX notices_stuck ON notices (stuck, seq) WHERE stuck IS NOT NULL AND dead = 0;

CREATE OR REPLACE FUNCTION note_retry(r jsonb) RETURNS void LANGUAGE plpgsql AS $$
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
    UPDATE notices SET due_at = (r->>'at')::bigint, stuck = r->>'stuck', leased_until = 0, leased_by = NULL
    WHERE seq = n.seq;
    RETURN;
  END IF;
  -- The card has a newer form by now: that one goes on in its place.
  UPDATE notices SET attempt = n.attempt, stuck = r->>'stuck', urgent = greatest(urgent, n.urgent),
    due_at = CASE WHEN urgent > n.urgent THEN due_at ELSE greatest(due_at, (r->>'at')::bigint) END
  WHERE seq = newer;
  DELETE FROM notices WHERE seq = n.seq;
END $$;
`;
