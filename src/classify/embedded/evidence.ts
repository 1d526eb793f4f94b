import type { Seen } from "#classify/embedded/decide.ts";
import { type FoundSign, saysPlainly } from "#classify/embedded/found-sign.ts";
import type { Head } from "#classify/embedded/network.ts";
import type { Evidence } from "#signal/classified.ts";
import type { Category } from "#signal/words.ts";

type About = Category | "not_a_signal";

/** What of the message is shown to the expert: at most so much per subject, and in all. */
const mostPerSubject = 3;
const mostInAll = 8;

/** The words of the message that point to these: signs that say it plainly, and where there are none the words that weighed most. */
export function evidenceFor(abouts: readonly About[], { found, wordsFor }: Seen): Evidence[] {
  return abouts
    .flatMap((about) => {
      const plain = found.filter((one) => saysPlainly(one, about)).toSorted(byWeight);
      const quotes = plain.length > 0 ? plain.map(({ hit }) => hit.quote) : wordsFor(headOf(about));
      return firstOf(quotes).map((quote): Evidence => ({ quote, pointsTo: about }));
    })
    .slice(0, mostInAll);
}

/** No quote that says again what another says: they share a word that is not small. */
function firstOf(quotes: readonly string[]): string[] {
  const kept: string[] = [];
  const said = new Set<string>();
  for (const quote of quotes) {
    if (kept.length >= mostPerSubject) break;
    const words = quote.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
    if (quote === "" || kept.includes(quote) || words.some((word) => said.has(word))) continue;
    kept.push(quote);
    for (const word of words) said.add(word);
  }
  return kept;
}

function byWeight(a: FoundSign, b: FoundSign): number {
  return b.sign.weight - a.sign.weight || a.hit.first - b.hit.first;
}

/** Which head speaks for a subject: of what has none, whether it is a concern at all. */
function headOf(about: About): Head {
  return about === "unclear" || about === "not_a_signal" ? "concern" : about;
}
