import { isNoSignal } from "#classify/embedded/no-signal.ts";
import type { FoundSign, Points } from "#classify/embedded/weigh.ts";
import { weigh, worth } from "#classify/embedded/weigh.ts";
import type { Reading } from "#classify/reading/reading.ts";
import type { Classification, Evidence } from "#signal/classified.ts";
import type { Confidence } from "#signal/signal.ts";
import type { Category, Urgency } from "#signal/words.ts";
import { compareUrgency, mostUrgent } from "#signal/words.ts";

type Answer = Omit<Classification, "engine" | "version">;
type Named = Exclude<Category, "unclear">;

const named = ["domestic_violence", "psychological", "addiction", "debt", "other"] as const;
/** One hint: below this nothing is said of what it is about. */
const hint = 1;
/** A guess that another category comes this close to is no guess. */
const tooClose = 0.6;
/** From here on a category is clear. */
const clear = 2;
/** Below this it is a guess: a human looks sooner (domain.md 2.2 b). */
const certain = 2;
const plain = 4;
/** A second category needs at least this part of the first one's points. */
const besideTop = 0.45;

/** Weighs what was found and gives the answer; abstains to `unclear` where it can not tell. */
export function decide(found: readonly FoundSign[], reading: Reading, foreign: boolean): Answer {
  const of = weigh(found);
  const ranked = named.filter((category) => of(category) > 0).toSorted((a, b) => of(b) - of(a));
  const [top, next] = ranked;
  const best = top ? of(top) : 0;
  const evidence = evidenceOf(found);

  if (isNoSignal(found, reading, { of, best, foreign })) {
    return {
      kind: "not_a_signal",
      categories: [],
      urgency: "none",
      confidence: of("not_a_signal") >= 3 ? "high" : "medium",
      evidence: evidence.filter(({ pointsTo }) => pointsTo === "not_a_signal").slice(0, 3),
    };
  }
  const second = next ? of(next) : 0;
  if (!top || best < hint || (best < clear && second >= tooClose * best)) return unclear(evidence);
  const categories = categoriesOf(ranked, of);
  const kept = evidence.filter(({ pointsTo }) => categories.some((category) => category === pointsTo));
  const insider = found.some((one) => one.sign.insider === true && worth(one) > 0);
  return {
    kind: categories[0] === "other" && categories.length === 1 ? "other" : "signal",
    categories,
    urgency: urgencyOf(found, categories),
    ...(insider && categories[0] === "other" ? { insider } : {}),
    confidence: confidenceOf(best, second, foreign),
    evidence: kept.slice(0, 8),
  };
}

function unclear(evidence: readonly Evidence[]): Answer {
  const kept = evidence.filter(({ pointsTo }) => pointsTo !== "not_a_signal").slice(0, 3);
  return { kind: "signal", categories: ["unclear"], urgency: "soon", confidence: "low", evidence: kept };
}

function categoriesOf(ranked: readonly Named[], of: Points): Category[] {
  const top = ranked[0];
  if (!top) return [];
  // What someone of the club or school does is a wrong inside it, not domestic violence.
  const others = ranked.filter((category) => !(top === "other" && category === "domestic_violence"));
  const [first, ...rest] = others;
  if (!first) return [];
  const beside = rest.filter((category) => of(category) >= clear && of(category) >= besideTop * of(first));
  return [first, ...beside].slice(0, 3);
}

/** By what was found and by the lead over the next one. */
function confidenceOf(best: number, second: number, foreign: boolean): Confidence {
  if (foreign || best < certain || (best < clear && best - second < 1)) return "low";
  return best >= plain && best >= 2 * second ? "high" : "medium";
}

function urgencyOf(found: readonly FoundSign[], categories: readonly Category[]): Urgency {
  return found
    .filter(({ sign }) => categories.some((category) => category === sign.about))
    .reduce<Urgency>((level, one) => {
      if (worth(one) === 0) return level;
      const { sign, hit } = one;
      const asked = hit.stance === "stands" || compareUrgency(sign.level, "soon") >= 0 ? sign.level : "soon";
      return mostUrgent(level, asked);
    }, "preventive");
}

function evidenceOf(found: readonly FoundSign[]): Evidence[] {
  const quotes = new Set<string>();
  return found
    .filter((one) => one.sign.about !== "concern" && worth(one) > 0 && one.hit.quote !== "")
    .toSorted((a, b) => b.sign.weight - a.sign.weight || a.hit.first - b.hit.first)
    .flatMap(({ sign, hit }): Evidence[] => {
      const about = sign.about;
      if (about === "concern" || quotes.has(`${about} ${hit.quote}`)) return [];
      quotes.add(`${about} ${hit.quote}`);
      return [{ quote: hit.quote, pointsTo: about }];
    });
}
