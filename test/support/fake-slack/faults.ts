import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Fault, Json } from "./interface.ts";

interface Planned {
  readonly method: string;
  readonly fault: Fault;
  readonly when: (args: Json) => boolean;
  times: number;
}

/** What goes wrong next, by method, in the order in which it was planned. */
export function openFaultBook(now: () => number) {
  const planned: Planned[] = [];
  /** By method and channel: until when Slack asked not to call. */
  const silence = new Map<string, number>();
  const line = (method: string, args: Json) => `${method} ${JSON.stringify(args.channel ?? "")}`;
  return {
    plan(
      method: string,
      fault: Fault,
      options: { readonly times?: number; readonly when?: (args: Json) => boolean } = {},
    ): void {
      planned.push({ method, fault, times: options.times ?? 1, when: options.when ?? (() => true) });
    },
    /** The fault for this call; null: all goes well. */
    take(method: string, args: Json): Fault | null {
      const found = planned.find(
        (one) => one.times > 0 && (one.method === method || one.method === "*") && one.when(args),
      );
      if (found === undefined) return null;
      found.times -= 1;
      const { fault } = found;
      if (fault.fault === "rate-limited" && fault.retryAfter !== null)
        silence.set(line(method, args), now() + fault.retryAfter * 1_000);
      return fault;
    },
    /** Seconds of a Retry-After that the app did not wait for; 0: none. */
    tooEarly(method: string, args: Json): number {
      const until = silence.get(line(method, args)) ?? 0;
      return Math.max(0, Math.ceil((until - now()) / 1_000));
    },
    heal(): void {
      planned.length = 0;
      silence.clear();
    },
  };
}

export type FaultBook = ReturnType<typeof openFaultBook>;

/** Lets a call go wrong. `answer` is what Slack would have said; null: it did nothing. Gives what the log says. */
export async function goWrong(
  response: ServerResponse,
  fault: Fault,
  answer: string | null,
): Promise<string> {
  switch (fault.fault) {
    case "error":
      response.writeHead(200, json).end(JSON.stringify({ ok: false, error: fault.error, ...fault.more }));
      return fault.error;
    case "rate-limited": {
      const wait = fault.retryAfter === null ? {} : { "retry-after": String(fault.retryAfter) };
      response.writeHead(429, { ...json, ...wait }).end('{"ok":false,"error":"ratelimited"}');
      return "429";
    }
    case "status":
      response.writeHead(fault.status, { "content-type": "text/plain" }).end(fault.body ?? "upstream error");
      return String(fault.status);
    case "reset":
      response.socket?.resetAndDestroy();
      return "reset";
    case "hang":
      return "hang";
    case "slow":
      await trickle(response, answer ?? '{"ok":true}', fault.msPerByte);
      return "slow";
    case "broken-json":
      response.writeHead(200, json).end((answer ?? '{"ok":true}').slice(0, -2));
      return "broken-json";
    case "html":
      response
        .writeHead(200, { "content-type": "text/html" })
        .end("<!doctype html><title>Slack is down for maintenance</title>");
      return "html";
    case "redirect":
      response.writeHead(302, { location: "https://status.slack.example/" }).end();
      return "302";
    default:
      return fault satisfies never;
  }
}

const json = { "content-type": "application/json; charset=utf-8" };

async function trickle(response: ServerResponse, answer: string, msPerByte: number): Promise<void> {
  response.writeHead(200, json);
  for (const byte of Buffer.from(answer)) {
    if (response.destroyed) return;
    response.write(Buffer.from([byte]));
    await sleep(msPerByte);
  }
  response.end();
}
