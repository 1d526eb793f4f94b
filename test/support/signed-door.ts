import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders, request, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { App } from "@slack/bolt";
import { stoppedClock } from "#base/clock.ts";
import type { Admission } from "#chat/slack/line/identity.ts";
import { quiet } from "#chat/slack/line/quiet.ts";
import { openHttpReceiver } from "#chat/slack/line/receiver.ts";
import { type BodyLimits } from "#chat/wire/body-reader.ts";
import { keepingLog } from "./keeping-log.ts";

export const signingSecret = "8f742231b10e8888abcd99yyyzzz85a5";

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface DoorOptions {
  readonly admits?: (body: unknown) => Admission;
  readonly body?: BodyLimits;
  readonly deadlineMs?: number;
  /** What a listener does before it is through: the effect is counted after it. */
  readonly work?: () => Promise<void>;
  /** What the listener of a command goes on with after its acknowledgement. */
  readonly after?: () => Promise<void>;
  /** The answer that goes with the acknowledgement of a command or a dialog. */
  readonly answer?: unknown;
}

const start = Date.parse("2026-11-17T10:12:00+01:00");

/** Slack's HTTP door on a real port: the receiver, Bolt, and listeners that count what had an effect. */
export async function openDoor(options: DoorOptions = {}) {
  const clock = stoppedClock(start);
  const log = keepingLog();
  const { receiver, handle } = openHttpReceiver({
    signingSecret,
    clock,
    log,
    ...(options.admits !== undefined && { admits: options.admits }),
    limits: {
      ...(options.body !== undefined && { body: options.body }),
      ...(options.deadlineMs !== undefined && { deadlineMs: options.deadlineMs }),
    },
  });
  const effects: string[] = [];
  const app = new App({
    receiver,
    logger: quiet,
    convoStore: false,
    authorize: async () => ({ botToken: "xoxb-1-test", botId: "B1", botUserId: "U1" }),
  });
  const effect = async (what: string): Promise<void> => {
    await options.work?.();
    effects.push(what);
  };
  app.event(/.*/, async ({ event }) => {
    await effect(`event ${event.type}`);
  });
  app.command(/.*/, async ({ command, ack }) => {
    await effect(`command ${command.command}`);
    await ack(options.answer as string);
    await options.after?.();
  });
  app.action(/.*/, async ({ ack }) => {
    await effect("action");
    await ack();
  });
  app.view(/.*/, async ({ ack }) => {
    await effect("view");
    await ack(options.answer as undefined);
  });
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000 }, handle);
  const port = await listening(server);

  return {
    clock,
    log,
    receiver,
    effects,
    port,
    /** Headers as Slack would send them with this body, at the clock's time. */
    signed: (body: string | Buffer, more: { secret?: string; at?: number } = {}) =>
      signedHeaders(body, { at: clock.now(), ...more }),
    post: (body: string | Buffer, headers: Record<string, string | string[]>, method = "POST") =>
      post(port, body, headers, method),
    /** One that Slack signed: has to work, whatever came before. */
    async good() {
      const body = JSON.stringify(anEvent());
      return post(port, body, signedHeaders(body, { at: clock.now() }));
    },
    raw: (bytes: string | Buffer, withinMs?: number) => rawRequest(port, bytes, withinMs),
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

export type Door = Awaited<ReturnType<typeof openDoor>>;

function listening(server: Server): Promise<number> {
  return new Promise((done) => {
    server.listen(0, "127.0.0.1", () => done((server.address() as AddressInfo).port));
  });
}

export function signatureOf(body: string | Buffer, timestamp: string, secret = signingSecret): string {
  return `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:`).update(body).digest("hex")}`;
}

function signedHeaders(body: string | Buffer, { at, secret }: { at: number; secret?: string }) {
  const timestamp = String(Math.floor(at / 1000));
  return {
    "content-type": "application/json",
    "x-slack-request-timestamp": timestamp,
    "x-slack-signature": signatureOf(body, timestamp, secret),
  };
}

/** A direct message, as Slack delivers it. */
export function anEvent(more: Record<string, unknown> = {}) {
  return {
    token: "verification",
    team_id: "T0001",
    api_app_id: "A0001",
    type: "event_callback",
    event_id: "Ev0001",
    event_time: 1_763_370_720,
    authorizations: [
      {
        enterprise_id: null,
        team_id: "T0001",
        user_id: "U0001",
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    event: {
      type: "message",
      channel: "D0001",
      channel_type: "im",
      user: "U0002",
      text: "Ik maak me zorgen",
      ts: "1.2",
    },
    ...more,
  };
}

/** A slash command, as Slack sends it: a form. */
export function aCommand(more: Record<string, string> = {}): string {
  return new URLSearchParams({
    team_id: "T0001",
    user_id: "U0002",
    channel_id: "D0001",
    command: "/signaal",
    text: "help",
    trigger_id: "1.2.3",
    is_enterprise_install: "false",
    ...more,
  }).toString();
}

/** A sent dialog, as Slack sends it: JSON in a form. */
export function aDialog(): string {
  const payload = {
    type: "view_submission",
    team: { id: "T0001", domain: "school" },
    user: { id: "U0002", team_id: "T0001" },
    is_enterprise_install: false,
    view: { id: "V0001", callback_id: "report", type: "modal", state: { values: {} } },
  };
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
}

export const form = { "content-type": "application/x-www-form-urlencoded" };

/** Status 0: the connection broke before an answer. */
function post(
  port: number,
  body: string | Buffer,
  headers: Record<string, string | string[]>,
  method = "POST",
): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const outgoing = request({ port, host: "127.0.0.1", path: "/slack/events", method, headers });
  outgoing.on("response", (response) => {
    const chunks: Buffer[] = [];
    const finish = () => {
      const { statusCode = 0, headers: got } = response;
      resolve({ status: statusCode, headers: got, body: Buffer.concat(chunks).toString() });
    };
    response.on("data", (chunk: Buffer) => chunks.push(chunk));
    response.on("end", finish).on("error", finish);
  });
  outgoing.on("error", () => resolve({ status: 0, headers: {}, body: "" }));
  outgoing.end(body);
  return promise;
}

/** Exactly these bytes; what came back until the other side closed, or until the time was over. `ms`: when that was. */
function rawRequest(port: number, bytes: string | Buffer, withinMs = 2_000) {
  const { promise, resolve } = Promise.withResolvers<{ said: string; closed: boolean; ms: number }>();
  const from = performance.now();
  const chunks: Buffer[] = [];
  const socket = connect(port, "127.0.0.1");
  const finish = (closed: boolean) => {
    clearTimeout(timer);
    socket.destroy();
    resolve({ said: Buffer.concat(chunks).toString("latin1"), closed, ms: performance.now() - from });
  };
  const timer = setTimeout(() => finish(false), withinMs);
  socket.on("data", (chunk) => chunks.push(chunk));
  socket.on("close", () => finish(true)).on("error", () => finish(true));
  socket.write(bytes);
  return promise;
}
