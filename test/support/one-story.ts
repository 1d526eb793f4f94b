import type { Classifier } from "#classify/classifier.ts";
import type { Address } from "#signal/address.ts";
import type { Classification } from "#signal/classified.ts";
import { openStage, type Stage, type StageOptions } from "./stage.ts";

/** A classifier that always says the same, so that a fact hangs on one rule only. */
export function says(over: Partial<Classification> = {}): Classifier {
  const answer: Classification = {
    kind: "signal",
    categories: ["debt"],
    urgency: "preventive",
    confidence: "high",
    evidence: [],
    engine: "fixed",
    version: "1",
    ...over,
  };
  return { name: "fixed", version: "1", classify: async () => answer };
}

/** A story that no rule of the safety net reads anything into. */
export const plain = "Een jongen uit groep 7 heeft vaak geen brood mee en geen gymkleren.";

/** What was sent to this reader since the so-manieth message. */
export function sendsTo(stage: Stage, to: Address, since = 0) {
  return stage.chat.sends.slice(since).filter((sent) => sent.to === to);
}

/** The fields of an outcome that ends the work, with a word. */
export function closing(outcome: string): Record<string, string> {
  return { outcome, word: "closed", text: "", next: "close" };
}

/** Report, accept by Ben, close. Gives the code. */
export async function closedByBen(stage: Stage, outcome = "P0"): Promise<string> {
  const { code } = await stage.report(plain);
  await stage.press("chat:ben", "accept", code);
  await stage.press("chat:ben", "outcome", code, closing(outcome));
  return code;
}

/** A stage on which every plain story is about money, and so for Ben; it is closed whatever happens. */
export async function onStage(options: StageOptions, story: (stage: Stage) => Promise<void>): Promise<void> {
  const stage = await openStage({ classifier: says(), ...options });
  try {
    await story(stage);
  } finally {
    await stage.close();
  }
}

/** The stage's first day, a Tuesday, and days after it. */
export const tuesday = "2026-11-17";
export const thursday = "2026-11-19";
export const friday = "2026-11-20";

/** "Ik ben er niet": today, where no days are given. */
export function goes(stage: Stage, days: Record<string, string> = {}, by: Address = "chat:ben") {
  return stage.press(by, "away", "", days);
}
