/** What Slack needs. Two ways in: Slack calls us (HTTP), or we keep a line open to Slack (Socket Mode). */
export interface SlackSettings {
  readonly botToken: string;
  readonly inbound:
    | { readonly how: "http"; readonly signingSecret: string }
    | { readonly how: "socket"; readonly appToken: string };
  /** Ends with a slash. Null: Slack's own. */
  readonly apiUrl: string | null;
}

/** Where in the settings of a Slack app each secret stands, in Slack's own menu names. */
const place = {
  SLACK_BOT_TOKEN:
    'the Bot User OAuth Token (xoxb-...): api.slack.com/apps, your app, "OAuth & Permissions", after "Install to Workspace"',
  SLACK_SIGNING_SECRET:
    'the Signing Secret (32 characters): api.slack.com/apps, your app, "Basic Information", "App Credentials"',
  SLACK_APP_TOKEN:
    'the App-Level Token (xapp-...): api.slack.com/apps, your app, "Basic Information", "App-Level Tokens", with the scope connections:write',
} as const;
type Secret = keyof typeof place;

/** The settings that bring Slack in. One of them given: real use, no trial. */
export const slackNames = [
  "SLACK_BOT_TOKEN",
  "SLACK_SIGNING_SECRET",
  "SLACK_APP_TOKEN",
  "SLACK_API_URL",
] as const;
type SlackName = (typeof slackNames)[number];

const shapes: Readonly<Record<Secret, RegExp>> = {
  SLACK_BOT_TOKEN: /^xoxb-[A-Za-z0-9-]{4,300}$/,
  // Slack shows 32 hexadecimal characters, and promises nothing about their shape.
  SLACK_SIGNING_SECRET: /^[A-Za-z0-9]{32,128}$/,
  SLACK_APP_TOKEN: /^xapp-[A-Za-z0-9-]{4,300}$/,
};

/** What was expected where a secret can not be right; null: it can. The message never holds the value or a part of it. */
export function secretFault(name: Secret, value: string): string | null {
  const seen = oddity(name, value);
  if (seen === null && shapes[name].test(value)) return null;
  return `${place[name]}${seen === null ? "" : `. ${seen}`}`;
}

/** What somebody probably did; null: nothing that is known. */
function oddity(name: Secret, value: string): string | null {
  if (/["'`“”‘’]/.test(value)) return "There are quotes in it: leave those out";
  if (/\s/.test(value)) return "There is a space or a line break in it: copy it once more";
  const other = kindOf(value);
  if (other !== null && other.belongsIn !== name) {
    return other.belongsIn === null
      ? other.is
      : `${other.is}: that belongs in ${other.belongsIn}. Perhaps two of them were exchanged`;
  }
  if (/[<>{}$…]|\.\.|your|jouw|xxx|changeme|placeholder/i.test(value))
    return "This is the text of an example: put your own in its place";
  return null;
}

function kindOf(value: string): { readonly is: string; readonly belongsIn: Secret | null } | null {
  if (value.startsWith("xoxb-")) return { is: "This is a bot token", belongsIn: "SLACK_BOT_TOKEN" };
  if (value.startsWith("xapp-")) return { is: "This is an app-level token", belongsIn: "SLACK_APP_TOKEN" };
  if (value.startsWith("xoxe")) {
    const advice = 'make a new app from manifest.json: with "Token Rotation" on, tokens end after 12 hours';
    return { is: `This is a token that rotates: ${advice}`, belongsIn: null };
  }
  if (/^xox[a-z]-/.test(value))
    return { is: "This is the token of a person, not of the bot", belongsIn: null };
  if (/^[0-9a-f]{32}$/.test(value)) {
    return { is: "This looks like a signing secret", belongsIn: "SLACK_SIGNING_SECRET" };
  }
  if (/^\d+\.\d+$/.test(value)) return { is: "This looks like the Client ID", belongsIn: null };
  if (/^[A-Za-z0-9]{24}$/.test(value)) {
    return { is: "This looks like the old Verification Token", belongsIn: null };
  }
  return null;
}

const exampleUrl = "https://slack-gov.com/api/";

/** What was expected where SLACK_API_URL can not be right; null: it can. */
export function apiUrlFault(value: string): string | null {
  const url = URL.parse(value);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    return `the address of a Web API, such as ${exampleUrl}`;
  }
  if (url.username !== "" || url.password !== "") return "an address without a name or password in it";
  if (url.search !== "" || url.hash !== "") return `an address without ? or #, such as ${exampleUrl}`;
  // The token goes along with every call.
  if (url.protocol === "http:" && !isThisMachine(url.hostname)) {
    return "https: the token would cross the network readable (http is for this machine itself)";
  }
  return null;
}

function isThisMachine(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}

type Given = Readonly<Partial<Record<SlackName, string | undefined>>>;

/** What is wrong in which of the settings are given together, with where to get what is missing. */
export function combinationFaults(given: Given): { readonly name: SlackName; readonly fault: string }[] {
  const names = slackNames.filter((name) => given[name] !== undefined);
  if (names.length === 0) return [];
  const faults: { name: SlackName; fault: string }[] = [];
  if (given.SLACK_BOT_TOKEN === undefined) {
    faults.push({
      name: "SLACK_BOT_TOKEN",
      fault: `SLACK_BOT_TOKEN is missing, while ${names.join(" and ")} ${names.length > 1 ? "are" : "is"} given: expected ${place.SLACK_BOT_TOKEN}. Give it, or leave them all out for a trial.`,
    });
  }
  const ways = names.filter((name) => name === "SLACK_APP_TOKEN" || name === "SLACK_SIGNING_SECRET");
  if (ways.length === 0) {
    faults.push({
      name: "SLACK_APP_TOKEN",
      fault: `SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are missing: expected one of them. For Socket Mode (no open port; when in doubt, this one) SLACK_APP_TOKEN, ${place.SLACK_APP_TOKEN}. For HTTP SLACK_SIGNING_SECRET, ${place.SLACK_SIGNING_SECRET}.`,
    });
  }
  if (ways.length === 2) {
    faults.push({
      name: "SLACK_SIGNING_SECRET",
      fault:
        "SLACK_SIGNING_SECRET and SLACK_APP_TOKEN are both given: expected one of them. Leave SLACK_SIGNING_SECRET out for Socket Mode, or SLACK_APP_TOKEN for HTTP.",
    });
  }
  return faults;
}

/** The settings together, when they are complete; null: not. */
export function slackOf(given: Given): SlackSettings | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_APP_TOKEN: appToken } = given;
  const url = given.SLACK_API_URL;
  const apiUrl = url === undefined ? null : url.replace(/\/*$/, "/");
  if (botToken === undefined) return null;
  if (appToken !== undefined && signingSecret === undefined)
    return { botToken, inbound: { how: "socket", appToken }, apiUrl };
  if (signingSecret !== undefined && appToken === undefined)
    return { botToken, inbound: { how: "http", signingSecret }, apiUrl };
  return null;
}
