import type { Database } from "better-sqlite3";
import type { Address } from "#signal/address.ts";
import { contactPlace } from "#store/sqlite/places.ts";
import type { Sealer } from "#store/store.ts";

/** The rows of `contacts`: how a door reaches somebody, sealed. */
export interface ContactRows {
  one(address: Address): string | null;
  remember(address: Address, value: string | null): void;
}

/** Prepares the statements on this database. */
export function openContactRows(db: Database, sealer: Sealer): ContactRows {
  const byId = db.prepare<[string], string>("SELECT sealed FROM contacts WHERE id = ?").pluck();
  const upsert = db.prepare(
    "INSERT INTO contacts (id, sealed) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed",
  );
  const remove = db.prepare("DELETE FROM contacts WHERE id = ?");
  const idOf = (address: Address) => sealer.pseudonym(`contact:${address}`);
  return {
    one(address) {
      const id = idOf(address);
      const sealed = byId.get(id);
      return sealed === undefined ? null : sealer.open(sealed, contactPlace(id));
    },
    remember(address, value) {
      const id = idOf(address);
      if (value === null) remove.run(id);
      else upsert.run(id, sealer.seal(value, contactPlace(id)));
    },
  };
}
