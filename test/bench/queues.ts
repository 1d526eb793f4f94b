// P8: take what waits and note it done, eight at work, ten at a time, beside two queues on the same server.
import { randomUUID } from "node:crypto";
import pg from "pg";
import { openPostgresStore } from "#store/postgres/postgres-store.ts";
import type { Store } from "#store/store.ts";
import { type FreshDatabase, freshDatabase } from "../support/postgres/database.ts";
import { sampleDecision, sampleNotice, sampleNow, sampleSignal } from "../support/sample-decision.ts";
import type { Group } from "./figure.ts";
import { benchSealer, benchText } from "./reports.ts";
import { inTurn } from "./rounds.ts";

const workers = 8;
const batch = 10;
const queued = 5_000;
const rounds = 3;

/** A queue that is filled and emptied once a round: jobs a second. */
interface Queue {
  round(): Promise<number>;
  close(): Promise<unknown>;
}

export const queues: Group = {
  rows: ["P8"],
  async measure({ postgres }) {
    const database = await freshDatabase(await postgres());
    const ours = await openOurs(database);
    const boss = await openBoss(database);
    const graphile = await openGraphile(database);
    const found = await inTurn(rounds, [
      { name: "store", round: ours.round },
      { name: "pg-boss", round: boss.round },
      { name: "graphile-worker", round: graphile.round },
    ]);
    for (const { close } of [ours, boss, graphile]) await close();
    await database.drop();
    const measured = {
      "store /s": found.store,
      "pg-boss /s": found["pg-boss"],
      "graphile-worker with its local queue /s": found["graphile-worker"],
    };
    const base = { row: "P8", unit: "x", better: "more", must: null, goal: 1 } as const;
    return [
      {
        ...base,
        what: "outbox on PostgreSQL: take and complete, beside pg-boss",
        value: found.store / found["pg-boss"],
        must: 1,
        measured,
      },
      {
        ...base,
        what: "the same, beside graphile-worker",
        value: found.store / found["graphile-worker"],
        measured: {},
      },
    ];
  },
};

function perSecond(from: number): number {
  return queued / ((performance.now() - from) / 1_000);
}

async function openOurs({ url }: FreshDatabase): Promise<Queue> {
  const { store } = await openPostgresStore({ url, mode: "serve", connections: workers }, benchSealer);
  return {
    async round() {
      await fill(store);
      const from = performance.now();
      await Promise.all(Array.from({ length: workers }, () => drain(store)));
      return perSecond(from);
    },
    close: () => store.close(),
  };
}

async function fill(store: Store): Promise<void> {
  for (let done = 0; done < queued; done += 100) {
    const signal = sampleSignal();
    const notices = Array.from({ length: 100 }, () =>
      sampleNotice(signal, { id: randomUUID(), signal: null }),
    );
    await store.commit(sampleDecision({ key: randomUUID(), notices }));
  }
}

async function drain(store: Store): Promise<void> {
  const now = sampleNow + 1_000;
  for (;;) {
    const taken = await store.takeNotices(now, batch, 60_000);
    if (taken.length === 0) return;
    await Promise.all(
      taken.map(({ notice }) =>
        store.noteDelivery(notice.id, { how: "sent", address: "chat:ben", ref: notice.id }, now),
      ),
    );
  }
}

async function openBoss({ url }: FreshDatabase): Promise<Queue> {
  const { PgBoss } = await import("pg-boss");
  const boss = new PgBoss({ connectionString: url, schema: `boss${process.pid}`, max: workers });
  boss.on("error", () => {});
  await boss.start();
  await boss.createQueue("alerts");
  async function work(): Promise<void> {
    for (;;) {
      const jobs = await boss.fetch("alerts", { batchSize: batch });
      if (jobs.length === 0) return;
      await boss.complete(
        "alerts",
        jobs.map(({ id }) => id),
      );
    }
  }
  return {
    async round() {
      await boss.insert(
        "alerts",
        Array.from({ length: queued }, () => ({ data: { body: benchText } })),
      );
      const from = performance.now();
      await Promise.all(Array.from({ length: workers }, work));
      return perSecond(from);
    },
    close: () => boss.stop({ graceful: false }),
  };
}

async function openGraphile({ url }: FreshDatabase): Promise<Queue> {
  const { makeWorkerUtils, run, Logger } = await import("graphile-worker");
  const logger = new Logger(() => () => {});
  // A pool of our own: it hears of connections that the server ends.
  const pgPool = new pg.Pool({ connectionString: url, max: workers + 2 });
  pgPool.on("error", () => {});
  pgPool.on("connect", (client) => client.on("error", () => {}));
  const schema = `graphile${process.pid}`;
  const utils = await makeWorkerUtils({ pgPool, logger, schema });
  await utils.migrate();

  /** The time from the start of its workers to the last job, as it drains a queue. */
  async function round(): Promise<number> {
    await utils.addJobs(
      Array.from({ length: queued }, () => ({ identifier: "alert", payload: { body: benchText } })),
    );
    const done = Promise.withResolvers<void>();
    let left = queued;
    const from = performance.now();
    const runner = await run({
      pgPool,
      schema,
      concurrency: workers,
      logger,
      noHandleSignals: true,
      preset: { worker: { localQueue: { size: 100 }, completeJobBatchDelay: 0 } },
      taskList: {
        alert: async () => {
          left -= 1;
          if (left === 0) done.resolve();
        },
      },
    });
    await done.promise;
    const found = perSecond(from);
    await runner.stop();
    return found;
  }

  return {
    round,
    async close() {
      await utils.release();
      await pgPool.end();
    },
  };
}
