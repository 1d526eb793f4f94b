import type { Classifier } from "#classify/classifier.ts";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { heads, type Model } from "#classify/embedded/network.ts";
import { ownOf } from "#classify/embedded/own-model.ts";
import { redact } from "#classify/redact.ts";
import type { Correction } from "#commands/corrections.ts";
import { judge, type ToJudge } from "#commands/evaluate/judge.ts";
import { type Judged, type Scorecard, scorecard } from "#commands/evaluate/scorecard.ts";
import { lessonsOf, modelFrom } from "#commands/train/corpus.ts";
import { type Example, ofMessage } from "#commands/train/examples.ts";

/** Fewer say more about single cases than about how to read. */
export const leastCorrections = 20;

/** An expert who knew the case says more than an invented message... */
const correctionCounts = 2;
/** ...but all of them together no more than this share of all the rest. */
const mostShare = 0.2;
/** Whoever lowered it knew perhaps what the text does not say. */
const loweredCounts = 0.5;
const levelHeads: ReadonlySet<string> = new Set(["acute", "urgent", "soon"]);

/** What is compared of two models. */
export interface Measured {
  readonly golden: Scorecard;
  /** Of the corrections: kind, categories and urgency as the expert had them, the mean of the three; 0 to 1. */
  readonly agreement: number;
}

/** What came of learning. `worse` empty: it is better. */
export interface Learnt {
  readonly model: Model;
  readonly examples: number;
  readonly before: Measured;
  readonly after: Measured;
  /** Why it is not better, in words without any message. */
  readonly worse: readonly string[];
}

/** What is needed to learn. */
export interface Study {
  readonly corpus: readonly Example[];
  readonly corrections: readonly Correction[];
  readonly golden: readonly ToJudge[];
  readonly present: Classifier;
  readonly seeds: readonly number[];
  readonly tell: (line: string) => void;
}

/**
 * Learns from the corpus and the corrections, and says whether that is better than the present model. The corrections are
 * judged by models that have not seen them: one that learned from the other half. Better: agrees more with the experts, and
 * on the golden set is nothing that matters lower.
 */
export async function learnFrom(study: Study): Promise<Learnt> {
  const { corpus, corrections, golden, present, seeds, tell } = study;
  const known = lessonsOf(corpus);
  const own = lessonsOf(examplesFrom(corrections, known.length));
  const before = await measured(present, golden, await judge(corrections, present));
  const unseen: Judged[] = [];
  for (const half of [0, 1]) {
    tell(`half ${half + 1} of 2: learned from the other half`);
    const others = own.filter((_, at) => at % 2 !== half);
    const learned = engineOf(modelFrom([...known, ...others], seeds, tell));
    unseen.push(
      ...(await judge(
        corrections.filter((_, at) => at % 2 === half),
        learned,
      )),
    );
  }
  tell("learned from all");
  const model = modelFrom([...known, ...own], seeds, tell);
  const after = await measured(engineOf(model), golden, unseen);
  return { model, examples: known.length + own.length, before, after, worse: worse(before, after) };
}

function engineOf(model: Model): Classifier {
  return openEmbedded(ownOf(model));
}

/** The corrections as examples, without what points to a person. */
export function examplesFrom(corrections: readonly Correction[], others: number): Example[] {
  const weight = Math.min(correctionCounts, (mostShare * others) / Math.max(1, corrections.length));
  return corrections.map(({ meant, told, isLowered }) => {
    const { wanted } = ofMessage(meant);
    // What was pressed beside the text, the text does not say.
    const isPressed = told !== undefined && told.danger !== null && told.danger !== "no";
    const level = isPressed ? 0 : isLowered ? loweredCounts : 1;
    const counts = Float32Array.from(heads, (head) => (levelHeads.has(head) ? weight * level : weight));
    return { text: redact(meant.text).redacted, wanted, counts };
  });
}

async function measured(
  engine: Classifier,
  golden: readonly ToJudge[],
  judged: readonly Judged[],
): Promise<Measured> {
  return { golden: scorecard(await judge(golden, engine)), agreement: agreement(judged) };
}

/** How far the readings are those of the experts. */
export function agreement(judged: readonly Judged[]): number {
  const shares = judged.map(({ meant, got }) => {
    const right = meant.categories.filter((one) => got.categories.includes(one)).length;
    const all = new Set([...meant.categories, ...got.categories]).size;
    const about = all === 0 ? 1 : right / all;
    return (Number(meant.kind === got.kind) + about + Number(meant.urgency === got.urgency)) / 3;
  });
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}

/** Why the new one is not better; empty: it is. */
export function worse(before: Measured, after: Measured): string[] {
  const lower = (name: string, from: number, to: number) =>
    to < from ? [`${name} on the golden set is lower`] : [];
  return [
    ...(after.agreement > before.agreement
      ? []
      : ["it does not agree more with corrections it has not seen"]),
    ...lower("macro-F1", before.golden.macroF1, after.golden.macroF1),
    ...lower("acute recall", before.golden.acute.recall, after.golden.acute.recall),
    ...lower("urgent recall", before.golden.urgentOrHigher.recall, after.golden.urgentOrHigher.recall),
  ];
}
