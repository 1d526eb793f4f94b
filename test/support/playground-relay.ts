import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { systemClock } from "#base/clock.ts";
import { jwkOf, signed, signingKey } from "./fake-teams/keys.ts";

/** One activity that a Playground brought to the app, and what the app answered. */
export interface Carried {
  readonly from: string;
  readonly activity: { readonly type?: string; readonly name?: string; readonly [key: string]: unknown };
  readonly status: number;
  readonly body: unknown;
}

/** One call of the app to Teams' connector, as the Playground answered it. */
export interface Called {
  readonly to: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** A Playground, as the relay has to know it. */
export interface Behind {
  readonly name: string;
  readonly url: string;
  /** Ids in the directory, with the id that the Playground has for them. */
  readonly people: ReadonlyMap<string, string>;
  /** Ids of the chat and the channel. */
  readonly conversations: readonly string[];
}

export const relayApp = {
  clientId: "5b1f0c1e-6a52-4d0b-9d7e-0f2b6a4c8e11",
  clientSecret: "Zx9~local~secret~of~the~test~app~0123456",
  tenant: "7d9e1c44-2b7a-4222-8333-444455556666",
};

const key = signingKey("playground-relay-key");

/**
 * What Microsoft has between a Teams client and an app, and the Playground has not: the login that gives out the app's token,
 * the keys, the signature below each activity, and one address for everybody's connector. It changes no activity and no card.
 * Each call of the app must show a token that was given out here.
 */
export async function openRelay() {
  const behind = new Map<string, Behind>();
  const tokens = new Set<string>();
  const carried: Carried[] = [];
  const called: Called[] = [];
  const offences: string[] = [];
  const settings = { signs: true };
  let door = "";

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "", url: path = "" } = request;
    const text = await bodyOf(request);
    if (path.endsWith("/oauth2/v2.0/token")) return say(response, ...login(path, text));
    if (path === "/v1/.well-known/keys") return say(response, 200, { keys: [jwkOf(key)] });
    const [, way, name = "", rest = ""] = /^\/(client|region)\/([^/]+)(\/.*)?$/.exec(path) ?? [];
    if (way === "client") return method === "POST" ? carry(name, text, response) : say(response, 405, {});
    const one = way === "region" ? behind.get(name) : whose(path, text);
    if (one === undefined) called.push({ to: "nobody", method, path, status: 404 });
    if (one === undefined) return say(response, 404, { error: { code: "ConversationNotFound" } });
    return call({ one, method, path: way === "region" ? rest : path, text }, request, response);
  }

  function login(path: string, text: string): [number, unknown] {
    const form = new URLSearchParams(text);
    const isOurs =
      path === `/login/${relayApp.tenant}/oauth2/v2.0/token` &&
      form.get("client_id") === relayApp.clientId &&
      form.get("client_secret") === relayApp.clientSecret;
    if (!isOurs) {
      offences.push("the login was shown another app, secret or tenant");
      return [401, { error: "invalid_client" }];
    }
    const now = Math.floor(systemClock.now() / 1_000);
    const token = signed({ aud: "https://api.botframework.com", exp: now + 3_600, jti: randomUUID() }, key);
    tokens.add(token);
    return [200, { token_type: "Bearer", expires_in: 3_599, access_token: token }];
  }

  /** From a Playground to the app, signed as the Bot Framework signs. */
  async function carry(name: string, text: string, response: ServerResponse): Promise<void> {
    const activity = JSON.parse(text || "{}") as Carried["activity"];
    const now = Math.floor(systemClock.now() / 1_000);
    const token = signed(
      {
        iss: "https://api.botframework.com",
        aud: relayApp.clientId,
        serviceurl: activity["serviceUrl"],
        nbf: now - 60,
        exp: now + 3_540,
      },
      key,
    );
    const said = await fetch(door, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(settings.signs ? { authorization: `Bearer ${token}` } : {}),
      },
      body: text,
    });
    const words = await said.text();
    const body = jsonOf(words);
    carried.push({ from: name, activity, status: said.status, body });
    if (settings.signs && said.status !== 200) {
      offences.push(`the app answered ${said.status} to ${what(activity)}`);
    }
    response.writeHead(said.status, { "content-type": "application/json" });
    response.end(words);
  }

  /** From the app to the connector of a Playground, when it shows its token. */
  async function call(
    asked: { one: Behind; method: string; path: string; text: string },
    { headers }: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { one, method, path, text } = asked;
    if (!tokens.has(String(headers.authorization).replace("Bearer ", ""))) {
      offences.push(`a call to the connector without our token: ${method} ${path}`);
      return say(response, 401, { error: { code: "Unauthorized" } });
    }
    const said = await fetch(`${one.url}/_connector${path}`, {
      method,
      ...(method === "GET"
        ? {}
        : { headers: { "content-type": "application/json" }, body: inTheirIds(one, path, text) }),
    });
    called.push({ to: one.name, method, path, status: said.status });
    response.writeHead(said.status, { "content-type": "application/json" });
    response.end(await said.text());
  }

  /** Teams takes the id in the directory where a conversation is begun; the Playground only its own. */
  function inTheirIds(one: Behind, path: string, text: string): string {
    if (path !== "/v3/conversations") return text;
    return [...one.people].reduce((so, [objectId, theirs]) => so.replaceAll(objectId, theirs), text);
  }

  /** The address without a region finds the right one by itself. */
  function whose(path: string, text: string): Behind | undefined {
    const all = [...behind.values()];
    if (path === "/v3/conversations")
      return all.find(({ people }) => [...people.keys()].some((id) => text.includes(id)));
    const conversation = decodeURIComponent(/^\/v3\/conversations\/([^/]+)/.exec(path)?.[1] ?? "");
    return all.find(({ conversations }) => conversations.includes(conversation));
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((thrown: unknown) => {
      if (!closing) offences.push(`the relay: ${String(thrown)}`);
      response.destroy();
    });
  });
  let closing = false;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  const host = `127.0.0.1:${typeof bound === "object" && bound !== null ? bound.port : 0}`;

  return {
    host,
    /** Can be turned at any moment: without it a Playground speaks as it does by itself, unsigned. */
    settings,
    loginUrl: `http://${host}/login`,
    openIdUrl: `http://${host}/v1/.well-known/openidconfiguration`,
    /** For a Playground: where its app is, and what it names as service URL. */
    clientUrl: (name: string) => `http://${host}/client/${name}`,
    serviceUrl: (name: string) => `http://${host}/region/${name}`,
    add(one: Behind): void {
      behind.set(one.name, one);
    },
    deliverTo(to: string): void {
      door = to;
    },
    carried: () => carried,
    called: () => called,
    offences: () => offences,
    async close() {
      closing = true;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type Relay = Awaited<ReturnType<typeof openRelay>>;

function what({ type, name }: Carried["activity"]): string {
  return name === undefined ? String(type) : name;
}

function say(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
