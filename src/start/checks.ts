import { dirname } from "node:path";
import { Problem, problemOf } from "#base/problem.ts";
import { refusePublicTrial } from "#chat/web/loopback.ts";
import { type Config, faultList, readSettings, type Settings } from "#config.ts";
import { keyFileExists, loadKeyRing } from "#privacy/key-file.ts";
import { lookAtFolder, openDirectory, refuseLostKey, textOf } from "#start/open.ts";

type Environment = Parameters<typeof readSettings>[0];

/**
 * The settings, with everything that they name looked at. Nothing has been written yet. Throws one Problem "misconfigured"
 * that lists every fault at once: the variable, its value, what was expected and what to do.
 */
export function readyToStart(environment?: Environment): Config {
  const settings = readSettings(environment);
  const faults = [...settings.faults, ...namedFaults(settings)];
  if (faults.length === 0) return settings.config;
  throw new Problem(
    "misconfigured",
    `${faultList("Voelspriet did not start, and wrote nothing", faults)}\nCorrect these and start again.`,
  );
}

/** What is wrong with the things that the settings name, one text per variable. Variables that are wrong themselves are left out. */
export function namedFaults(settings: Settings): string[] {
  return Object.entries(looks)
    .filter(([name]) => !settings.wrong.has(name))
    .flatMap(([name, look]) =>
      faultOf(() => look(settings.config)).map((fault) =>
        fault.startsWith(name) ? fault : `${name}: ${fault}`,
      ),
    );
}

function faultOf(look: () => void): string[] {
  try {
    look();
    return [];
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (problem.kind === "bug") throw thrown;
    return [problem.message];
  }
}

/** Looks at what each setting names; throws Problem. `doctor` and the start use the same. */
export const looks = {
  HOST({ host, use }) {
    // The trial's page lets everyone play everyone; real use has no page.
    if (use === "trial") refusePublicTrial(host);
  },
  DATA_DIR: ({ dataDir }) => void lookAtFolder("DATA_DIR", dataDir),
  GEMEENTE_FILE: (config) => void openDirectory(config),
  KEY_FILE: lookAtKey,
  THEME_FILE({ themeFile }) {
    if (themeFile !== null) textOf(themeFile, "THEME_FILE", "Give the path of a CSS file, or leave it out.");
  },
} as const satisfies Readonly<Record<string, (config: Config) => void>>;

function lookAtKey(config: Config): void {
  refuseLostKey(config);
  if (keyFileExists(config.keyFile)) loadKeyRing(config.keyFile, "must-exist");
  else if (dirname(config.keyFile) !== config.dataDir) lookForPlace(config.keyFile);
}

/** A trial makes its key file, but never the folders above it: a mistyped KEY_FILE must be seen. */
function lookForPlace(keyFile: string): void {
  const folder = dirname(keyFile);
  if (lookAtFolder("KEY_FILE", folder) === "there") return;
  throw new Problem(
    "misconfigured",
    `KEY_FILE ${keyFile}: there is no folder ${folder}. Make it, or correct KEY_FILE.`,
  );
}
