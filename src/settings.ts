import { z } from "zod";
import { databaseUrlFault } from "#database-settings.ts";
import { modelKeyFault, modelNameFault, modelUrlFault } from "#model-settings.ts";
import { apiUrlFault, secretFault } from "#slack-settings.ts";
import {
  clientSecretFault,
  idFault,
  managedIdentityFault,
  microsoftUrlFault,
  serviceUrlsFault,
  tenantsFault,
} from "#teams-settings.ts";
import { heartbeatUrlFault } from "#watch-settings.ts";

/** A path or name: anything but blanks. */
const filled = (expected: string) =>
  z.string({ error: expected }).refine((value) => value.trim() !== "", { error: expected });

/** A text in which `faultIn` finds nothing. */
const flawless = (faultIn: (value: string) => string | null) =>
  z.string().check(({ value, issues }) => {
    const message = faultIn(value);
    if (message !== null) issues.push({ code: "custom", message, input: value });
  });

/** A whole number. */
const wholeFrom = (least: number, most: number, expected: string) =>
  z
    .string()
    .refine((value) => /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most, {
      error: expected,
    })
    .transform(Number);

/** Each setting: what it is for, in the words of the README's table. The error says what was expected. */
export const settings = z.object({
  PORT: z
    .string()
    .refine((value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535, {
      error: "a whole number from 0 to 65535, such as 3000",
    })
    .transform(Number)
    .default(3000)
    .describe(
      "Port to listen on: the trial's page, or in real use `/readyz` and the requests of Slack and Teams. 0 takes a free one.",
    ),
  HOST: filled("an address of this machine, such as 127.0.0.1")
    .default("127.0.0.1")
    .describe("Address to listen on. A trial only starts on a loopback address, real use on any."),
  DATA_DIR: filled("the path of a folder")
    .default("./data")
    .describe(
      "Folder for the database and the key file. Made when missing. Never one for a trial and real use both.",
    ),
  GEMEENTE_FILE: filled("the path of a YAML file")
    .default("examples/voorbeeldstad.yaml")
    .describe("The municipality: areas, organisations, colleagues, office hours. Real use needs your own."),
  KEY_FILE: filled("the path of the key file")
    .refine((value) => !looksLikeKey(value), {
      error: "the path of the key file; this looks like a key itself, so it is not shown here",
    })
    .optional()
    .describe("Key file of the vault. Default: `sleutels.json` in DATA_DIR, made at the first start."),
  DATABASE_URL: flawless(databaseUrlFault)
    .optional()
    .describe(
      "PostgreSQL, in real use, for more than one instance: `postgres://user:password@host/name`. Default: SQLite in DATA_DIR.",
    ),
  DATABASE_CONNECTIONS: wholeFrom(2, 200, "a whole number from 2 to 200, such as 10")
    .default(10)
    .describe("PostgreSQL: connections at once of one instance."),
  THEME_FILE: filled("the path of a CSS file")
    .optional()
    .describe(
      "CSS file with a municipality's own NL Design System tokens, for the trial's page. Default: the `voorbeeld` theme.",
    ),
  SLACK_BOT_TOKEN: flawless((value) => secretFault("SLACK_BOT_TOKEN", value))
    .optional()
    .describe(
      "Slack: the bot's token, `xoxb-...`. With one of the next two: real use. Without all of them: a trial.",
    ),
  SLACK_APP_TOKEN: flawless((value) => secretFault("SLACK_APP_TOKEN", value))
    .optional()
    .describe("Slack by Socket Mode, without an open port: the app-level token, `xapp-...`."),
  SLACK_SIGNING_SECRET: flawless((value) => secretFault("SLACK_SIGNING_SECRET", value))
    .optional()
    .describe(
      "Slack by HTTP: the signing secret. Slack then calls `/slack/events`, behind your own TLS proxy.",
    ),
  SLACK_API_URL: flawless(apiUrlFault)
    .optional()
    .describe(
      "Slack's Web API at another address: a gateway, or GovSlack. Default: `https://slack.com/api/`.",
    ),
  TEAMS_CLIENT_ID: flawless((value) => idFault("TEAMS_CLIENT_ID", value))
    .optional()
    .describe("Teams: the id of the bot's app registration. With the next ones: real use."),
  TEAMS_CLIENT_SECRET: flawless(clientSecretFault)
    .optional()
    .describe("Teams: the Value of a client secret of that registration."),
  TEAMS_MANAGED_IDENTITY: flawless(managedIdentityFault)
    .optional()
    .describe("Teams: `true` on a machine in Azure with a managed identity; instead of the secret."),
  TEAMS_TENANT_ID: flawless((value) => idFault("TEAMS_TENANT_ID", value))
    .optional()
    .describe(
      "Teams: the id of your organisation (tenant). Nobody else is let in. Teams calls `/api/messages`.",
    ),
  TEAMS_TENANTS: flawless(tenantsFault)
    .optional()
    .describe("Teams: ids of further organisations that are let in, with commas between them."),
  TEAMS_SERVICE_URLS: flawless(serviceUrlsFault)
    .optional()
    .describe(
      "Teams: hosts that may speak for Teams, and that messages go to. Default: Microsoft's public one, `smba.trafficmanager.net`.",
    ),
  TEAMS_LOGIN_URL: flawless((value) => microsoftUrlFault("TEAMS_LOGIN_URL", value))
    .optional()
    .describe("Teams: where tokens are given out, in another cloud of Microsoft's. Default: the public one."),
  TEAMS_OPENID_URL: flawless((value) => microsoftUrlFault("TEAMS_OPENID_URL", value))
    .optional()
    .describe(
      "Teams: where the keys of its requests are described, in another cloud. Default: the public one.",
    ),
  MODEL_URL: flawless(modelUrlFault)
    .optional()
    .describe(
      "Language model: the address of an OpenAI-compatible service, up to `/v1`. Https, but on this machine itself. Default: none is asked.",
    ),
  MODEL_NAME: flawless(modelNameFault)
    .optional()
    .describe("Language model: its name, or that of the deployment."),
  MODEL_API_KEY: flawless(modelKeyFault)
    .optional()
    .describe("Language model: the key of the service. Leave it out where none is asked."),
  MODEL_PER_DAY: wholeFrom(0, 1_000_000, "a whole number from 0 to 1000000, such as 1000")
    .default(1000)
    .describe("Language model: the most requests in a day. Above it none is asked until the next."),
  MODEL_SECONDS: wholeFrom(1, 60, "a whole number of seconds from 1 to 60, such as 8")
    .default(8)
    .describe("Language model: how long one request is waited for. Nothing else waits."),
  METRICS_PORT: wholeFrom(1, 65_535, "a whole number from 1 to 65535, such as 9464")
    .optional()
    .describe(
      "Monitoring, in real use: port of `/metrics` for Prometheus, apart from PORT. Default: there is none.",
    ),
  METRICS_HOST: filled("an address of this machine, such as 127.0.0.1")
    .default("127.0.0.1")
    .describe("Monitoring: address to listen on for `/metrics`. Whoever reaches it may read the counts."),
  HEARTBEAT_URL: flawless(heartbeatUrlFault)
    .optional()
    .describe(
      "Monitoring, in real use: an https address that is asked for each minute while all is well, without any data: when it stays away, that service raises the alarm. Default: none.",
    ),
  LOG_LEVEL: z
    .enum(["info", "warn", "error", "silent"], { error: "info, warn, error or silent" })
    .default("warn")
    .describe("How much goes to standard error, as JSON lines."),
});

/** A key pasted where its file's path belongs. */
function looksLikeKey(value: string): boolean {
  return /[{\n]/.test(value) || /^[A-Za-z0-9+/]{43}=$/.test(value);
}

/** The settings by name, with what each is for: the README's table is tested against it. */
export const settingNotes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(settings.shape).map(([name, schema]) => [name, schema.description ?? ""]),
);
