import { join } from "node:path";
import { expect, test } from "vitest";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import { openPostgresStore } from "#store/postgres/postgres-store.ts";
import type { Store } from "#store/store.ts";
import { freshFolder, removeFolder } from "../support/folder.ts";
import { howOften } from "../support/how-often.ts";
import { dieAtEveryStep } from "../support/kill-steps.ts";
import { openSink } from "../support/kill-town.ts";
import { freshDatabase } from "../support/postgres/database.ts";

/** At every change the kills of instances.test.ts are enough here. */
const times = howOften("DEATHS", { gate: 0, long: 5 });

test.skipIf(times === 0)(
  `on PostgreSQL the process dies at every step between words and eyes, ${times} times at each: nothing is lost, and what was on its way comes`,
  { timeout: 300_000 + times * 200_000 },
  async () => {
    const folder = freshFolder("steps-pg");
    loadKeyRing(join(folder, "keys.json"), "make-when-missing");
    const database = await freshDatabase();
    const sink = await openSink();
    const sealer = openVault(loadKeyRing(join(folder, "keys.json"), "must-exist"));
    // The first start makes the tables.
    await (await openPostgresStore({ url: database.url, mode: "serve" }, sealer)).store.close();
    const { store } = await openPostgresStore({ url: database.url, mode: "beside" }, sealer);
    const look = <T>(at: (one: Store) => Promise<T>) => at(store);
    const { wrong, deaths, repeats, waitedMs, safe } = await dieAtEveryStep(
      { folder, url: database.url, sink, look },
      times,
    );
    console.info(
      `${deaths} deaths, ${safe.told} told and ${safe.typed} typed, ${safe.sent} messages, ${repeats} repeats, quiet after ${Math.round(waitedMs)} ms`,
    );
    expect(wrong).toEqual([]);
    expect(deaths).toBeGreaterThan(12 * times);
    expect(repeats).toBeLessThanOrEqual(deaths);
    await store.close();
    await database.drop();
    sink.close();
    removeFolder(folder);
  },
);
