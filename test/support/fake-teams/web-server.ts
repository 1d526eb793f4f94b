import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { answerConnector } from "./connector.ts";
import { type FaultBook, goWrong, tooMany } from "./faults.ts";
import type { Call, Json, Method } from "./interface.ts";
import type { Signer } from "./keys.ts";
import { answerLogin } from "./login.ts";
import { secondsToWait } from "./pace.ts";
import { asJson } from "./reading.ts";
import { Refusal } from "./refusal.ts";
import { bareId, type World } from "./world.ts";

/** What somebody asked of this server. */
export interface Asked {
  readonly verb: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string;
  readonly contentType: string;
  readonly text: string;
  readonly body: Json;
}

/** What is said to it. */
export interface Said {
  readonly status: number;
  readonly body: unknown;
}

const json = { "content-type": "application/json; charset=utf-8" };

/** The login endpoint, the OpenID documents and the connector, on one port of 127.0.0.1. */
export function openWebServer(world: World, book: FaultBook, signer: Signer) {
  let underway = 0;
  let lastAt = performance.now();

  const server = createServer((request, response) => {
    underway += 1;
    lastAt = performance.now();
    const over = () => {
      underway -= 1;
      lastAt = performance.now();
    };
    response.once("close", over);
    answer(request, response).catch((fault: unknown) => {
      world.offend(`the fake itself failed: ${String(fault)}`);
      response.destroy();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await read(request);
    const { method, conversation, activity } = kindOf(asked);
    const call: Call = { method, conversation, activity, args: asked.body, at: world.clock.now(), said: "" };
    world.calls.push(call);
    const early = book.tooEarly(call);
    if (early > 0 && (method === "send" || method === "reply" || method === "update")) {
      call.said = "429";
      world.offend(`${method}: called ${early} s before Teams was ready (Retry-After)`);
      response.writeHead(429, { ...json, "retry-after": String(early) }).end(JSON.stringify(tooMany));
      return;
    }
    const fault = book.take(method, call);
    if (fault !== null) {
      const isDone = fault.accepted === true || fault.fault === "slow";
      const said = isDone ? outcome(asked, call) : null;
      call.said = await goWrong(
        response,
        fault,
        said === null ? null : { status: said.status, body: JSON.stringify(said.body) },
      );
      return;
    }
    const wait = secondsToWait(world, call);
    if (wait > 0) {
      call.said = "429";
      book.silenceFor(call.conversation, wait);
      response.writeHead(429, { ...json, "retry-after": String(wait) }).end(JSON.stringify(tooMany));
      return;
    }
    const said = outcome(asked, call);
    response.writeHead(said.status, json).end(said.body === null ? "" : JSON.stringify(said.body));
  }

  /** Does what is asked; notes what was said, and what the app did wrong. */
  function outcome(asked: Asked, call: Call): Said {
    try {
      const said =
        call.method === "token" || call.method === "keys"
          ? answerLogin(world, signer, asked)
          : answerConnector(world, asked, call);
      call.said = said.status < 300 ? "ok" : String(said.status);
      return said;
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      const { status, code, message, blame } = thrown;
      call.said = code;
      if (blame === "app") world.offend(`${call.method}: ${code}: ${message}`);
      return { status, body: { error: { code, message } } };
    }
  }

  return {
    server,
    async listen(): Promise<void> {
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const bound = server.address();
      if (typeof bound !== "object" || bound === null) throw new Error("The fake does not listen.");
      world.origin = `http://127.0.0.1:${bound.port}`;
    },
    underway: () => underway,
    idleMs: () => performance.now() - lastAt,
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await sleep(0);
    },
  };
}

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)));
  const text = Buffer.concat(chunks).toString("utf8");
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const contentType = request.headers["content-type"] ?? "";
  return {
    verb: request.method ?? "GET",
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    authorization: request.headers.authorization ?? "",
    contentType,
    text,
    body: bodyOf(text, contentType),
  };
}

function bodyOf(text: string, contentType: string): Json {
  if (contentType.startsWith("application/x-www-form-urlencoded"))
    return Object.fromEntries([...new URLSearchParams(text)].filter(([name]) => name !== "client_secret"));
  try {
    return asJson(JSON.parse(text));
  } catch {
    return {};
  }
}

const connectorPath =
  /^(?:\/[^/]+){0,2}\/v3\/conversations(?:\/([^/]+))?(?:\/(activities|members|pagedmembers)(?:\/([^/]+))?)?\/?$/i;

function kindOf({ verb, path }: Asked): {
  readonly method: Method;
  readonly conversation: string;
  readonly activity: string;
} {
  if (path.endsWith("/oauth2/v2.0/token")) return { method: "token", conversation: "", activity: "" };
  if (/\/(?:\.well-known\/|discovery\/)/.test(path))
    return { method: "keys", conversation: "", activity: "" };
  if (/\/v3\/teams\//.test(path)) return { method: "team", conversation: "", activity: "" };
  const [whole, conversation = "", part = "", activity = ""] = connectorPath.exec(path) ?? [];
  const found = { conversation: bareId(conversation), activity };
  if (whole === undefined) return { method: "unknown", ...found };
  if (part.toLowerCase().endsWith("members")) return { method: "members", ...found };
  if (conversation === "" && verb === "POST") return { method: "create", ...found };
  if (part === "activities" && verb === "POST")
    return { method: activity === "" ? "send" : "reply", ...found };
  if (part === "activities" && activity !== "" && verb === "PUT") return { method: "update", ...found };
  if (part === "activities" && activity !== "" && verb === "DELETE") return { method: "delete", ...found };
  return { method: "unknown", ...found };
}
