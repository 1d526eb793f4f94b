import { expect } from "vitest";
import type { Store } from "#store/store.ts";
import { howOften } from "../how-often.ts";
import type { KillTown } from "../kill-slack.ts";
import {
  costsSaid,
  killUpgrade,
  type StartCosts,
  shortest,
  startUpgrade,
  target,
  type UpgradeLook,
} from "./start.ts";

export const signals = howOften("SIGNALS", { gate: 2_000, long: 1_000_000 });
export const kills = howOften("UPGRADES", { gate: 1, long: 5 });
export const timeout = 120_000 + signals * 3;

/** A store that is brought up to date, of one kind. */
export interface Upgraded {
  readonly look: UpgradeLook;
  /** Puts the store of the older version back. */
  putBack(): unknown;
  /** Looks whether all that was there before is there, as it was. */
  expectKept(): unknown;
  openBeside(): Promise<Store>;
  /** Takes away what a program that was killed left, where that would look like the next one at work. */
  tidy?(): void;
}

/**
 * The real program brings a store of this version up to date: undisturbed, and killed on the way; each time the next start
 * finishes it, nothing is lost, and it takes no more time and memory than it may.
 */
export async function proveUpgrade(town: KillTown, of: Upgraded, version: number): Promise<void> {
  /** Starts it and ends it as an administrator does; gives what the start cost. */
  const brought = async () => {
    const costs = await startUpgrade(town, of.look);
    await town.kill("SIGTERM");
    await of.expectKept();
    const store = await of.openBeside();
    await store.check("sample");
    const counts = await store.counts(0);
    await store.close();
    expect(counts).toMatchObject({ signals, waitingNotices: signals / 10 });
    return costs;
  };

  const starts: StartCosts[] = [];
  // The first one finds a cold machine: kills are set by the shorter of two.
  for (let start = 0; start < 2; start++) {
    await of.putBack();
    starts.push(await brought());
  }
  const wholeMs = shortest(starts);
  let halfWay = 0;
  for (let kill = 1; kill <= kills; kill++) {
    await of.putBack();
    await killUpgrade(town, of.look, (wholeMs * kill) / (kills + 1));
    if (!(await of.look.finished())) halfWay += 1;
    of.tidy?.();
    starts.push(await brought());
  }
  process.stdout.write(
    `${signals} signals, version ${version}: ${halfWay} of ${kills} kills half-way; ready after ${costsSaid(starts)}\n`,
  );
  for (const { readyMs, peakMb } of starts) {
    expect(readyMs).toBeLessThan(target.readyMs);
    expect(peakMb).toBeLessThan(target.peakMb);
  }
}
