import { errorName, type Log } from "#base/log.ts";
import { Problem } from "#base/problem.ts";
import type { Classifier } from "#classify/classifier.ts";
import { readNet } from "#classify/safety-net.ts";
import { verdict } from "#classify/verdict.ts";
import type { Passage } from "#signal/decision.ts";
import type { ActOf } from "#signal/event.ts";
import type { Signal } from "#signal/signal.ts";

/** A slow classifier is not waited for longer: a human decides. */
const patienceMs = 20_000;

/** Has the classifier read the story of a signal; a failure, or a story that is gone, is an answer too. `key` is the event's key. */
export async function readSignal(
  signal: Signal,
  text: string | null,
  { classifier, key, log }: { classifier: Classifier; key: string; log: Log },
): Promise<ActOf<"classified"> | ActOf<"not_classified">> {
  const net = readNet(text ?? "");
  const { danger, ageGroup } = signal.report;
  const base = { key, by: { as: "system" }, signal: signal.id } as const;
  try {
    if (text === null) throw new Problem("refused", "The story is gone: it was erased before it was read.");
    const classification = await withPatience(classifier.classify(text));
    return { ...base, type: "classified", result: verdict({ net, classification, danger, ageGroup }) };
  } catch (thrown) {
    log.warn("The classifier gave no answer; a human decides.", {
      signal: signal.id,
      error: errorName(thrown),
    });
    return {
      ...base,
      type: "not_classified",
      result: verdict({ net, classification: "failed", danger, ageGroup }),
    };
  }
}

/** More than anybody types; of more than this the story is read, and the newest of what was added. In characters. */
const mostRead = 16_000;

/** The story and what its signaler added, in order, as one text to read. Null: the story is gone. */
export function wholeOf(passages: readonly Pick<Passage, "what" | "text">[]): string | null {
  const story = passages.find(({ what }) => what === "story");
  if (story === undefined) return null;
  const added: string[] = [];
  let left = mostRead - story.text.length;
  for (const { what, text } of passages.toReversed()) {
    if (what !== "addition") continue;
    left -= text.length;
    if (left < 0) break;
    added.unshift(text);
  }
  return [story.text, ...added].join("\n");
}

async function withPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The classifier took too long.")), patienceMs);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
