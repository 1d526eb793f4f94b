import { z } from "zod";

import { joinedPieces } from "#chat/long-text.ts";
import { choiceIn } from "#chat/no-choice.ts";
import { actOf, unpack } from "#chat/packed.ts";
import { clockMoves } from "#chat/web/trial.ts";
import { isAddress } from "#signal/address.ts";
import type { Press } from "#signal/press.ts";
import { languages } from "#signal/words.ts";

const fields = z
  .record(z.string().regex(/^[A-Za-z][\w-]{0,59}(?:~\d{1,3}-?)?$/), z.string().transform(choiceIn))
  .transform((inputs) => joinedPieces(new Map(Object.entries(inputs))));

const pressBody = z.object({
  /** Made once per press by the page, and the same when it tries again. */
  key: z.string().regex(/^[\w-]{8,64}$/),
  as: z.string().max(200).refine(isAddress),
  /** An act, or an action id made from one (`accept:2`). */
  act: z.string().max(80),
  /** A pressed button or a sent dialog carries what the real platform would carry... */
  packed: z.string().max(4000).nullish(),
  inputs: fields.nullish(),
  /** ...a button of the page itself names the signal, if any. */
  on: z.string().max(60).nullish(),
  fields: fields.nullish(),
  /** A text to open the form with: an example. */
  prefill: z.string().max(20_000).nullish(),
});

/** A press of the page, and the text that its form starts with. */
export interface WebPress {
  readonly press: Press;
  readonly prefill: string | null;
}

/** The page's payload as a press; null: not one of ours. */
export function pressOf(body: unknown): WebPress | null {
  const parsed = pressBody.safeParse(body);
  if (!parsed.success) return null;
  const { key, as, packed, inputs, on, prefill } = parsed.data;
  const act = actOf(parsed.data.act);
  const carried = packed === undefined || packed === null ? null : unpack(packed);
  if (act === null || (typeof packed === "string" && carried === null)) return null;
  const given = inputs ?? parsed.data.fields ?? null;
  return {
    press: {
      key: `web:${key}`,
      by: as,
      act,
      on: carried?.on ?? on ?? "",
      fields: carried?.fields || given ? { ...carried?.fields, ...given } : null,
    },
    prefill: prefill ?? null,
  };
}

const clockBody = z.object({ move: z.enum(clockMoves) });

/** How the clock must be turned; null: not a move. */
export function clockMoveOf(body: unknown): z.infer<typeof clockBody>["move"] | null {
  const parsed = clockBody.safeParse(body);
  return parsed.success ? parsed.data.move : null;
}

/** The page's language; Dutch unless it asks for another that we have. */
export function languageOf(asked: unknown): (typeof languages)[number] {
  return languages.find((language) => language === asked) ?? "nl";
}
