import { isUtf8 } from "node:buffer";
import type { BodyLimits } from "#chat/wire/body-reader.ts";
import { type Body, soundObject } from "#chat/wire/sound-object.ts";

/** A message of Teams is at most some 100 kB, with one more for what it was made from. */
export const bodyLimits: BodyLimits = { bytes: 512 * 1024, ms: 5_000 };

/** What was sent, as an object. Null: not something that Teams sends. */
export function parseBody(bytes: Buffer): Body | null {
  if (!isUtf8(bytes)) return null;
  try {
    return soundObject(JSON.parse(bytes.toString("utf8")));
  } catch {
    return null;
  }
}
