import { afterAll, beforeAll, expect, test } from "vitest";
import { inTime } from "#base/in-time.ts";
import { silentLog } from "#base/log.ts";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { openHouse } from "#house.ts";
import { newVaultKey, openVault } from "#privacy/vault.ts";
import type { Press } from "#signal/press.ts";
import { openPostgresStore } from "#store/postgres/postgres-store.ts";
import { openLook } from "#watch/look.ts";
import { howOften } from "../support/how-often.ts";
import { freshDatabase } from "../support/postgres/database.ts";
import { openWire } from "../support/postgres/proxy.ts";
import { type PostgresServer, startPostgres } from "../support/postgres/server.ts";
import { sampleDirectory } from "../support/sample-directory.ts";
import { openFakePlatform } from "../support/stage.ts";

const cuts = howOften("CUTS", { gate: 12, long: 100 });

// A server of its own: these tests make it read-only, and take its power away.
let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

/** A house whose database is behind a wire. */
async function openBehindWire() {
  const database = await freshDatabase(server.url);
  const wire = await openWire(database.url);
  const sealer = openVault({ keys: [newVaultKey()] });
  const chat = openFakePlatform();
  const { store, clock } = await openPostgresStore({ url: wire.url, mode: "serve", connections: 4 }, sealer);
  const parts = { store, clock, directory: sampleDirectory(), classifier: openEmbedded(), log: silentLog };
  const house = openHouse({ ...parts, platforms: [chat.platform] });
  return {
    database,
    wire,
    sealer,
    chat,
    house,
    store,
    health: openLook({ store, clock, platforms: {}, log: silentLog }),
    async close() {
      await store.close();
      await wire.close();
      await database.drop();
    },
  };
}

const report = (key: string): Press => ({
  key,
  by: `chat:melder-${key}`,
  act: "report",
  on: "",
  fields: { text: "De buurvrouw gilt nu en ik hoor klappen.", organisation: "de-wilg" },
});

test(`the line breaks ${cuts} times in the middle of a commit: whoever told something gets its receipt, and it is one signal`, {
  timeout: 60_000 + cuts * 1_000,
}, async () => {
  const town = await openBehindWire();
  const { house, store, wire, chat } = town;
  for (let round = 0; round < cuts; round++) {
    const sprung = wire.cutOnce('"stranger":', round % 2 === 0 ? "answered" : "asked");
    const reply = await house.counter.press(report(`k${round}`));
    await inTime(sprung, 2_000, "No commit went over the line.");
    expect(JSON.stringify(reply)).toMatch(/VS-\w{4}-\w{3}/);
  }
  // The same of words that are typed, and of noting that a message was sent.
  for (const [words, when] of [
    ["INSERT INTO typed", "answered"],
    ["INSERT INTO typed", "asked"],
  ] as const) {
    void wire.cutOnce(words, when);
    await house.counter.say({ ...report(`typed-${when}`), act: "tell" });
  }
  await house.runDue();
  const { signals, unowned, deadNotices } = await store.counts(house.clock.now());
  expect({ signals, unowned, deadNotices }).toEqual({ signals: cuts + 2, unowned: 0, deadNotices: 0 });
  const ids = chat.sends.map(({ id }) => id);
  expect(ids.length).toBe(new Set(ids).size);
  const open = await store.openSignals();
  for (const { code } of open)
    expect(chat.said().filter(({ card }) => JSON.stringify(card).includes(code)).length).toBeGreaterThan(1);
  await store.check("whole");
  await town.close();
});

test("the database is full: nothing is acknowledged, health says so, and it goes on without a restart when there is room", async () => {
  const town = await openBehindWire();
  const { house, store, database, health } = town;
  await house.counter.press(report("before"));
  expect((await health()).writable).toBe(true);
  await database.all(`CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$`);
  const tables = ["signals", "seen", "typed", "settings", "notices", "timers"];
  for (const table of tables)
    await database.all(
      `CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION full_disk()`,
    );
  const full = { kind: "retry", message: expect.stringContaining("disk is full") };
  await expect(house.counter.press(report("k"))).rejects.toMatchObject(full);
  await expect(house.counter.say({ ...report("t"), act: "tell" })).rejects.toMatchObject(full);
  await expect.poll(async () => (await health()).writable, { timeout: 10_000 }).toBe(false);
  for (const table of tables) await database.all(`DROP TRIGGER full_disk ON ${table}`);
  expect(JSON.stringify(await house.counter.press(report("k")))).toMatch(/VS-/);
  await expect.poll(async () => (await health()).writable, { timeout: 10_000 }).toBe(true);
  expect((await store.counts(house.clock.now())).signals).toBe(2);
  await town.close();
});

