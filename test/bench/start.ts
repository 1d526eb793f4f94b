// P16: from starting the program to ready, with a million signals, after a kill -9 under load.
import { fileURLToPath } from "node:url";
import type { Group } from "./figure.ts";
import { largeStore, welcome } from "./large-store.ts";
import { startChild } from "./pinned-child.ts";
import { settingsIn, startProgram } from "./program.ts";
import { median } from "./rounds.ts";

const rounds = 3;
const load = { perSecond: 200, seconds: 2 };
/** Others than those of the other rows. */
const firstSender = 20_000;
const slack = fileURLToPath(new URL("./slack.ts", import.meta.url));

export const start: Group = {
  rows: ["P16"],
  async measure(bench) {
    const large = await largeStore(bench);
    const store = large.open();
    await welcome(store, firstSender, load.perSecond * load.seconds * rounds);
    await store.close();
    const child = startChild(slack, "load", { core: 1 });
    const settings = settingsIn(large.folder, await child.ask<string>({ act: "platform" }));
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const program = await startProgram(settings);
      if (round > 0) times.push(program.readyMs);
      const first = firstSender + round * load.perSecond * load.seconds;
      await child.ask({ act: "stream", url: program.url, first, ...load });
      await program.end("SIGKILL");
    }
    const last = await startProgram(settings);
    times.push(last.readyMs);
    await last.end("SIGTERM");
    await child.end();
    return [
      {
        row: "P16",
        what: "from start to ready, 1,000,000 signals, after kill -9 under load",
        value: median(times) / 1_000,
        unit: "s",
        better: "less",
        must: 5,
        goal: 2,
        measured: { "slowest s": Math.max(...times) / 1_000 },
      },
    ];
  },
};
