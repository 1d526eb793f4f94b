import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
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

test("a long log is brought to the file beside the writes, and begins anew", async () => {
  const log = openLog();
  const checkpoints = openCheckpoints(log.db, "serve");
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
  const checkpoints = openCheckpoints(log.db, "serve");
  log.db.prepare("INSERT INTO words (word) VALUES (?)").run(secret);
  log.fill(pages);
  expect(log.log().includes(secret)).toBe(true);
  log.db.prepare("DELETE FROM words WHERE word = ?").run(secret);
  checkpoints.owe();
  checkpoints.look();
  await eventually(() => checkpoints.pay() && !log.log().includes(secret)).toBe(true);
  expect(readFileSync(log.file).includes(secret)).toBe(false);
  await checkpoints.end();
  log.close();
});

test("while somebody reads, a log that must be emptied is emptied later", async () => {
  const log = openLog();
  const checkpoints = openCheckpoints(log.db, "serve");
  log.db.prepare("INSERT INTO words (word) VALUES (?)").run(secret);
  const reader = new Database(log.file, { readonly: true });
  reader.exec("BEGIN");
  reader.prepare("SELECT count(*) FROM words").get();
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
