import { resolve } from "node:path";
import { z } from "zod";
import { Problem } from "#base/problem.ts";
import {
  type DatabaseSettings,
  databaseCombinationFaults,
  databaseOf,
  databaseUrlFault,
} from "#database-settings.ts";
import {
  type ModelSettings,
  modelCombinationFaults,
  modelKeyFault,
  modelNameFault,
  modelOf,
  modelUrlFault,
} from "#model-settings.ts";
import {
  apiUrlFault,
  combinationFaults,
  type SlackSettings,
  secretFault,
  slackNames,
  slackOf,
} from "#slack-settings.ts";
import {
  clientSecretFault,
  idFault,
  managedIdentityFault,
  microsoftUrlFault,
  openDoorFault,
  openDoorName,
  serviceUrlsFault,
  type TeamsSettings,
  teamsCombinationFaults,
  teamsNames,
  teamsOf,
  tenantsFault,
} from "#teams-settings.ts";
import { heartbeatUrlFault, type WatchSettings, watchCombinationFaults, watchOf } from "#watch-settings.ts";

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

/** One setting: what it is for, in the words of the README's table. The error says what was expected. */
const settings = z.object({
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

/** All settings, checked. Paths are absolute. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly municipalityFile: string;
  readonly keyFile: string;
  readonly themeFile: string | null;
  readonly logLevel: "info" | "warn" | "error" | "silent";
  /** `real` as soon as a setting of a chat platform is given, also when it is wrong. */
  readonly use: "trial" | "real";
  /** Null where it is not given, and where its settings are not complete. */
  readonly slack: SlackSettings | null;
  readonly teams: TeamsSettings | null;
  /** Null: no language model is asked. */
  readonly model: ModelSettings | null;
  readonly watch: WatchSettings;
  /** Null: SQLite in `dataDir`. */
  readonly database: DatabaseSettings | null;
}

/** The settings, and what is wrong in them. */
export interface Settings {
  /** With the default where a value is wrong: good for looking further, not for starting. */
  readonly config: Config;
  /** One line per wrong variable: its value, what was expected, what to do. */
  readonly faults: readonly string[];
  /** The variables that are wrong. */
  readonly wrong: ReadonlySet<string>;
}

type Environment = Readonly<Record<string, string | undefined>>;
type Given = Readonly<Record<string, string | undefined>>;

/** Reads the settings. Throws one Problem "misconfigured" that names every faulty variable and what was expected. */
export function readConfig(environment: Environment = process.env): Config {
  const { config, faults } = readSettings(environment);
  if (faults.length > 0)
    throw new Problem("misconfigured", faultList("These settings are not right", faults));
  return config;
}

/** Reads the settings and goes on where one is wrong. Never throws. A variable that is empty counts as left out. */
export function readSettings(environment: Environment = process.env): Settings {
  const given: Given = Object.fromEntries(
    Object.keys(settings.shape)
      .map((name) => [name, environment[name]] as const)
      .filter(([, value]) => value !== undefined && value !== ""),
  );
  const read = settings.safeParse(given);
  const issues = read.success ? [] : read.error.issues;
  const expected = new Map(issues.map(({ path, message }) => [String(path[0]), message]));
  const right = Object.entries(given).filter(([name]) => !expected.has(name));
  const use = useOf(given);
  const together = [
    ...combinationFaults(given),
    ...teamsCombinationFaults(given),
    ...modelCombinationFaults(given),
    ...watchCombinationFaults(given),
    ...databaseCombinationFaults(given, use),
  ];
  // Another's variable, not one of ours: whoever set it for a test of their own has to hear that it counts here too.
  const opensDoor = use === "real" && (environment[openDoorName] ?? "") !== "";
  return {
    config: configOf(settings.parse(Object.fromEntries(right)), use),
    faults: [
      ...[...expected].map(([name, message]) => {
        const advice = isToken(name) ? "Correct it." : "Correct it, or leave it out.";
        return `${name}${shown(name, given[name])}: expected ${message}. ${advice}`;
      }),
      ...together.map(({ fault }) => fault),
      ...(opensDoor ? [openDoorFault] : []),
    ],
    wrong: new Set([...expected.keys(), ...together.map(({ name }) => name)]),
  };
}

function useOf(given: Given): Config["use"] {
  return [...slackNames, ...teamsNames].some((name) => given[name] !== undefined) ? "real" : "trial";
}

/** Faults below a heading, one bullet each; what belongs to a fault is indented. */
export function faultList(heading: string, faults: readonly string[]): string {
  return `${heading}:\n${faults.map((fault) => `- ${fault.replaceAll("\n", "\n  ")}`).join("\n")}`;
}

function isToken(name: string): boolean {
  return /_(TOKEN|SECRET|KEY)$/.test(name);
}

/** Does it hold something that nobody may read, wherever it was pasted? Microsoft's secrets have a ~ in them. */
const secretText = /@|\?|~|xox[a-z]|xapp-|[0-9a-f]{32}/i;
/** Beside these stands a secret: easily exchanged. */
const besideSecret = /^(?:TEAMS_(CLIENT|TENANT|MANAGED)|MODEL_(URL|NAME)|HEARTBEAT_URL|DATABASE_URL)/;

/** A value as it may stand in a message: quoted, on one line, not endless. Nothing of a secret. */
function shown(name: string, value = ""): string {
  if (isToken(name) || name === "KEY_FILE" || besideSecret.test(name) || secretText.test(value)) return "";
  return ` is ${JSON.stringify(value.slice(0, 80))}`;
}

function configOf(value: z.infer<typeof settings>, use: Config["use"]): Config {
  const dataDir = resolve(value.DATA_DIR);
  return {
    port: value.PORT,
    host: value.HOST,
    dataDir,
    municipalityFile: resolve(value.GEMEENTE_FILE),
    keyFile: resolve(value.KEY_FILE ?? `${dataDir}/sleutels.json`),
    themeFile: value.THEME_FILE === undefined ? null : resolve(value.THEME_FILE),
    logLevel: value.LOG_LEVEL,
    use,
    slack: slackOf(value),
    teams: teamsOf(value),
    model: modelOf(value, dataDir),
    watch: watchOf(value),
    database: databaseOf(value),
  };
}
