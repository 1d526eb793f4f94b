import type { Decision } from "#signal/decision.ts";
import { categories, outcomes, sources, urgencies } from "#signal/words.ts";
import { sampleDecision, sampleSignal } from "../support/sample-decision.ts";

const hour = 3_600_000;
const year = 365 * 24 * hour;

/** One of the list, by turn. */
function turn<T>(list: readonly T[], index: number): T {
  const one = list[index % list.length];
  if (one === undefined) throw new Error("An empty list.");
  return one;
}

/** So many signals spread over the year before `until`, nine in ten with an outcome: the same at every run. */
export function* yearOfSignals(count: number, until: number): Generator<Decision> {
  for (let index = 0; index < count; index++) {
    const receivedAt = Math.floor(until - year + (index / count) * year);
    const isDone = index % 10 > 0 && receivedAt < until - 14 * 24 * hour;
    const outcomeAt = receivedAt + (1 + (index % 12)) * 24 * hour;
    const sample = sampleSignal();
    yield sampleDecision({
      signal: {
        ...sample,
        id: `year-${index}`,
        code: `VS-Y-${index}`,
        receivedAt,
        stage: isDone ? "closed" : "accepted",
        report: { ...sample.report, source: turn(sources, index), area: turn(["noord", "zuid"], index) },
        categories: [turn(categories, index * 7)],
        urgency: turn(urgencies, index * 3),
        holder: turn(["ben", "sanne", "noor"], index),
        acceptDue: receivedAt + 8 * hour,
        acceptedAt: receivedAt + (index % 11) * hour,
        feedbackDue: receivedAt + 100 * hour,
        feedbackAt: isDone ? receivedAt + (index % 130) * hour : null,
        outcome: isDone ? turn(outcomes, index) : null,
        outcomes: isDone ? [{ outcome: turn(outcomes, index), at: outcomeAt, by: "ben" }] : [],
        closedAt: isDone ? outcomeAt : null,
      },
    });
  }
}
