import { z } from "zod";
import { Problem } from "#base/problem.ts";

const registration = "entra.microsoft.com, App registrations, Voelspriet";

/** What Microsoft's login says by number (AADSTS…), in words an administrator can act on. Its own words hold ids: they are not repeated. */
const faults: Readonly<Record<number, string>> = {
  7000215: `Microsoft does not take TEAMS_CLIENT_SECRET. ${registration}, Certificates & secrets: copy the Value of a client secret (not its Secret ID) and restart.`,
  7000222: `TEAMS_CLIENT_SECRET is too old. ${registration}, Certificates & secrets: make a new client secret, put its Value in TEAMS_CLIENT_SECRET and restart.`,
  7000216: "TEAMS_CLIENT_SECRET is missing or empty.",
  7000218: "TEAMS_CLIENT_SECRET is missing or empty.",
  700016: `Microsoft knows no app with TEAMS_CLIENT_ID in the organisation of TEAMS_TENANT_ID. ${registration}, Overview: copy the Application (client) ID and the Directory (tenant) ID.`,
  7000229: `The app of TEAMS_CLIENT_ID is not in the organisation of TEAMS_TENANT_ID. ${registration}, Overview: copy the Application (client) ID and the Directory (tenant) ID.`,
  90002: `Microsoft knows no organisation with TEAMS_TENANT_ID. ${registration}, Overview: copy the Directory (tenant) ID.`,
  900021: `Microsoft knows no organisation with TEAMS_TENANT_ID. ${registration}, Overview: copy the Directory (tenant) ID.`,
  900023: `Microsoft knows no organisation with TEAMS_TENANT_ID. ${registration}, Overview: copy the Directory (tenant) ID.`,
  7000112:
    "The app has been switched off. entra.microsoft.com, Enterprise applications, Voelspriet, Properties: Enabled for users to sign in.",
  53003: "A policy of Conditional Access keeps the app out. Have it let in from the address of this machine.",
};

/** Statuses that say nothing of us: it was too much, or too late. */
const passing = [408, 409, 412, 423, 425, 429];

const said = z.object({
  error: z.string().nullish().catch(null),
  error_codes: z.array(z.number()).nullish().catch(null),
});

/** Why Microsoft's login gave no token: an answer with a status other than 2xx. */
export function loginProblem(status: number, body: string, retryAfter: string | null): Problem {
  if (passing.includes(status) || status >= 500) {
    const seconds = /^\d{1,5}$/.test(retryAfter ?? "") ? Number(retryAfter) : 0;
    const wait = seconds > 0 ? { retryAfterMs: seconds * 1_000 } : {};
    return new Problem("retry", `Microsoft's login is busy (HTTP ${status}).`, wait);
  }
  const { error, error_codes: codes } = said.safeParse(jsonOf(body)).data ?? {};
  const known = (codes ?? []).find((code) => faults[code] !== undefined);
  if (known !== undefined) return new Problem("misconfigured", `${faults[known]} (AADSTS${known})`);
  const [first] = codes ?? [];
  if (first !== undefined || typeof error === "string") {
    const name = first === undefined ? `HTTP ${status}` : `AADSTS${first}`;
    return new Problem(
      "misconfigured",
      `Microsoft's login refuses us (${name}). Look at TEAMS_CLIENT_ID, TEAMS_CLIENT_SECRET and TEAMS_TENANT_ID.`,
    );
  }
  return new Problem(
    "misconfigured",
    `Who answers at Microsoft's login is not Microsoft (HTTP ${status}). Look at TEAMS_LOGIN_URL, and at the proxy or firewall on the road.`,
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
