import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { freshFolder, removeFolder } from "./folder.ts";

const unshare = "/usr/bin/unshare";

/** Mounts, in a room of its own that only this program sees, and runs the program there. Linux, where users may make such rooms. */
const inRoom = (mount: string) => ["-Urm", "sh", "-c", `${mount} && shift && exec "$@"`, "sh"];

/** A disk of so many megabytes at "$1". */
export const smallDisk = (size: number, more = "") =>
  `mount -t tmpfs -o size=${size}m,mode=700${more} tmpfs "$1"`;

/** Can this machine make a small disk? If not it is said that this is not tested. */
export function canMount(what: string): boolean {
  if (process.platform === "linux" && mounts()) return true;
  console.warn(`NOT TESTED: ${what} (F9). That needs unshare and user namespaces.`);
  return false;
}

function mounts(): boolean {
  const at = freshFolder("mount");
  try {
    execFileSync(unshare, [...inRoom(smallDisk(1)), at, "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  } finally {
    removeFolder(at);
  }
}

/** Starts a program with this mount at this folder, which only it sees. */
export function startOn(
  { mount, folder }: { readonly mount: string; readonly folder: string },
  command: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly stdio?: ("ignore" | "pipe" | "inherit")[] } = {},
): ChildProcess {
  return spawn(unshare, [...inRoom(mount), folder, ...command], {
    stdio: options.stdio ?? ["ignore", "pipe", "inherit"],
    // oxlint-disable-next-line no-process-env -- the child's own surroundings
    env: options.env ?? process.env,
  });
}

/** Its folder, seen from here; gone when the process is. */
export const seenBy = (child: ChildProcess, folder: string) => `/proc/${child.pid}/root${folder}`;

/** Fills the disk of this folder to the last byte. */
export function fillUp(folder: string): void {
  try {
    for (;;) appendFileSync(join(folder, "ballast"), Buffer.alloc(64 * 1024));
  } catch {
    // It is full.
  }
}

/** There is room again. */
export function makeRoom(folder: string): void {
  rmSync(join(folder, "ballast"));
}

/** Resolves with the port that kill-house.ts says it listens on. */
export async function ready(child: ChildProcess): Promise<number> {
  if (child.stdout === null) throw new Error("Nobody hears it.");
  const gone = once(child, "exit").then(() => Promise.reject(new Error("It ended before it was ready.")));
  const [said] = (await Promise.race([once(child.stdout, "data"), gone])) as [Buffer];
  return Number(said.toString().split(" ")[1]);
}
