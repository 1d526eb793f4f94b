import type { Clock } from "#base/clock.ts";
import { problemOf } from "#base/problem.ts";
import { bad, good, registration, type TeamsFinding } from "#chat/teams/check/finding.ts";
import { type BotToken, openBotToken, withManagedIdentity, withSecret } from "#chat/teams/line/bot-token.ts";
import { openSdk } from "#chat/teams/line/sdk.ts";
import { cloudOf } from "#chat/teams/out/cloud.ts";
import type { TeamsDoorOptions } from "#chat/teams/teams-platform.ts";

export type Credentials = Pick<TeamsDoorOptions, "clientId" | "secret" | "tenant" | "loginUrl" | "openIdUrl">;

/** Our token, as the door gets it. */
export function tokenFor(options: Credentials, clock: Clock): BotToken {
  const { clientId, secret, tenant } = options;
  const cloud = cloudOf(options);
  if (secret.how === "secret") {
    return openBotToken(
      withSecret({ clientId, clientSecret: secret.clientSecret, tenant, cloud, clock }),
      clock,
    );
  }
  return openBotToken(
    withManagedIdentity(async () => {
      const nothing = async () => ({ status: 503 as const });
      const sdk = await openSdk({ clientId, tenant, cloud, identity: "managed", onActivity: nothing });
      return sdk.token();
    }, clock),
    clock,
  );
}

/** Does Microsoft know the app, and give it a token? `isIn` false: nothing can be asked of Teams. */
export async function checkCredentials(
  token: BotToken,
  { secret, tenant }: Credentials,
): Promise<{ findings: TeamsFinding[]; isIn: boolean }> {
  try {
    await token.get();
    const how = secret.how === "secret" ? "by its client secret" : "by the identity of this machine";
    return {
      findings: [good(`Microsoft knows the app ${how}: addresses begin with teams:${tenant}/.`)],
      isIn: true,
    };
  } catch (thrown) {
    const { kind, message } = problemOf(thrown);
    const road =
      kind === "retry"
        ? " Nothing is known about the secret yet. Can this machine reach Microsoft (https, port 443)? Look at the network, the proxy and the firewall, and at TEAMS_LOGIN_URL if it is set. Then run doctor again."
        : ` Where they stand: ${registration}, "Overview" and "Certificates & secrets".`;
    return { findings: [bad(message + road)], isIn: false };
  }
}