test("the database can only be read: the same; and a start on it says so", async () => {
  const town = await openBehindWire();
  const { house, store, database, sealer, health } = town;
  const readOnly = async (how: "on" | "off") => {
    await database.all(`ALTER SYSTEM SET default_transaction_read_only = ${how}`);
    await database.all("SELECT pg_reload_conf()");
  };
  await readOnly("on");
  const refused = { kind: "retry", message: expect.stringContaining("read and not written") };
  await expect
    .poll(() => house.counter.press(report("k")).catch((thrown: unknown) => thrown), { timeout: 10_000 })
    .toMatchObject(refused);
  expect((await health()).writable).toBe(false);
  await expect(openPostgresStore({ url: database.url, mode: "serve" }, sealer)).rejects.toMatchObject(
    refused,
  );
  await database.all("SET default_transaction_read_only = off");
  await readOnly("off");
  await expect
    .poll(() => house.counter.press(report("k")).catch(() => null), { timeout: 10_000 })
    .not.toBeNull();
  expect((await store.counts(house.clock.now())).signals).toBeGreaterThan(0);
  await town.close();
});

test("the server falls and is there again, as at a failover: within five seconds people are answered again", async () => {
  const town = await openBehindWire();
  const { house, store, database } = town;
  await house.counter.press(report("before"));
  await server.kill();
  const meanwhile = house.counter.press(report("meanwhile")).catch((thrown: unknown) => thrown);
  await expect(meanwhile).resolves.toMatchObject({ kind: "retry" });
  await server.start();
  const from = performance.now();
  await expect
    .poll(() => house.counter.press(report("after")).catch(() => null), { timeout: 10_000, interval: 50 })
    .not.toBeNull();
  const took = performance.now() - from;
  console.info(`answered again ${Math.round(took)} ms after the server was there`);
  expect(took).toBeLessThan(5_000);
  // Whoever was not acknowledged tells it again.
  await house.counter.press(report("meanwhile"));
  expect((await store.counts(house.clock.now())).signals).toBe(3);
  await store.close();
  await town.wire.close();
  await database.leave();
});

test("making the tables is broken off half-way: nothing half is left, and the next start makes them; four at once make them once", async () => {
  const database = await freshDatabase(server.url);
  const wire = await openWire(database.url);
  const sealer = openVault({ keys: [newVaultKey()] });
  const open = (url: string) => openPostgresStore({ url, mode: "serve", connections: 2 }, sealer);
  for (const words of ["CREATE TABLE version", "CREATE TABLE signals", "FUNCTION commit_decisions"]) {
    for (const when of ["asked", "answered"] as const) {
      const sprung = wire.cutOnce(words, when);
      await expect(open(wire.url)).rejects.toMatchObject({ kind: "retry" });
      await sprung;
      const tables = await database.all(
        "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()",
      );
      expect(tables).toEqual([]);
    }
  }
  const stores = await Promise.all([1, 2, 3, 4].map(() => open(database.url)));
  await Promise.all(stores.map(({ store }) => store.check("whole")));
  await Promise.all(stores.map(({ store }) => store.close()));
  await wire.close();
  await database.drop();
});

test("a database of a newer software is refused, by a server and by a command, and stays as it is", async () => {
  const database = await freshDatabase(server.url);
  const sealer = openVault({ keys: [newVaultKey()] });
  await (await openPostgresStore({ url: database.url, mode: "serve" }, sealer)).store.close();
  await database.all("UPDATE version SET at = 99");
  for (const mode of ["serve", "beside"] as const)
    await expect(openPostgresStore({ url: database.url, mode }, sealer)).rejects.toMatchObject({
      kind: "misconfigured",
      message: expect.stringMatching(/version 99.*newer software/),
    });
  expect(await database.all("SELECT at FROM version")).toEqual([{ at: 99 }]);
  await database.drop();
});
