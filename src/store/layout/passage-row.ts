import { Problem } from "#base/problem.ts";
import type { Passage } from "#signal/decision.ts";
import { passagePlace } from "#store/layout/places.ts";
import type { Sealer } from "#store/store.ts";

/**
 * The passage with its text sealed, together with what it is, who said it and when: who alters those beside it is seen. As
 * JSON: keeps a text byte for byte, also with half an emoji in it.
 */
export function sealedPassage(passage: Passage, sealer: Sealer): Passage {
  const { signal, id, text, what, by, at } = passage;
  return { ...passage, text: sealer.seal(JSON.stringify([text, what, by, at]), passagePlace(signal, id)) };
}

/** The passage in this row, its text opened. Throws Problem "bug" where it was altered. */
export function passageIn(row: Passage, sealer: Sealer): Passage {
  const opened: unknown = JSON.parse(sealer.open(row.text, passagePlace(row.signal, row.id)));
  // Written before the rest was sealed with it.
  if (typeof opened === "string") return { ...row, text: opened };
  const [text, what, by, at] = opened as [string, string, string, number];
  if (what === row.what && by === row.by && at === row.at) return { ...row, text };
  throw new Problem(
    "bug",
    `What is known of a text of signal ${row.signal} was altered. Do not trust this store.`,
  );
}
