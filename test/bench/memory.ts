// P15 and P17: what the product holds in memory after many signals, and whether it grows.
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Bench, Figure, Group } from "./figure.ts";
import { type Child, startChild } from "./pinned-child.ts";
import { settingsIn } from "./program.ts";
import { openSink } from "./sink.ts";
import type { Held } from "./soak-house.ts";

const slack = fileURLToPath(new URL("./slack.ts", import.meta.url));
const house = fileURLToPath(new URL("./soak-house.ts", import.meta.url));
const through = 100_000;
const step = 20_000;

export const memory: Group = { rows: ["P15"], measure: throughSlack };

export const soaking: Group = { rows: ["P17"], measure: soak };

/** P15: the real program behind Slack's door, beside Bolt alone. */
async function throughSlack({ folder, say }: Bench): Promise<Figure[]> {
  const own = mkdtempSync(join(folder, "memory-"));
  const load = startChild(slack, "load", { core: 1 });
  const settings = settingsIn(own, await load.ask<string>({ act: "platform" }));
  const ours = startChild(slack, "ours", { core: 0, env: { ...settings, PORT: "0" } });
  const bare = startChild(slack, "bare", { core: 0 });
  const held = async (child: Child, start: object) => {
    const url = await child.ask<string>({ act: "start", ...start });
    for (let first = 0; first < through; first += step) {
      await load.ask({ act: "round", url, first, count: step, connections: 32 });
      say(`${(first + step).toLocaleString("en-US")} messages through Slack's door`);
    }
    return child.ask<number>({ act: "memory" });
  };
  const bareMb = await held(bare, {});
  await bare.end();
  const oursMb = await held(ours, { senders: through });
  await ours.end();
  await load.end();
  return [
    {
      row: "P15",
      what: "memory after 100,000 messages through Slack, above bare Bolt's",
      value: oursMb - bareMb,
      unit: "MB",
      better: "less",
      must: 100,
      goal: 50,
      measured: { "voelspriet MB": oursMb, "bare Bolt MB": bareMb },
    },
  ];
}

/** P17: 200,000 signals (a million with --long) with all that follows from them. */
async function soak({ folder, long, say }: Bench): Promise<Figure[]> {
  const sink = await openSink();
  const child = startChild(house, "soak", { core: 1, args: [join(folder, "soak.db"), sink.url] });
  const hundred = 100_000;
  const rounds = long ? 10 : 2;
  const found: Held[] = [];
  // What a process grows to when it starts is not a leak.
  await child.ask<Held>({ act: "until", count: hundred / 4 });
  for (let round = 1; round <= rounds; round++) {
    found.push(await child.ask<Held>({ act: "until", count: round * hundred }));
    say(`soaked in ${(round * hundred).toLocaleString("en-US")} signals`);
  }
  await child.end();
  const sent = sink.count();
  await sink.close();
  return figuresOf(found, sent);
}

function figuresOf(found: readonly Held[], sent: number): Figure[] {
  const first = found[0];
  const last = found.at(-1);
  if (first === undefined || last === undefined) throw new Error("Nothing was soaked.");
  const rise = (last.rssMb - first.rssMb) / first.rssMb / (found.length - 1);
  const base = { row: "P17", better: "less" } as const;
  return [
    {
      ...base,
      what: `soak of ${(found.length * 100).toLocaleString("en-US")},000 signals: rise of memory per 100,000`,
      value: Math.max(0, rise * 100),
      unit: "%",
      must: 5,
      goal: 1,
      measured: {
        ...Object.fromEntries(found.map(({ rssMb }, at) => [`after ${at + 1}00k MB`, rssMb])),
        "heap at the end MB": last.heapMb,
        "open files at first": first.handles,
        "open files at the end": last.handles,
        "messages sent": sent,
      },
    },
    {
      ...base,
      what: "the same: the longest log on disk",
      value: Math.max(...found.map(({ walMb }) => walMb)),
      unit: "MB",
      must: 64,
      goal: null,
      measured: {},
    },
  ];
}
