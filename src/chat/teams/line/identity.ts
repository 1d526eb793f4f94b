import type { Clock } from "#base/clock.ts";
import { errorName, type Log } from "#base/log.ts";
import { type Problem, problemOf } from "#base/problem.ts";
import type { BotToken } from "#chat/teams/line/bot-token.ts";
import { openStanding, type Standing } from "#chat/teams/line/health.ts";
import { type Pause, pause as realPause } from "#chat/wire/pause.ts";

export interface IdentityOptions {
  readonly token: BotToken;
  readonly clock: Clock;
  readonly log: Log;
  /** Another wait than the real one, for tests. */
  readonly pause?: Pause;
}

/** Whether Microsoft knows us: who gets a token can speak and be spoken to. */
export interface Identity {
  /** Asking goes on in the background until `stop`. */
  start(): void;
  stop(): Promise<void>;
  /** Asks for a new token, now: after a refused message. Never throws. */
  check(): Promise<void>;
  standing(): Standing;
}

const firstWait = 1_000;
const longestWait = 60_000;
/** How often is looked again when all is well: a secret that ends is noticed before it is needed. */
const nextLook = 5 * 60_000;

export function openIdentity({ token, clock, log, pause = realPause }: IdentityOptions): Identity {
  const standing = openStanding(clock);
  const ending = new AbortController();
  let loop: Promise<void> = Promise.resolve();

  async function ask(): Promise<boolean> {
    try {
      await token.get();
      if (standing.set("connected")) log.info("Microsoft knows us", { platform: "teams" });
      return true;
    } catch (thrown) {
      failed(problemOf(thrown));
      return false;
    }
  }

  function failed(problem: Problem): void {
    const isRefused = problem.kind === "misconfigured" || problem.kind === "refused";
    if (!standing.set(isRefused ? "refused" : "unreachable", problem.message)) return;
    const facts = { platform: "teams", kind: problem.kind, error: errorName(problem) };
    if (isRefused) log.error("Microsoft's login refuses us", facts);
    else log.warn("Microsoft's login can not be asked for a token", facts);
  }

  async function keepAsking(): Promise<void> {
    let wait = firstWait;
    while (!ending.signal.aborted) {
      const isKnown = await ask();
      await pause(isKnown ? nextLook : wait, ending.signal);
      wait = isKnown ? firstWait : Math.min(longestWait, wait * 2);
    }
  }

  return {
    start() {
      loop = keepAsking();
    },
    async stop() {
      ending.abort();
      await loop;
    },
    async check() {
      token.forget();
      await ask();
    },
    standing: standing.now,
  };
}
