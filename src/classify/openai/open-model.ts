import { existsSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { type Clock, systemClock } from "#base/clock.ts";
import { Problem, problemOf } from "#base/problem.ts";
import type { Classifier } from "#classify/classifier.ts";
import type { Answer } from "#classify/openai/answer.ts";
import { type Ask, openAsk, type Question } from "#classify/openai/ask.ts";
import { openBudget } from "#classify/openai/budget.ts";
import { longestPauseMs } from "#classify/openai/failure.ts";
import { literalQuote } from "#classify/openai/literal-quotes.ts";
import { type KnownNames, outgoing } from "#classify/openai/outgoing.ts";
import { readPrompt } from "#classify/openai/prompt.ts";
import type { Replaced } from "#classify/redaction/replace.ts";
import type { Classification, Evidence } from "#signal/classified.ts";

/** Which model, and how it may be asked (model-settings.ts says more of each). */
export interface ModelAccess extends KnownNames {
  readonly url: string;
  readonly name: string;
  readonly apiKey: string | null;
  readonly perDay: number;
  readonly patienceMs: number;
  readonly offFile: string;
}

/** A language model as a classifier, with what whoever does not wait for it needs as well. */
export interface Model extends Classifier {
  /** Longer than this `classify` never takes, in milliseconds. */
  readonly longestMs: number;
  /** The off switch: nothing is sent while it is on. */
  isOff(): boolean;
  /** `abort` ends it at once; `onSend` is called before every request. */
  classify(text: string, how?: { abort: AbortSignal; onSend: () => void }): Promise<Classification>;
}

const mostEvidence = 8;

/**
 * A language model as a classifier. The message is redacted first, goes out as data, and an answer counts only when it
 * keeps to the closed lists; quotes that are no literal part of the message are dropped. At most two requests, each of
 * them within `patienceMs`; whatever goes wrong is a Problem, never a guess.
 */
export function openModel(access: ModelAccess, clock: Clock = systemClock): Model {
  const { text: instructions, version: promptVersion } = readPrompt();
  const budget = openBudget(access.perDay, clock);
  const ask = openAsk(access);
  const engine = "openai";
  const version = `${promptVersion} ${access.name}`;
  const isOff = () => existsSync(access.offFile);
  const counted =
    (onSend: () => void): Ask =>
    (question, signal) => {
      if (isOff()) throw new Problem("refused", "The language model is off: the file model-uit is there.");
      budget.take();
      onSend();
      return ask(question, signal);
    };
  // Two tries and the pause between them.
  const longestMs = 2 * access.patienceMs + longestPauseMs;
  return {
    name: engine,
    version,
    longestMs,
    isOff,
    async classify(text, how) {
      const replaced = outgoing(text, access);
      // Whatever happens: not longer than that.
      const late = AbortSignal.timeout(longestMs);
      const signal = how === undefined ? late : AbortSignal.any([how.abort, late]);
      const { evidence, insider, ...answer } = await twice(
        counted(how?.onSend ?? (() => {})),
        { instructions, message: replaced.redacted },
        signal,
      );
      return {
        ...answer,
        evidence: literal(text, replaced, evidence),
        ...(insider ? { insider } : {}),
        engine,
        version,
      };
    },
  };
}

/** Asks, and once more when that may help. */
async function twice(ask: Ask, question: Question, signal: AbortSignal): Promise<Answer> {
  try {
    return await ask(question, signal);
  } catch (thrown) {
    const problem = problemOf(thrown);
    const wait = problem.retryAfterMs ?? longestPauseMs / 4;
    if (problem.kind !== "retry" || wait > longestPauseMs) throw problem;
    await pause(wait);
    if (signal.aborted) throw problem;
    return await ask(question, signal);
  }
}

function literal(text: string, replaced: Replaced, evidence: Answer["evidence"]): Evidence[] {
  return evidence
    .flatMap(({ quote, pointsTo }): Evidence[] => {
      const words = literalQuote(text, replaced, quote);
      return words === null ? [] : [{ quote: words, pointsTo }];
    })
    .slice(0, mostEvidence);
}
