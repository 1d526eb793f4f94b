import type { Notice, Recipient } from "#signal/notice.ts";
import type { Instant, SignalId } from "#signal/signal.ts";
import { addressKey, type MessageRow, messageIn, refIn, refKey } from "#store/layout/message-row.ts";
import { refPlace } from "#store/layout/places.ts";
import { recipientOf, slotOf } from "#store/layout/recipient.ts";
import type { Session } from "#store/postgres/session.ts";
import { openTogether } from "#store/postgres/together.ts";
import type { Delivered, InboxMessage, Sealer } from "#store/store.ts";

/** What became of notices: the rows of `messages`, and the dead ones of `notices`. */
export interface DeliveryRows {
  note(noticeId: string, delivered: Delivered, now: Instant): Promise<void>;
  messageAt(notice: Pick<Notice, "to" | "slot">, address: string): Promise<string | null>;
  signalAt(address: string, ref: string): Promise<SignalId | null>;
  inbox(to: Recipient, most: number): Promise<InboxMessage[]>;
}

interface Parts {
  readonly sealer: Sealer;
  readonly me: () => number | null;
  readonly recipientOf: (noticeId: string) => Promise<string | null>;
}

export function openDeliveryRows(
  session: Session,
  { sealer, me, recipientOf: ofNotice }: Parts,
): DeliveryRows {
  const together = openTogether<object, void>({
    mostCalls: 4,
    async call(notes) {
      await session.all("SELECT note_deliveries($1::jsonb)", [JSON.stringify(notes)]);
      return [];
    },
  });

  return {
    async note(notice, delivered, now) {
      const recipient = await ofNotice(notice);
      // Noted before: a lease that ran out made two of one.
      if (recipient === null) return;
      switch (delivered.how) {
        case "sent": {
          const { address, ref } = delivered;
          return together.add({
            how: "sent",
            notice,
            now,
            address: addressKey(address, sealer),
            ref: sealer.seal(ref, refPlace(notice, recipient)),
            refKey: refKey(address, ref, sealer),
          });
        }
        case "retry":
          return together.add({
            how: "retry",
            notice,
            at: delivered.at,
            stuck: delivered.stuck ?? null,
            me: me(),
          });
        case "dead":
          return together.add({ how: "dead", notice });
      }
    },
    async messageAt(notice, address) {
      const recipient = recipientOf(notice.to, sealer);
      const slot = slotOf(notice.slot, recipient, sealer);
      if (slot === null) return null;
      const [message] = await session.all<{ notice: string; ref: string }>(
        "SELECT notice, ref FROM messages WHERE slot = $1 AND address = $2 ORDER BY seq DESC LIMIT 1",
        [slot, addressKey(address, sealer)],
      );
      return message ? refIn({ ...message, recipient }, sealer) : null;
    },
    async signalAt(address, ref) {
      const rows = await session.all<{ signal: SignalId }>("SELECT signal FROM refs WHERE ref = $1", [
        refKey(address, ref, sealer),
      ]);
      return rows[0]?.signal ?? null;
    },
    async inbox(to, most) {
      const rows = await session.all<MessageRow>(
        `SELECT notice, recipient, body, ref, sent_at AS "sentAt", updated_at AS "updatedAt" FROM messages m
         WHERE recipient = $1 AND body IS NOT NULL AND (slot IS NULL OR NOT EXISTS (
           SELECT 1 FROM messages o WHERE o.slot = m.slot AND (o.updated_at, o.seq) > (m.updated_at, m.seq)))
         ORDER BY sent_at DESC, seq DESC LIMIT $2`,
        [recipientOf(to, sealer), most],
      );
      return rows.reverse().map((row) => messageIn(row, sealer));
    },
  };
}
