import { z } from "zod";
import type { Clock } from "#base/clock.ts";
import { Problem } from "#base/problem.ts";
import { teamsProblem } from "#chat/teams/errors.ts";
import { loginProblem } from "#chat/teams/line/login-problem.ts";
import type { TeamsCloud } from "#chat/teams/out/cloud.ts";
import { pause } from "#chat/wire/pause.ts";

/** The token that our messages go out with. */
export interface BotToken {
  /** Throws Problem: `misconfigured` (the secret, the app or the tenant is not right) or `retry`. */
  get(): Promise<string>;
  /** The next one is fetched anew: this one was refused. */
  forget(): void;
}

const minute = 60_000;
const patienceMs = 3_000;
/** A token that is nearly over is not used any more. */
const margin = 5 * minute;
/** One of a managed identity is kept by Microsoft's library; ours is only a short memory of it. */
const managedMs = 5 * minute;

interface Kept {
  readonly token: string;
  /** Epoch milliseconds. */
  readonly until: number;
}

/** Fetches a token when there is none, once for all who ask meanwhile. */
export function openBotToken(fetchToken: () => Promise<Kept>, clock: Clock): BotToken {
  let kept: Kept | null = null;
  let fetching: Promise<Kept> | null = null;
  return {
    async get() {
      if (kept !== null && kept.until > clock.now()) return kept.token;
      fetching ??= fetchToken().finally(() => {
        fetching = null;
      });
      kept = await fetching;
      return kept.token;
    },
    forget() {
      kept = null;
    },
  };
}

/** Whose secret is shown, and where. */
export interface SecretOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tenant: string;
  readonly cloud: Pick<TeamsCloud, "loginUrl" | "scope">;
  readonly clock: Clock;
}

const given = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

/** The token of an app with a client secret (OAuth 2.0 client credentials). */
export function withSecret({ clientId, clientSecret, tenant, cloud, clock }: SecretOptions) {
  const url = `${cloud.loginUrl}/${tenant}/oauth2/v2.0/token`;
  return async (): Promise<Kept> => {
    const askedAt = clock.now();
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: { accept: "application/json" },
        body: new URLSearchParams({
          grant_type: "client_credentials",
          client_id: clientId,
          client_secret: clientSecret,
          scope: cloud.scope,
        }),
        redirect: "manual",
        signal: AbortSignal.timeout(patienceMs),
      });
      const text = await response.text();
      if (!response.ok) throw loginProblem(response.status, text, response.headers.get("retry-after"));
      const answer = given.safeParse(jsonOf(text));
      if (!answer.success) throw new Problem("retry", unreadable);
      return { token: answer.data.access_token, until: askedAt + answer.data.expires_in * 1_000 - margin };
    } catch (thrown) {
      throw thrown instanceof Problem ? thrown : teamsProblem(thrown);
    }
  };
}

/** The token of a managed identity, by Microsoft's own library. */
export function withManagedIdentity(ask: () => Promise<string>, clock: Clock) {
  return async (): Promise<Kept> => {
    const tooLate = new AbortController();
    try {
      const token = await Promise.race([ask(), pause(patienceMs, tooLate.signal).then(() => null)]);
      if (token === null) throw new Problem("retry", noIdentity);
      return { token, until: clock.now() + managedMs };
    } catch (thrown) {
      if (thrown instanceof Problem) throw thrown;
      // Microsoft's own words may hold ids: they are not repeated.
      throw new Problem("retry", noIdentity);
    } finally {
      tooLate.abort();
    }
  };
}

const unreadable = "What Microsoft's login answers can not be read; it may come from a proxy.";
const noIdentity =
  "The managed identity of this machine gives no token. Is it assigned to this machine, and is TEAMS_CLIENT_ID its client id?";

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
