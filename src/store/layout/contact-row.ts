import type { Address } from "#signal/address.ts";
import { contactPlace } from "#store/layout/places.ts";
import type { Sealer } from "#store/store.ts";

/** How a door reaches somebody: found by a keyed hash of the address, sealed. */
export interface ContactRow {
  readonly id: string;
  readonly sealed: string;
}

/** The key of this address. */
export function contactId(address: Address, sealer: Sealer): string {
  return sealer.pseudonym(`contact:${address}`);
}

/** The contact as a row. */
export function contactRow(address: Address, value: string, sealer: Sealer): ContactRow {
  const id = contactId(address, sealer);
  return { id, sealed: sealer.seal(value, contactPlace(id)) };
}

/** The door's own words in this row. */
export function contactIn({ id, sealed }: ContactRow, sealer: Sealer): string {
  return sealer.open(sealed, contactPlace(id));
}
