import { createServer } from "node:http";
import { jwkOf } from "../support/fake-teams/keys.ts";
import { measure, type Round } from "./load.ts";
import { obey } from "./pinned-child.ts";
import { bearerAt, benchKey, benchTeams, deliveryOf } from "./teams-events.ts";

/** The load, and beside it a Microsoft that gives out keys and tokens and takes every message at once. */
export async function runLoad(): Promise<void> {
  const teams = await openQuickTeams();
  obey(
    {
      platform: () => teams.url,
      sent: () => teams.calls(),
      round: (round: Round) => {
        const now = Date.now();
        const serviceUrl = `${teams.url}/`;
        const by = { now, serviceUrl, bearer: bearerAt(now, serviceUrl) };
        return measure({ ...round, url: round.url + benchTeams.path }, (number) => deliveryOf(number, by));
      },
    },
    () => {},
  );
}

async function openQuickTeams() {
  let calls = 0;
  const server = createServer((incoming, response) => {
    incoming.resume();
    incoming.on("end", () => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(answerTo(incoming.url ?? "")));
    });
  });
  function answerTo(path: string): object {
    if (path.endsWith("/token")) {
      const part = (claims: object) => Buffer.from(JSON.stringify(claims)).toString("base64url");
      const exp = Math.floor(Date.now() / 1000) + 3_600;
      return {
        token_type: "Bearer",
        expires_in: 3_600,
        access_token: `${part({ alg: "RS256", typ: "JWT" })}.${part({ exp, appid: benchTeams.clientId })}.c2ln`,
      };
    }
    if (path.endsWith("/keys")) return { keys: [jwkOf(benchKey())] };
    if (path.includes("openid"))
      return { issuer: "https://api.botframework.com", jwks_uri: `${url}/v1/.well-known/keys` };
    calls += 1;
    return { id: `a:new-${calls}`, activityId: `${1_700_000_000_000 + calls}` };
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  return { url, calls: () => calls };
}
