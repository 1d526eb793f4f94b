import type { Database } from "better-sqlite3";
import { type Address, isAddress, platformOf } from "#signal/address.ts";
import type { Signaler } from "#signal/decision.ts";
import type { SignalerId, SignalId } from "#signal/signal.ts";
import { recipientOf } from "#store/layout/recipient.ts";
import { type SignalerRow, signalerIn, signalerRow } from "#store/layout/signaler-row.ts";
import type { Sealer } from "#store/store.ts";

/** The rows of `signalers`: who signals, sealed, found by pseudonym. */
export interface SignalerRows {
  remember(signaler: Signaler): void;
  one(id: SignalerId): Signaler | null;
  idOf(address: Address): SignalerId;
  addressesOn(platform: string): Address[];
  /** Deletes the signaler of this signal, unless an open signal, a kept story or a waiting message still needs the address. */
  forgetUnneeded(signal: SignalId): void;
  /** Opens about `most` of them: throws where one was altered. */
  sample(most: number): void;
}

/** Prepares the statements on this database. */
export function openSignalerRows(db: Database, sealer: Sealer): SignalerRows {
  const upsert = db.prepare(
    "INSERT INTO signalers (id, sealed) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed",
  );
  const byId = db.prepare<[string], string>("SELECT sealed FROM signalers WHERE id = ?").pluck();
  const all = db.prepare<[], SignalerRow>("SELECT id, sealed FROM signalers ORDER BY id");
  const some = db.prepare<[number], SignalerRow>("SELECT id, sealed FROM signalers LIMIT ?");
  const signalerOf = db.prepare<[string], string>("SELECT signaler FROM signals WHERE id = ?").pluck();
  const remove = db.prepare<{ id: string; recipient: string }>(
    `DELETE FROM signalers WHERE id = +@id
       AND NOT EXISTS (SELECT 1 FROM signals WHERE signaler = +@id AND open = 1)
       AND NOT EXISTS (SELECT 1 FROM signals s JOIN passages p ON p.signal = s.id WHERE s.signaler = +@id)
       AND NOT EXISTS (SELECT 1 FROM notices WHERE recipient = +@recipient AND dead = 0)`,
  );

  return {
    remember(signaler) {
      const { id, sealed } = signalerRow(signaler, sealer);
      upsert.run(id, sealed);
    },
    one(id) {
      const sealed = byId.get(id);
      return sealed === undefined ? null : signalerIn({ id, sealed }, sealer);
    },
    addressesOn: (platform) =>
      all
        .all()
        .map((row) => signalerIn(row, sealer).address)
        .filter((address) => isAddress(address))
        .filter((address) => platformOf(address) === platform),
    idOf: (address) => sealer.pseudonym(`signaler:${address}`),
    forgetUnneeded(signal) {
      const id = signalerOf.get(signal);
      if (id !== undefined) remove.run({ id, recipient: recipientOf({ to: "signaler", id }, sealer) });
    },
    sample(most) {
      for (const row of some.iterate(most)) signalerIn(row, sealer);
    },
  };
}
