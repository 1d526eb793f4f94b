// A backlog: 100,000 messages wait, and somebody acute comes in behind them.
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { type Clock, systemClock } from "#base/clock.ts";
import { silentLog } from "#base/log.ts";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { openHouse } from "#house.ts";
import { openPostgresStore } from "#store/postgres/postgres-store.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import type { Store } from "#store/store.ts";
import { openHttpPlatform } from "../support/http-platform.ts";
import { freshDatabase } from "../support/postgres/database.ts";
import { sampleDecision, sampleNotice, sampleSignal } from "../support/sample-decision.ts";
import { samplePerson, withCode } from "../support/sample-directory.ts";
import type { Bench, Figure, Group } from "./figure.ts";
import { benchSealer } from "./reports.ts";
import { median, percentile } from "./rounds.ts";
import { openSink } from "./sink.ts";

const backlogOf = 100_000;
const readers = 500;
const acute = 30;
/** What Microsoft takes of a bot in a second, the most that a platform takes of us (limits.md 5). */
const pace = 50;
const readerOf = (at: number) => `lezer-${at % readers}`;

/** The duty generalist is asked first for what is acute; nothing of the backlog is for them. */
const directory = withCode("bench", {
  people: [samplePerson("dora"), ...Array.from({ length: readers }, (_, at) => samplePerson(readerOf(at)))],
  duty: ["dora"],
  coordinators: ["dora"],
  managers: ["dora"],
  onCall: ["dora"],
});

export const backlog: Group = {
  rows: ["Backlog"],
  async measure(bench) {
    const store = openSqliteStore(join(bench.folder, "backlog.db"), benchSealer);
    const onSqlite = await measureOn("SQLite", { store, clock: systemClock }, bench);
    const database = await freshDatabase(await bench.postgres());
    const opened = await openPostgresStore({ url: database.url, mode: "serve" }, benchSealer);
    const onPostgres = await measureOn("PostgreSQL", opened, bench);
    await database.drop();
    return [...onSqlite, ...onPostgres];
  },
};

async function measureOn(
  engine: string,
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  { say }: Bench,
): Promise<Figure[]> {
  say(`${backlogOf.toLocaleString("en-US")} messages wait on ${engine}`);
  await fill(store, clock.now());
  const sink = await openSink();
  const house = openHouse({
    store,
    directory,
    clock,
    classifier: openEmbedded(),
    platforms: [openHttpPlatform(sink.url, () => {})],
    log: silentLog,
  });
  const stop = await house.start();
  const from = performance.now();
  const before = sink.count();
  const times: number[] = [];
  for (let count = 0; count < acute; count++) {
    const alert = sink.next("chat:dora");
    const fields = {
      text: "De buurvrouw gilt nu en ik hoor klappen.",
      organisation: "de-wilg",
      code: "bench",
    };
    const by = `chat:melder-${count}` as const;
    await house.counter.press({ key: `acute-${count}`, by, act: "report", on: "", fields });
    const onDisk = performance.now();
    times.push((await alert) - onDisk);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  const sent = sink.count() - before;
  const perSecond = sent / ((performance.now() - from) / 1_000);
  await stop();
  await store.close();
  await sink.close();
  return [
    {
      row: "Backlog",
      what: `${engine}: 100,000 wait; an acute one behind them is sent after, p99`,
      value: percentile(times, 0.99),
      unit: "ms",
      better: "less",
      must: null,
      goal: 200,
      measured: { "p50 ms": median(times) },
    },
    {
      row: "Backlog",
      what: `${engine}: pace of the rest meanwhile, beside the most that a platform takes`,
      value: perSecond / pace,
      unit: "x",
      better: "more",
      must: null,
      goal: 1,
      measured: { "messages a second": perSecond, "Teams takes a second": pace },
    },
  ];
}

async function fill(store: Store, now: number): Promise<void> {
  const each = 100;
  let batch: Promise<unknown>[] = [];
  for (let done = 0; done < backlogOf; done += each) {
    const notices = Array.from({ length: each }, (_, at) =>
      sampleNotice(sampleSignal(), {
        id: randomUUID(),
        to: { to: "person", id: readerOf(done + at) },
        signal: null,
        dueAt: now - 60_000,
      }),
    );
    batch.push(store.commit(sampleDecision({ key: randomUUID(), notices })));
    if (batch.length < 8) continue;
    await Promise.all(batch);
    batch = [];
  }
  await Promise.all(batch);
}
