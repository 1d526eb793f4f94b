import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { codeOf, fileFault } from "#base/file-fault.ts";
import { newId } from "#base/ids.ts";
import { Problem } from "#base/problem.ts";
import { type KeyRing, newVaultKey, type VaultKey, vaultKeyOf } from "#privacy/vault.ts";

const keyFile = z.strictObject({
  keys: z.array(z.strictObject({ id: z.string(), secret: z.string() })).min(1),
});

/**
 * The key ring of this file (JSON, mode 0600). `make-when-missing` makes a file with one new key, for the trial;
 * `must-exist` is for real use, where a lost key file must never be replaced in silence.
 */
export function loadKeyRing(file: string, make: "make-when-missing" | "must-exist"): KeyRing {
  if (!keyFileExists(file)) {
    if (make === "must-exist") {
      throw new Problem(
        "misconfigured",
        `There is no key file at ${file}. Put it back from where you keep it: without it no story can be read.`,
      );
    }
    writeFirst(file, { keys: [newVaultKey()] });
  }
  return read(file);
}

/**
 * Is there a key file? One that this user may not reach is not "missing": that throws Problem, and so does anything that is
 * no plain file (a folder, a pipe).
 */
export function keyFileExists(file: string): boolean {
  const found = statsOf(file);
  if (found !== null && !found.isFile()) {
    throw new Problem("misconfigured", `KEY_FILE ${file} is not a file. Give the path of the key file.`);
  }
  return found !== null;
}

function statsOf(file: string): Stats | null {
  try {
    return statSync(file, { throwIfNoEntry: false }) ?? null;
  } catch (thrown) {
    if (codeOf(thrown) === "ENOTDIR") return null;
    throw unusable(file, thrown);
  }
}

function unusable(file: string, cause: unknown): Problem {
  const owner = codeOf(cause) === "EACCES" ? ownerOf(file) : "";
  return new Problem(
    "misconfigured",
    `The key file ${file} can not be read: ${fileFault(cause)}.${owner} Start Voelspriet as the user that owns it, or give the file to this user (chown).`,
    { cause },
  );
}

function ownerOf(file: string): string {
  try {
    return ` It belongs to user ${statSync(file).uid}; this is user ${process.getuid?.() ?? "unknown"}.`;
  } catch {
    return "";
  }
}

/**
 * Adds a new key to the file and gives the ring: from now on it seals, the older ones go on opening. Restart what runs on
 * this file. Keep a copy of the new file apart from the backups.
 */
export function addKey(file: string): KeyRing {
  const ring = loadKeyRing(file, "must-exist");
  const longer: KeyRing = { keys: [...ring.keys, newVaultKey()] };
  try {
    renameSync(writeDraft(file, longer), file);
    syncFolder(file);
  } catch (thrown) {
    throw unwritable(file, thrown);
  }
  return longer;
}

function read(file: string): KeyRing {
  const handle = opened(file);
  let text: string;
  try {
    refuseReadableByOthers(file, fstatSync(handle).mode);
    text = readFileSync(handle, "utf8");
  } finally {
    closeSync(handle);
  }
  return parsed(file, text);
}

function opened(file: string): number {
  try {
    return openSync(file, "r");
  } catch (thrown) {
    throw unusable(file, thrown);
  }
}

function refuseReadableByOthers(file: string, mode: number): void {
  if (process.platform === "win32" || (mode & 0o077) === 0) return;
  throw new Problem("misconfigured", `Others on this machine can read the key file. Run: chmod 600 ${file}`);
}

function parsed(file: string, text: string): KeyRing {
  const [first, ...others] = keysIn(text);
  if (!first) {
    throw new Problem("misconfigured", `The key file ${file} is damaged. Put back your copy of it.`);
  }
  return { keys: [first, ...others] };
}

/** The keys in the text of a key file; none where anything about it is wrong. */
function keysIn(text: string): VaultKey[] {
  const found = keyFile.safeParse(json(text));
  if (!found.success) return [];
  const keys = found.data.keys.map((key) => vaultKeyOf(Buffer.from(key.secret, "base64")));
  const whole = keys.every((key, at) => key.secret.length === 32 && key.id === found.data.keys[at]?.id);
  return whole ? keys : [];
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The folder must be there: a mistyped KEY_FILE must not grow a tree of folders with a key at its end. */
function writeFirst(file: string, ring: KeyRing): void {
  try {
    place(writeDraft(file, ring), file);
  } catch (thrown) {
    throw unwritable(file, thrown);
  }
}

function unwritable(file: string, cause: unknown): Problem {
  return new Problem(
    "misconfigured",
    `The key file ${file} can not be written: ${fileFault(cause)}. Its folder must exist and be writable for this user: make ${dirname(file)}, or set KEY_FILE to another place.`,
    { cause },
  );
}

function place(draft: string, file: string): void {
  try {
    // A link refuses to replace: where another process was faster, its key stays.
    linkSync(draft, file);
  } catch {
    // Not every disk knows links (a mounted Windows folder).
    if (!existsSync(file)) renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  syncFolder(file);
}

function writeDraft(file: string, ring: KeyRing): string {
  const draft = `${file}.${newId()}`;
  const keys = ring.keys.map(({ id, secret }) => ({ id, secret: secret.toString("base64") }));
  const handle = openSync(draft, "wx", 0o600);
  try {
    writeFileSync(handle, `${JSON.stringify({ keys }, null, 2)}\n`);
    fsyncSync(handle);
  } catch (thrown) {
    rmSync(draft, { force: true });
    throw thrown;
  } finally {
    closeSync(handle);
  }
  return draft;
}

function syncFolder(file: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(dirname(file), "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
