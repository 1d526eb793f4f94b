import type { Sign } from "#classify/embedded/sign.ts";
import type { Hit } from "#classify/reading/reading.ts";

/** A sign that was found, and where. */
export interface FoundSign {
  readonly sign: Sign;
  readonly hit: Hit;
}

export type About = Sign["about"];
export type Points = (about: About) => number;

/** How much of a sign's weight counts. Negated and unreal words count for nothing. */
const worthOf = { stands: 1, past: 0.5, over: 0.25, negated: 0, denied: 0, unreal: 0 } as const;
/** Everyday words alone never make a category: together they stay below one hint. */
const mostOfEverydayWords = 0.9;

/** Which part of its weight a find counts for, 0 to 1. */
export function worth({ sign, hit }: FoundSign): number {
  return sign.even !== undefined && hit.stance === sign.even ? 1 : worthOf[hit.stance];
}

/**
 * The points of everything that was found. The heaviest signs speak first and take their words: a lighter sign of the
 * same kind that sees nothing but those words adds nothing.
 */
export function weigh(found: readonly FoundSign[]): Points {
  const points = new Map<About, number>();
  for (const [about, finds] of Map.groupBy(found, ({ sign }) => sign.about)) {
    points.set(about, pointsOf(finds));
  }
  return (about) => points.get(about) ?? 0;
}

function pointsOf(finds: readonly FoundSign[]): number {
  const taken = new Set<number>();
  const times = new Map<Sign, number>();
  let points = 0;
  let everyday = 0;
  const value = (one: FoundSign) => worth(one) * one.sign.weight;
  for (const one of finds.toSorted((a, b) => value(b) - value(a) || a.hit.first - b.hit.first)) {
    if (one.hit.own.every((word) => taken.has(word))) continue;
    for (const word of one.hit.own) taken.add(word);
    const before = times.get(one.sign) ?? 0;
    times.set(one.sign, before + 1);
    if (one.sign.weight < 1) everyday += value(one);
    // A second, separate find of the same sign adds a point; a third no more.
    else if (before < 2) points += before === 0 ? value(one) : worth(one);
  }
  return points + Math.min(everyday, mostOfEverydayWords);
}
