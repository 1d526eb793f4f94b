import { homeHints } from "#classify/embedded/hints-home.ts";
import { mindHints } from "#classify/embedded/hints-mind.ts";
import { moneyHints } from "#classify/embedded/hints-money.ts";
import { noneHints } from "#classify/embedded/hints-none.ts";
import { otherHints } from "#classify/embedded/hints-rest.ts";
import { useHints } from "#classify/embedded/hints-use.ts";
import type { Sign } from "#classify/embedded/sign.ts";
import { mindSigns } from "#classify/embedded/signs-mind.ts";
import { moneySigns } from "#classify/embedded/signs-money.ts";
import { restSigns } from "#classify/embedded/signs-rest.ts";
import { useSigns } from "#classify/embedded/signs-use.ts";
import { violenceSigns } from "#classify/embedded/signs-violence.ts";
import { bookOf } from "#classify/reading/book.ts";
import { allRedFlagConcepts, redFlags } from "#classify/red-flags/all.ts";

/** Per red flag (`redFlagBook`) what it says a message is about. A weapon or a threat does not, and who abuses decides for the rest. */
export const tellingFlags: readonly (Sign | undefined)[] = redFlags.map(
  ({ rule, what, about, level, when }) =>
    /^R(2|3|4|5|6|9|10|11)$/.test(rule) || what === "violence_now"
      ? { about: about === "unclear" ? "concern" : about, weight: 3, level, when }
      : undefined,
);

/** What says something clearly, compiled once. Read by ear: "mishandelt", "huislik geweld". */
export const signs: readonly Sign[] = [
  ...violenceSigns,
  ...mindSigns,
  ...useSigns,
  ...moneySigns,
  ...restSigns,
];
export const signBook = bookOf(signs, allRedFlagConcepts);

/** What only hints, in everyday words: read as written. */
export const hints: readonly Sign[] = [
  ...homeHints,
  ...mindHints,
  ...useHints,
  ...moneyHints,
  ...otherHints,
  ...noneHints,
];
export const hintBook = bookOf(hints, {}, "as_written");
