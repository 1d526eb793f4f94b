// The busiest hour of all the Netherlands on one machine (domain.md 6): 25 messages a second are typed, some of them acute.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freshDatabase } from "../support/postgres/database.ts";
import type { Group } from "./figure.ts";
import { measureStream } from "./load.ts";
import { type Child, startChild } from "./pinned-child.ts";
import { exampleTexts } from "./reports.ts";
import { percentile } from "./rounds.ts";
import { openSink, type Sink } from "./sink.ts";

const file = fileURLToPath(new URL("./peak-house.ts", import.meta.url));
const peakRate = 25;
const peakSeconds = 30;
/** How many times the peak is tried, each for some seconds. */
const factors = [1.5, 2, 3, 4, 6, 8, 12, 16, 24];
const stepSeconds = 8;
const everyAcute = 10;
const acute = "De buurvrouw gilt nu en ik hoor klappen, de kinderen huilen.";
const mustMs = 2_000;

/** Milliseconds from typing something acute until its safety text was sent. */
interface Step {
  readonly safety: readonly number[];
  /** From the message to its place on disk, p99. */
  readonly keptMs: number;
  /** Until everything that followed had been done, after the last message. */
  readonly afterMs: number;
}

export const peak: Group = {
  rows: ["Peak"],
  async measure({ folder: parent, postgres, say }) {
    const folder = join(parent, "peak");
    mkdirSync(folder);
    const database = await freshDatabase(await postgres());
    const sink = await openSink();
    const house = startChild(file, "house", { core: 0, args: [folder, sink.url, database.url] });
    const url = await house.ask<string>({ act: "door" });
    const town = { house, sink, url, next: 0 };
    await typeFor(town, 10, 3);
    const steady = await typeFor(town, peakRate, peakSeconds);
    let most = holds(steady) ? 1 : 0;
    for (const factor of most === 0 ? [] : factors) {
      say(`${peakRate * factor} messages a second`);
      const step = await typeFor(town, peakRate * factor, stepSeconds);
      if (!holds(step)) break;
      most = factor;
    }
    await house.end();
    await sink.close();
    await database.drop();
    return [
      {
        row: "Peak",
        what: "25 messages a second on PostgreSQL: from acute words to their safety text, p99",
        value: percentile(steady.safety, 0.99),
        unit: "ms",
        better: "less",
        must: mustMs,
        goal: 200,
        measured: {
          "p50 ms": percentile(steady.safety, 0.5),
          "kept on disk p99 ms": steady.keptMs,
          "until all is done after the last ms": steady.afterMs,
        },
      },
      {
        row: "Peak",
        what: "headroom: the highest rate that holds, beside 25 a second",
        value: most,
        unit: "x",
        better: "more",
        must: 1,
        goal: 4,
        measured: { "messages a second": most * peakRate },
      },
    ];
  },
};

/** Sustained: the safety texts are in time, and nothing piles up. */
function holds({ safety, afterMs }: Step): boolean {
  return percentile(safety, 0.99) <= mustMs && afterMs <= mustMs;
}

interface Town {
  readonly house: Child;
  readonly sink: Sink;
  readonly url: string;
  next: number;
}

/** So many a second for so long, whether or not the house keeps up. */
async function typeFor(town: Town, perSecond: number, seconds: number): Promise<Step> {
  const { house, sink, url } = town;
  const first = town.next;
  town.next += perSecond * seconds;
  await house.ask({ act: "welcome", first, count: perSecond * seconds });
  const safety: Promise<number>[] = [];
  const kept = await measureStream({ url, first, perSecond, seconds }, (number) => {
    const by = `chat:melder-${number}`;
    const isAcute = number % everyAcute === 0;
    const typed = performance.now();
    if (isAcute) safety.push(sink.next(by).then((came) => came - typed));
    const text = isAcute ? acute : (exampleTexts[number % exampleTexts.length] ?? "");
    const press = { key: `peak-${number}`, by, act: "tell", on: "", fields: { text } };
    return { body: Buffer.from(JSON.stringify(press)), headers: { "content-type": "application/json" } };
  });
  if (kept.failed > 0) throw new Error(`${kept.failed} messages were not kept.`);
  const last = performance.now();
  const times = await Promise.all(safety);
  while ((await house.ask<number>({ act: "waits" })) > 0 && performance.now() - last < 4 * mustMs)
    await pause(50);
  return { safety: times, keptMs: kept.p99, afterMs: performance.now() - last };
}
