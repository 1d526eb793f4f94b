import { type Act, colleagueActs } from "#signal/press.ts";
import type { Card } from "#texts/card.ts";

const signs = { calm: "", attention: "🟠 ", acute: "🔴 ", good: "🟢 " } as const;

const ofColleagues: readonly Act[] = colleagueActs;

/**
 * The coloured sign before a colleague's title, so that a list of cards can be skimmed; the words say the same. Empty on
 * what a signaler reads and wherever a safety text stands: no emoji there (domain.md 7.2). Teams has a coloured bar instead.
 */
export function signOf({ tone, parts, buttons }: Card): string {
  const isSafety = parts.some(({ part }) => part === "safety");
  const isOfColleague = buttons.some(({ act }) => ofColleagues.includes(act));
  return isOfColleague && !isSafety ? signs[tone] : "";
}
