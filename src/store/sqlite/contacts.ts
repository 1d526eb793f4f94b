import type { Database } from "better-sqlite3";
import type { Address } from "#signal/address.ts";
import { contactId, contactIn, contactRow } from "#store/layout/contact-row.ts";
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
  return {
    one(address) {
      const id = contactId(address, sealer);
      const sealed = byId.get(id);
      return sealed === undefined ? null : contactIn({ id, sealed }, sealer);
    },
    remember(address, value) {
      if (value === null) {
        remove.run(contactId(address, sealer));
        return;
      }
      const { id, sealed } = contactRow(address, value, sealer);
      upsert.run(id, sealed);
    },
  };
}
