import { z } from "zod";
import {
  type Ask,
  app,
  bad,
  good,
  note,
  quoted,
  type SlackFinding,
  saidBy,
} from "#chat/slack/check/finding.ts";
import type { SlackProblem } from "#chat/slack/errors.ts";
import { slackScopes } from "#chat/slack/scopes.ts";

const id = z.string().regex(/^[A-Z][A-Z0-9]{1,30}$/);
const authTest = z.object({
  team: z.string().catch(""),
  team_id: id.nullish(),
  enterprise_id: id.nullish(),
  is_enterprise_install: z.boolean().catch(false),
  bot_id: id.nullish(),
  app_id: id.nullish(),
  response_metadata: z
    .object({ scopes: z.array(z.string()).nullish() })
    .nullish()
    .catch(null),
});

/** Whose the bot token is. */
export interface TokenOwner {
  /** What stands before the slash in an address. */
  readonly home: string;
  readonly isWholeOrganisation: boolean;
  readonly enterpriseId: string | null;
  /** Null: Slack did not say. */
  readonly appId: string | null;
}

/** Does the token work, whose is it, and what may it do? `owner` null: Slack can not be asked anything. */
export async function checkToken(ask: Ask): Promise<{ findings: SlackFinding[]; owner: TokenOwner | null }> {
  const { answer, problem } = await ask("auth.test");
  if (problem !== null) return { findings: [bad(faultOf(problem))], owner: null };
  const read = authTest.safeParse(answer);
  const data = read.success ? read.data : null;
  const isWholeOrganisation = data?.is_enterprise_install === true;
  const home = isWholeOrganisation ? data?.enterprise_id : data?.team_id;
  if (data === null || typeof home !== "string") {
    const text = "Slack's answer about the bot token can not be read. Look at SLACK_API_URL.";
    return { findings: [bad(text)], owner: null };
  }
  const where = `${isWholeOrganisation ? "organisation" : "workspace"} ${quoted(data.team)} (${home})`;
  return {
    findings: [
      typeof data.bot_id === "string"
        ? good(`Slack knows the bot token, of the ${where}: addresses begin with slack:${home}/.`)
        : bad(
            `SLACK_BOT_TOKEN is not the token of a bot. Take the Bot User OAuth Token: ${app}, "OAuth & Permissions".`,
          ),
      ...scopeFindings(data.response_metadata?.scopes ?? null),
    ],
    owner: {
      home,
      isWholeOrganisation,
      enterpriseId: data.enterprise_id ?? null,
      appId: data.app_id ?? null,
    },
  };
}

/** The road to Slack, or the token: an administrator looks in another place. */
function faultOf(problem: SlackProblem): string {
  if (!isRoad(problem)) return `SLACK_BOT_TOKEN: ${saidBy(problem)}`;
  return `${saidBy(problem)} Nothing is known about the token yet. Can this machine reach Slack (https, port 443)? Look at the network, the proxy and the firewall, and at SLACK_API_URL if it is set. Then run doctor again.`;
}

/** Nothing of Slack itself came back. 401: who stands there looks at our token. */
function isRoad({ reason }: SlackProblem): boolean {
  return /^(not_sent|no_answer|unreadable|http_\d+)$/.test(reason) && reason !== "http_401";
}

const reinstall = `then "Install App", "Reinstall"`;

function scopeFindings(given: readonly string[] | null): SlackFinding[] {
  if (given === null) {
    return [note("Slack did not say which scopes the token has: something on the road leaves that out.")];
  }
  const missing = Object.entries(slackScopes).filter(([scope]) => !given.includes(scope));
  const more = given.filter((scope) => scope !== "" && !Object.hasOwn(slackScopes, scope));
  return [
    ...missing.map(([scope, without]) =>
      bad(
        `The scope ${scope} is missing: ${without}. ${app}, "OAuth & Permissions", "Bot Token Scopes", "Add an OAuth Scope", ${reinstall}.`,
      ),
    ),
    ...(more.length === 0
      ? []
      : [
          note(
            `The app may do more than it needs: ${more.map(shownScope).join(", ")}. Remove that: ${app}, "OAuth & Permissions", "Bot Token Scopes", ${reinstall}.`,
          ),
        ]),
    ...(missing.length === 0 && more.length === 0 ? [good("The app has exactly the scopes it needs.")] : []),
  ];
}

function shownScope(scope: string): string {
  return /^[a-z0-9:._-]{1,60}$/i.test(scope) ? scope : "another scope";
}

/** The app-level token of Socket Mode: does it open a connection, and is it of the same app? */
export async function checkAppToken(
  ask: Ask,
  { appToken, owner }: { readonly appToken: string; readonly owner: TokenOwner },
): Promise<SlackFinding[]> {
  // xapp-1-A0123ABCD-...: the app's own id stands in it.
  const appId = /^xapp-\d+-(A[A-Z0-9]+)-/.exec(appToken)?.[1];
  if (appId !== undefined && owner.appId !== null && appId !== owner.appId) {
    return [
      bad(
        `SLACK_APP_TOKEN is of another app (${appId}) than SLACK_BOT_TOKEN (${owner.appId}). Take both from one app at api.slack.com/apps.`,
      ),
    ];
  }
  const { problem } = await ask("apps.connections.open");
  if (problem === null) return [good("Socket Mode: Slack gives a connection.")];
  const where = `${app}, "Basic Information", "App-Level Tokens": a token with the scope connections:write; and "Socket Mode", "Enable Socket Mode" must be on`;
  // The words of this failure are about the bot token, which is not what is wrong here.
  return [bad(`SLACK_APP_TOKEN: Slack gives no connection (${problem.reason}). ${where}.`)];
}

/** HTTP mode: what can not be seen from this side. */
export function requestUrlAdvice(): SlackFinding {
  return note(
    `HTTP: whether Slack reaches this machine, and whether SLACK_SIGNING_SECRET is right, only Slack can see. ${app}, "Event Subscriptions", "Request URL": press Retry at https://<your address>/slack/events while the program runs; it has to say Verified. ` +
      'The same address stands at "Interactivity & Shortcuts" and at "Slash Commands", and "Socket Mode" is off.',
  );
}
