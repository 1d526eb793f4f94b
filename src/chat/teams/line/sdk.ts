import type { CloudEnvironment } from "@microsoft/teams.api";
import type { AppOptions, HttpRouteHandler, IPlugin } from "@microsoft/teams.apps";
import { Problem } from "#base/problem.ts";
import { quiet } from "#chat/teams/line/quiet.ts";
import type { HttpAnswer } from "#chat/teams/line/respond.ts";
import type { TeamsCloud } from "#chat/teams/out/cloud.ts";
import { type Body } from "#chat/wire/sound-object.ts";

/** Handles one activity whose token is good; what it gives is the answer. What it throws is not acknowledged. */
export type OnActivity = (activity: Body) => Promise<HttpAnswer>;

export interface SdkOptions {
  readonly clientId: string;
  readonly tenant: string;
  readonly cloud: TeamsCloud;
  /** Managed: Microsoft's library gets our token from the machine. Own: we get it ourselves, with the secret. */
  readonly identity: "managed" | "own";
  readonly onActivity: OnActivity;
}

/** Microsoft's own app, as far as we use it: it checks tokens, and hands what is good to the handler. */
export interface TeamsSdk {
  /** 401: the token is not good. 500: the handler threw. It waits for the handler (teams.apps 2.1.0, http-server.js). */
  take(request: { readonly body: Body; readonly authorization: string }): Promise<HttpAnswer>;
  /** The token of a managed identity. */
  token(): Promise<string>;
}

/** Opens it. Loading it takes a moment, so it happens only here. */
export async function openSdk({
  clientId,
  tenant,
  cloud,
  identity,
  onActivity,
}: SdkOptions): Promise<TeamsSdk> {
  const { App } = await import("@microsoft/teams.apps");
  let route: HttpRouteHandler | null = null;
  const options: AppOptions<IPlugin> = {
    clientId,
    tenantId: tenant,
    // Everything is said here, so that no variable of the environment counts (CLIENT_SECRET, DANGEROUSLY_ALLOW_...).
    clientSecret: "",
    ...(identity === "managed" ? { managedIdentityClientId: clientId } : { token: noToken }),
    dangerouslyAllowUnauthenticatedRequests: false,
    cloud: environmentOf(cloud),
    logger: quiet,
    telemetry: { agent365: false },
    messagingEndpoint: "/api/messages",
    httpServerAdapter: {
      registerRoute: (_method, path, handler) => {
        if (path === "/api/messages") route = handler;
      },
    },
  };
  const app = new App(options);
  app.use(async ({ activity }) => onActivity({ ...activity }));
  await app.initialize();
  return {
    async take({ body, authorization }) {
      if (route === null) throw new Problem("bug", "The Teams SDK has no road for messages.");
      return route({ body, headers: { authorization } });
    },
    async token() {
      const token = await app.tokenProvider.getAppToken();
      if (token === null) throw new Problem("misconfigured", "There is no managed identity.");
      return token.toString();
    },
  };
}

/** The SDK itself sends nothing here: sending has its own road. */
function noToken(): Promise<string> {
  return Promise.reject(new Problem("bug", "The Teams SDK asked for our token."));
}

/** As the SDK wants it. What it needs for sign-in and Graph is of the public cloud and never called. */
function environmentOf({ loginUrl, scope, openIdUrl, issuer }: TeamsCloud): CloudEnvironment {
  return {
    loginEndpoint: loginUrl,
    loginTenant: "botframework.com",
    botScope: scope,
    tokenServiceUrl: "https://token.botframework.com",
    openIdMetadataUrl: openIdUrl,
    tokenIssuer: issuer,
    graphScope: "https://graph.microsoft.com/.default",
    agenticIdentityBotScope: "https://botapi.skype.com/.default",
  };
}
