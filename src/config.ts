import { resolve } from "node:path";
import { z } from "zod";
import { Problem } from "#base/problem.ts";

/** A path or name: anything but blanks. */
const filled = (expected: string) =>
  z.string({ error: expected }).refine((value) => value.trim() !== "", { error: expected });

/** One setting: what it is for, in the words of the README's table. The error says what was expected. */
const settings = z.object({
  PORT: z
    .string()
    .refine((value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535, {
      error: "a whole number from 0 to 65535, such as 3000",
    })
    .transform(Number)
    .default(3000)
    .describe("Port of the web page. 0 takes a free one."),
  HOST: filled("an address of this machine, such as 127.0.0.1")
    .default("127.0.0.1")
    .describe("Address to listen on. A trial only starts on a loopback address."),
  DATA_DIR: filled("the path of a folder")
    .default("./data")
    .describe("Folder for the database and the trial's key file. Made when missing."),
  GEMEENTE_FILE: filled("the path of a YAML file")
    .default("examples/voorbeeldstad.yaml")
    .describe("The municipality: areas, organisations, colleagues, office hours."),
  KEY_FILE: filled("the path of the key file")
    .refine((value) => !looksLikeKey(value), {
      error: "the path of the key file; this looks like a key itself, so it is not shown here",
    })
    .optional()
    .describe("Key file of the vault. Default: `sleutels.json` in DATA_DIR, made in a trial."),
  THEME_FILE: filled("the path of a CSS file")
    .optional()
    .describe("CSS file with a municipality's own NL Design System tokens. Default: the `voorbeeld` theme."),
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

/** Reads the settings. Throws one Problem "misconfigured" that names every faulty variable and what was expected. */
export function readConfig(environment: Environment = process.env): Config {
  const { config, faults } = readSettings(environment);
  if (faults.length > 0)
    throw new Problem("misconfigured", faultList("These settings are not right", faults));
  return config;
}

/** Reads the settings and goes on where one is wrong. Never throws. A variable that is empty counts as left out. */
export function readSettings(environment: Environment = process.env): Settings {
  const given = Object.fromEntries(
    Object.keys(settings.shape)
      .map((name) => [name, environment[name]] as const)
      .filter(([, value]) => value !== undefined && value !== ""),
  );
  const read = settings.safeParse(given);
  if (read.success) return { config: configOf(read.data), faults: [], wrong: new Set() };
  const expected = new Map(read.error.issues.map(({ path, message }) => [String(path[0]), message]));
  const right = Object.entries(given).filter(([name]) => !expected.has(name));
  return {
    config: configOf(settings.parse(Object.fromEntries(right))),
    faults: [...expected].map(([name, message]) => {
      const value = name === "KEY_FILE" ? "" : ` is ${shown(given[name])}`;
      return `${name}${value}: expected ${message}. Correct it, or leave it out.`;
    }),
    wrong: new Set(expected.keys()),
  };
}

/** Faults below a heading, one bullet each; what belongs to a fault is indented. */
export function faultList(heading: string, faults: readonly string[]): string {
  return `${heading}:\n${faults.map((fault) => `- ${fault.replaceAll("\n", "\n  ")}`).join("\n")}`;
}

/** A value as it may stand in a message: quoted, on one line, not endless. */
function shown(value: string | undefined): string {
  return JSON.stringify((value ?? "").slice(0, 80));
}

function configOf(value: z.infer<typeof settings>): Config {
  const dataDir = resolve(value.DATA_DIR);
  return {
    port: value.PORT,
    host: value.HOST,
    dataDir,
    municipalityFile: resolve(value.GEMEENTE_FILE),
    keyFile: resolve(value.KEY_FILE ?? `${dataDir}/sleutels.json`),
    themeFile: value.THEME_FILE === undefined ? null : resolve(value.THEME_FILE),
    logLevel: value.LOG_LEVEL,
  };
}
