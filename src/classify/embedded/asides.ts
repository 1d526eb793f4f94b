import { bars } from "#classify/embedded/decide.ts";
import type { FoundSign } from "#classify/embedded/found-sign.ts";
import type { Head, Scores } from "#classify/embedded/network.ts";
import type { Reading } from "#classify/reading/reading.ts";
import { expertises } from "#signal/words.ts";

/** A clause by itself is less than a message: its scores count for so much less. */
const less = 2;

/** What was read: a message, or a piece of a long one. */
export interface Read {
  readonly scores: Scores;
  readonly reading: Reading;
  readonly found: readonly FoundSign[];
  readonly isPiece: boolean;
}

/**
 * The scores with what single clauses say by themselves. Of three subjects the one that takes few words is hardly heard in
 * the whole ("er zijn schulden, de deurwaarder komt, en het kind krijgt klappen"), nor is a worry between the news of a long
 * text: where a sign says a subject plainly and the whole does not, the clause around it is read alone. `scoresOf` reads a text.
 */
export function withAsides(
  { scores, reading, found, isPiece }: Read,
  scoresOf: (text: string) => Scores,
): Scores {
  const isUnheard = (head: Head) => scores[head] < bars[head];
  const isNews = isPiece && isUnheard("concern");
  const heard: Record<Head, number> = { ...scores };
  for (const subject of expertises.filter((one) => isUnheard(one) || isNews)) {
    const plain = found.filter((one) => isPlain(one, subject));
    for (const clause of new Set(plain.map(({ hit }) => clauseOf(reading, hit)))) {
      if (clause === reading.message) continue;
      const alone = scoresOf(clause);
      for (const head of isNews ? ([subject, "concern"] as const) : [subject])
        heard[head] = Math.max(heard[head], alone[head] - less);
    }
  }
  return heard;
}

function isPlain({ sign, hit }: FoundSign, subject: Head): boolean {
  return sign.about === subject && sign.weight >= 2 && hit.stance === "stands";
}

/** The words of the clauses that a find stands in, as they stand in the message. */
function clauseOf({ message, tokens }: Reading, { first, last }: FoundSign["hit"]): string {
  const [from, to] = [tokens[first]?.clause ?? 0, tokens[last]?.clause ?? 0];
  const own = tokens.filter(({ clause }) => clause >= Math.min(from, to) && clause <= Math.max(from, to));
  return message.slice(
    Math.min(...own.map((token) => token.from)),
    Math.max(...own.map((token) => token.to)),
  );
}
