import { setTimeout as pause } from "node:timers/promises";
import type { KillTown } from "../kill-slack.ts";
import { memoryMbOf } from "../memory-of.ts";

/** The upgrade of a store, seen from beside the program that does it. */
export interface UpgradeLook {
  begun(): boolean | Promise<boolean>;
  finished(): boolean | Promise<boolean>;
}

/** What a start took: the time up to where people can signal, of that the upgrade, and the most memory (Linux alone). */
export interface StartCosts {
  readonly readyMs: number;
  readonly upgradeMs: number;
  readonly peakMb: number;
}

/** Within this a start on a million signals is done (limits.md 9, F26), in half of what docs/beheer/voelspriet.service allows. */
export const target = { readyMs: 60_000, peakMb: 1_000 };

const patienceMs = 600_000;

/** Starts the real program on a store of an older version, and waits until it takes signals. */
export async function startUpgrade(town: KillTown, look: UpgradeLook): Promise<StartCosts> {
  const said = town.said().out.length;
  const from = performance.now();
  town.launch();
  await soon(town, () => look.begun());
  const begun = performance.now();
  await soon(town, () => look.finished());
  const upgradeMs = performance.now() - begun;
  await soon(town, () => town.said().out.slice(said).includes("Gezondheid"));
  return { readyMs: performance.now() - from, upgradeMs, peakMb: memoryMbOf(town.pid(), "at most") };
}

/** Starts it, and kills it so long after it began to bring the store up to date. */
export async function killUpgrade(town: KillTown, look: UpgradeLook, afterMs: number): Promise<void> {
  town.launch();
  await soon(town, () => look.begun());
  await pause(afterMs);
  await town.kill();
}

/** Starts the program where it must refuse; gives its exit code and what it said. */
export async function refusedStart(
  town: KillTown,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const said = town.said().err.length;
  const child = town.launch();
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, said: town.said().err.slice(said) };
}

async function soon(town: KillTown, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const last = performance.now() + patienceMs;
  while (!(await isSo())) {
    const { exitCode } = town.child();
    if (exitCode !== null)
      throw new Error(`The program ended with ${exitCode}: ${town.said().err.slice(-2_000)}`);
    if (performance.now() > last) throw new Error("The upgrade does not end.");
    await pause(2);
  }
}

/** The shortest upgrade of these, in milliseconds. */
export function shortest(costs: readonly StartCosts[]): number {
  return Math.min(...costs.map(({ upgradeMs }) => upgradeMs));
}

/** As it is read: seconds until ready, of those the upgrade, and the most memory. */
export function costsSaid(costs: readonly StartCosts[]): string {
  const seconds = (ms: number) => (ms / 1_000).toFixed(1);
  return costs
    .map(
      ({ readyMs, upgradeMs, peakMb }) =>
        `${seconds(readyMs)} s (${seconds(upgradeMs)} s, ${Math.round(peakMb)} MB)`,
    )
    .join(", ");
}
