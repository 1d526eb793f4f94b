import type { Shown } from "#signal/digest-numbers.ts";
import type { Language } from "#signal/words.ts";
import { listed, type Said, say } from "#texts/say.ts";

/** A count and what it counts, in words. */
export interface Counted {
  readonly what: string;
  readonly count: Shown;
}

/** Would a table of these say little else than "too small"? All or all but one are hidden, or what is shown is nothing. */
export function isFolded(counts: readonly Shown[]): boolean {
  const hidden = counts.filter((count) => count === "hidden").length;
  const isBare = counts.every((count) => count === "hidden" || count === 0);
  return hidden > 0 && (hidden >= counts.length - 1 || isBare);
}

const nothingShown: Said = { nl: "te kleine aantallen om te tonen", en: "numbers too small to show" };

/** Nothing at all, and nothing hidden: a table of it would say nothing. */
export function isAllZero(counts: readonly Shown[]): boolean {
  return counts.every((count) => count === 0);
}

/** The counts as a value: every shown one with its number, the hidden ones in one word. */
export function foldedValue(counts: readonly Counted[], language: Language): string {
  const shown = shownOnes(counts, language);
  if (shown === "") return say(language, nothingShown);
  return say(language, { nl: "{shown}, de rest niet getoond", en: "{shown}, the rest not shown" }, { shown });
}

/** The counts in place of a table: every shown one with its number, the hidden ones in one sentence. */
export function foldedSentence(title: string, counts: readonly Counted[], language: Language): string {
  const shown = shownOnes(counts, language);
  if (shown === "") return `${title}: ${say(language, nothingShown)}.`;
  const rest = say(language, {
    nl: "De rest is te klein om te tonen.",
    en: "The rest is too small to show.",
  });
  return `${title}: ${shown}. ${rest}`;
}

function shownOnes(counts: readonly Counted[], language: Language): string {
  const shown = counts.filter(({ count }) => count !== "hidden");
  return listed(
    language,
    shown.map(({ what, count }) => `${what} ${count}`),
  );
}
