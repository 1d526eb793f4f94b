import { z } from "zod";
import { bad, good, type TeamsFinding } from "#chat/teams/check/finding.ts";
import { teamsProblem } from "#chat/teams/errors.ts";
import { cloudOf } from "#chat/teams/out/cloud.ts";
import type { TeamsDoorOptions } from "#chat/teams/teams-platform.ts";

const described = z.object({ issuer: z.string(), jwks_uri: z.url() });
const list = z.object({ keys: z.array(z.object({ kid: z.string() })).min(1) });
const patienceMs = 4_000;

/** Can the keys be read with which Microsoft signs what it sends us? Without them nothing of Teams is let in. */
export async function checkKeys(
  options: Pick<TeamsDoorOptions, "loginUrl" | "openIdUrl">,
): Promise<TeamsFinding[]> {
  const { openIdUrl, issuer } = cloudOf(options);
  const closed = `Without them every message of Teams is refused. Can this machine reach ${hostOf(openIdUrl)} (https, port 443)? Look at the network, the proxy and the firewall, and at TEAMS_OPENID_URL if it is set.`;
  try {
    const description = described.safeParse(await read(openIdUrl));
    if (!description.success) return [bad(`What describes Microsoft's keys can not be read. ${closed}`)];
    if (description.data.issuer !== issuer) {
      return [
        bad(
          "The keys are of another cloud of Microsoft than the one of TEAMS_LOGIN_URL. Set TEAMS_LOGIN_URL and TEAMS_OPENID_URL of the same cloud, or leave both out.",
        ),
      ];
    }
    const keys = list.safeParse(await read(description.data.jwks_uri));
    if (!keys.success) return [bad(`Microsoft's keys can not be read. ${closed}`)];
    return [good("The keys can be read with which Microsoft signs what it sends.")];
  } catch (thrown) {
    const { message } = teamsProblem(thrown);
    return [
      bad(`Microsoft's keys can not be read: ${message.replace("; it may have been done", "")} ${closed}`),
    ];
  }
}

async function read(url: string): Promise<unknown> {
  const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(patienceMs) });
  if (!response.ok) {
    await response.body?.cancel();
    return null;
  }
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? "it";
}
