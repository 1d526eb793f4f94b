import { type Clock, systemClock } from "#base/clock.ts";
import { problemOf } from "#base/problem.ts";
import { type ModelAccess, openModel } from "#classify/openai/open-model.ts";
import type { SecondReader } from "#classify/second-reader.ts";

/** A language model as the second reader of a house. */
export function openSecondReader(access: ModelAccess, clock: Clock = systemClock): SecondReader {
  const model = openModel(access, clock);
  const { name, version, longestMs, isOff } = model;
  return {
    name,
    version,
    longestMs,
    isOff,
    async read(text, abort) {
      if (isOff()) return { how: "off" };
      let isSent = false;
      const onSend = () => {
        isSent = true;
      };
      try {
        const classification = await model.classify(text, { abort, onSend });
        // Switched off meanwhile: what it still says counts no more.
        return isOff() ? { how: "off" } : { how: "read", classification };
      } catch (thrown) {
        if (isOff()) return { how: "off" };
        if (!isSent) return { how: "unsent" };
        const { kind, retryAfterMs } = problemOf(thrown);
        return { how: "failed", againMs: kind === "retry" ? (retryAfterMs ?? 0) : null, error: kind };
      }
    },
  };
}
