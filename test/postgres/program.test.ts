import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openChance, openLoad } from "../support/kill-load.ts";
import { openKillTown, pause } from "../support/kill-slack.ts";
import { freshDatabase } from "../support/postgres/database.ts";

/** A command, as an administrator gives it; what it says. */
async function command(settings: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const child = spawn(process.execPath, ["src/commands/run.ts", ...args], {
    // oxlint-disable-next-line no-process-env -- the program's own environment, as a person would start it
    env: { PATH: process.env["PATH"], ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (piece: Buffer) => (said += piece.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, said };
}

test("the real program moves from SQLite to PostgreSQL and goes on there, and a backup brings it back", {
  timeout: 120_000,
}, async () => {
  const database = await freshDatabase();
  const town = await openKillTown({ how: "http" });
  const load = openLoad(town, openChance(7), "p");
  const work = async (ms: number) => {
    const working = new AbortController();
    const running = load.run(working.signal);
    await pause(ms);
    working.abort();
    await running;
    await town.quiet();
  };

  // On SQLite first.
  await town.start();
  await work(1_500);
  const before = await town.look((store) => store.counts(Date.now()));
  expect(before.signals).toBeGreaterThan(0);
  await town.kill("SIGTERM");

  Object.assign(town.settings, { DATABASE_URL: database.url });
  town.launch();
  await expect.poll(() => town.said().err, { timeout: 15_000 }).toMatch(/to-postgres/);
  const moved = await command(town.settings, "to-postgres");
  expect(moved.said).toMatch(new RegExp(`signals +${before.signals} there +${before.signals} here`));
  expect(moved.code).toBe(0);
  expect(existsSync(join(town.data, "voelspriet.db"))).toBe(false);

  // On PostgreSQL, killed in the middle.
  town.readFrom(database.url);
  await town.start();
  await work(1_500);
  await town.kill();
  await town.start();
  await work(1_000);
  const after = await town.look(async (store) => {
    await store.check("whole");
    return store.counts(Date.now());
  });
  expect(after.signals).toBeGreaterThan(before.signals);
  expect(after.unowned).toBe(0);
  const kept = await town.look(async (store) => {
    const signals = await store.openSignals();
    return (await Promise.all(signals.map(({ id }) => store.passages(id)))).flat().map(({ text }) => text);
  });
  const lost = load.given.filter(
    ({ acknowledged, mark }) => acknowledged && !kept.some((text) => text.includes(mark)),
  );
  expect(lost).toEqual([]);

  const doctor = await command(town.settings, "status", "--json");
  expect(JSON.parse(doctor.said)).toMatchObject({ signals: after.signals });
  await town.kill("SIGTERM");
  const file = join(town.folder, "back-up.db");
  expect((await command(town.settings, "backup", file)).code).toBe(0);
  const { DATABASE_URL: _, ...onSqlite } = town.settings as Record<string, string>;
  const restored = await command(onSqlite, "restore", file, "--yes");
  expect(restored.code, restored.said).toBe(0);
  expect(JSON.parse((await command(onSqlite, "status", "--json")).said)).toMatchObject({
    signals: after.signals,
  });
  await town.close();
  await database.drop();
});
