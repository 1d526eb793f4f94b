import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import { isOrphan } from "#signal/lifecycle.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import { freshFolder, removeFolder } from "../support/folder.ts";
import { howOften } from "../support/how-often.ts";
import { ended, openSignalers, openSink, startProcess } from "../support/kill-town.ts";

/** How often the real process is killed; KILLS=300 for the long run. */
const kills = howOften("KILLS", { gate: 60, long: 300 });

test(`killed ${kills} times at any moment: nothing acknowledged is lost, and a kill repeats at most one message`, {
  timeout: 60_000 + kills * 4_000,
}, async () => {
  const folder = freshFolder("kill");
  const sink = await openSink();
  let port = 0;
  const { acknowledged, go } = openSignalers(() => port);

  for (let round = 0; round < kills; round++) {
    const running = await startProcess(folder, sink.url);
    port = running.port;
    const before = acknowledged.length;
    const stop = go(3);
    // On a busy machine too something is under way.
    for (let tries = 0; tries < 200 && acknowledged.length === before; tries++) await pause(10);
    await pause((round * 37) % 170);
    await ended(running);
    await stop();
  }

  const last = await startProcess(folder, sink.url);
  const watching = openSqliteStore(
    join(folder, "voelspriet.db"),
    openVault(loadKeyRing(join(folder, "keys.json"), "must-exist")),
    { mode: "beside" },
  );
  for (;;) {
    const { waitingNotices, dueTimers } = await watching.counts(Date.now());
    if (waitingNotices === 0 && dueTimers === 0) break;
    await pause(200);
  }
  await ended(last);

  const signals = await Promise.all(acknowledged.map((code) => watching.findByCode(code)));
  expect(acknowledged.length).toBeGreaterThan(kills / 2);
  expect(signals.filter((signal) => signal === null)).toEqual([]);
  const open = await watching.openSignals();
  expect(open.length).toBeGreaterThanOrEqual(acknowledged.length);
  expect(open.filter((signal) => isOrphan(signal) || signal.stage === "received")).toEqual([]);
  // Every signal reached its signaler and a colleague.
  const [receipts, alerts] = [sink.told("signalers"), sink.told("colleagues")];
  expect(open.filter(({ code }) => !receipts.has(code))).toEqual([]);
  expect(open.filter(({ code }) => !alerts.has(code))).toEqual([]);
  expect(sink.repeats()).toBeLessThanOrEqual(kills);
  await watching.check("whole");
  await watching.close();
  sink.close();
  removeFolder(folder);
});
