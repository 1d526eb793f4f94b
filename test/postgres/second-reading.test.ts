import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { systemClock } from "#base/clock.ts";
import { Problem } from "#base/problem.ts";
import { readConfig } from "#config.ts";
import { databaseUrlFault } from "#database-settings.ts";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import type { Address } from "#signal/address.ts";
import type { Press } from "#signal/press.ts";
import { openSideThread } from "#start/side-thread.ts";
import { storeProblem } from "#store/postgres/faults.ts";
import { openPostgresStore } from "#store/postgres/postgres-store.ts";
import { showUp } from "#store/postgres/presence.ts";
import { openPool, type Pool } from "#store/postgres/session.ts";
import { openTogether } from "#store/postgres/together.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import { composeFrom, openWeekly } from "#weekly.ts";
import { freshFolder, removeFolder } from "../support/folder.ts";
import { freshDatabase } from "../support/postgres/database.ts";
import { databaseForEach } from "../support/postgres/for-each-test.ts";
import { sampleDecision, sampleNotice, sampleNow, sampleSignal } from "../support/sample-decision.ts";
import { sampleDirectory } from "../support/sample-directory.ts";

const database = databaseForEach();
const { vault, wireTo } = database;
const open = async (url = database.url) => (await database.open("serve", url)).store;

const say = (key: string, by: Address = "chat:juf"): Press => ({
  key,
  by,
  act: "tell",
  on: "",
  fields: { text: "Hoi" },
});

/** Ends the connection that shows that an instance lives, as a network or an administrator may. */
async function endPresence(): Promise<void> {
  const ended = await database.all(
    `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2
       AND classid::bigint = hashtext('instance ' || current_schema())::bigint & 4294967295`,
  );
  expect(ended.length).toBeGreaterThan(0);
}

test("whoever can not look after the dead for a while is not dead itself: its work stays its own", async () => {
  await open();
  const pool = openPool(database.url, 2);
  let busy = false;
  const shaky: Pool = {
    ...pool,
    all: (text, values) =>
      busy && text.startsWith("UPDATE") ? Promise.reject(new Error("busy")) : pool.all(text, values),
  };
  const presence = await showUp(database.url, shaky);
  database.closeLater(presence.end, () => pool.end());
  const number = presence.number();
  busy = true;
  await pause(4_500);
  expect(presence.number()).toBe(number);
});

test("what is taken while nobody can see that the taker lives stays with it until its lease ends", async () => {
  const one = await open();
  const signal = sampleSignal();
  await one.commit(sampleDecision({ signal, notices: [sampleNotice(signal, { id: "n1" })] }));
  await one.keepTyped(say("first"), sampleNow);
  await endPresence();
  await pause(100);
  expect(await one.takeNotices(sampleNow, 1, 60_000)).toHaveLength(1);
  expect(await one.takeTyped(sampleNow, 1, 60_000)).toHaveLength(1);
  await one.keepTyped(say("second"), sampleNow);
  // Another looks after the dead as it starts.
  const two = await open();
  expect(await two.takeNotices(sampleNow, 1, 60_000)).toEqual([]);
  expect(await two.takeTyped(sampleNow, 2, 60_000)).toEqual([]);
  await one.noteDelivery("n1", { how: "retry", at: sampleNow + 5 }, sampleNow);
  expect(await two.takeNotices(sampleNow + 5, 1, 60_000)).toHaveLength(1);
});

test("an instance of the version before, which knows nothing of what is stuck, still puts back what it could not send", async () => {
  const store = await open();
  const signal = sampleSignal();
  await store.commit(sampleDecision({ signal, notices: [sampleNotice(signal, { id: "n1" })] }));
  await store.takeNotices(sampleNow, 1, 60_000);
  const [row] = await database.all<{ me: number }>("SELECT leased_by AS me FROM notices");
  const note = { how: "retry", notice: "n1", at: sampleNow + 5, me: row?.me };
  await database.all("SELECT note_deliveries($1::jsonb)", [JSON.stringify([note])]);
  expect(await store.takeNotices(sampleNow + 5, 1, 60_000)).toHaveLength(1);
});

const away = () => storeProblem(Object.assign(new Error("no"), { code: "ECONNREFUSED" }));

test("with the database away, a hundred who wait hear it at once, not one after the other", async () => {
  let calls = 0;
  const { add } = openTogether<number, number>({
    mostCalls: 2,
    call: async () => {
      calls += 1;
      throw away();
    },
  });
  const heard = await Promise.allSettled(Array.from({ length: 100 }, (_, at) => add(at)));
  expect(heard.filter(({ status }) => status === "rejected")).toHaveLength(100);
  expect(calls).toBeLessThan(5);
});

test("one that can not be written spoils none of the ninety-nine beside it, and costs few calls", async () => {
  let calls = 0;
  const { add } = openTogether<number, number>({
    mostCalls: 1,
    call: async (acts) => {
      calls += 1;
      if (acts.includes(42)) throw new Problem("bug", "not this one");
      return acts;
    },
  });
  const heard = await Promise.allSettled(Array.from({ length: 100 }, (_, at) => add(at)));
  expect(heard.flatMap(({ status }, at) => (status === "rejected" ? [at] : []))).toEqual([42]);
  expect(calls).toBeLessThan(20);
});

