import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type Arguments, argumentsOf } from "./call-arguments.ts";
import { type FaultBook, goWrong } from "./faults.ts";
import { receiveUpload } from "./file-methods.ts";
import type { Call, Fault, Json } from "./interface.ts";
import type { Method } from "./methods.ts";
import { openPace } from "./pace.ts";
import { asText } from "./reading.ts";
import { Refusal } from "./refusal.ts";
import { answerResponseUrl } from "./response-urls.ts";
import type { World } from "./world.ts";

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** For the log. */
  readonly said: string;
}

/** The Web API, uploads and response URLs over real HTTP on 127.0.0.1. */
export function openWebServer(world: World, book: FaultBook, methods: Readonly<Record<string, Method>>) {
  const pace = openPace(world);
  const state = { underway: 0, lastCall: performance.now() };
  const server = createServer((request, response) => {
    state.underway += 1;
    response.once("close", () => {
      state.underway -= 1;
      state.lastCall = performance.now();
    });
    serve(request, response).catch((fault: unknown) => {
      world.offend(`the fake itself failed: ${String(fault)}`);
      if (!response.headersSent) response.writeHead(500).end();
    });
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const url = new URL(request.url ?? "/", "http://slack");
    if (url.pathname.startsWith("/api/")) return callMethod(request, response, url, body);
    if (url.pathname.startsWith("/upload/")) {
      const bytes = fileIn(request, body);
      return run(response, "upload", { bytes: bytes.length }, () => {
        const { status, text } = receiveUpload(world, url.pathname, bytes);
        return { status, headers: { "content-type": "text/plain" }, body: text, said: String(status) };
      });
    }
    if (world.responseUrls.has(url.pathname)) {
      return run(response, "response_url", { body: body.toString() }, () => {
        const { status, text } = answerResponseUrl(world, url.pathname, body);
        return { status, headers: json, body: text, said: text === "ok" ? "ok" : String(status) };
      });
    }
    world.offend(`nothing is at ${url.pathname}`);
    response.writeHead(404).end();
  }

  async function callMethod(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    body: Buffer,
  ): Promise<void> {
    const name = url.pathname.slice("/api/".length);
    if (url.searchParams.has("token")) world.offend(`${name}: a token in the address`);
    let given: Arguments = { token: null, args: {}, warning: null };
    let unread: unknown = null;
    try {
      given = argumentsOf(request, body);
    } catch (fault) {
      unread = fault;
    }
    await run(response, name, given.args, () => {
      const headers = {
        ...json,
        "x-oauth-scopes": [...world.settings.scopes].join(","),
        "x-accepted-oauth-scopes": methods[name]?.scope(world, given.args) ?? "",
        "x-slack-req-id": world.id("r"),
      };
      try {
        if (unread !== null) throw unread;
        const method = allowed(name, given);
        const wait = name === "chat.postMessage" ? pace.wait(asText(given.args.channel)) : 0;
        if (wait > 0) {
          world.offend(`${name}: faster than one message a second`);
          const body = '{"ok":false,"error":"ratelimited"}';
          return { status: 429, headers: { ...headers, "retry-after": String(wait) }, body, said: "429" };
        }
        const answer = { ok: true, ...method.run(world, given.args), ...warned(given.warning) };
        return { status: 200, headers, body: JSON.stringify(answer), said: "ok" };
      } catch (fault) {
        if (!(fault instanceof Refusal)) throw fault;
        if (fault.blame === "app") world.offend(`${name}: ${fault.error}${reason(fault.more)}`);
        const answer = { ok: false, error: fault.error, ...fault.more, ...warned(given.warning) };
        return { status: 200, headers, body: JSON.stringify(answer), said: fault.error };
      }
    });
  }

  /** The method, when token and scopes allow it. */
  function allowed(name: string, { token, args }: Arguments): Method {
    const method = methods[name];
    if (method === undefined) throw new Refusal("unknown_method", { req_method: name });
    if (token === null) throw new Refusal("not_authed");
    const kind = token === world.botToken ? "bot" : token === world.appToken ? "app" : null;
    if (kind === null) throw new Refusal("invalid_auth");
    if (kind !== method.token) throw new Refusal("not_allowed_token_type");
    const states = {
      valid: null,
      revoked: "token_revoked",
      inactive: "account_inactive",
      invalid: "invalid_auth",
    };
    const state = kind === "bot" ? states[world.settings.token] : null;
    if (state !== null) throw new Refusal(state);
    const scope = method.scope(world, args);
    if (scope !== null && !world.settings.scopes.has(scope)) {
      const provided = [...world.settings.scopes].join(",");
      throw new Refusal("missing_scope", { needed: scope, provided });
    }
    return method;
  }

  /** Runs one call with whatever goes wrong on its way, and writes it in the log. */
  async function run(response: ServerResponse, method: string, args: Json, act: () => Answer): Promise<void> {
    const call: Call = { method, args, at: world.clock.now(), said: "" };
    world.calls.push(call);
    state.lastCall = performance.now();
    const early: number = book.tooEarly(method, args);
    if (early > 0) world.offend(`${method}: called ${early} s before Retry-After`);
    const fault: Fault | null =
      book.take(method, args) ?? (early > 0 ? { fault: "rate-limited", retryAfter: early } : null);
    if (fault === null) {
      const answer = act();
      call.said = answer.said;
      response.writeHead(answer.status, answer.headers).end(answer.body);
      return;
    }
    const accepted = fault.accepted === true || fault.fault === "slow";
    call.said = fault.fault;
    call.said = await goWrong(response, fault, accepted ? act().body : null);
  }

  return {
    server,
    /** Calls that wait for an answer. */
    underway: () => state.underway,
    /** Real ms since something came in or went out. */
    idleMs: () => performance.now() - state.lastCall,
    async listen(): Promise<void> {
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const bound = server.address();
      world.origin = `http://127.0.0.1:${typeof bound === "object" && bound !== null ? bound.port : 0}`;
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const json = { "content-type": "application/json; charset=utf-8" };

function warned(warning: string | null): Json {
  return warning === null ? {} : { warning };
}

function reason(more: Json): string {
  return Object.keys(more).length === 0 ? "" : ` ${JSON.stringify(more)}`;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The bytes of an upload: the body itself, or the first file of a form. */
function fileIn(request: IncomingMessage, body: Buffer): Buffer {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/.exec(
    request.headers["content-type"] ?? "",
  )?.[1];
  if (boundary === undefined) return body;
  const start = body.indexOf("\r\n\r\n") + 4;
  const end = body.indexOf(`\r\n--${boundary}`, start);
  return body.subarray(start, end);
}
