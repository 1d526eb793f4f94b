/** What Teams needs. */
export interface TeamsSettings {
  readonly clientId: string;
  readonly secret:
    | { readonly how: "secret"; readonly clientSecret: string }
    | { readonly how: "managed-identity" };
  /** Lower-case GUID. */
  readonly tenant: string;
  /** Further organisations that are let in. */
  readonly tenants: readonly string[];
  /** Exact names, or `.suffix` for all below; on this machine itself with the port. */
  readonly serviceHosts: readonly string[];
  /** Null: Microsoft's public cloud. */
  readonly loginUrl: string | null;
  readonly openIdUrl: string | null;
}

const app = 'entra.microsoft.com, "App registrations", your app';
const portal = 'dev.teams.microsoft.com, "Tools", "Bot management", your bot';

/** Where each setting stands, in Microsoft's own menu names. */
const place = {
  TEAMS_CLIENT_ID: `the Application (client) ID: ${app}, "Overview" (made in the Teams Developer Portal: the Bot ID, ${portal})`,
  TEAMS_CLIENT_SECRET: `the Value of a client secret: ${app}, "Certificates & secrets", "New client secret" (or ${portal}, "Client secrets")`,
  TEAMS_TENANT_ID: `the Directory (tenant) ID: ${app}, "Overview"`,
  TEAMS_TENANTS:
    'tenant ids of further organisations, with commas between them: entra.microsoft.com of each, "Overview", "Tenant ID"',
} as const;

/** The settings that bring Teams in. One of them given: real use, no trial. */
export const teamsNames = [
  "TEAMS_CLIENT_ID",
  "TEAMS_CLIENT_SECRET",
  "TEAMS_MANAGED_IDENTITY",
  "TEAMS_TENANT_ID",
  "TEAMS_TENANTS",
  "TEAMS_SERVICE_URLS",
  "TEAMS_LOGIN_URL",
  "TEAMS_OPENID_URL",
] as const;
type TeamsName = (typeof teamsNames)[number];

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What was expected where an id can not be right; null: it can. The message never holds the value. */
export function idFault(name: "TEAMS_CLIENT_ID" | "TEAMS_TENANT_ID", value: string): string | null {
  const seen = oddity(value) ?? strayId(name, value);
  if (seen === null && guid.test(value)) return null;
  return `${place[name]}${seen === null ? "" : `. ${seen}`}`;
}

function strayId(name: "TEAMS_CLIENT_ID" | "TEAMS_TENANT_ID", value: string): string | null {
  if (isEverybodys(value)) return everybodys;
  if (/^[0-]+$/.test(value)) return "This is the text of an example: put your own in its place";
  if (name === "TEAMS_TENANT_ID" && /\.[a-z]{2,}$/i.test(value)) {
    return "This is the name of the organisation: its id is needed";
  }
  if (/~/.test(value)) return "This looks like a client secret: that belongs in TEAMS_CLIENT_SECRET";
  return null;
}

/** Microsoft's own tenant for private accounts: with it everybody would be let in. */
function isEverybodys(value: string): boolean {
  return value.toLowerCase() === "9188040d-6c67-4c5b-b112-36a304b66dad";
}

const everybodys =
  "9188040d-6c67-4c5b-b112-36a304b66dad is where all private accounts of Microsoft are: anybody can make one";

/** As `idFault`, for the list of further organisations. */
export function tenantsFault(value: string): string | null {
  if (listed(value).some(isEverybodys)) return `${place.TEAMS_TENANTS}. ${everybodys}`;
  return listed(value).every((one) => guid.test(one)) && listed(value).length > 0
    ? null
    : `${place.TEAMS_TENANTS}${/["'`“”‘’]/.test(value) ? ". There are quotes in it: leave those out" : ""}`;
}

/** As `idFault`, for the client secret. Microsoft promises nothing about its shape. */
export function clientSecretFault(value: string): string | null {
  const seen =
    oddity(value) ??
    (guid.test(value)
      ? "This is an id: the Value is needed, that is shown once, right after it was made"
      : null);
  if (seen === null && /^[\x21-\x7e]{8,300}$/.test(value)) return null;
  return `${place.TEAMS_CLIENT_SECRET}${seen === null ? "" : `. ${seen}`}`;
}

/** What somebody probably did; null: nothing that is known. */
function oddity(value: string): string | null {
  if (/["'`“”‘’]/.test(value)) return "There are quotes in it: leave those out";
  if (/\s/.test(value)) return "There is a space or a line break in it: copy it once more";
  if (/[<>{}$…]|^\.+$|your|jouw|^x+$|changeme|placeholder/i.test(value)) {
    return "This is the text of an example: put your own in its place";
  }
  return null;
}

