import type { Act } from "#signal/press.ts";
import type { Card } from "#texts/card.ts";

const signs = { calm: "", attention: "🟠 ", acute: "🔴 ", good: "🟢 " } as const;

/** What only a colleague can press: a card with one of these is a colleague's. */
const ofColleagues: readonly Act[] = [
  "accept",
  "decline",
  "open",
  "why",
  "hand_over",
  "consult",
  "consult_answer",
  "ask",
  "feedback",
  "correct",
  "waiting",
  "outcome",
  "close",
  "away",
  "back",
  "capacity",
  "week",
  "drill",
];

/**
 * The coloured sign before a colleague's title, so that a list of cards can be skimmed; the words say the same. Empty on
 * what a signaler reads and wherever a safety text stands: no emoji there (domain.md 7.2). Teams has a coloured bar instead.
 */
export function signOf({ tone, parts, buttons }: Card): string {
  const isSafety = parts.some(({ part }) => part === "safety");
  const isOfColleague = buttons.some(({ act }) => ofColleagues.includes(act));
  return isOfColleague && !isSafety ? signs[tone] : "";
}
