import type { Classifier } from "#classify/classifier.ts";
import { readNet } from "#classify/safety-net.ts";
import { type Known, verdict } from "#classify/verdict.ts";
import type { Labelled } from "#commands/evaluate/corpus.ts";
import type { Judged } from "#commands/evaluate/scorecard.ts";

/** What the signaler pressed beside the text, where that is known. */
export type Told = Pick<Known, "danger" | "ageGroup">;

/** A message to be judged. Without `told` it is about the text alone: what an age or a press adds is a rule, not a reading. */
export interface ToJudge {
  readonly meant: Labelled;
  readonly told?: Told;
}

const nothingTold: Told = { danger: null, ageGroup: "adult" };

/** What the house would make of each message: net and engine together. */
export async function judge(
  messages: readonly ToJudge[],
  classifier: Classifier,
  done: (count: number) => void = () => {},
): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const { meant, told = nothingTold } of messages) {
    const net = readNet(meant.text);
    const classification = await classifier.classify(meant.text);
    judged.push({ meant, got: verdict({ net, classification, ...told }) });
    done(judged.length);
  }
  return judged;
}
