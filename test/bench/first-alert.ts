// P9: from a report on disk to the first message about it to a colleague, over HTTP, while nothing else goes on.
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Clock, systemClock } from "#base/clock.ts";
import { silentLog } from "#base/log.ts";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { openHouse } from "#house.ts";
import type { Address } from "#signal/address.ts";
import { openPostgresStore } from "#store/postgres/postgres-store.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import type { Store } from "#store/store.ts";
import { openHttpPlatform } from "../support/http-platform.ts";
import { freshDatabase } from "../support/postgres/database.ts";
import { samplePerson, withCode } from "../support/sample-directory.ts";
import type { Figure, Group } from "./figure.ts";
import { benchSealer } from "./reports.ts";
import { percentile } from "./rounds.ts";
import { openSink } from "./sink.ts";

const reports = 100;
const acute = "De buurvrouw gilt nu en ik hoor klappen, de kinderen huilen.";
const calm = "Ik maak me zorgen: de huur van dat gezin is drie maanden niet betaald.";
/** Between two reports: long enough for everything that follows. */
const restMs = 25;
/** Nobody else to choose: whoever is asked first is Ben. */
const directory = withCode("bench", {
  people: [samplePerson("ben", { expertise: { debt: 3, domestic_violence: 3 } })],
  duty: ["ben"],
  coordinators: ["ben"],
  managers: ["ben"],
  onCall: ["ben"],
});

/** Milliseconds, by what was reported. */
interface Times {
  readonly acute: readonly number[];
  readonly calm: readonly number[];
}

export const firstAlert: Group = {
  rows: ["P9"],
  async measure({ folder, postgres }) {
    const file = openSqliteStore(join(folder, "first-alert.db"), benchSealer);
    const onSqlite = await timesOn(file, systemClock);
    const database = await freshDatabase(await postgres());
    const { store, clock } = await openPostgresStore({ url: database.url, mode: "serve" }, benchSealer);
    const onPostgres = await timesOn(store, clock);
    await database.drop();
    return [figureOf("SQLite", onSqlite), figureOf("PostgreSQL", onPostgres)];
  },
};

function figureOf(engine: string, times: Times): Figure {
  return {
    row: "P9",
    what: `${engine}: from an acute report on disk to the first alert over HTTP, p99`,
    value: percentile(times.acute, 0.99),
    unit: "ms",
    better: "less",
    must: 200,
    goal: 20,
    measured: {
      "acute p50 ms": percentile(times.acute, 0.5),
      "calm, read by the classifier first, p50 ms": percentile(times.calm, 0.5),
      "calm p99 ms": percentile(times.calm, 0.99),
    },
  };
}

async function timesOn(store: Store, clock: Clock): Promise<Times> {
  const sink = await openSink();
  const platform = openHttpPlatform(sink.url, () => {});
  const house = openHouse({
    store,
    directory,
    clock,
    classifier: openEmbedded(),
    platforms: [platform],
    log: silentLog,
  });
  const stop = await house.start();
  let reported = 0;
  /** Negative where the alert was there before the report was answered. */
  async function one(text: string): Promise<number> {
    reported += 1;
    const by: Address = `chat:melder-${reported}`;
    const alert = sink.next("chat:ben");
    const fields = { text, organisation: "de-wilg", code: "bench" };
    const reply = await house.counter.press({ key: `alert-${reported}`, by, act: "report", on: "", fields });
    const onDisk = performance.now();
    if (JSON.stringify(reply).length === 0) throw new Error("A report got no answer.");
    const took = (await alert) - onDisk;
    await pause(restMs);
    return took;
  }
  const times = { acute: [] as number[], calm: [] as number[] };
  for (let warm = 0; warm < 10; warm++) await one(acute);
  for (let count = 0; count < reports; count++) {
    times.acute.push(await one(acute));
    times.calm.push(await one(calm));
  }
  await stop();
  await store.close();
  await sink.close();
  return times;
}
