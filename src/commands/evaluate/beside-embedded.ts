import { Problem } from "#base/problem.ts";
import type { Classifier } from "#classify/classifier.ts";
import { readNet } from "#classify/safety-net.ts";
import { withSecondOpinion } from "#classify/second-opinion.ts";
import { withNet } from "#classify/verdict.ts";

/**
 * A language model beside the embedded engine, as the house would have it: where the model gives no answer, the embedded
 * one stands, and why is counted. `openai`: the model's answer as it is; `both`: what it raises and adds. A fault in the
 * settings ends the measuring.
 */
export function besideEmbedded(
  embedded: Classifier,
  model: Classifier,
  how: "openai" | "both",
): { classifier: Classifier; silences: ReadonlyMap<string, number> } {
  const silences = new Map<string, number>();
  const classifier: Classifier = {
    name: how === "both" ? `${embedded.name}+${model.name}` : model.name,
    version: how === "both" ? `${embedded.version}, ${model.version}` : model.version,
    async classify(text) {
      const first = withNet(await embedded.classify(text), readNet(text));
      try {
        const second = await model.classify(text);
        return how === "both" ? withSecondOpinion(first, second) : second;
      } catch (thrown) {
        if (!(thrown instanceof Problem) || thrown.kind === "misconfigured" || thrown.kind === "bug")
          throw thrown;
        silences.set(thrown.message, (silences.get(thrown.message) ?? 0) + 1);
        return first;
      }
    },
  };
  return { classifier, silences };
}
