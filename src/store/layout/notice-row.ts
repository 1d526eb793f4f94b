import type { Notice } from "#signal/notice.ts";
import { noticePlace } from "#store/layout/places.ts";
import { recipientOf, slotOf } from "#store/layout/recipient.ts";
import type { Sealer } from "#store/store.ts";

/** A notice as it is kept while it waits. */
export interface NoticeRow {
  readonly id: string;
  readonly recipient: string;
  readonly signal: string | null;
  readonly slot: string | null;
  readonly urgent: 0 | 1;
  readonly due: number;
  readonly worded: 0 | 1;
  readonly body: string;
}

/** The notice as a row. */
export function noticeRow(notice: Notice, sealer: Sealer): NoticeRow {
  const recipient = recipientOf(notice.to, sealer);
  return {
    id: notice.id,
    recipient,
    signal: notice.signal,
    slot: slotOf(notice.slot, recipient, sealer),
    urgent: notice.urgent ? 1 : 0,
    due: notice.dueAt,
    worded: carriesWords(notice) ? 1 : 0,
    body: sealer.seal(JSON.stringify(notice), noticePlace(notice.id, recipient)),
  };
}

/** The notice in this row. */
export function noticeIn(row: Pick<NoticeRow, "id" | "recipient" | "body">, sealer: Sealer): Notice {
  return JSON.parse(sealer.open(row.body, noticePlace(row.id, row.recipient))) as Notice;
}

/** Does the message show words that a person typed? They are filled in from the passages when it is sent. */
function carriesWords({ body }: Notice): boolean {
  return "words" in body && body.words !== null;
}
