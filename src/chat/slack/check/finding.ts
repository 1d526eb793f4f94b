import type { Problem } from "#base/problem.ts";
import { SlackProblem } from "#chat/slack/errors.ts";
import type { SlackAnswer, SlackApi } from "#chat/slack/out/web-api.ts";
import type { Pause } from "#chat/wire/pause.ts";

/** One finding, with cause and fix. `bad` has to be mended before real use. */
export interface SlackFinding {
  readonly level: "good" | "note" | "bad";
  readonly text: string;
}

export const good = (text: string): SlackFinding => ({ level: "good", text });
export const note = (text: string): SlackFinding => ({ level: "note", text });
export const bad = (text: string): SlackFinding => ({ level: "bad", text });

/** Where somebody clicks, in Slack's own menu names. */
export const app = "api.slack.com/apps, your app";

/** An answer of Slack, or why there is none. */
export type Asked =
  | { readonly answer: SlackAnswer; readonly problem: null }
  | { readonly answer: null; readonly problem: SlackProblem };

/** Asks Slack, and waits and asks again where Slack wants to be left alone for a moment. Never throws a `SlackProblem`. */
export type Ask = (method: string, args?: Readonly<Record<string, unknown>>) => Promise<Asked>;

const mostTries = 4;
/** A wait longer than this is no pace but a refusal. */
const longestWaitMs = 90_000;

/** Asks over this API. */
export function asking(api: SlackApi, pause: Pause): Ask {
  async function ask(method: string, args: Readonly<Record<string, unknown>>, tries: number): Promise<Asked> {
    try {
      return { answer: await api.call(method, args), problem: null };
    } catch (thrown) {
      if (!(thrown instanceof SlackProblem)) throw thrown;
      const wait = isPace(thrown) ? (thrown.retryAfterMs ?? 1_000) : Number.POSITIVE_INFINITY;
      if (tries >= mostTries || wait > longestWaitMs) return { answer: null, problem: thrown };
      await pause(wait);
      return ask(method, args, tries + 1);
    }
  }
  return (method, args = {}) => ask(method, args, 1);
}

function isPace({ reason }: SlackProblem): boolean {
  return reason === "http_429" || reason === "ratelimited" || reason === "rate_limited";
}

/** Slack itself, or the road to it: nothing more can be asked now. */
export function isAway(problem: Problem): boolean {
  return problem.kind === "retry";
}

/** What Slack answered, for a finding. To look changes nothing, so that what "may have been done" does not matter here. */
export function saidBy({ message }: Problem): string {
  return message.replace("; it may have been done", "");
}

/** A name from outside as it may stand on a terminal: on one line, without control characters, not endless. */
export function quoted(name: string): string {
  return `"${name
    .replace(/[\p{C}\p{Z}]+/gu, " ")
    .trim()
    .slice(0, 60)}"`;
}
