import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { PUBLIC } from "@microsoft/teams.api";
import { App, type HttpRouteHandler, type IHttpServerAdapter } from "@microsoft/teams.apps";
import type { FakeTeams, Json } from "./interface.ts";
import { asJson, asText } from "./reading.ts";

/** The SDK and plain HTTP without any of our code: they prove that the fake speaks as Teams does. */
export interface BareClient {
  /** A call to the connector: what was said. */
  call(verb: string, path: string, body?: Json): Promise<{ readonly status: number; readonly body: Json }>;
  /** Says a text, or shows a card, in a conversation. Gives the message's id. */
  say(conversation: string, content: string | Json): Promise<string>;
}

/** A client with a token of the login endpoint. */
export async function bareClient(teams: FakeTeams, token?: string): Promise<BareClient> {
  const bearer = token ?? (await tokenFor(teams));
  const client: BareClient = {
    async call(verb, path, body) {
      const answer = await fetch(`${teams.serviceUrl}v3/${path}`, {
        method: verb,
        headers: { authorization: `Bearer ${bearer}`, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      const said: unknown = text === "" ? {} : JSON.parse(text);
      return { status: answer.status, body: Array.isArray(said) ? { list: said } : asJson(said) };
    },
    async say(conversation, content) {
      const what = typeof content === "string" ? { text: content } : shown(content);
      const { body } = await client.call("POST", `conversations/${conversation}/activities`, {
        type: "message",
        ...what,
      });
      return asText(body.id);
    },
  };
  return client;
}

/** A card as an activity has it. */
export function shown(card: Json): Json {
  return {
    summary: "Een kaart.",
    attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content: card }],
  };
}

export async function tokenFor(
  teams: FakeTeams,
  changes: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { tenant = teams.tenant, ...form } = changes;
  const answer = await fetch(`${teams.loginUrl}/${tenant}/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: teams.clientId,
      client_secret: teams.clientSecret,
      scope: "https://api.botframework.com/.default",
      ...form,
    }),
  });
  const said = asJson(await answer.json());
  if (!answer.ok) throw new Error(`${answer.status} ${asText(said.error_description)}`);
  return asText(said.access_token);
}

/** What a bare app did with something. */
export interface BareApp {
  /** Every activity that its listener got. */
  readonly heard: Json[];
  /** What the listener answers to an invoke, by name; nothing: an empty body. */
  readonly answers: Record<string, unknown>;
  /** How long it thinks about each (real ms). */
  thinks: number;
  stop(): Promise<void>;
}

const quiet = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  log() {},
  trace() {},
  child: () => quiet,
};

/** The SDK's own app, with nothing before it, that Teams delivers to. */
export async function startBareApp(teams: FakeTeams): Promise<BareApp> {
  let handle: HttpRouteHandler | null = null;
  const adapter: IHttpServerAdapter = {
    registerRoute(_method, path, handler) {
      if (path === "/api/messages") handle = handler;
    },
  };
  const app = new App({
    clientId: teams.clientId,
    tenantId: teams.tenant,
    token: async () => tokenFor(teams),
    cloud: { ...PUBLIC, loginEndpoint: teams.loginUrl, openIdMetadataUrl: teams.openIdUrl },
    httpServerAdapter: adapter,
    logger: quiet,
  });
  const bare: BareApp = {
    heard: [],
    answers: {},
    thinks: 0,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  app.on("activity", async ({ activity }) => {
    const heard = JSON.parse(JSON.stringify(activity)) as Json;
    bare.heard.push(heard);
    await new Promise((resolve) => setTimeout(resolve, bare.thinks));
    return { status: 200, body: bare.answers[asText(heard.name)] } as never;
  });
  await app.initialize();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const headers = request.headers as Record<string, string>;
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
      void handle?.({ body, headers }).then(({ status, body: said }) =>
        response
          .writeHead(status, { "content-type": "application/json" })
          .end(said === undefined ? "" : JSON.stringify(said)),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  teams.deliverTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`);
  return bare;
}
