// P10, P11, P12: reading a message, beside what else there is for Node.
import { fileURLToPath } from "node:url";
import { heads } from "#classify/embedded/network.ts";
import { lessonsOf, modelFrom } from "#commands/train/corpus.ts";
import type { Figure, Group } from "./figure.ts";
import { type Fares, lessons, peerNames } from "./peers.ts";
import { type Child, startChild } from "./pinned-child.ts";
import { inTurn, median } from "./rounds.ts";

const file = fileURLToPath(new URL("./peers.ts", import.meta.url));
const ours = "voelspriet";
const rounds = 5;

export const classify: Group = {
  rows: ["P10", "P11", "P12"],
  async measure({ say }) {
    const children = new Map(
      peerNames.map((name) => [name, startChild(file, name, { core: 0, mute: true })]),
    );
    const child = (name: string): Child => {
      const found = children.get(name);
      if (found === undefined) throw new Error(`There is no process for ${name}.`);
      return found;
    };
    const fares = new Map<string, Fares>();
    for (const name of peerNames) {
      say(`${name} learns`);
      fares.set(name, await child(name).ask<Fares>({ act: "open" }));
    }
    for (const name of peerNames) await child(name).ask({ act: "round" });
    const speeds = await inTurn(
      rounds,
      peerNames.map((name) => ({ name, round: () => child(name).ask<number>({ act: "round" }) })),
    );
    const long = await longTexts(child(ours));
    for (const each of children.values()) await each.end();
    return [...pace(speeds), ...size(fares), ...long];
  },
};

/** P10. */
function pace(speeds: Readonly<Record<string, number>>): Figure[] {
  const mine = speeds[ours] ?? Number.NaN;
  const others = Object.entries(speeds).filter(([name]) => name !== ours);
  const fastest = Math.min(...others.map(([, speed]) => speed));
  return [
    {
      row: "P10",
      what: "reading 200 characters, beside the fastest peer",
      value: mine / fastest,
      unit: "x",
      better: "less",
      must: 1,
      goal: 0.5,
      measured: Object.fromEntries(Object.entries(speeds).map(([name, speed]) => [`${name} µs`, speed])),
    },
  ];
}

/** P11. */
function size(fares: ReadonlyMap<string, Fares>): Figure[] {
  const mine = fares.get(ours);
  if (mine === undefined) throw new Error("Our own engine was not measured.");
  const of = (what: string, value: (fare: Fares) => number) =>
    Object.fromEntries([...fares].map(([name, fare]) => [`${name} ${what}`, value(fare)]));
  const base = { row: "P11", better: "less" } as const;
  return [
    {
      ...base,
      what: "model on disk",
      value: mine.bytes / 1e6,
      unit: "MB",
      must: 5,
      goal: 2,
      measured: of("MB", ({ bytes }) => bytes / 1e6),
    },
    {
      ...base,
      what: "from import to the first answer",
      value: mine.loadMs,
      unit: "ms",
      must: 100,
      goal: 20,
      measured: {},
    },
    {
      ...base,
      what: "memory that it adds",
      value: mine.rssMb,
      unit: "MB",
      must: 40,
      goal: 20,
      measured: of("MB with its training", ({ rssMb }) => rssMb),
    },
    {
      ...base,
      what: "learning from 2,000 messages, one network",
      value: trainSeconds(),
      unit: "s",
      must: 3,
      goal: 1,
      measured: of("s", ({ trainMs }) => trainMs / 1_000),
    },
  ];
}

/** Features and one network. `train` makes two, of many more examples. */
function trainSeconds(): number {
  const from = performance.now();
  const examples = lessons().learn.map(({ text }, at) => ({
    text,
    wanted: Float32Array.from(heads, (_, head) => Number((at + head) % 3 === 0)),
    counts: new Float32Array(heads.length).fill(1),
  }));
  modelFrom(lessonsOf(examples), [1], () => {});
  return (performance.now() - from) / 1_000;
}

/** What a door lets through at most, and what is made to be slow. */
const pathological: Readonly<Record<string, string>> = {
  "40,000 characters": "Ik maak me zorgen om de buurvrouw, zij gilt en huilt. ".repeat(800).slice(0, 40_000),
  "40,000 × a": "a".repeat(40_000),
  "20,000 × 'a '": "a ".repeat(20_000),
  zalgo: "z̷̢a̵͝l̴g̶o̷".repeat(2_000),
  "40,000 × !": "!".repeat(40_000),
  "niet niet niet": "niet ".repeat(8_000),
};

/** P12: beside its own time for an ordinary message. */
async function longTexts(child: Child): Promise<Figure[]> {
  const ordinary = await child.ask<number>({ act: "round" });
  const times: Record<string, number> = {};
  for (const [name, text] of Object.entries(pathological)) {
    const found: number[] = [];
    for (let round = 0; round < 5; round++)
      found.push(await child.ask<number>({ act: "read", text, times: 3 }));
    times[`${name} µs`] = median(found);
  }
  return [
    {
      row: "P12",
      what: "reading 40,000 characters or worse, beside 200 ordinary ones",
      value: Math.max(...Object.values(times)) / ordinary,
      unit: "x",
      better: "less",
      must: 20,
      goal: 10,
      measured: { "200 characters µs": ordinary, ...times },
    },
  ];
}
