import type { Classifier } from "#classify/classifier.ts";
import { readNet } from "#classify/safety-net.ts";
import { secondOpinion, withSecondOpinion } from "#classify/second-opinion.ts";
import { type Known, verdict, withNet } from "#classify/verdict.ts";
import type { Classification, Classified, SecondReading } from "#signal/classified.ts";
import type { Signal } from "#signal/signal.ts";
import { compareUrgency, type Urgency } from "#signal/words.ts";

/**
 * What a second reading of this text changes about what the system makes of it without: both by the same rules (net,
 * danger, age), so that what is measured by `evaluate --engine both` is what happens. Where the two differ is about the
 * text alone: what the signaler pressed is no disagreement.
 */
export async function rereadSignal(
  { report }: Pick<Signal, "report">,
  text: string,
  { classifier, second }: { classifier: Classifier; second: Classification },
): Promise<SecondReading> {
  const { danger, ageGroup } = report;
  const net = readNet(text);
  const read = await classifier.classify(text).catch(() => "failed" as const);
  const by = (classification: Known["classification"], told: Pick<Known, "danger" | "ageGroup">) =>
    verdict({ net, classification, ...told });
  const first = by(read, { danger: null, ageGroup: "adult" });
  const before = by(read, { danger, ageGroup });
  const named = read === "failed" ? first : withNet(read, net);
  const after = by(withSecondOpinion(named, second), { danger, ageGroup });
  const raiseTo = higher(before, after);
  const add = after.categories.filter((one) => one !== "unclear" && !before.categories.includes(one));
  const { kind, categories, urgency, engine, version } = second;
  return {
    said: { kind, categories, urgency, engine, version },
    raiseTo,
    add,
    differs: secondOpinion(first, second).disagree,
    evidence: second.evidence.filter(
      ({ pointsTo }) => (raiseTo !== null && pointsTo === urgency) || add.some((one) => one === pointsTo),
    ),
  };
}

function higher({ urgency: before }: Classified, { urgency: after }: Classified): Urgency | null {
  if (after === "none") return null;
  return before === "none" || compareUrgency(after, before) < 0 ? after : null;
}
