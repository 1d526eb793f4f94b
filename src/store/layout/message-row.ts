import { noticeIn } from "#store/layout/notice-row.ts";
import { refPlace } from "#store/layout/places.ts";
import type { InboxMessage, Sealer } from "#store/store.ts";

/** A message that was sent, as it is kept. `notice`: the id of the notice that it shows now. */
export interface MessageRow {
  readonly notice: string;
  readonly recipient: string;
  readonly body: string;
  readonly ref: string;
  readonly sentAt: number;
  readonly updatedAt: number;
}

/** The message in this row. */
export function messageIn(row: MessageRow, sealer: Sealer): InboxMessage {
  return {
    notice: noticeIn({ id: row.notice, recipient: row.recipient, body: row.body }, sealer),
    ref: refIn(row, sealer),
    sentAt: row.sentAt,
    updatedAt: row.updatedAt,
  };
}

/** The platform's reference of the message, opened. */
export function refIn(row: Pick<MessageRow, "notice" | "recipient" | "ref">, sealer: Sealer): string {
  return sealer.open(row.ref, refPlace(row.notice, row.recipient));
}

/** The keyed hash under which a message's signal is found by where the message is. */
export function refKey(address: string, ref: string, sealer: Sealer): string {
  return sealer.pseudonym(`ref:${JSON.stringify([address, ref])}`);
}

/** The keyed hash of an address to which messages went. */
export function addressKey(address: string, sealer: Sealer): string {
  return sealer.pseudonym(`address:${address}`);
}
