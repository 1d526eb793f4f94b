// P13, P14: the digest of a week, from archives that grow. Its cost must grow with the week, not with the archive.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { composeDigest } from "#digest/compose.ts";
import { trendOf } from "#digest/windows.ts";
import type { Fact } from "#signal/fact.ts";
import { openPostgresStore } from "#store/postgres/postgres-store.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import type { Store } from "#store/store.ts";
import { composeFrom } from "#weekly.ts";
import { freshDatabase } from "../support/postgres/database.ts";
import { sampleDirectory } from "../support/sample-directory.ts";
import type { Archive } from "./archive.ts";
import type { Bench, Figure, Group } from "./figure.ts";
import { fillPostgres, fillSqlite } from "./fill.ts";
import { benchSealer } from "./reports.ts";
import { median, timed } from "./rounds.ts";

const until = Date.parse("2026-11-23T08:00:00+01:00");
const week = "2026-W47";
const directory = sampleDirectory();
const usual = [10_000, 100_000, 1_000_000];
const large = 5_000_000;
const rounds = 5;
const piece = 10 * 7 * 86_400_000;
const longest = 51 * piece;

/** Milliseconds. */
interface Times {
  readonly weekly: number;
  readonly naive: number;
  readonly published: number;
}

type Engine = "SQLite" | "PostgreSQL";

export const digest: Group = {
  rows: ["P13", "P14"],
  async measure(bench) {
    const sizes = bench.long ? [...usual, large] : usual;
    const found = new Map<string, Times>();
    for (const engine of ["SQLite", "PostgreSQL"] as const) {
      for (const count of sizes) {
        bench.say(`a digest from ${count.toLocaleString("en-US")} signals on ${engine}`);
        found.set(`${engine} ${count}`, await onArchive(engine, { count, until }, bench));
      }
    }
    return (["SQLite", "PostgreSQL"] as const).flatMap((engine) =>
      figuresOf(
        engine,
        sizes.map((count) => ({ count, ...timesOf(found, engine, count) })),
      ),
    );
  },
};

function timesOf(found: ReadonlyMap<string, Times>, engine: Engine, count: number): Times {
  const times = found.get(`${engine} ${count}`);
  if (times === undefined) throw new Error(`Nothing was measured of ${count} signals.`);
  return times;
}

function figuresOf(engine: Engine, sizes: readonly (Times & { readonly count: number })[]): Figure[] {
  const measured = Object.fromEntries(
    sizes.flatMap(({ count, weekly, naive, published }) => [
      [`${sized(count)} week ms`, weekly],
      [`${sized(count)} naive ms`, naive],
      [`${sized(count)} published ms`, published],
    ]),
  );
  const last = sizes.at(-1);
  const before = sizes.at(-2);
  if (last === undefined || before === undefined) throw new Error("Two sizes at least.");
  const base = { unit: "x", measured: {} } as const;
  return [
    {
      ...base,
      row: "P13",
      what: `${engine}: the week from ${sized(last.count)}, beside reading every row`,
      value: last.naive / last.weekly,
      better: "more",
      must: 10,
      goal: 30,
      measured,
    },
    {
      ...base,
      row: "P13",
      what: `${engine}: a published week of ${sized(last.count)}, beside reading every row`,
      value: last.naive / last.published,
      better: "more",
      must: null,
      goal: 500,
    },
    {
      ...base,
      row: "P14",
      what: `${engine}: a published week, ${sized(last.count)} beside ${sized(before.count)}`,
      value: last.published / before.published,
      better: "less",
      must: 1.5,
      goal: 1.2,
    },
  ];
}

const sized = (count: number) => (count >= 1_000_000 ? `${count / 1_000_000}M` : `${count / 1_000}k`);

async function onArchive(engine: Engine, archive: Archive, { folder, postgres }: Bench): Promise<Times> {
  if (engine === "SQLite") {
    const file = join(folder, `digest-${archive.count}.db`);
    await fillSqlite(file, archive);
    const store = openSqliteStore(file, benchSealer);
    const times = await timesOn(store);
    await store.close();
    rmSync(file);
    return times;
  }
  const database = await freshDatabase(await postgres());
  await fillPostgres(database.url, archive);
  const { store } = await openPostgresStore({ url: database.url, mode: "serve" }, benchSealer);
  const times = await timesOn(store);
  await store.close();
  await database.drop();
  return times;
}

async function timesOn(store: Store): Promise<Times> {
  const compose = composeFrom({ store, directory });
  // As on any Monday: the weeks before were published on theirs.
  for (const each of trendOf(week).slice(0, -1)) await store.publishWeek(await compose(each, "management"));
  const weekly = await middle(() => compose(week, "management"));
  const naive = await timed(() => readEverything(store));
  await store.publishWeek(await compose(week, "management"));
  const many = 200;
  const published = await middle(async () => {
    for (let count = 0; count < many; count++) await store.publishedWeek(week, "management");
  });
  return { weekly, naive, published: published / many };
}

async function middle(act: () => Promise<unknown>): Promise<number> {
  await act();
  const found: number[] = [];
  for (let round = 0; round < rounds; round++) found.push(await timed(act));
  return median(found);
}

/** The peer: the same digest, by somebody who does not think of windows. */
async function readEverything(store: Store): Promise<void> {
  const every: Fact[] = [];
  // In pieces: a server does not let one question take longer than some seconds.
  for (let from = until - longest; from < until; from += piece)
    for (const fact of await store.arrivals(from, from + piece)) every.push(fact);
  composeDigest({
    week,
    audience: "management",
    directory,
    facts: { arrivals: every, outcomes: every, clocks: every, closedSince: every, open: every },
    coverage: [],
    published: [],
  });
}
