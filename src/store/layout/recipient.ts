import type { Recipient } from "#signal/notice.ts";
import type { Sealer } from "#store/store.ts";

/** A recipient as a key: ids as they are, a channel's address as a keyed hash. */
export function recipientOf(to: Recipient, sealer: Sealer): string {
  return to.to === "channel" ? `channel:${sealer.pseudonym(`channel:${to.address}`)}` : `${to.to}:${to.id}`;
}

/** The key of one card: a slot of one recipient. A hash, for a slot's name may hold an address. */
export function slotOf(slot: string | null, recipient: string, sealer: Sealer): string | null {
  return slot === null ? null : sealer.pseudonym(`slot:${recipient}:${slot}`);
}
