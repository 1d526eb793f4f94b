import { SocketModeReceiver } from "@slack/bolt";

import type { Log } from "#base/log.ts";
import { Problem } from "#base/problem.ts";
import { slackProblem } from "#chat/slack/errors.ts";
import { acknowledgement, type Envelope, readMessage } from "#chat/slack/line/envelope.ts";
import { quiet } from "#chat/slack/line/quiet.ts";
import { postOnce } from "#chat/slack/out/one-post.ts";
import { pause } from "#chat/wire/pause.ts";

/** Why a connection ended: Slack wants a fresh one (this one may live on for some seconds), it broke, or Socket Mode is switched off. */
export type LineEnd = "refresh" | "lost" | "switched_off";

export interface LineOptions {
  readonly appToken: string;
  readonly apiUrl: string | null;
  readonly log: Log;
  /** How long to wait for an answer to a ping, and for the greeting, when it is not the usual time (milliseconds). */
  readonly times: { readonly pong?: number; readonly greeting?: number };
  /** Acknowledges; false: this connection is gone, and Slack delivers again. */
  readonly onDelivery: (delivery: Envelope, acknowledge: (answer: unknown) => boolean) => void;
}

/** One connection, from asking for its address until it is gone. */
export interface Line {
  /** Resolves when Slack has greeted; rejects with what went wrong on the way. */
  readonly opened: Promise<void>;
  readonly ended: Promise<LineEnd>;
  /** Resolves when no socket and no timer of it is left. Safe to repeat. */
  close(): Promise<void>;
}

type Websocket = NonNullable<SocketModeReceiver["client"]["websocket"]>;

const callMs = 4_000;
const greetingMs = 10_000;
const lookMs = 1_000;
/** The library pings three times in this time, and takes the connection for dead when no answer came in it. */
const pongMs = 10_000;
/** Slack pings every few seconds. */
const pingMs = 30_000;
const isOpen = 1;

/**
 * One connection by the library's client, which finds the address, speaks the protocol and watches the pings. Deciding
 * stays here: its own way to reconnect ends in an unhandled rejection when `apps.connections.open` fails, it trips over
 * messages of another shape, and it waits for a peer that never closes. A client is used for one connection only.
 */
export function openLine({ appToken, apiUrl, log, times, onDelivery }: LineOptions): Line {
  const leaving = new AbortController();
  const { client } = new SocketModeReceiver({
    appToken,
    logger: quiet,
    autoReconnectEnabled: false,
    clientPingTimeout: times.pong ?? pongMs,
    serverPingTimeout: pingMs,
    installerOptions: {
      clientOptions: {
        ...(apiUrl !== null && { slackApiUrl: apiUrl }),
        allowAbsoluteUrls: false,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        timeout: callMs,
        fetch: (url, init) => postOnce(url, { ...init, signal: bothOf(leaving.signal, init?.signal) }),
      },
    },
  });
  const { promise: ended, resolve: end } = Promise.withResolvers<LineEnd>();
  const { promise: opened, resolve: open, reject: fail } = Promise.withResolvers<void>();
  opened.catch(() => {});
  let isGreeted = false;
  let isSettled = false;

  const onMessage = (data: unknown): void => {
    const message = readMessage(data);
    if (message === null) {
      log.warn("Slack sent something over the socket that is not understood", { platform: "slack" });
    } else if (message.type === "hello") {
      isGreeted = true;
      clearTimeout(greeting);
      open();
    } else if (message.type === "disconnect") {
      end(message.reason === "link_disabled" ? "switched_off" : "refresh");
    } else {
      onDelivery(message, (answer) => acknowledged(client.websocket, acknowledgement(message, answer)));
    }
  };
  // In place of the library's own reading: that ends the process on `null`, or on an event without a type.
  client.removeAllListeners("ws_message").on("ws_message", onMessage);
  client.on("disconnected", () => end("lost"));

  const greeting = setTimeout(() => fail(new Problem("retry", noGreeting)), times.greeting ?? greetingMs);
  // What the library takes for dead it first closes politely, for half a minute: the state tells at once.
  const look = setInterval(() => {
    if (client.websocket !== undefined && client.websocket.readyState !== isOpen && isGreeted) end("lost");
  }, lookMs);
  client.start().catch((thrown: unknown) => {
    isSettled = true;
    fail(thrown === undefined ? new Problem("retry", noGreeting) : slackProblem(thrown));
    end("lost");
  });

  async function leave(): Promise<void> {
    clearTimeout(greeting);
    clearInterval(look);
    leaving.abort();
    void client.disconnect();
    const isGone = () => isSettled && client.websocket?.readyState === undefined;
    for (let tries = 0; tries < 250 && !isGone(); tries += 1) {
      // A peer that does not answer our goodbye within half a second is left without.
      if (tries >= 25) client.websocket?.disconnect();
      await pause(20);
    }
    // Once more: the library leaves a timer of half a minute behind when a connection breaks while it is closed.
    client.websocket?.disconnect();
  }

  let leavingDone: Promise<void> | null = null;
  return {
    opened,
    ended,
    close: () => (leavingDone ??= leave()),
  };
}

const noGreeting = "Slack opened a connection and did not greet. It is tried again.";

function acknowledged(socket: Websocket | undefined, message: string): boolean {
  if (socket?.readyState !== isOpen) return false;
  let isSent = true;
  socket.send(message, (fault) => {
    isSent = fault === undefined;
  });
  return isSent;
}

function bothOf(one: AbortSignal, other: AbortSignal | null | undefined): AbortSignal {
  return other === null || other === undefined ? one : AbortSignal.any([one, other]);
}
