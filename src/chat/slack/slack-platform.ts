import type { IncomingMessage, ServerResponse } from "node:http";
import { type AckFn, App } from "@slack/bolt";

import type { Clock } from "#base/clock.ts";
import { errorName, type Log } from "#base/log.ts";
import { Problem, problemOf } from "#base/problem.ts";
import type { ChatPlatform, Counter, Memory, Stop } from "#chat/platform.ts";
import { type Acknowledge, type Answers, openAnswers } from "#chat/slack/answer/answer.ts";
import { openPendingText } from "#chat/slack/answer/pending-text.ts";
import { openPrivateWord } from "#chat/slack/answer/response-url.ts";
import { openWindows } from "#chat/slack/answer/windows.ts";
import { worstOf } from "#chat/slack/health.ts";
import { arrivalOf } from "#chat/slack/inbound.ts";
import { openIdentity, type SlackSelf } from "#chat/slack/line/identity.ts";
import { quiet } from "#chat/slack/line/quiet.ts";
import { openHttpReceiver } from "#chat/slack/line/receiver.ts";
import { openSocket } from "#chat/slack/line/socket.ts";
import { type Backfill, openBackfill } from "#chat/slack/out/backfill.ts";
import { openSender } from "#chat/slack/out/send.ts";
import { openSlackApi } from "#chat/slack/out/web-api.ts";
import { pause } from "#chat/wire/pause.ts";
import type { Address } from "#signal/address.ts";
import type { ChartPart } from "#texts/card.ts";

/** What the Slack door needs from the house. */
export interface SlackOptions {
  readonly botToken: string;
  readonly inbound:
    | { readonly how: "http"; readonly signingSecret: string }
    | { readonly how: "socket"; readonly appToken: string };
  /** Null: Slack's own. */
  readonly apiUrl: string | null;
  readonly clock: Clock;
  readonly memory: Memory;
  /** Workspaces (T…) or organisations (E…) that the municipality's file names. */
  readonly homes: readonly string[];
  /** Everybody whose direct messages may have been missed: known signalers and colleagues on Slack. */
  readonly readers: () => Promise<readonly Address[]>;
  /** A chart as PNG, 1024 px wide. */
  readonly draw: (chart: ChartPart) => Promise<Buffer>;
  readonly log: Log;
}

/** The Slack door. */
export interface SlackPlatform extends ChatPlatform {
  /** For the front door, at /slack/events. Null in Socket Mode. */
  readonly handle: ((request: IncomingMessage, response: ServerResponse) => void) | null;
  health(): {
    readonly ready: boolean;
    readonly state: "starting" | "connected" | "unreachable" | "refused";
    /** Since when, epoch milliseconds. */
    readonly since: number;
    /** What is wrong and what to do, for an administrator; null: nothing is. */
    readonly complaint: string | null;
  };
}

const second = 1_000;
/** How often it is looked at whether the connection stands, and how often that is noted. */
const lookMs = 2 * second;
const signOfLifeMs = 60 * second;

/** Opens the Slack door. Nothing is called before `start`. */
export function openSlackPlatform(options: SlackOptions): SlackPlatform {
  const { botToken, inbound, apiUrl, clock, memory, log } = options;
  const api = openSlackApi({ token: botToken, apiUrl });
  const identity = openIdentity({ api, memory, homes: options.homes, clock, log });
  const windows = openWindows(api, log);
  const word = openPrivateWord(apiUrl);
  const pending = openPendingText(clock);
  const sending = openSender({ api, clock, draw: options.draw, log });
  const afterwards = new Set<Promise<void>>();
  let open: { readonly counter: Counter; readonly answers: Answers } | null = null;

  const http =
    inbound.how === "http"
      ? openHttpReceiver({ signingSecret: inbound.signingSecret, admits: identity.admits, clock, log })
      : null;
  const socket =
    inbound.how === "socket"
      ? openSocket({
          appToken: inbound.appToken,
          apiUrl,
          admits: identity.admits,
          clock,
          log,
        })
      : null;
  const receiver = http?.receiver ?? socket?.receiver;
  if (receiver === undefined) throw new Problem("bug", "Slack comes in by HTTP or by socket.");

  const app = new App({
    receiver,
    processBeforeResponse: true,
    ignoreSelf: true,
    convoStore: false,
    attachFunctionToken: false,
    logger: quiet,
    // Bolt's own client is not used; what it would send is not tried again.
    clientOptions: { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: 3 * second },
    // A function, not a token: with a token Bolt asks Slack who we are before it acknowledges anything.
    authorize: () => Promise.resolve({ botToken, ...botIn(identity.self()) }),
  });
  app.use(async ({ body, ...delivered }) => {
    const acknowledge = "ack" in delivered ? (delivered.ack as AckFn<unknown>) : null;
    await take(body, async (answer) => acknowledge?.(answer));
  });

  async function take(body: unknown, acknowledge: Acknowledge): Promise<void> {
    const here = identity.hereOf(body);
    if (open === null || here === null) throw new Problem("retry", "The Slack door is not open yet.");
    const { counter, answers } = open;
    const arrival = arrivalOf(body, here);
    switch (arrival.kind) {
      case "press":
        return answers.press(arrival, acknowledge);
      case "typed":
        return counter.say(arrival.press);
      case "home_opened":
        return later(() => answers.home(arrival.press));
      case "not_here":
        return later(() => answers.notHere(arrival));
      case "gone":
        return later(() => identity.check());
      case "nothing":
        return acknowledge();
      case "unclear":
        return;
    }
  }

  /** What is not kept, and may take longer than Slack waits. */
  function later(work: () => Promise<void>): void {
    const running = work()
      .catch((thrown: unknown) => {
        log.warn("an answer in Slack was not shown", { platform: "slack", error: errorName(thrown) });
      })
      .finally(() => afterwards.delete(running));
    afterwards.add(running);
  }

  const standing = () =>
    socket === null ? identity.standing() : worstOf(identity.standing(), socket.state());

  /** As long as the connection stands it is noted each minute: what came while it did not is caught up with. */
  async function keepAlive(backfill: Backfill, until: AbortSignal): Promise<void> {
    let saidAt = Number.NEGATIVE_INFINITY;
    while (!until.aborted) {
      const now = clock.now();
      if (standing().state !== "connected") saidAt = Number.NEGATIVE_INFINITY;
      else if (now - saidAt >= signOfLifeMs || now < saidAt) {
        saidAt = now;
        await backfill.alive();
      }
      await pause(lookMs, until);
    }
  }

  return {
    name: "slack",
    handle: http === null ? null : http.handle,
    async start(counter): Promise<Stop> {
      const answers = openAnswers({ counter, windows, word, pending, log });
      const backfill = openBackfill({ api, counter, memory, addresses: options.readers, clock, log });
      const ending = new AbortController();
      await identity.start();
      open = { counter, answers };
      socket?.start();
      const alive = keepAlive(backfill, ending.signal);
      return async () => {
        ending.abort();
        await (socket ?? http?.receiver)?.stop();
        await Promise.all([backfill.stop(), identity.stop(), alive, ...afterwards]);
      };
    },
    async send(message) {
      try {
        return await sending(message);
      } catch (thrown) {
        // A token that was taken away is seen here first.
        if (problemOf(thrown).kind === "misconfigured") later(() => identity.check());
        throw thrown;
      }
    },
    health() {
      const { state, since, complaint } = standing();
      return { ready: state === "connected", state, since, complaint };
    },
  };
}

function botIn(self: SlackSelf | null) {
  if (self === null) return {};
  return { botUserId: self.botUserId, ...(self.botId === null ? {} : { botId: self.botId }) };
}
