import { bars } from "#classify/embedded/decide.ts";
import { type FoundSign, saysPlainly } from "#classify/embedded/found-sign.ts";
import type { Head, Scores } from "#classify/embedded/network.ts";
import type { Reading } from "#classify/reading/reading.ts";
import { expertises } from "#signal/words.ts";

/** A clause by itself is less than a message: its score counts for so much less. */
const asideCounts = 2;
/** In characters. What is longer is no aside. */
const longest = 300;

/**
 * The scores with what single clauses say by themselves: beside one problem the one that takes few words is hardly heard in
 * the whole ("er zijn schulden, de deurwaarder komt, en het kind krijgt klappen"). Where a subject is heard, and a sign says
 * another one plainly, the clause around the heaviest of those is read alone. `scoresOf` reads a text.
 */
export function withAsides(
  scores: Scores,
  { reading, found }: { readonly reading: Reading; readonly found: readonly FoundSign[] },
  scoresOf: (text: string) => Scores,
): Scores {
  const unheard = expertises.filter((one) => scores[one] < bars[one]);
  if (unheard.length === expertises.length) return scores;
  const heard: Record<Head, number> = { ...scores };
  for (const subject of unheard) {
    const [heaviest] = found
      .filter((one) => saysPlainly(one, subject))
      .toSorted((a, b) => b.sign.weight - a.sign.weight);
    const clause = heaviest === undefined ? "" : clauseOf(reading, heaviest.hit);
    if (clause === "" || clause.length > longest) continue;
    heard[subject] = Math.max(scores[subject], scoresOf(clause)[subject] - asideCounts);
  }
  return heard;
}

/** The words of the clauses that a find stands in, as they stand in the message. */
function clauseOf({ message, tokens }: Reading, { first, last }: FoundSign["hit"]): string {
  const [from, to] = [tokens[first]?.clause ?? 0, tokens[last]?.clause ?? 0];
  const own = tokens.filter(({ clause }) => clause >= from && clause <= to);
  return message.slice(
    Math.min(...own.map((token) => token.from)),
    Math.max(...own.map((token) => token.to)),
  );
}
