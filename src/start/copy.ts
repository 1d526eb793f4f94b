import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileFault } from "#base/file-fault.ts";
import { Problem, problemOf } from "#base/problem.ts";
import type { Config } from "#config.ts";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import { bringToDatabase } from "#start/move.ts";
import { databaseFile, makeDataDir } from "#start/open.ts";
import { takeLock } from "#store/sqlite/lock.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import type { Store } from "#store/store.ts";

/** A copy of a backup, opened beside the store: the backup itself stays as it is. */
export interface OpenCopy {
  readonly store: Store;
  readonly file: string;
  /** Closes it and takes it away. */
  discard(): Promise<void>;
}

const besides = ["-wal", "-shm", "-journal", ".lock"];

/**
 * Copies this backup and opens the copy with the keys of the settings; an older one is brought up to date. `near`: beside the
 * store, to be put in its place; or beside the backup, to be looked at, where that folder can be written. Throws Problem where
 * it can not be read, is not ours, or the keys do not open it.
 */
export async function openCopy(config: Config, backup: string, near: "store" | "backup"): Promise<OpenCopy> {
  refuseNoFile(backup);
  const ring = loadKeyRing(config.keyFile, "must-exist");
  makeDataDir(config);
  const file = near === "store" ? `${databaseFile(config)}.copy` : placeToLook(config, backup);
  if (existsSync(file) && realpathSync(file) === realpathSync(backup)) {
    throw new Problem(
      "refused",
      `${backup} would be overwritten: give it another name first; nothing was changed.`,
    );
  }
  // What an earlier one left that was killed.
  remove(file);
  try {
    copyFileSync(backup, file, constants.COPYFILE_EXCL);
    if (existsSync(`${backup}-wal`)) copyFileSync(`${backup}-wal`, `${file}-wal`, constants.COPYFILE_EXCL);
    chmodSync(file, 0o600);
    const store = openSqliteStore(file, openVault(ring), { mode: "serve" });
    return {
      store,
      file,
      async discard() {
        await store.close();
        remove(file);
      },
    };
  } catch (thrown) {
    remove(file);
    if (thrown instanceof Problem) return notWhole(backup)(thrown);
    throw new Problem("misconfigured", `${backup} could not be copied to ${file}: ${fileFault(thrown)}.`, {
      cause: thrown,
    });
  }
}

/** Not on the disk of the store, where that can be: it may be nearly full, or a restore may be busy there. */
function placeToLook(config: Config, backup: string): string {
  const folder = dirname(backup);
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return join(folder, "voelspriet.check");
  } catch {
    return `${databaseFile(config)}.check`;
  }
}

/** What is wrong with a backup, as what it is: not with the store of now. */
export function notWhole(backup: string): (thrown: unknown) => never {
  return (thrown) => {
    const { kind, message } = problemOf(thrown);
    const said = message
      .replace("The store's file is damaged. Stop, and put back the last backup.", "it is damaged.")
      .replace(/^\S+ (is not a store of this software\.).*$/, "it $1");
    throw new Problem(kind, `The back-up ${backup} can not be used: ${said} Nothing was changed.`, {
      cause: thrown,
    });
  };
}

/** Nobody serves the store while this runs. Throws Problem "misconfigured" where somebody does. */
export async function whileNobodyServes<T>(config: Config, work: () => Promise<T>): Promise<T> {
  const lock = existsSync(config.dataDir) ? takeLock(databaseFile(config)) : null;
  try {
    return await work();
  } finally {
    lock?.release();
  }
}

/** Is there anything in the place where the store belongs? */
export function isStoreThere(config: Config): boolean {
  return ["", "-wal"].some((end) => existsSync(`${databaseFile(config)}${end}`));
}

/**
 * Puts the copy in the place of the store, and closes it. The old file is kept under another name, which is given (null: there
 * was none). Killed at any moment: either the old store stands there, or the new one; never none, which would start empty.
 */
export async function putInPlace(config: Config, copy: OpenCopy, stamp: string): Promise<string | null> {
  await copy.store.close();
  const place = databaseFile(config);
  const kept = isStoreThere(config) ? freeName(`${place}.before-${stamp}`) : null;
  sync(copy.file);
  if (kept !== null) {
    // A log of the old file would be read into the new one.
    for (const end of ["-wal", "-shm"])
      if (existsSync(`${place}${end}`)) renameSync(`${place}${end}`, `${kept}${end}`);
    if (existsSync(place)) keepUnder(place, kept);
  }
  renameSync(copy.file, place);
  if (process.platform !== "win32") sync(dirname(place));
  remove(copy.file);
  return kept;
}

/** Brings the copy over to the empty database of these settings, and closes it. Throws Problem where that one holds a store. */
export async function putInDatabase(
  config: Config,
  url: string,
  copy: OpenCopy,
  onRows: (copied: number, all: number) => void,
): Promise<void> {
  await copy.store.close();
  const sealer = openVault(loadKeyRing(config.keyFile, "must-exist"));
  try {
    await bringToDatabase({ file: copy.file, url, sealer }, onRows);
  } finally {
    remove(copy.file);
  }
}

/** Two in one second have each their own. */
function freeName(name: string): string {
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? name : `${name}-${count}`;
    if (["", "-wal"].every((end) => !existsSync(`${free}${end}`))) return free;
  }
}

function keepUnder(place: string, name: string): void {
  try {
    linkSync(place, name);
  } catch {
    // A file system without links.
    copyFileSync(place, name, constants.COPYFILE_EXCL);
    chmodSync(name, 0o600);
  }
}

function refuseNoFile(backup: string): void {
  try {
    if (statSync(backup).isFile()) return;
  } catch (thrown) {
    throw new Problem("refused", `${backup} can not be read: ${fileFault(thrown)}. Nothing was changed.`, {
      cause: thrown,
    });
  }
  throw new Problem("refused", `${backup} is not a file. Give the file of a back-up; nothing was changed.`);
}

function remove(file: string): void {
  for (const end of ["", ...besides]) rmSync(`${file}${end}`, { force: true });
}

function sync(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