test("two acts about the same are not under way at once, also where two calls are", async () => {
  let under = 0;
  let most = 0;
  const done: number[] = [];
  const { add } = openTogether<number, void>({
    mostCalls: 2,
    namesOf: () => ["same"],
    async call(acts) {
      most = Math.max(most, ++under);
      await pause(20);
      done.push(...acts);
      under -= 1;
      return [];
    },
  });
  await Promise.all([1, 2, 3, 4].map((act) => add(act)));
  expect(most).toBe(1);
  expect(done).toEqual([1, 2, 3, 4]);
});

test("a view is in the log once, also when the answer that it was written was lost", async () => {
  const wire = await wireTo();
  const store = await open(wire.url);
  const cut = wire.cutOnce("viewed", "answered");
  await store.addEntry({ signal: "s1", at: sampleNow, by: "ben", type: "viewed", facts: {} });
  await cut;
  expect(await store.entries("s1")).toHaveLength(1);
});

test("a code with a NUL in it is no code, and no fault of ours", async () => {
  const store = await open();
  expect(await store.findByCode("VS-\u0000")).toBeNull();
});

test("words that somebody altered hold up nobody else's", async () => {
  const store = await open();
  await store.keepTyped(say("a"), sampleNow);
  await store.keepTyped(say("b", "chat:meester"), sampleNow);
  await database.all("UPDATE typed SET body = 'x' || body WHERE seq = (SELECT min(seq) FROM typed)");
  const taken = await store.takeTyped(sampleNow, 10, 1_000);
  expect(taken.map(({ press }) => press.key)).toEqual(["b"]);
  expect((await store.counts(sampleNow)).waitingTyped).toBe(2);
});

test("on SQLite neither", async () => {
  const folder = freshFolder("altered-words");
  const file = join(folder, "voelspriet.db");
  const store = openSqliteStore(file, vault);
  await store.keepTyped(say("a"), sampleNow);
  await store.keepTyped(say("b", "chat:meester"), sampleNow);
  const beside = new Database(file);
  beside.exec("UPDATE typed SET body = 'x' || body WHERE seq = (SELECT min(seq) FROM typed)");
  beside.close();
  const taken = await store.takeTyped(sampleNow, 10, 1_000);
  expect(taken.map(({ press }) => press.key)).toEqual(["b"]);
  await store.close();
  removeFolder(folder);
});

test("what is posted is what was published, also when two instances count the same week", async () => {
  const store = await open();
  const directory = sampleDirectory({ managers: ["ben"] });
  const compose = composeFrom({ store, directory });
  const week = "2026-W46";
  const weekly = openWeekly({
    store,
    clock: systemClock,
    directory,
    onCommit: () => {},
    async compose(asked, audience) {
      const numbers = await compose(asked, audience);
      // The other one was faster, and saw something else.
      await store.publishWeek({ ...numbers, arrivals: 7 });
      return numbers;
    },
  });
  await weekly.post({ id: `digest:${week}`, dueAt: sampleNow, what: "digest", week });
  const taken = await store.takeNotices(Date.now() + 1_000, 1, 1_000);
  expect(taken).toMatchObject([{ notice: { body: { kind: "digest", numbers: { arrivals: 7 } } } }]);
});

test("the thread that counts the week opens the store again where it could not at first", {
  timeout: 30_000,
}, async () => {
  const folder = freshFolder("side");
  const keyFile = join(folder, "sleutels.json");
  loadKeyRing(keyFile, "make-when-missing");
  const fresh = await freshDatabase();
  const through = await wireTo(fresh.url);
  const made = await openPostgresStore(
    { url: fresh.url, mode: "serve" },
    openVault(loadKeyRing(keyFile, "must-exist")),
  );
  const config = { ...readConfig({ DATA_DIR: folder }), database: { url: through.url, connections: 2 } };
  const side = openSideThread(config, sampleDirectory());
  through.set("cut");
  await expect(side.compose("2026-W46", "team")).rejects.toMatchObject({ kind: "retry" });
  through.set("whole");
  await expect(side.compose("2026-W46", "team")).resolves.toMatchObject({ week: "2026-W46" });
  await side.stop();
  await made.store.close();
  await fresh.drop();
  removeFolder(folder);
});

test("a server without TLS where it was asked for, says so", async () => {
  const url = new URL(database.url);
  url.searchParams.set("sslmode", "require");
  await expect(open(url.href)).rejects.toMatchObject({
    kind: "misconfigured",
    message: expect.stringMatching(/TLS/),
  });
});

test.each(["verify_full", "true"])("sslmode %s is not one, and would mean none at all", (mode) => {
  expect(databaseUrlFault(`postgres://u:p@h/d?sslmode=${mode}`)).toMatch(/sslmode/);
  expect(databaseUrlFault("postgres://u:p@h/d?sslmode=verify-full")).toBeNull();
});
