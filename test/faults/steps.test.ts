import { join } from "node:path";
import { expect, test } from "vitest";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import type { Store } from "#store/store.ts";
import { freshFolder, removeFolder } from "../support/folder.ts";
import { howOften } from "../support/how-often.ts";
import { dieAtEveryStep } from "../support/kill-steps.ts";
import { openSink } from "../support/kill-town.ts";

const times = howOften("DEATHS", { gate: 1, long: 5 });

test(`the process dies at every step between words and eyes, ${times} times at each: nothing is lost, and what was on its way comes`, {
  timeout: 300_000 + times * 200_000,
}, async () => {
  const folder = freshFolder("steps");
  const sink = await openSink();
  const look = async <T>(at: (store: Store) => Promise<T>): Promise<T> => {
    const sealer = openVault(loadKeyRing(join(folder, "keys.json"), "must-exist"));
    const store = openSqliteStore(join(folder, "voelspriet.db"), sealer, { mode: "beside" });
    try {
      return await at(store);
    } finally {
      await store.close();
    }
  };
  const { wrong, deaths, repeats, digests, waitedMs, safe } = await dieAtEveryStep(
    { folder, url: "", sink, look },
    times,
  );
  console.info(
    `${deaths} deaths, ${safe.told} told and ${safe.typed} typed, ${safe.sent} messages, ${repeats} repeats, quiet after ${Math.round(waitedMs)} ms`,
  );
  expect(wrong).toEqual([]);
  expect(deaths).toBeGreaterThan(15 * times);
  // A death repeats the one message that was on its way.
  expect(repeats).toBeLessThanOrEqual(deaths);
  expect(digests.length).toBeGreaterThanOrEqual(2);
  sink.close();
  removeFolder(folder);
});
