import { type Address, isAddress, platformOf } from "#signal/address.ts";
import type { Signaler } from "#signal/decision.ts";
import type { SignalerId } from "#signal/signal.ts";
import { type SignalerRow, signalerIn, signalerRow } from "#store/layout/signaler-row.ts";
import type { Session } from "#store/postgres/session.ts";
import type { Sealer } from "#store/store.ts";

/** The rows of `signalers`: who signals, sealed, found by pseudonym. */
export interface SignalerRows {
  remember(signaler: Signaler): Promise<void>;
  one(id: SignalerId): Promise<Signaler | null>;
  addressesOn(platform: string): Promise<Address[]>;
}

export function openSignalerRows(session: Session, sealer: Sealer): SignalerRows {
  return {
    async remember(signaler) {
      const { id, sealed } = signalerRow(signaler, sealer);
      await session.all(
        "INSERT INTO signalers (id, sealed) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed",
        [id, sealed],
      );
    },
    async one(id) {
      const [row] = await session.all<SignalerRow>("SELECT id, sealed FROM signalers WHERE id = $1", [id]);
      return row ? signalerIn(row, sealer) : null;
    },
    async addressesOn(platform) {
      const rows = await session.all<SignalerRow>("SELECT id, sealed FROM signalers ORDER BY id");
      return rows
        .map((row) => signalerIn(row, sealer).address)
        .filter((address) => isAddress(address))
        .filter((address) => platformOf(address) === platform);
    },
  };
}