/** What was expected where TEAMS_MANAGED_IDENTITY can not be right; null: it can. */
export function managedIdentityFault(value: string): string | null {
  return value === "true" ? null : "true (the machine shows who it is; leave it out with a client secret)";
}

const exampleHost = "smba.trafficmanager.net";
const hostName = /^\.?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
const ownHost = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/;

/** What was expected where TEAMS_SERVICE_URLS can not be right; null: it can. Our token goes to each of them. */
export function serviceUrlsFault(value: string): string | null {
  const expected = `the hosts of Teams' connector, with commas between them, such as ${exampleHost}`;
  if (listed(value).length === 0) return expected;
  for (const one of listed(value)) {
    if (/^http:/i.test(one) && !ownHost.test(hostIn(one))) {
      return `${expected}, over https: our token would cross the network readable (http is for this machine itself)`;
    }
    if (one.includes("*")) return `${expected}, or .example.com for all below it, without *`;
    if (one.includes("@") || /[?#]/.test(one)) return `${expected}, without a name, password, ? or #`;
    const host = hostIn(one);
    if (!ownHost.test(host) && !hostName.test(host)) return expected;
    const below = host.startsWith(".") ? open.find((one) => host.endsWith(one)) : undefined;
    if (below !== undefined) {
      return `${expected}. Below ${below.replace(/^\./, "")} anybody can have a name: name the host itself`;
    }
  }
  return null;
}

/** Below these anybody can have a name of their own: our token could be sent to whoever asks for it. */
const open = [
  ".trafficmanager.net",
  ".azurewebsites.net",
  ".azurecontainerapps.io",
  ".azureedge.net",
  ".azurefd.net",
  ".azure-api.net",
  ".cloudapp.net",
  ".windows.net",
  ".azure.com",
];

/** The host of an entry: of an address, or as it is. Lower case; with its port where that is not the usual one. */
function hostIn(entry: string): string {
  if (!/^https?:\/\//i.test(entry)) return entry.toLowerCase().replace(/\/+$/, "");
  return URL.parse(entry)?.host ?? "";
}

/** What was expected where TEAMS_LOGIN_URL or TEAMS_OPENID_URL can not be right; null: it can. */
export function microsoftUrlFault(
  name: "TEAMS_LOGIN_URL" | "TEAMS_OPENID_URL",
  value: string,
): string | null {
  const example = {
    TEAMS_LOGIN_URL: "https://login.microsoftonline.us",
    TEAMS_OPENID_URL: "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
  }[name];
  const url = URL.parse(value);
  if (url === null || !/^https?:$/.test(url.protocol)) return `an address, such as ${example}`;
  if (url.username !== "" || url.password !== "") return "an address without a name or password in it";
  if (url.search !== "" || url.hash !== "") return `an address without ? or #, such as ${example}`;
  if (name === "TEAMS_OPENID_URL" && !url.pathname.endsWith("/openidconfiguration")) {
    return `an address that ends with /openidconfiguration: the keys stand beside it. Such as ${example}`;
  }
  if (url.protocol === "http:" && !ownHost.test(url.host)) {
    return "https: what goes there would cross the network readable (http is for this machine itself)";
  }
  return null;
}

type Given = Readonly<Partial<Record<TeamsName, string | undefined>>>;

/** What is wrong in which of the settings are given together, with where to get what is missing. */
export function teamsCombinationFaults(given: Given): { readonly name: TeamsName; readonly fault: string }[] {
  const names = teamsNames.filter((name) => given[name] !== undefined);
  if (names.length === 0) return [];
  const faults: { name: TeamsName; fault: string }[] = [];
  const missing = (["TEAMS_CLIENT_ID", "TEAMS_TENANT_ID"] as const).filter(
    (name) => given[name] === undefined,
  );
  for (const name of missing) {
    const fault = `${name} is missing, while ${names.join(" and ")} ${names.length > 1 ? "are" : "is"} given: expected ${place[name]}. Give it, or leave all of TEAMS_ out.`;
    faults.push({ name, fault });
  }
  const { TEAMS_CLIENT_SECRET: secret, TEAMS_MANAGED_IDENTITY: managed } = given;
  if (secret === undefined && managed === undefined) {
    faults.push({
      name: "TEAMS_CLIENT_SECRET",
      fault: `TEAMS_CLIENT_SECRET is missing: expected ${place.TEAMS_CLIENT_SECRET}. On a machine in Azure with a managed identity TEAMS_MANAGED_IDENTITY=true instead.`,
    });
  }
  if (secret !== undefined && managed !== undefined) {
    faults.push({
      name: "TEAMS_MANAGED_IDENTITY",
      fault:
        "TEAMS_CLIENT_SECRET and TEAMS_MANAGED_IDENTITY are both given: expected one of them. Leave TEAMS_CLIENT_SECRET out on a machine in Azure with a managed identity, else TEAMS_MANAGED_IDENTITY.",
    });
  }
  const { TEAMS_CLIENT_ID: client, TEAMS_TENANT_ID: tenant } = given;
  if (client !== undefined && client.toLowerCase() === tenant?.toLowerCase()) {
    faults.push({
      name: "TEAMS_TENANT_ID",
      fault: `TEAMS_TENANT_ID is the same as TEAMS_CLIENT_ID: expected ${place.TEAMS_TENANT_ID}. Correct it.`,
    });
  }
  if (given.TEAMS_LOGIN_URL !== undefined && given.TEAMS_SERVICE_URLS === undefined) {
    faults.push({
      name: "TEAMS_SERVICE_URLS",
      fault:
        "TEAMS_SERVICE_URLS is missing, while TEAMS_LOGIN_URL is given: expected the host of Teams' connector in that cloud, such as smba.infra.gov.teams.microsoft.us. Give it, or leave TEAMS_LOGIN_URL out.",
    });
  }
  return faults;
}

/** Refused in real use: it lets everybody in, and Microsoft's library reads it from the environment by itself. */
export const openDoorName = "DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS";
/** Why it is refused. */
export const openDoorFault = `${openDoorName} is set: with it anybody could speak as anybody. It is for a developer's own machine. Take it out of the environment (unset ${openDoorName}).`;

/** The settings together, when they are complete; null: not. */
export function teamsOf(given: Given): TeamsSettings | null {
  const { TEAMS_CLIENT_ID: clientId, TEAMS_TENANT_ID: tenant } = given;
  const { TEAMS_CLIENT_SECRET: clientSecret, TEAMS_MANAGED_IDENTITY: managed } = given;
  if (clientId === undefined || tenant === undefined) return null;
  if ((clientSecret === undefined) === (managed === undefined)) return null;
  return {
    clientId: clientId.toLowerCase(),
    secret: clientSecret === undefined ? { how: "managed-identity" } : { how: "secret", clientSecret },
    tenant: tenant.toLowerCase(),
    tenants: listed(given.TEAMS_TENANTS ?? "").map((one) => one.toLowerCase()),
    serviceHosts: [...new Set(listed(given.TEAMS_SERVICE_URLS ?? exampleHost).map(hostIn))],
    loginUrl: given.TEAMS_LOGIN_URL?.replace(/\/+$/, "") ?? null,
    openIdUrl: given.TEAMS_OPENID_URL ?? null,
  };
}

function listed(value: string): string[] {
  return value.split(/[\s,;]+/).filter((one) => one !== "");
}
