import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Call, Fault, Method } from "./interface.ts";

type Asked = Pick<Call, "conversation" | "activity" | "args">;

interface Planned {
  readonly method: Method | "*";
  readonly fault: Fault;
  readonly when: (call: Asked) => boolean;
  times: number;
}

const connector: readonly Method[] = ["create", "send", "reply", "update", "delete", "members", "team"];

/** What goes wrong next, by kind of call, in the order in which it was planned. */
export function openFaultBook(now: () => number) {
  const planned: Planned[] = [];
  /** By conversation: until when Teams asked not to call. */
  const silence = new Map<string, number>();
  return {
    plan(
      method: Method | "*",
      fault: Fault,
      options: { readonly times?: number; readonly when?: (call: Asked) => boolean } = {},
    ): void {
      planned.push({ method, fault, times: options.times ?? 1, when: options.when ?? (() => true) });
    },
    /** The fault for this call; null: all goes well. */
    take(method: Method, call: Asked): Fault | null {
      const found = planned.find(
        (one) =>
          one.times > 0 &&
          (one.method === method || (one.method === "*" && connector.includes(method))) &&
          one.when(call),
      );
      if (found === undefined) return null;
      found.times -= 1;
      const { fault } = found;
      if (fault.fault === "rate-limited" && fault.retryAfter !== null)
        silence.set(call.conversation, now() + fault.retryAfter * 1_000);
      return fault;
    },
    /** Seconds of a Retry-After that the app did not wait for; 0: none. */
    tooEarly(call: Asked): number {
      const until = silence.get(call.conversation) ?? 0;
      return Math.max(0, Math.ceil((until - now()) / 1_000));
    },
    /** Teams asks this conversation to wait. */
    silenceFor(conversation: string, seconds: number): void {
      silence.set(conversation, now() + seconds * 1_000);
    },
    heal(): void {
      planned.length = 0;
      silence.clear();
    },
  };
}

export type FaultBook = ReturnType<typeof openFaultBook>;

const json = { "content-type": "application/json; charset=utf-8" };

/** Lets a call go wrong. `answer` is what Teams would have said; null: it did nothing. Gives what the log says. */
export async function goWrong(
  response: ServerResponse,
  fault: Fault,
  answer: { readonly status: number; readonly body: string } | null,
): Promise<string> {
  const said = answer ?? { status: 201, body: '{"id":"1"}' };
  switch (fault.fault) {
    case "error": {
      const { status, code, message = "Something that the app can not see." } = fault;
      response.writeHead(status, json).end(JSON.stringify({ error: { code, message } }));
      return code;
    }
    case "rate-limited": {
      const wait = fault.retryAfter === null ? {} : { "retry-after": String(fault.retryAfter) };
      response.writeHead(429, { ...json, ...wait }).end(JSON.stringify(tooMany));
      return "429";
    }
    case "status":
      response
        .writeHead(fault.status, { "content-type": "text/plain", ...fault.headers })
        .end(fault.body ?? "upstream error");
      return String(fault.status);
    case "reset":
      response.socket?.resetAndDestroy();
      return "reset";
    case "hang":
      return "hang";
    case "slow":
      await trickle(response, said, fault.msPerByte);
      return "slow";
    case "broken-json":
      response.writeHead(said.status, json).end(said.body.slice(0, -2));
      return "broken-json";
    case "html":
      response
        .writeHead(200, { "content-type": "text/html" })
        .end("<!doctype html><title>Teams is down for maintenance</title>");
      return "html";
    case "redirect":
      response.writeHead(302, { location: "https://status.teams.example/" }).end();
      return "302";
    default:
      return fault satisfies never;
  }
}

export const tooMany = { error: { code: "TooManyRequests", message: "API calls quota exceeded." } };

async function trickle(
  response: ServerResponse,
  { status, body }: { readonly status: number; readonly body: string },
  msPerByte: number,
): Promise<void> {
  response.writeHead(status, json);
  for (const byte of Buffer.from(body)) {
    if (response.destroyed) return;
    response.write(Buffer.from([byte]));
    await sleep(msPerByte);
  }
  response.end();
}
