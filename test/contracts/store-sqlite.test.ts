import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newVaultKey, openVault, vaultKeyOf } from "#privacy/vault.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import type { Store } from "#store/store.ts";
import {
  sampleDecision,
  sampleEntry,
  sampleNotice,
  sampleNow,
  samplePassage,
  sampleSignal,
  sampleSignaler,
  sampleTimer,
} from "../support/sample-decision.ts";
import { storeContract } from "./store.ts";

const vault = openVault({ keys: [newVaultKey()] });

storeContract("the store on SQLite", async () => {
  const folder = mkdtempSync(join(tmpdir(), "store-"));
  const open = () => openSqliteStore(join(folder, "signals.db"), vault);
  let store = open();
  return {
    store,
    async reopen() {
      await store.close();
      store = open();
      return store;
    },
    async cleanup() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
});

describe("the file of the store", () => {
  let folder: string;
  let file: string;
  let opened: Store[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "store-"));
    file = join(folder, "data", "signals.db");
    opened = [];
  });
  afterEach(async () => {
    for (const store of opened) await store.close();
    rmSync(folder, { recursive: true });
  });

  function open(mode: "serve" | "beside" = "serve", sealer = vault): Store {
    const store = openSqliteStore(file, sealer, { mode });
    opened.push(store);
    return store;
  }

  /** Makes a store with one signal in it, lets `change` at its rows, and opens it again. */
  async function changed(change: (db: Database.Database) => void): Promise<Store> {
    const store = open();
    await fill(store);
    await store.close();
    const db = new Database(file);
    change(db);
    db.close();
    return open();
  }

  const signal = sampleSignal({ id: "s1", code: "VS-1", signaler: "me" });
  const other = sampleSignal({ id: "s2", code: "VS-2", signaler: "you" });

  async function fill(store: Store): Promise<void> {
    const about = (made: typeof signal) => ({
      signal: made,
      entries: [sampleEntry(made.id), sampleEntry(made.id, { type: "routed" })],
      passages: [samplePassage(made.id, { id: `p-${made.id}` })],
      notices: [sampleNotice(made, { id: `n-${made.id}` })],
      signaler: sampleSignaler(made.signaler),
    });
    await store.commit(sampleDecision(about(signal)));
    await store.commit(sampleDecision(about(other)));
  }

  test("is for its owner's eyes only", async () => {
    await fill(open());
    for (const name of ["", "-wal", "-shm", ".lock"]) expect(statSync(`${file}${name}`).mode & 0o077).toBe(0);
    expect(statSync(join(folder, "data")).mode & 0o077).toBe(0);
  });

  test("is set to lose nothing at a power cut and to leave nothing behind", async () => {
    await open().close();
    const db = new Database(file);
    expect(db.pragma("journal_mode", { simple: true })).toBe("wal");
    db.close();
    expect(existsSync(`${file}.new`)).toBe(false);
  });

  test("is refused where another server has it, and given when that one ends", async () => {
    const first = open();
    expect(() => open()).toThrow(/Another process serves the store/);
    await first.close();
    expect(() => open()).not.toThrow();
  });

  test("is refused to a second process, and free again when that is killed", {
    timeout: 30_000,
  }, async () => {
    const script = `
      import { openVault, vaultKeyOf } from "#privacy/vault.ts";
      import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
      openSqliteStore(process.argv[1], openVault({ keys: [vaultKeyOf(Buffer.alloc(32, 7))] }));
      process.stdout.write("open");
      setInterval(() => globalThis.gc(), 20);`;
    const child = spawn(process.execPath, [
      "--expose-gc",
      "--input-type=module-typescript",
      "-e",
      script,
      file,
    ]);
    const sealer = openVault({ keys: [vaultKeyOf(Buffer.alloc(32, 7))] });
    try {
      await once(child.stdout, "data");
      await pause(200);
      expect(() => open("serve", sealer)).toThrow(/Another process serves the store/);
      expect((await open("beside", sealer).counts(sampleNow)).signals).toBe(0);
    } finally {
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    expect(() => open("serve", sealer)).not.toThrow();
  });

  test("gives back at once what a killed server was working on", async () => {
    const store = open("serve");
    await store.addTimer(sampleTimer("s1"));
    await fill(store);
    await store.takeTimers(sampleNow, 10, 60_000);
    await store.takeNotices(sampleNow, 10, 60_000);
    await store.close();
    const again = open();
    expect(await again.takeTimers(sampleNow, 10, 60_000)).toHaveLength(1);
    expect(await again.takeNotices(sampleNow, 10, 60_000)).toMatchObject([{ attempt: 2 }, { attempt: 2 }]);
  });

  test("can be read and written beside the server, which keeps what it was working on", async () => {
    const server = open();
    await fill(server);
    await server.takeNotices(sampleNow, 10, 60_000);
    const command = open("beside");
    expect(await command.erase("s1", sampleNow)).toBe(1);
    expect(await server.passages("s1")).toEqual([]);
    expect(await command.takeNotices(sampleNow, 10, 60_000)).toEqual([]);
  });

  test("must exist for a command beside the server", () => {
    expect(() => open("beside")).toThrow(/There is no store/);
    expect(existsSync(file)).toBe(false);
  });

  test("is refused when it is empty, foreign, or no database at all", async () => {
    await open().close();
    truncateSync(file, 0);
    expect(() => open()).toThrow(/is empty/);
    rmSync(file);
    new Database(file).exec("CREATE TABLE diary (page TEXT)").close();
    expect(() => open()).toThrow(/not a store of this software/);
    writeFileSync(file, "Lief dagboek, ".repeat(999));
    expect(() => open()).toThrow(/damaged/);
    expect(() => open("beside")).toThrow(/damaged/);
  });

  test("is refused when it is gone and its log is not, and when its log is no log", async () => {
    await open().close();
    writeFileSync(`${file}-wal`, "x".repeat(5000));
    expect(() => open()).toThrow(/write-ahead log .* is damaged/);
    rmSync(file);
    expect(() => open()).toThrow(/is gone/);
  });

  test("is refused when a newer software made it", async () => {
    await open().close();
    const db = new Database(file);
    db.pragma("user_version = 99");
    db.close();
    expect(() => open()).toThrow(/version 99/);
    expect(() => open("beside")).toThrow(/version 99/);
  });

  test("is refused with other keys", async () => {
    await fill(open());
    await opened.pop()?.close();
    const stranger = openVault({ keys: [newVaultKey()] });
    expect(() => open("serve", stranger)).toThrow(/key file/);
    expect(() => open()).not.toThrow();
  });

  test("keeps working and keeps its pseudonyms with one key more", async () => {
    const old = newVaultKey();
    const store = open("serve", openVault({ keys: [old] }));
    await fill(store);
    const id = store.signalerId("web:leerkracht");
    await store.close();
    const later = open("serve", openVault({ keys: [old, newVaultKey()] }));
    expect(later.signalerId("web:leerkracht")).toBe(id);
    expect(await later.passages("s1")).toHaveLength(1);
    await later.check("whole");
  });

  test("passes its check when it is whole", async () => {
    const store = open();
    await fill(store);
    await store.check("whole");
  });

  test.each([
    ["two stories", "UPDATE passages SET text = (SELECT text FROM passages p WHERE p.id != passages.id)"],
    ["a story and its signal", "UPDATE passages SET signal = iif(signal = 's1', 's2', 's1')"],
    ["who said it", "UPDATE passages SET by = 'ben'"],
    ["when it was said", "UPDATE passages SET at = at - 86400000"],
    ["what it is", "UPDATE passages SET what = 'word'"],
  ])("shows at a read and at the check that somebody swapped or altered %s", async (_, sql) => {
    const store = await changed((db) => db.exec(sql));
    await expect(store.passages("s1")).rejects.toThrow(/altered/);
    await expect(store.check("whole")).rejects.toThrow(/altered/);
  });

  test("shows that somebody altered or swapped a state", async () => {
    const store = await changed((db) =>
      db.exec("UPDATE states SET state = replace(state, 'received', 'withdrawn') WHERE seq = 1"),
    );
    await expect(store.load("s1")).rejects.toThrow(/altered/);
    await expect(store.check("whole")).rejects.toThrow(/altered/);
    expect((await store.load("s2"))?.stage).toBe("received");
  });

  test.each([
    ["altered", "UPDATE entries SET by = 'carla' WHERE signal = 's1'"],
    ["taken away", "DELETE FROM entries WHERE signal = 's1' AND nth = 2"],
    ["all taken away", "DELETE FROM entries WHERE signal = 's1'"],
    ["moved to another signal", "UPDATE entries SET signal = 's2' WHERE signal = 's1'"],
    [
      "put in twice",
      "INSERT INTO entries (signal, at, by, type, facts, revision, nth, total, tag) SELECT signal, at, by, type, facts, revision, nth, total, tag FROM entries WHERE nth = 1",
    ],
  ])("shows at the check that lines of the event log were %s", async (_, sql) => {
    const store = await changed((db) => db.exec(sql));
    await expect(store.check("whole")).rejects.toThrow(/event log of signal s1 was altered/);
  });

  test("shows that somebody swapped two signalers", async () => {
    const store = await changed((db) =>
      db.exec("UPDATE signalers SET sealed = (SELECT sealed FROM signalers o WHERE o.id != signalers.id)"),
    );
    await expect(store.signaler("me")).rejects.toThrow(/altered/);
  });

  test.each([
    ["replaced", "UPDATE notices SET body = (SELECT body FROM notices WHERE id = 'n-s2') WHERE id = 'n-s1'"],
    ["meant for another", "UPDATE notices SET recipient = 'person:carla' WHERE id = 'n-s1'"],
  ])("sends no message that was %s, shows that, and sends the others", async (_, sql) => {
    const store = await changed((db) => db.exec(sql));
    expect(await store.takeNotices(sampleNow, 10, 1000)).toMatchObject([{ notice: { id: "n-s2" } }]);
    expect((await store.counts(sampleNow)).deadNotices).toBe(1);
    await expect(store.check("whole")).rejects.toThrow(/altered/);
  });

  test("shows at the check that a page was overwritten", async () => {
    const store = open();
    await fill(store);
    await store.close();
    const bytes = readFileSync(file);
    const at = bytes.indexOf(vaultText(bytes));
    bytes.fill(0xff, at - (at % 4096), at - (at % 4096) + 64);
    writeFileSync(file, bytes);
    await expect(open().check("whole")).rejects.toThrow(/damaged/);
  });

  test("is backed up whole while it is written, and opens as a store of its own", async () => {
    const store = open();
    await fill(store);
    const copy = join(folder, "copy.db");
    const [, more] = await Promise.all([
      store.backup(copy),
      store.commit(sampleDecision({ signal: sampleSignal() })),
    ]);
    expect(more).toBe("done");
    expect(statSync(copy).mode & 0o077).toBe(0);
    await expect(store.backup(copy)).rejects.toThrow(/already/);
    await expect(store.backup(join(folder, "none", "copy.db"))).rejects.toMatchObject({ name: "Problem" });
    const restored = openSqliteStore(copy, vault);
    opened.push(restored);
    await restored.check("whole");
    expect(await restored.passages("s1")).toHaveLength(1);
  });

  test("takes no more once it is closed, and keeps what it took before", async () => {
    const store = open();
    const last = store.commit(sampleDecision({ signal }));
    await Promise.all([store.close(), store.close()]);
    expect(await last).toBe("done");
    await expect(store.commit(sampleDecision({ signal: other }))).rejects.toMatchObject({ kind: "retry" });
    expect(await open().load("s1")).not.toBeNull();
  });

  test("asks for another reference code where one is taken", async () => {
    const store = open();
    await fill(store);
    const twice = store.commit(sampleDecision({ signal: sampleSignal({ code: "VS-1" }) }));
    await expect(twice).rejects.toMatchObject({ kind: "retry" });
  });
});

/** The beginning of any sealed text in these bytes. */
function vaultText(bytes: Buffer): Buffer {
  return bytes.subarray(bytes.lastIndexOf("v1."), bytes.lastIndexOf("v1.") + 20);
}
