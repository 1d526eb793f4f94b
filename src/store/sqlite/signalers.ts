import type { Database } from "better-sqlite3";
import { type Address, isAddress, platformOf } from "#signal/address.ts";
import type { Signaler } from "#signal/decision.ts";
import type { SignalerId, SignalId } from "#signal/signal.ts";
import { signalerPlace } from "#store/sqlite/places.ts";
import { recipientOf } from "#store/sqlite/recipient.ts";
import type { Sealer } from "#store/store.ts";

/** The rows of `signalers`: who signals, sealed, found by pseudonym. */
export interface SignalerRows {
  remember(signaler: Signaler): void;
  one(id: SignalerId): Signaler | null;
  idOf(address: Address): SignalerId;
  addressesOn(platform: string): Address[];
  /** Deletes the signaler of this signal, unless an open signal, a kept story or a waiting message still needs the address. */
  forgetUnneeded(signal: SignalId): void;
}

type Identity = Omit<Signaler, "id">;

/** Prepares the statements on this database. */
export function openSignalerRows(db: Database, sealer: Sealer): SignalerRows {
  const upsert = db.prepare(
    "INSERT INTO signalers (id, sealed) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed",
  );
  const byId = db.prepare<[string], string>("SELECT sealed FROM signalers WHERE id = ?").pluck();
  const all = db.prepare<[], { id: string; sealed: string }>("SELECT id, sealed FROM signalers ORDER BY id");
  const signalerOf = db.prepare<[string], string>("SELECT signaler FROM signals WHERE id = ?").pluck();
  const remove = db.prepare<{ id: string; recipient: string }>(
    `DELETE FROM signalers WHERE id = +@id
       AND NOT EXISTS (SELECT 1 FROM signals WHERE signaler = +@id AND open = 1)
       AND NOT EXISTS (SELECT 1 FROM signals s JOIN passages p ON p.signal = s.id WHERE s.signaler = +@id)
       AND NOT EXISTS (SELECT 1 FROM notices WHERE recipient = +@recipient AND dead = 0)`,
  );

  function opened({ id, sealed }: { readonly id: string; readonly sealed: string }): Signaler {
    // Remembered before there were codes: nobody vouched.
    const identity = JSON.parse(sealer.open(sealed, signalerPlace(id))) as Omit<Identity, "vouched">;
    return { id, vouched: false, ...identity };
  }

  return {
    remember({ id, ...identity }) {
      upsert.run(id, sealer.seal(JSON.stringify(identity), signalerPlace(id)));
    },
    one(id) {
      const sealed = byId.get(id);
      return sealed === undefined ? null : opened({ id, sealed });
    },
    addressesOn: (platform) =>
      all
        .all()
        .map((row) => opened(row).address)
        .filter((address) => isAddress(address))
        .filter((address) => platformOf(address) === platform),
    idOf: (address) => sealer.pseudonym(`signaler:${address}`),
    forgetUnneeded(signal) {
      const id = signalerOf.get(signal);
      if (id !== undefined) remove.run({ id, recipient: recipientOf({ to: "signaler", id }, sealer) });
    },
  };
}
