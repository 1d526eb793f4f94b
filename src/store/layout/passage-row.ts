import type { Passage } from "#signal/decision.ts";
import { passagePlace } from "#store/layout/places.ts";
import type { Sealer } from "#store/store.ts";

/** The passage with its text sealed. As JSON: keeps a text byte for byte, also with half an emoji in it. */
export function sealedPassage(passage: Passage, sealer: Sealer): Passage {
  const place = passagePlace(passage.signal, passage.id);
  return { ...passage, text: sealer.seal(JSON.stringify(passage.text), place) };
}

/** The passage in this row, its text opened. */
export function passageIn(row: Passage, sealer: Sealer): Passage {
  const opened = sealer.open(row.text, passagePlace(row.signal, row.id));
  return { ...row, text: JSON.parse(opened) as string };
}
