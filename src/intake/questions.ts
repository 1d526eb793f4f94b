import type { Signal } from "#signal/signal.ts";
import type { QuestionId } from "#signal/words.ts";

/** Never more than three, and only ones that were approved (domain.md 7.3). */
const mostQuestions = 3;

const factOf = {
  domestic_violence: "fact_fear",
  psychological: "fact_duration",
  addiction: "fact_use",
  debt: "fact_money",
  other: "fact",
  unclear: "fact",
} as const satisfies Record<string, QuestionId>;

/**
 * The follow-up questions for what is not known yet: danger first, then a fact (by category, domain.md 1.5), then whether
 * the person knows. An acute signal gets none before the safety text has done its work (2.2 h); no concern gets none either, nor does a child who signals (L27).
 */
export function chooseQuestions(signal: Signal): QuestionId[] {
  if (signal.urgency === "acute" || signal.kind === "not_a_signal" || signal.young) return [];
  const { report } = signal;
  const asked: QuestionId[] = [];
  if (report.danger === null) asked.push("danger");
  asked.push(factOf[signal.categories[0] ?? "unclear"]);
  if (report.aware === null && !signal.outside) asked.push("aware");
  if (report.ageGroup === null) asked.push("age_group");
  if (report.area === null) asked.push("area");
  return asked.slice(0, mostQuestions);
}
