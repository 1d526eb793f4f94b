import type { Features, Word } from "#classify/embedded/features.ts";

/** A word counts when it pushed at least this part of what the strongest one did. */
const share = 0.3;
const mostPhrases = 3;
/** Words this near each other are one phrase. */
const gap = 2;

/** The phrases that pushed most and mean something (`means`), strongest first, as they stand in the message. */
export function tellingWords(
  message: string,
  { words }: Pick<Features, "words">,
  pushes: Float64Array,
  means: (word: string) => boolean,
): string[] {
  const strongest = pushes.reduce((most, push) => Math.max(most, push), 0);
  if (strongest <= 0) return [];
  const telling = [...words.keys()].filter(
    (at) => (pushes[at] ?? 0) >= share * strongest && /\p{L}/u.test(words[at]?.folded ?? ""),
  );
  const phrases: { first: number; last: number; push: number }[] = [];
  for (const at of telling) {
    const latest = phrases.at(-1);
    if (latest !== undefined && at - latest.last <= gap) {
      latest.last = at;
      latest.push += pushes[at] ?? 0;
    } else phrases.push({ first: at, last: at, push: pushes[at] ?? 0 });
  }
  const isWorthSaying = ({ first, last }: { readonly first: number; readonly last: number }) =>
    words.slice(first, last + 1).some(({ folded }) => means(folded));
  return phrases
    .filter(isWorthSaying)
    .toSorted((a, b) => b.push - a.push)
    .slice(0, mostPhrases)
    .map(({ first, last }) => sliceOf(message, words[first], words[last]));
}

function sliceOf(message: string, first: Word | undefined, last: Word | undefined): string {
  return first === undefined || last === undefined ? "" : message.slice(first.from, last.to);
}
