import type { Sign } from "#classify/embedded/sign.ts";
import { hintBook, hints, signBook, signs, tellingFlags } from "#classify/embedded/signs.ts";
import type { Book } from "#classify/reading/book.ts";
import { type Hit, hitsIn, type Reading } from "#classify/reading/reading.ts";
import { redFlagBook } from "#classify/red-flags/book.ts";

/** A sign that was found, and where. */
export interface FoundSign {
  readonly sign: Sign;
  readonly hit: Hit;
}

/** Every sign and hint in a message. */
export function signsIn(reading: Reading): FoundSign[] {
  return [
    ...findSigns(reading, signBook, signs),
    ...findSigns(reading, redFlagBook, tellingFlags),
    ...findSigns(reading, hintBook, hints),
  ];
}

function findSigns(reading: Reading, book: Book, from: readonly (Sign | undefined)[]): FoundSign[] {
  return hitsIn(reading, book).flatMap((hit) => {
    const sign = from[hit.entry];
    return sign ? [{ sign, hit }] : [];
  });
}

/** Does this find say plainly that it is about this? */
export function saysPlainly({ sign, hit }: FoundSign, about: Sign["about"] | "unclear"): boolean {
  return sign.about === about && sign.weight >= 2 && (hit.stance === "stands" || hit.stance === sign.even);
}
