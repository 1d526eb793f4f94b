import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statfsSync,
  statSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Clock, systemClock } from "#base/clock.ts";
import { fileFault } from "#base/file-fault.ts";
import { Problem } from "#base/problem.ts";
import type { Config } from "#config.ts";
import type { DatabaseSettings } from "#database-settings.ts";
import { keyFileExists, loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import { readDirectory } from "#route/directory.ts";
import type { Directory } from "#signal/directory.ts";
import { copyToFile } from "#start/move.ts";
import { onlyOn, platformsOf, reachFaults, teamsTenants } from "#start/reach.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import type { Store } from "#store/store.ts";

/** `serve`: the one running system. `beside`: an admin command that may run next to it. */
export type OpenAs = "serve" | "beside";

/** The database's file. */
export function databaseFile(config: Config): string {
  return join(config.dataDir, "voelspriet.db");
}

/** A store, and the clock by which it is worked on: the machine's, or that of the database which several share. */
export interface TimedStore {
  readonly store: Store;
  readonly clock: Clock;
}

/** Opens the store that the settings name. A start makes what is missing; an admin command never does. */
export async function openStore(config: Config, as: OpenAs): Promise<Store> {
  return (await openTimedStore(config, as)).store;
}

/** As `openStore`, with its clock. */
export async function openTimedStore(config: Config, as: OpenAs): Promise<TimedStore> {
  return config.database === null
    ? { store: openFileStore(config, as), clock: systemClock }
    : openShared(config, config.database, as);
}

function openFileStore(config: Config, as: OpenAs): Store {
  const folder = lookAtFolder("DATA_DIR", config.dataDir);
  if (folder === "missing" && as === "beside") {
    throw new Problem(
      "misconfigured",
      `There is no data folder ${config.dataDir} yet. The first start makes it; was it another one, then set DATA_DIR.`,
    );
  }
  refuseLostKey(config);
  makeDataDir(config);
  const ring = loadKeyRing(config.keyFile, as === "serve" ? "make-when-missing" : "must-exist");
  return openSqliteStore(databaseFile(config), openVault(ring), { mode: as });
}

/** Several instances share it: only the very first makes the key file, every other is given that one. */
async function openShared(
  config: Config,
  { url, connections }: DatabaseSettings,
  as: OpenAs,
): Promise<TimedStore> {
  const { isNewDatabase, openPostgresStore } = await import("#store/postgres/postgres-store.ts");
  makeDataDir(config);
  refuseLeftBehind(config);
  const isFirst = as === "serve" && !keyFileExists(config.keyFile) && (await isNewDatabase(url));
  const sealer = openVault(loadKeyRing(config.keyFile, isFirst ? "make-when-missing" : "must-exist"));
  const backUp = (file: string) => copyToFile(url, file, sealer);
  return openPostgresStore({ url, mode: as, connections, backUp }, sealer);
}

/** Signals that are only in the folder would wait there for ever. */
function refuseLeftBehind(config: Config): void {
  const file = databaseFile(config);
  if (!existsSync(file)) return;
  throw new Problem(
    "misconfigured",
    `DATABASE_URL is set, and ${file} is there too. Bring its signals over (npm run -s voelspriet -- to-postgres), or move the file away.`,
  );
}

/** A database without its key file: a new key beside it would open nothing, and hide that the old one is lost. */
export function refuseLostKey(config: Config): void {
  if (config.database !== null) return;
  const database = [databaseFile(config), `${databaseFile(config)}-wal`].find((file) => existsSync(file));
  if (database === undefined || keyFileExists(config.keyFile)) return;
  throw new Problem(
    "misconfigured",
    `There is no key file at ${config.keyFile}, but there is a database: ${database}. ` +
      "Put the key file back from where you keep it, or correct KEY_FILE. A new one can not open this database. Nothing was written.",
  );
}

/** Makes the data folder where it is missing. Folder by folder: the recursive way of Node never ends below /proc. */
export function makeDataDir({ dataDir }: Config): void {
  if (lookAtFolder("DATA_DIR", dataDir) === "there") return;
  try {
    for (const folder of missingFolders(dataDir)) mkdirSync(folder, { mode: 0o700 });
  } catch (thrown) {
    throw unusableFolder("DATA_DIR", dataDir, thrown);
  }
}

function missingFolders(path: string): string[] {
  const missing: string[] = [];
  for (let folder = path; !existsSync(folder) && folder !== dirname(folder); folder = dirname(folder))
    missing.unshift(folder);
  return missing;
}

/** The folder itself, or where it does not exist yet the nearest one above it that does. */
export function nearestFolder(path: string): string {
  return dirname(missingFolders(path)[0] ?? join(path, "here"));
}

/** Is the folder there, and can it be used? A missing one must be possible to make. Writes nothing; throws Problem. */
export function lookAtFolder(setting: string, path: string): "there" | "missing" {
  const nearest = nearestFolder(path);
  try {
    if (!statSync(nearest).isDirectory()) throw Object.assign(new Error("a file"), { code: "ENOTDIR" });
    // An administrator (root) is told "yes" about the kernel's own folders, where nothing can be made.
    if (kernelFolders.has(statfsSync(nearest).type))
      throw Object.assign(new Error("/proc"), { code: "ENOTSUP" });
    accessSync(nearest, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (thrown) {
    throw unusableFolder(setting, path, thrown);
  }
  return nearest === path ? "there" : "missing";
}

/** The kinds of /proc and /sys (statfs on Linux). */
const kernelFolders: ReadonlySet<number> = new Set([0x9fa0, 0x62656572]);

function unusableFolder(setting: string, path: string, cause: unknown): Problem {
  return new Problem(
    "misconfigured",
    `${setting} ${path} can not be used: ${fileFault(cause)}. Give a folder that this user can read and write (chown, chmod).`,
    { cause },
  );
}

const example = fileURLToPath(new URL("../../examples/voorbeeldstad.yaml", import.meta.url));

/**
 * Reads the municipality that the settings name; in real use with only the addresses that its platforms have. Throws Problem
 * with every fault in it.
 */
export function openDirectory(config: Config): Directory {
  const directory = readWholeDirectory(config);
  // Where the platform's own settings are wrong, nothing can be said about who is reached.
  const platforms = platformsOf(config);
  if (config.use === "trial" || platforms.length === 0) return directory;
  const faults = reachFaults(directory, platforms, teamsTenants(config));
  if (faults.length > 0) {
    throw new Problem(
      "misconfigured",
      `${config.municipalityFile} can not be used with ${platforms.join(" and ")} yet.\n${faults.map((fault) => `- ${fault}`).join("\n")}`,
    );
  }
  return onlyOn(platforms, directory);
}

/** The municipality as its file has it, with all addresses. Throws Problem with every fault in it. */
export function readWholeDirectory({ municipalityFile: file, use }: Config): Directory {
  const leaveOut = use === "trial" ? ", or leave it out for the example" : "";
  const how = `Set GEMEENTE_FILE to your municipality's YAML file${leaveOut}.`;
  const text = textOf(file, "GEMEENTE_FILE", how);
  if (use === "real" && realpathSync(file) === realpathSync(example)) {
    throw new Problem(
      "misconfigured",
      "GEMEENTE_FILE is the example, with invented people: real use needs your own municipality. " +
        "Copy examples/voorbeeldstad.yaml, give your colleagues their addresses (slack:T0123ABCD/U0123ABCD, or teams:TENANT/PERSON), and set GEMEENTE_FILE to the copy.",
    );
  }
  return readDirectory(text, file);
}

/** The text of a file that a setting names. Throws Problem for what is missing, not readable or no plain file (a pipe never ends). */
export function textOf(file: string, setting: string, how: string): string {
  let text: string | null;
  try {
    text = statSync(file).isFile() ? readFileSync(file, "utf8") : null;
  } catch (cause) {
    throw new Problem("misconfigured", `${setting} ${file} can not be read: ${fileFault(cause)}. ${how}`, {
      cause,
    });
  }
  if (text === null) {
    throw new Problem("misconfigured", `${setting} ${file} can not be read: it is not a plain file. ${how}`);
  }
  return text;
}
