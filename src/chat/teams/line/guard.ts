import { isServiceUrl } from "#chat/teams/out/service-host.ts";
import { isGuid } from "#chat/teams/place.ts";
import { type Body, isRecord } from "#chat/wire/sound-object.ts";

/** Who may come in. */
export interface GuardRules {
  /** The id of our app: for whom the token must be. */
  readonly clientId: string;
  /** Who signs for Teams. */
  readonly issuer: string;
  /** The organisations that are let in: Entra tenant ids, lower case. */
  readonly tenants: readonly string[];
  readonly serviceHosts: readonly string[];
}

/** `kid`: the name of the key that it says it was signed with. */
export type Admission =
  | { readonly admitted: true; readonly kid: string }
  | { readonly admitted: false; readonly status: 401 | 403; readonly why: Refused };
export type Refused = "token" | "issuer" | "channel" | "service_url" | "tenant";

/**
 * What must be right before the SDK looks at the signature. The SDK takes an Entra token of any tenant and checks no service
 * URL beside it, so that our own token could be sent to whoever asked for it (platforms.md 2.2). Here: only the Bot Framework
 * signs, only for us, only for Teams, only from hosts and tenants that are named. The signature, the time and whether the
 * token is for this service URL are the SDK's part.
 */
export function admit(authorization: string | undefined, body: Body, rules: GuardRules): Admission {
  const token = tokenIn(authorization);
  if (token === null) return no(401, "token");
  const { header, claims } = token;
  const { alg, kid } = header;
  if (alg !== "RS256" || typeof kid !== "string" || kid === "" || kid.length > 200) return no(401, "token");
  if (claims["iss"] !== rules.issuer || claims["aud"] !== rules.clientId) return no(401, "issuer");
  // Web Chat and Direct Line are open on a new bot registration, and there anyone writes what they like into an activity.
  if (body["channelId"] !== "msteams") return no(403, "channel");
  const { serviceUrl } = body;
  if (typeof serviceUrl !== "string" || !isServiceUrl(serviceUrl, rules.serviceHosts))
    return no(403, "service_url");
  const tenant = tenantOf(body);
  if (tenant === null || !rules.tenants.includes(tenant)) return no(403, "tenant");
  return { admitted: true, kid };
}

function no(status: 401 | 403, why: Refused): Admission {
  return { admitted: false, status, why };
}

/**
 * The organisation that an activity is of, lower case. Null: it names none, or two. A person of another organisation (a
 * channel that is shared with others) is of that one.
 */
export function tenantOf(body: Body): string | null {
  const named = [
    recordIn(recordIn(body, "channelData"), "tenant")["id"],
    recordIn(body, "conversation")["tenantId"],
    recordIn(body, "from")["tenantId"],
  ].filter((one) => one !== undefined && one !== null && one !== "");
  const found = new Set(named.map((one) => (typeof one === "string" ? one.toLowerCase() : "")));
  const [tenant = ""] = found;
  return found.size === 1 && isGuid(tenant) ? tenant : null;
}

function recordIn(body: Body, name: string): Body {
  const value = body[name];
  return isRecord(value) ? value : {};
}

const longestToken = 16_000;

/** What a token says of itself, unverified. */
function tokenIn(authorization: string | undefined): { header: Body; claims: Body } | null {
  if (authorization === undefined || authorization.length > longestToken) return null;
  const [, head = "", middle = ""] = /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]+$/.exec(authorization) ?? [];
  const header = decoded(head);
  const claims = decoded(middle);
  return header === null || claims === null ? null : { header, claims };
}

function decoded(part: string): Body | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}
