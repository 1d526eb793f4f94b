import type { Signaler } from "#signal/decision.ts";
import { signalerPlace } from "#store/layout/places.ts";
import type { Sealer } from "#store/store.ts";

/** Who signals: found by pseudonym, everything else sealed. */
export interface SignalerRow {
  readonly id: string;
  readonly sealed: string;
}

/** The signaler as a row. */
export function signalerRow({ id, ...identity }: Signaler, sealer: Sealer): SignalerRow {
  return { id, sealed: sealer.seal(JSON.stringify(identity), signalerPlace(id)) };
}

/** The signaler in this row. */
export function signalerIn({ id, sealed }: SignalerRow, sealer: Sealer): Signaler {
  // Remembered before there were codes: nobody vouched.
  const identity = JSON.parse(sealer.open(sealed, signalerPlace(id))) as Omit<Signaler, "id" | "vouched">;
  return { id, vouched: false, ...identity };
}
