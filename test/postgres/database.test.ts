import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { newVaultKey, openVault } from "#privacy/vault.ts";
import { isNewDatabase } from "#store/postgres/postgres-store.ts";
import type { Store } from "#store/store.ts";
import { testPostgresUrl } from "../support/postgres/database.ts";
import { databaseForEach } from "../support/postgres/for-each-test.ts";
import {
  sampleDecision,
  sampleNotice,
  sampleNow,
  samplePassage,
  sampleSignal,
  sampleSignaler,
} from "../support/sample-decision.ts";

const database = databaseForEach();
const { open, wireTo } = database;

const signal = sampleSignal({ id: "s1", code: "VS-1", signaler: "me" });
const other = sampleSignal({ id: "s2", code: "VS-2", signaler: "you" });

async function fill(store: Store): Promise<void> {
  for (const made of [signal, other]) {
    await store.commit(
      sampleDecision({
        signal: made,
        passages: [samplePassage(made.id, { id: `p-${made.id}` })],
        notices: [sampleNotice(made, { id: `n-${made.id}` })],
        signaler: sampleSignaler(made.signaler),
      }),
    );
  }
}

test("five instances that start at once on an empty database make one store of it", async () => {
  expect(await isNewDatabase(database.url)).toBe(true);
  const all = await Promise.all([1, 2, 3, 4, 5].map(() => open()));
  await fill(all[0]?.store as Store);
  for (const { store } of all) expect((await store.load("s1"))?.code).toBe("VS-1");
  expect(await isNewDatabase(database.url)).toBe(false);
});

test("a database of a newer software is refused, and left as it is", async () => {
  await open();
  await database.all("UPDATE version SET at = 99");
  await expect(open()).rejects.toThrow(/version 99/);
  await expect(open("beside")).rejects.toThrow(/version 99/);
  expect(await database.all("SELECT at FROM version")).toEqual([{ at: 99 }]);
});

test("a command beside a server needs a database that was made", async () => {
  await expect(open("beside")).rejects.toThrow(/is empty. Start the server once/);
});

test("other keys are refused, before anything is written with them", async () => {
  await fill((await open()).store);
  await expect(open("serve", database.url, openVault({ keys: [newVaultKey()] }))).rejects.toThrow(/key file/);
  await expect(open()).resolves.toBeDefined();
});

test("a database that forgets is refused", async () => {
  const url = new URL(database.url);
  url.searchParams.set("options", `${url.searchParams.get("options")} -c synchronous_commit=off`);
  await expect(open("serve", url.href)).rejects.toThrow(/may forget/);
});

test.each([
  [
    "a password that is wrong or a user that is not there",
    (url: URL) => Object.assign(url, { username: "niemand" }),
  ],
  ["a database that is not there", (url: URL) => Object.assign(url, { pathname: "/niets" })],
])("says what to correct at %s, without the address", async (_, change) => {
  const url = change(new URL(testPostgresUrl())).href;
  const thrown = await open("serve", url).catch((problem: unknown) => problem);
  expect(thrown).toMatchObject({ name: "Problem", kind: "misconfigured" });
  expect(String(thrown)).toMatch(/DATABASE_URL/);
  expect(String(thrown)).not.toContain("127.0.0.1");
});

test("a server that can not be reached is tried again later", async () => {
  const wire = await wireTo();
  wire.set("cut");
  await expect(open("serve", wire.url)).rejects.toMatchObject({ kind: "retry" });
});

test.each([
  ["two stories", "UPDATE passages SET text = (SELECT text FROM passages p WHERE p.id <> passages.id)"],
  ["a state", "UPDATE states SET state = replace(state, 'received', 'withdrawn')"],
  ["a line of the log", "UPDATE entries SET by = 'carla' WHERE signal = 's1'"],
  [
    "two signalers",
    "UPDATE signalers SET sealed = (SELECT sealed FROM signalers o WHERE o.id <> signalers.id)",
  ],
  ["a message", "UPDATE notices SET recipient = 'person:carla' WHERE id = 'n-s1'"],
])("shows at the check that somebody altered %s", async (_, sql) => {
  const { store } = await open();
  await fill(store);
  await store.check("whole");
  await database.all(sql);
  await expect(store.check("whole")).rejects.toThrow(/altered/);
});

test("shows at the check that lines of the log are gone", async () => {
  const { store } = await open();
  await fill(store);
  await database.all("DELETE FROM entries WHERE signal = 's1'");
  await expect(store.check("whole")).rejects.toThrow(/lines are missing/);
});

test("sends no message that was altered, and sends the others", async () => {
  const { store } = await open();
  await fill(store);
  await database.all(
    "UPDATE notices SET body = (SELECT body FROM notices WHERE id = 'n-s2') WHERE id = 'n-s1'",
  );
  expect(await store.takeNotices(sampleNow, 10, 1000)).toMatchObject([{ notice: { id: "n-s2" } }]);
  expect((await store.counts(sampleNow)).deadNotices).toBe(1);
});

test("whoever lost its connection works on under a new number, and what it had is free for others", async () => {
  const wire = await wireTo();
  const one = (await open("serve", wire.url)).store;
  const two = (await open()).store;
  await fill(two);
  expect(await one.takeNotices(sampleNow, 10, 3_600_000)).toHaveLength(2);
  wire.set("cut");
  await expect.poll(() => two.takeNotices(sampleNow, 1, 1_000), { timeout: 10_000 }).toHaveLength(1);
  wire.set("whole");
  await expect.poll(() => one.load("s1").catch(() => null), { timeout: 10_000 }).not.toBeNull();
  // Too late for its lease: it puts nothing back that another has taken.
  await expect.poll(() => two.takeNotices(sampleNow, 1, 3_600_000), { timeout: 10_000 }).toHaveLength(1);
  await pause(2_500);
  for (const id of ["n-s1", "n-s2"]) await one.noteDelivery(id, { how: "retry", at: 0 }, sampleNow);
  const waiting = await database.all<{ due: string }>("SELECT due_at AS due FROM notices");
  expect(waiting.filter(({ due }) => Number(due) === 0)).toEqual([]);
});

test("what comes back after a cut in the middle of a commit is answered as seen, and is there once", async () => {
  const wire = await wireTo();
  const { store } = await open("serve", wire.url);
  const decision = sampleDecision({ signal: sampleSignal({ id: "cut" }) });
  const first = store.commit(decision).catch((problem: unknown) => problem);
  await pause(1);
  wire.set("cut");
  await first;
  wire.set("whole");
  await expect
    .poll(() => store.commit(decision).catch(() => "again"), { timeout: 10_000 })
    .toMatch(/done|seen/);
  expect(await database.all("SELECT 1 FROM signals WHERE id = 'cut'")).toHaveLength(1);
});

test("everybody has the database's time, whatever this machine says", async () => {
  const { clock } = await open();
  const [row] = await database.all<{ now: string }>(
    "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now",
  );
  expect(Math.abs(clock.now() - Number(row?.now))).toBeLessThan(200);
});
