// P4: how long an acknowledgement takes while everything heavy goes on beside it, on a million signals.
import { execFileSync, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { emptyDecision } from "#signal/decision.ts";
import type { Store } from "#store/store.ts";
import { samplePassage, sampleSignal } from "../support/sample-decision.ts";
import type { Group } from "./figure.ts";
import { largeStore, welcome } from "./large-store.ts";
import type { Measured } from "./load.ts";
import { onCore, startChild } from "./pinned-child.ts";
import { settingsIn, startProgram } from "./program.ts";

type Streamed = Measured & { readonly most: number };

const load = { perSecond: 200, seconds: 60 };
const quiet = { perSecond: 200, seconds: 10 };
const erasures = 300;
const slack = fileURLToPath(new URL("./slack.ts", import.meta.url));

export const busy: Group = {
  rows: ["P4"],
  async measure(bench) {
    const large = await largeStore(bench);
    const store = large.open();
    await welcome(store, 0, load.perSecond * load.seconds + quiet.perSecond * quiet.seconds);
    await haveWork(store, Date.now());
    await store.close();
    settleDisk();
    const child = startChild(slack, "load", { core: 1 });
    const settings = settingsIn(large.folder, await child.ask<string>({ act: "platform" }));
    const program = await startProgram(settings);
    const over = new AbortController();
    bench.say("an acknowledgement beside digests, backups and erasures, a minute");
    const backups = backUp(large.folder, settings, over.signal);
    const looks = lookAt(program.url, over.signal);
    const found = await child.ask<Streamed>({ act: "stream", url: program.url, first: 0, ...load });
    over.abort();
    const made = await backups;
    await looks;
    await pause(1_000);
    const idle = await child.ask<Streamed>({
      act: "stream",
      url: program.url,
      first: load.perSecond * load.seconds,
      ...quiet,
    });
    await program.end("SIGTERM");
    await child.end();
    const done = await workDone(large.open());
    const base = { row: "P4", unit: "ms", better: "less" } as const;
    return [
      {
        ...base,
        what: "acknowledgement at 200/s beside digest, backup and erasing, 1M signals, p99",
        value: found.p99,
        must: 100,
        goal: 40,
        measured: {
          "p50 ms": found.p50,
          "not answered 200": found.failed,
          "afterwards p99 ms": idle.p99,
          "afterwards longest ms": idle.most,
          "backups made": made,
          "weeks composed": done.weeks,
          "stories erased": done.erased,
        },
      },
      { ...base, what: "the same, the longest", value: found.most, must: 500, goal: 150, measured: {} },
    ];
  },
};

/** Digests that are long overdue, so that one follows on the other; and stories of which the date has come. */
async function haveWork(store: Store, now: number): Promise<void> {
  await store.addTimer({ id: "digest:2024-W02", dueAt: now + 3_000, what: "digest", week: "2024-W02" });
  for (let count = 0; count < erasures; count++) {
    const dueAt = now + 5_000 + count * Math.floor((load.seconds * 1_000) / erasures);
    const signal = sampleSignal({
      id: randomUUID(),
      code: randomUUID(),
      stage: "closed",
      receivedAt: now - 40 * 86_400_000,
      outcome: "P0",
      outcomes: [{ outcome: "P0", at: now - 31 * 86_400_000, by: "ben" }],
      closedAt: now - 31 * 86_400_000,
      eraseAt: now - 1_000,
    });
    await store.commit({
      ...emptyDecision(randomUUID()),
      signal,
      passages: [samplePassage(signal.id, { id: randomUUID() })],
      timers: [{ id: `erase:${signal.id}`, dueAt, what: "erase", signal: signal.id }],
    });
  }
}

async function workDone(store: Store): Promise<{ weeks: number; erased: number }> {
  const latest = await store.latestEntries(100_000);
  let weeks = 0;
  for (let year = 2024; year <= 2026; year++)
    for (let week = 1; week <= 53; week++) {
      const name = `${year}-W${String(week).padStart(2, "0")}`;
      if ((await store.publishedWeek(name, "team")) !== null) weeks += 1;
    }
  await store.close();
  return { weeks, erased: latest.filter(({ type }) => type === "erased").length };
}

/** The administrator's own command, again and again. Gives how many copies were made. */
async function backUp(
  folder: string,
  settings: Readonly<Record<string, string>>,
  until: AbortSignal,
): Promise<number> {
  let made = 0;
  while (!until.aborted) {
    const file = join(folder, "copy.db");
    rmSync(file, { force: true });
    // On the server's core: who asks must not be late because of it.
    const [command, ...args] = onCore(0, ["src/commands/run.ts", "backup", file]);
    const child = spawn(command, args, { env: settings, stdio: ["ignore", "ignore", "inherit"] });
    const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
    if (code !== 0) throw new Error(`A backup ended with ${code}.`);
    made += 1;
    await pause(2_000);
  }
  rmSync(join(folder, "copy.db"), { force: true });
  return made;
}

/** The disk is still busy with the million that was just made: nobody's backup. */
function settleDisk(): void {
  if (process.platform !== "win32") execFileSync("sync");
}

/** What a load balancer does, every second. */
async function lookAt(url: string, until: AbortSignal): Promise<void> {
  while (!until.aborted) {
    await (await fetch(`${url}/readyz`)).text();
    await pause(1_000);
  }
}
