import type { Database } from "better-sqlite3";
import type { Notice, Recipient } from "#signal/notice.ts";
import type { Instant, SignalId } from "#signal/signal.ts";
import { addressKey, type MessageRow, messageIn, refIn, refKey } from "#store/layout/message-row.ts";
import { refPlace } from "#store/layout/places.ts";
import { recipientOf, slotOf } from "#store/layout/recipient.ts";
import type { Delivered, InboxMessage, Sealer } from "#store/store.ts";

/** What became of notices: the rows of `messages`, and the dead ones of `notices`. */
export interface DeliveryRows {
  note(noticeId: string, delivered: Delivered, now: Instant): void;
  /** The ref of the message that this notice's slot has at the address; null: none. */
  messageAt(notice: Pick<Notice, "to" | "slot">, address: string): string | null;
  /** The signal that the message with this ref, at this address, is about. */
  signalAt(address: string, ref: string): SignalId | null;
  inbox(to: Recipient, most: number): InboxMessage[];
  /** Deletes the bodies of a signal's messages that showed words; what is on a platform can still be updated. */
  eraseWorded(signal: SignalId): void;
}

interface WaitingRow {
  readonly seq: number;
  readonly recipient: string;
  readonly slot: string | null;
}

/**
 * What was for an address and for nobody else holds that address, perhaps that of somebody who told something: once it is
 * brought, or can not be, nothing of it is kept. No `inbox` asks for it.
 */
const keptBody = "iif(recipient LIKE 'channel:%', NULL, body)";

/** Prepares the statements on this database. */
export function openDeliveryRows(db: Database, sealer: Sealer): DeliveryRows {
  const waiting = db.prepare<[string], WaitingRow>(
    "SELECT seq, recipient, slot FROM notices WHERE id = ? AND dead = 0",
  );
  const remove = db.prepare("DELETE FROM notices WHERE seq = ?");
  const insert = db.prepare<object>(
    `INSERT INTO messages (notice, recipient, signal, slot, address, worded, body, ref, sent_at, updated_at)
     SELECT id, recipient, signal, slot, @address, worded, ${keptBody}, @ref, @now, @now FROM notices WHERE seq = @seq`,
  );
  const earlier = db.prepare<[string, string], { seq: number; notice: string; ref: string }>(
    "SELECT seq, notice, ref FROM messages WHERE slot = +? AND address = +? ORDER BY seq DESC LIMIT 1",
  );
  const update = db.prepare<object>(
    `UPDATE messages SET (notice, worded, body) = (SELECT id, worded, ${keptBody} FROM notices WHERE seq = @seq),
       ref = @ref, updated_at = @now, sent_at = iif(@same = 1, sent_at, @now) WHERE seq = @message`,
  );
  // Also where a message takes the place of an earlier one: people still have that on their screen.
  const keepRef = db.prepare<object>(
    `INSERT INTO refs (ref, signal) SELECT @ref, signal FROM notices WHERE seq = @seq AND signal IS NOT NULL
     ON CONFLICT (ref) DO UPDATE SET signal = excluded.signal`,
  );
  const byRef = db.prepare<[string], SignalId>("SELECT signal FROM refs WHERE ref = ?").pluck();
  const newer = db
    .prepare<[string, number], number>(
      "SELECT seq FROM notices WHERE slot = +? AND seq > +? AND dead = 0 ORDER BY seq LIMIT 1",
    )
    .pluck();
  const later = db.prepare<object>(
    "UPDATE notices SET due_at = @at, stuck = @stuck, leased_until = 0 WHERE seq = @seq",
  );
  const inherit = db.prepare<object>(
    `UPDATE notices SET attempt = o.attempt, stuck = @stuck, urgent = max(notices.urgent, o.urgent),
       due_at = iif(notices.urgent > o.urgent, notices.due_at, max(notices.due_at, @at))
     FROM (SELECT attempt, urgent FROM notices WHERE seq = +@old) o WHERE seq = +@new`,
  );
  const bury = db.prepare(`UPDATE notices SET dead = 1, leased_until = 0, body = ${keptBody} WHERE seq = ?`);
  const received = db.prepare<[string, number], MessageRow>(
    `SELECT notice, recipient, body, ref, sent_at AS sentAt, updated_at AS updatedAt FROM messages m
     WHERE recipient = +? AND body IS NOT NULL AND (slot IS NULL OR NOT EXISTS (
       SELECT 1 FROM messages o WHERE o.slot = m.slot AND (o.updated_at, o.seq) > (m.updated_at, m.seq)))
     ORDER BY sent_at DESC, seq DESC LIMIT +?`,
  );
  const blankSent = db.prepare("UPDATE messages SET body = NULL WHERE signal = ? AND worded = 1");
  const blankDead = db.prepare("UPDATE notices SET body = NULL WHERE signal = ? AND worded = 1 AND dead = 1");

  function messageAt(notice: Pick<Notice, "to" | "slot">, address: string): string | null {
    const recipient = recipientOf(notice.to, sealer);
    const slot = slotOf(notice.slot, recipient, sealer);
    const message = slot === null ? undefined : earlier.get(slot, addressKey(address, sealer));
    return message ? refIn({ ...message, recipient }, sealer) : null;
  }

  function sent(id: string, row: WaitingRow, to: { address: string; ref: string }, now: Instant): void {
    const address = addressKey(to.address, sealer);
    const ref = sealer.seal(to.ref, refPlace(id, row.recipient));
    const message = row.slot === null ? undefined : earlier.get(row.slot, address);
    if (message) {
      const same = refIn({ ...message, recipient: row.recipient }, sealer) === to.ref ? 1 : 0;
      update.run({ seq: row.seq, message: message.seq, ref, now, same });
    } else {
      insert.run({ seq: row.seq, address, ref, now });
    }
    keepRef.run({ seq: row.seq, ref: refKey(to.address, to.ref, sealer) });
    remove.run(row.seq);
  }

  /** Back in line; where the card has a newer form by now, that one goes on in its place. */
  function putBack(row: WaitingRow, at: Instant, stuck: string | null): void {
    const successor = row.slot === null ? undefined : newer.get(row.slot, row.seq);
    if (successor === undefined) {
      later.run({ at, stuck, seq: row.seq });
      return;
    }
    inherit.run({ old: row.seq, new: successor, at, stuck });
    remove.run(row.seq);
  }

  return {
    messageAt,
    signalAt: (address, ref) => byRef.get(refKey(address, ref, sealer)) ?? null,
    note(noticeId, delivered, now) {
      const row = waiting.get(noticeId);
      // Noted before: a lease that ran out made two of one.
      if (!row) return;
      if (delivered.how === "sent") sent(noticeId, row, delivered, now);
      else if (delivered.how === "retry") putBack(row, delivered.at, delivered.stuck ?? null);
      else bury.run(row.seq);
    },
    inbox: (to, most) =>
      received
        .all(recipientOf(to, sealer), most)
        .reverse()
        .map((row) => messageIn(row, sealer)),
    eraseWorded(signal) {
      blankSent.run(signal);
      blankDead.run(signal);
    },
  };
}
