import { resolve } from "node:path";
import type { z } from "zod";
import { Problem } from "#base/problem.ts";
import { type DatabaseSettings, databaseCombinationFaults, databaseOf } from "#database-settings.ts";
import { type ModelSettings, modelCombinationFaults, modelOf } from "#model-settings.ts";
import { settings } from "#settings.ts";
import { combinationFaults, type SlackSettings, slackNames, slackOf } from "#slack-settings.ts";
import {
  openDoorFault,
  openDoorName,
  type TeamsSettings,
  teamsCombinationFaults,
  teamsNames,
  teamsOf,
} from "#teams-settings.ts";
import { type WatchSettings, watchCombinationFaults, watchOf } from "#watch-settings.ts";

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
