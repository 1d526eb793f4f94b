import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import { isOrphan } from "#signal/lifecycle.ts";
import { openPostgresStore } from "#store/postgres/postgres-store.ts";
import { freshFolder, removeFolder } from "../support/folder.ts";
import { howOften } from "../support/how-often.ts";
import { ended, openSignalers, openSink, type Running, startProcess } from "../support/kill-town.ts";
import { freshDatabase } from "../support/postgres/database.ts";
import { openWire } from "../support/postgres/proxy.ts";
import { startPostgres } from "../support/postgres/server.ts";

/** How often something breaks; BREAKS=300 for the long run. */
const breaks = howOften("BREAKS", { gate: 24, long: 300 });

/** What breaks, in turn. Twice as often a process as anything else. */
const faults = ["kill", "wire cut", "kill", "power cut", "kill", "restart", "kill", "wire silent"] as const;

const hour = 3_600_000;
/** Their clocks differ by hours: the database's time counts. */
const clocksOff = [0, 2 * hour, -3 * hour];

test(`three processes on one database, and ${breaks} times something breaks: nothing acknowledged is lost`, {
  timeout: 120_000 + breaks * 12_000,
}, async () => {
  // A server of its own: this test takes its power away.
  const server = await startPostgres();
  const folder = freshFolder("instances");
  loadKeyRing(join(folder, "keys.json"), "make-when-missing");
  const database = await freshDatabase(server.url);
  const wires = await Promise.all(clocksOff.map(() => openWire(database.url)));
  const sink = await openSink();
  const start = (place: number) =>
    startProcess(folder, sink.url, wires[place]?.url ?? "", String(clocksOff[place]));
  const houses: Running[] = await Promise.all([0, 1, 2].map(start));
  let turn = 0;
  const { acknowledged, go } = openSignalers(() => houses[turn++ % houses.length]?.port ?? 0);
  const stop = go(6);

  for (let round = 0; round < breaks; round++) {
    const place = round % houses.length;
    const [house, wire] = [houses[place], wires[place]];
    if (house === undefined || wire === undefined) throw new Error("There are three of each.");
    await pause(100 + ((round * 137) % 400));
    switch (faults[round % faults.length]) {
      case "kill":
        await ended(house, "SIGKILL");
        houses[place] = await start(place);
        break;
      case "restart":
        await ended(house, "SIGTERM");
        houses[place] = await start(place);
        break;
      case "wire cut":
        wire.set("cut");
        await pause(1_000);
        wire.set("whole");
        break;
      case "wire silent":
        wire.set("silent");
        await pause(3_000);
        wire.set("whole");
        break;
      default:
        await server.kill();
        await pause(200);
        await server.start();
    }
  }
  await pause(500);
  await stop();

  const sealer = openVault(loadKeyRing(join(folder, "keys.json"), "must-exist"));
  const { store, clock } = await openPostgresStore({ url: database.url, mode: "beside" }, sealer);
  // What was under way when a wire went silent comes back when its lease ends.
  for (let tries = 0; ; tries++) {
    const { waitingNotices, dueTimers } = await store.counts(clock.now());
    if (waitingNotices === 0 && dueTimers === 0) break;
    if (tries > 450) throw new Error(`Still waiting: ${waitingNotices} messages, ${dueTimers} timers.`);
    await pause(200);
  }
  for (const house of houses) await ended(house, "SIGTERM");

  expect(acknowledged.length).toBeGreaterThan(breaks);
  // One by one: thousands of questions at once would wait for each other longer than a question may.
  const lost: string[] = [];
  for (const code of acknowledged) if ((await store.findByCode(code)) === null) lost.push(code);
  expect(lost).toEqual([]);
  const open = await store.openSignals();
  expect(open.filter((signal) => isOrphan(signal) || signal.stage === "received")).toEqual([]);
  const [receipts, alerts] = [sink.told("signalers"), sink.told("colleagues")];
  expect(open.filter(({ code }) => !receipts.has(code))).toEqual([]);
  expect(open.filter(({ code }) => !alerts.has(code))).toEqual([]);
  // A break may repeat what was on its way at that moment: one message of each process that it hits.
  expect(sink.repeats()).toBeLessThanOrEqual(breaks * houses.length);
  await store.check("whole");
  const span =
    Math.max(...open.map(({ receivedAt }) => receivedAt)) -
    Math.min(...open.map(({ receivedAt }) => receivedAt));
  expect(span).toBeLessThan(hour);
  process.stdout.write(
    `${acknowledged.length} acknowledged, ${open.length} stored, ${sink.sent.length} sent, ${sink.repeats()} repeated\n`,
  );
  await store.close();
  for (const wire of wires) await wire.close();
  sink.close();
  await database.leave();
  await server.remove();
  removeFolder(folder);
});
