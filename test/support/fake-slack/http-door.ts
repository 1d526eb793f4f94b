import { createHmac } from "node:crypto";
import { request } from "node:http";
import type { Json, Parcel, Sending } from "./interface.ts";
import type { World } from "./world.ts";

/** What the app said to one try. */
export interface Said {
  /** 0: nothing, in time. */
  readonly status: number;
  readonly body: string;
  readonly ms: number;
  readonly why: "answered" | "timeout" | "no-connection";
  /** The app asked not to be tried again. */
  readonly noRetry: boolean;
}

export interface Retry {
  readonly num: number;
  readonly reason: string;
}

/** Delivers by signed HTTP to the app's request URL. */
export function openHttpDoor(world: World, url: string) {
  return {
    async send(parcel: Parcel, sending: Sending, retry: Retry | null): Promise<Said> {
      const { body, type } = written(parcel);
      const again =
        retry === null
          ? {}
          : { "x-slack-retry-num": String(retry.num), "x-slack-retry-reason": retry.reason };
      return post(world, url, Buffer.from(body), {
        ...headersFor(world, Buffer.from(body), sending),
        ...again,
        "content-type": type,
      });
    },
    async raw(
      body: Buffer,
      sending: Sending & {
        readonly contentType?: string;
        readonly headers?: Readonly<Record<string, string>>;
      },
    ): Promise<Said> {
      const type = sending.contentType ?? "application/json";
      return post(world, url, body, {
        ...headersFor(world, body, sending),
        "content-type": type,
        ...sending.headers,
      });
    },
  };
}

/** Events are JSON; commands a form; interactions a form with JSON in `payload`. */
function written({ kind, payload }: Parcel): { readonly body: string; readonly type: string } {
  if (kind === "event") return { body: JSON.stringify(payload), type: "application/json" };
  const form = kind === "command" ? textsOf(payload) : { payload: JSON.stringify(payload) };
  return { body: new URLSearchParams(form).toString(), type: "application/x-www-form-urlencoded" };
}

function textsOf(payload: Json): Record<string, string> {
  return Object.fromEntries(
    Object.entries(payload).map(([key, value]) => [
      key,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );
}

/** Slack's signature: v0, HMAC-SHA256 over `v0:timestamp:body`. */
function headersFor(world: World, body: Buffer, sending: Sending): Record<string, string> {
  const timestamp = String(Math.trunc((world.clock.now() + (sending.skewMs ?? 0)) / 1_000));
  const secret = sending.signature === "other" ? "0000000000000000000000000000000f" : world.signingSecret;
  const hash = createHmac("sha256", secret).update(`v0:${timestamp}:`).update(body).digest("hex");
  const signature = {
    good: `v0=${hash}`,
    other: `v0=${hash}`,
    truncated: `v0=${hash.slice(0, 40)}`,
    v1: `v1=${hash}`,
    absent: "",
  }[sending.signature ?? "good"];
  return {
    "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
    accept: "application/json,*/*",
    "x-slack-request-timestamp": timestamp,
    ...(signature === "" ? {} : { "x-slack-signature": signature }),
  };
}

function post(
  world: World,
  url: string,
  body: Buffer,
  headers: Readonly<Record<string, string>>,
): Promise<Said> {
  const start = performance.now();
  const { promise, resolve } = Promise.withResolvers<Said>();
  let timedOut = false;
  const end = (status: number, text: string, noRetry = false) => {
    clearTimeout(timer);
    const why = status > 0 ? "answered" : timedOut ? "timeout" : "no-connection";
    resolve({ status, body: text, ms: performance.now() - start, why, noRetry });
  };
  const sent = request(url, {
    method: "POST",
    agent: false,
    headers: { ...headers, "content-length": String(body.length) },
  });
  // Slack hangs up when nobody acknowledged in time.
  const timer = setTimeout(() => {
    timedOut = true;
    sent.destroy();
  }, world.settings.ackMs);
  sent.on("error", () => end(0, ""));
  sent.on("response", (response) => {
    const chunks: Buffer[] = [];
    response.on("data", (chunk: Buffer) => chunks.push(chunk));
    response.on("error", () => end(0, ""));
    response.on("end", () =>
      end(
        response.statusCode ?? 0,
        Buffer.concat(chunks).toString(),
        response.headers["x-slack-no-retry"] === "1",
      ),
    );
  });
  sent.end(body);
  return promise;
}
