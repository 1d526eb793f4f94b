import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { openCheckpointThread } from "#store/sqlite/checkpoint-thread.ts";
import { openCheckpoints } from "#store/sqlite/checkpoints.ts";
import { openToDisk } from "#store/sqlite/to-disk.ts";
import { eventually } from "../support/eventually.ts";
import { freshFolder, removeFolder } from "../support/folder.ts";

const secret = "een woord dat weg moet";

function openLog() {
  const folder = freshFolder("log");
  const file = join(folder, "a.db");
  const db = new Database(file);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = NORMAL");
  db.pragma("secure_delete = ON");
  db.pragma("wal_autocheckpoint = 0");
  db.exec("CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT)");
  const insert = db.prepare("INSERT INTO words (word) VALUES (?)");
  return {
    db,
    file,
    /** So many pages in the log, at least. */
    fill(pages: number): void {
      for (let page = 0; page < pages; page++) insert.run("x".repeat(4_000));
    },
    /** Somebody else, who keeps to this moment until it is closed. */
    reader() {
      const reader = new Database(file, { readonly: true });
      reader.exec("BEGIN");
      reader.prepare("SELECT count(*) FROM words").get();
      return reader;
    },
    log: () => readFileSync(`${file}-wal`),
    behind(): number {
      const [row] = db.pragma("wal_checkpoint(NOOP)") as { log: number; checkpointed: number }[];
      return (row?.log ?? 0) - (row?.checkpointed ?? 0);
    },
    close(): void {
      db.close();
      removeFolder(folder);
    },
  };
}

function fail(thrown: unknown): never {
  throw thrown;
}

test("a long log is brought to the file beside the writes, and begins anew", async () => {
  const log = openLog();
  const checkpoints = openCheckpoints(log.db, "serve", fail);
  log.fill(4_100);
  expect(log.behind()).toBeGreaterThan(4_000);
  checkpoints.look();
  await eventually(() => log.behind() === 0).toBe(true);
  log.fill(1);
  checkpoints.look();
  expect(log.behind()).toBeLessThan(10);
  const size = statSync(`${log.file}-wal`).size;
  log.fill(2_000);
  expect(statSync(`${log.file}-wal`).size).toBe(size);
  await checkpoints.end();
  log.close();
});

test.each([10, 1_000])("after %d pages, what was erased leaves the log at once or soon", async (pages) => {
  const log = openLog();
  const checkpoints = openCheckpoints(log.db, "serve", fail);
  log.db.prepare("INSERT INTO words (word) VALUES (?)").run(secret);
  log.fill(pages);
  expect(log.log().includes(secret)).toBe(true);
  log.db.prepare("DELETE FROM words WHERE word = ?").run(secret);
  checkpoints.owe();
  checkpoints.look();
  await eventually(() => !log.log().includes(secret)).toBe(true);
  expect(readFileSync(log.file).includes(secret)).toBe(false);
  await checkpoints.end();
  log.close();
});

test("while somebody reads, a log that must be emptied is emptied later", async () => {
  const log = openLog();
  const checkpoints = openCheckpoints(log.db, "serve", fail);
  log.db.prepare("INSERT INTO words (word) VALUES (?)").run(secret);
  const reader = log.reader();
  log.db.prepare("DELETE FROM words WHERE word = ?").run(secret);
  checkpoints.owe();
  checkpoints.look();
  expect(checkpoints.pay()).toBe(false);
  reader.close();
  await eventually(() => !log.log().includes(secret)).toBe(true);
  await checkpoints.end();
  log.close();
});

test("who asks for the disk while it is busy waits for a turn that begins after it", async () => {
  const log = openLog();
  const disk = openToDisk(log.file);
  log.fill(500);
  const first = disk.wait();
  const second = disk.wait();
  const third = disk.wait();
  expect(second).not.toBe(first);
  expect(third).toBe(second);
  await Promise.all([first, second, third]);
  disk.close();
  log.close();
});

test("of many that are erased, the first leaves the log at once, and the others with the next turn", async () => {
  const log = openLog();
  const checkpoints = openCheckpoints(log.db, "serve", fail);
  const erase = (word: string) => {
    log.db.prepare("INSERT INTO words (word) VALUES (?)").run(word);
    log.db.prepare("DELETE FROM words WHERE word = ?").run(word);
    checkpoints.owe();
    checkpoints.look();
  };
  erase(secret);
  expect(log.log().includes(secret)).toBe(false);
  erase("nog een woord");
  expect(log.log().includes("nog een woord")).toBe(true);
  expect(checkpoints.pay()).toBe(true);
  expect(log.log().includes("nog een woord")).toBe(false);
  await checkpoints.end();
  log.close();
});

test("what is owed when somebody else reads is paid later, also where nobody writes any more", async () => {
  const log = openLog();
  const checkpoints = openCheckpoints(log.db, "serve", fail);
  log.db.prepare("INSERT INTO words (word) VALUES (?)").run(secret);
  const reader = log.reader();
  checkpoints.owe();
  expect(checkpoints.pay()).toBe(false);
  reader.close();
  await eventually(() => log.log().length).toBe(0);
  await checkpoints.end();
  log.close();
});

test("where the thread can not work the log stays, is tried again, and a close does not hang", async () => {
  const log = openLog();
  const moved = openCheckpointThread(`${log.file}-is-not-there`);
  await moved.checkpoint();
  await moved.checkpoint();
  await moved.end();
  const thread = openCheckpointThread(log.file);
  log.fill(2_000);
  const working = thread.checkpoint();
  await thread.end();
  await working;
  expect(log.behind()).toBe(0);
  log.close();
});

test("after a wait that failed no later one says that all is well", async () => {
  const log = openLog();
  const disk = openToDisk(log.file);
  disk.close();
  await expect(disk.wait()).rejects.toMatchObject({ code: "EBADF" });
  await expect(disk.wait()).rejects.toMatchObject({ code: "EBADF" });
  log.close();
});
