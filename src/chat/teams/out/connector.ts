import { answerProblem, TeamsProblem, teamsProblem, unreadable } from "#chat/teams/errors.ts";
import type { BotToken } from "#chat/teams/line/bot-token.ts";
import { isServiceUrl } from "#chat/teams/out/service-host.ts";

/** One request to Teams' connector: `path` below the service URL, with a slash at the start. */
export interface ConnectorCall {
  readonly method: "GET" | "POST" | "PUT";
  readonly serviceUrl: string;
  readonly path: string;
  readonly body?: unknown;
}

/** Teams' connector, one request at a time: whoever calls decides about trying again. */
export interface Connector {
  /**
   * One request, never more. What Teams answered, unread (check it with zod); null where the answer is empty. Throws
   * TeamsProblem: `doubtful` says that it may have been done all the same.
   */
  call(what: ConnectorCall): Promise<unknown>;
}

export interface ConnectorParts {
  readonly token: BotToken;
  readonly serviceHosts: readonly string[];
  /** How long an answer is listened for; 12,000 where it is not said. */
  readonly timeoutMs?: number;
}

const longestCallMs = 12_000;
const mostBytes = 4 * 1024 * 1024;

/**
 * Opens the road to the connector. Our token goes along, so the host is looked at right before, and no redirect is followed.
 * It has its own road instead of the SDK's client: that one follows redirects, has no time limit, and its errors repeat what
 * was sent.
 */
export function openConnector({ token, serviceHosts, timeoutMs = longestCallMs }: ConnectorParts): Connector {
  /** The token that Teams took last. */
  let proven: string | null = null;
  return {
    async call({ method, serviceUrl, path, body }) {
      if (!isServiceUrl(serviceUrl, serviceHosts)) throw untrustedHost();
      const bearer = await token.get();
      try {
        const response = await fetch(serviceUrl.replace(/\/+$/, "") + path, {
          method,
          redirect: "manual",
          headers: { authorization: `Bearer ${bearer}`, ...(body === undefined ? {} : json) },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          signal: AbortSignal.timeout(timeoutMs),
        });
        const text = await textOf(response);
        if (response.ok) {
          proven = bearer;
          return answerIn(text);
        }
        if (response.status === 401) {
          token.forget();
          // It was good before: a new one will do. A new one that is refused is for an administrator.
          const wasGood = bearer === proven && isTeams(text);
          proven = null;
          if (wasGood) throw tokenEnded();
        }
        throw answerProblem(response.status, text, response.headers.get("retry-after"));
      } catch (thrown) {
        throw teamsProblem(thrown);
      }
    },
  };
}

/** Teams' own answers are objects, those of what stands between mostly pages. */
function isTeams(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}

function tokenEnded(): TeamsProblem {
  return new TeamsProblem(
    "retry",
    "Teams does not take our token any more: the next attempt has a new one.",
    {
      reason: "token_ended",
      retryAfterMs: 0,
    },
  );
}

const json = { "content-type": "application/json; charset=utf-8" };

function untrustedHost(): TeamsProblem {
  const says =
    "This conversation is at a host that is not in TEAMS_SERVICE_URLS, so nothing is sent there. When it is Microsoft's, add it.";
  return new TeamsProblem("misconfigured", `${says} (untrusted_host)`, { reason: "untrusted_host" });
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw unreadable();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function answerIn(text: string): unknown {
  if (text.trim() === "") return null;
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer === "object") return answer;
  } catch {
    // Falls through: the page of a proxy.
  }
  throw unreadable();
}
