import type { Receiver } from "@slack/bolt";

import type { Clock } from "#base/clock.ts";
import { errorName, type Log } from "#base/log.ts";
import { problemOf } from "#base/problem.ts";
import { SlackProblem } from "#chat/slack/errors.ts";
import { openStanding, type Standing } from "#chat/slack/health.ts";
import { type Listening, openDeliveries } from "#chat/slack/line/deadline.ts";
import type { Envelope } from "#chat/slack/line/envelope.ts";
import type { Admission } from "#chat/slack/line/identity.ts";
import { type Line, openLine } from "#chat/slack/line/socket-line.ts";
import { onceAMinute } from "#chat/wire/once-a-minute.ts";
import { type Pause, pause as realPause } from "#chat/wire/pause.ts";

export interface SocketOptions {
  readonly appToken: string;
  /** Null: Slack's own. */
  readonly apiUrl: string | null;
  /** Whose a delivery is (identity.admits). Left out: always ours. */
  readonly admits?: (body: unknown) => Admission;
  readonly clock: Clock;
  readonly log: Log;
  /** Another wait than the real one, for tests. */
  readonly pause?: Pause;
  /** Other times than the real ones (milliseconds), for tests. */
  readonly times?: { readonly deadline?: number; readonly pong?: number; readonly greeting?: number };
}

export interface Socket {
  /** For `new App({ receiver })`; Bolt's `app.start()` and `app.stop()` do the same as `start` and `stop`. */
  readonly receiver: Receiver;
  /** Connects in the background, and again and again for ever. */
  start(): void;
  /** Takes nothing new, lets what is being handled finish, and resolves when no socket and no timer is left. */
  stop(): Promise<void>;
  state(): Standing;
}

const firstWait = 1_000;
const longestWait = 30_000;
/** A token that is refused seldom becomes good by itself. */
const refusedWait = 60_000;
/** Slack wants a fresh connection every few hours; one that wants it at once, time after time, is not obeyed for ever. */
const shortLife = 10_000;
const mostInHaste = 5;
/** What came in over a connection that is replaced must still be acknowledged over it. */
const replacedLives = 3_000;

/**
 * Slack's Socket Mode. A delivery is acknowledged when its listener has it on disk; one that is late, fails or is not
 * understood is not, and Slack delivers it again. Bolt's app must let a listener's failure through (see receiver.ts).
 */
export function openSocket(options: SocketOptions): Socket {
  const { appToken, apiUrl, clock, log } = options;
  const admits = options.admits ?? (() => "ours" as const);
  const pause = options.pause ?? realPause;
  const deliveries = openDeliveries(log, options.times?.deadline);
  const standing = openStanding(clock);
  const ending = new AbortController();
  const lines = new Set<Line>();
  let app: Listening | null = null;
  let loop: Promise<void> | null = null;
  const foreign = onceAMinute(clock, (count) => {
    log.warn("deliveries for another Slack workspace were left alone", { platform: "slack", count });
  });

  async function onDelivery(delivery: Envelope, acknowledge: (answer: unknown) => boolean): Promise<void> {
    const { body } = delivery;
    if (app === null || ending.signal.aborted) return;
    if (body["type"] === "app_rate_limited") {
      log.error("Slack held back events: more came in an hour than it delivers", { platform: "slack" });
      acknowledge(undefined);
      return;
    }
    const admission = admits(body);
    if (admission === "foreign") {
      foreign();
      acknowledge(undefined);
    }
    if (admission !== "ours") return;
    const outcome = await deliveries.take(app, body);
    const why = outcome.acknowledged ? (acknowledge(outcome.answer) ? null : "gone") : outcome.why;
    if (why !== null) {
      log.warn("a delivery of Slack was not acknowledged", { platform: "slack", kind: why });
    }
  }

  function dial(): Line {
    const line = openLine({
      appToken,
      apiUrl,
      log,
      times: options.times ?? {},
      onDelivery: (delivery, acknowledge) => {
        onDelivery(delivery, acknowledge).catch((thrown: unknown) => {
          log.error("a delivery of Slack could not be handled", {
            platform: "slack",
            error: errorName(thrown),
          });
        });
      },
    });
    lines.add(line);
    return line;
  }

  async function drop(line: Line): Promise<void> {
    await line.close();
    lines.delete(line);
  }

  /** Where a connection could not be made: how long until the next try. */
  function failed(thrown: unknown, attempt: number): number {
    const problem = problemOf(thrown);
    const isRefused = problem.kind === "misconfigured" || problem.kind === "refused";
    const hint = problem instanceof SlackProblem && aboutToken.has(problem.reason) ? `${tokenHint} ` : "";
    if (standing.set(isRefused ? "refused" : "unreachable", hint + problem.message)) {
      const facts = { platform: "slack", kind: problem.kind, error: errorName(problem), attempt };
      if (isRefused) log.error("Slack refuses a socket", facts);
      else log.warn("Slack can not be reached by socket", facts);
    }
    const wait = isRefused ? refusedWait : Math.min(longestWait, firstWait * 2 ** (attempt - 1));
    return Math.max(wait, problem.retryAfterMs ?? 0);
  }

  async function stayConnected(): Promise<void> {
    const { signal } = ending;
    let replaced: Line | null = null;
    let failures = 0;
    let inHaste = 0;
    while (!signal.aborted) {
      const line = dial();
      const fault = await line.opened.then(
        () => null,
        (thrown: unknown) => ({ thrown }),
      );
      if (fault !== null) {
        await drop(line);
        failures += 1;
        if (!signal.aborted) await pause(failed(fault.thrown, failures), signal);
        continue;
      }
      const openedAt = clock.now();
      failures = 0;
      if (standing.set("connected")) log.info("connected with Slack", { platform: "slack" });
      if (replaced !== null) retire(replaced);
      replaced = null;

      const end = await line.ended;
      inHaste = clock.now() - openedAt < shortLife ? inHaste + 1 : 0;
      if (end === "refresh" && inHaste <= mostInHaste) {
        // It still delivers until the next one stands.
        replaced = line;
        continue;
      }
      await drop(line);
      if (signal.aborted) return;
      const isOff = end === "switched_off";
      if (standing.set(isOff ? "refused" : "unreachable", isOff ? switchedOff : lineLost)) {
        log.warn("the connection with Slack ended", { platform: "slack", kind: end });
      }
      await pause(isOff ? refusedWait : firstWait, signal);
    }
  }

  function retire(line: Line): void {
    // Not the wait that tests shorten: what is being handled takes real time.
    void realPause(replacedLives, ending.signal).then(() => drop(line));
  }

  const socket: Socket = {
    receiver: {
      init: (given) => {
        app = given;
      },
      start: async () => socket.start(),
      stop: () => socket.stop(),
    },
    start() {
      loop ??= stayConnected();
    },
    async stop() {
      ending.abort();
      await deliveries.settled();
      await Promise.all([...lines].map(drop));
      await loop;
    },
    state: standing.now,
  };
  return socket;
}

const tokenHint =
  "SLACK_APP_TOKEN does not work: make an app-level token with the scope connections:write (api.slack.com/apps, Basic Information).";
/** What Slack says of a token, in its own words. */
const aboutToken: ReadonlySet<string> = new Set([
  "invalid_auth",
  "not_authed",
  "account_inactive",
  "token_revoked",
  "token_expired",
  "not_allowed_token_type",
  "missing_scope",
]);
const switchedOff =
  "Socket Mode is switched off for this app in Slack. Switch it on at api.slack.com/apps, Socket Mode.";
const lineLost = "The connection with Slack was lost. It is tried again.";
