import type { Address } from "#signal/address.ts";
import { type ContactRow, contactId, contactIn, contactRow } from "#store/layout/contact-row.ts";
import type { Session } from "#store/postgres/session.ts";
import type { Sealer } from "#store/store.ts";

/** The rows of `contacts`: how a door reaches somebody, sealed. */
export interface ContactRows {
  one(address: Address): Promise<string | null>;
  remember(address: Address, value: string | null): Promise<void>;
}

export function openContactRows(session: Session, sealer: Sealer): ContactRows {
  return {
    async one(address) {
      const id = contactId(address, sealer);
      const [row] = await session.all<ContactRow>("SELECT id, sealed FROM contacts WHERE id = $1", [id]);
      return row ? contactIn(row, sealer) : null;
    },
    async remember(address, value) {
      if (value === null) {
        await session.all("DELETE FROM contacts WHERE id = $1", [contactId(address, sealer)]);
        return;
      }
      const { id, sealed } = contactRow(address, value, sealer);
      await session.all(
        "INSERT INTO contacts (id, sealed) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed",
        [id, sealed],
      );
    },
  };
}
