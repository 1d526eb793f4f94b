import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A fresh folder for one test: in memory where the machine has that, because tests that turn the clock commit thousands of times. */
export function freshFolder(what: string): string {
  return mkdtempSync(join(inMemory() ?? tmpdir(), `voelspriet-${what}-`));
}

/** Removes it with everything in it. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function inMemory(): string | null {
  try {
    accessSync("/dev/shm", constants.W_OK);
    return "/dev/shm";
  } catch {
    return null;
  }
}
