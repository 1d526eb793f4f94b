import { z } from "zod";
import { Problem } from "#base/problem.ts";
import type { Act } from "#signal/press.ts";
import { acts } from "#signal/press.ts";

/** What a button carries through a platform, besides its act: which signal, and the fields that it sends at once (null: none). */
export interface Carried {
  readonly on: string;
  readonly fields: Readonly<Record<string, string>> | null;
}

/** Slack's limit for a button's value, the smallest of the platforms. */
export const packedLength = 2000;

const carried = z.strictObject({
  on: z.string().max(64),
  fields: z.record(z.string().min(1).max(64), z.string().max(packedLength)).nullable(),
});

/** As one string. Throws Problem `bug` when it is longer than a platform takes: fields of buttons are short codes. */
export function pack({ on, fields }: Carried): string {
  const packed = JSON.stringify({ on, fields });
  if (packed.length > packedLength) {
    throw new Problem("bug", `A button carries ${packed.length} characters, the most is ${packedLength}.`);
  }
  return packed;
}

/** What `pack` was given; null for anything else. What comes back from a platform is as untrusted as any input. */
export function unpack(value: unknown): Carried | null {
  if (typeof value !== "string" || value.length > packedLength) return null;
  try {
    const read = carried.safeParse(JSON.parse(value));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** The act in an action id: `accept` or, where a message has a button twice, `accept:2`. Null: none of ours. */
export function actOf(actionId: string): Act | null {
  const bare = actionId.replace(/:\d{1,3}$/, "");
  return acts.find((act) => act === bare) ?? null;
}
