import type { BodyLimits } from "#chat/wire/body-reader.ts";
import { type Body, isRecord, soundObject } from "#chat/wire/sound-object.ts";

/** Slack's own largest, a view, is 250 KB. */
export const bodyLimits: BodyLimits = { bytes: 1_000_000, ms: 10_000 };

/** What Slack sent, as an object: JSON, or a form with the JSON in `payload`. Null: not something that Slack sends. */
export function parseBody(text: string, contentType: string | undefined): Body | null {
  try {
    if (!isForm(contentType)) return soundBody(JSON.parse(text));
    const fields = formOf(text);
    const payload = fields.get("payload");
    return soundBody(payload === undefined ? Object.fromEntries(fields) : JSON.parse(payload));
  } catch {
    return null;
  }
}

export function isForm(contentType: string | undefined): boolean {
  return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType ?? "");
}

/** Throws on what is not UTF-8 and on a name that comes twice: which of the two would count is anyone's guess. */
function formOf(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const pair of text.split("&")) {
    if (pair === "") continue;
    const at = pair.indexOf("=");
    const name = decoded(at === -1 ? pair : pair.slice(0, at));
    if (fields.has(name)) throw new SyntaxError("A field comes twice.");
    fields.set(name, at === -1 ? "" : decoded(pair.slice(at + 1)));
  }
  return fields;
}

function decoded(part: string): string {
  return decodeURIComponent(part.replaceAll("+", " "));
}

/**
 * The value when it is an object without traps, and an `event` in it is an object with a type (Bolt would trip over another).
 * Null: it is not.
 */
export function soundBody(value: unknown): Body | null {
  const sound = soundObject(value);
  if (sound === null || !("event" in sound)) return sound;
  const { event } = sound;
  return isRecord(event) && typeof event["type"] === "string" ? sound : null;
}
