import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { openWriteGroup } from "#store/sqlite/write-group.ts";

const toDisk = () => Promise.resolve();
const onLost = () => {};
const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

test("a full disk refuses every write that it hits, and the next one works when there is room", async () => {
  const db = new Database(":memory:");
  db.exec("CREATE TABLE words (word TEXT)");
  const insert = db.prepare("INSERT INTO words VALUES (?)");
  const group = openWriteGroup(db, { look() {}, toDisk, onLost });
  db.pragma("max_page_count = 10");
  const words = ["small", "x".repeat(100_000), "small too"];
  const answers = await Promise.allSettled(words.map((word) => group.write(() => insert.run(word).changes)));
  const written = db.prepare<[], number>("SELECT count(*) FROM words").pluck().get();
  expect(answers[1]).toMatchObject({ status: "rejected", reason: { kind: "retry" } });
  expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(written ?? -1);
  db.pragma("max_page_count = 1000");
  expect(await group.write(() => insert.run("x".repeat(100_000)).changes)).toBe(1);
  db.close();
});

test("writes of one tick share one transaction, and hear of it only when it is over", async () => {
  const db = new Database(":memory:");
  const heard: number[] = [];
  let commits = 0;
  const group = openWriteGroup(db, {
    look() {
      commits += 1;
      expect(heard).toEqual([]);
      expect(db.inTransaction).toBe(false);
    },
    toDisk,
    onLost,
  });
  await Promise.all(
    [1, 2, 3].map((number) => group.write(() => number).then((answer) => heard.push(answer))),
  );
  expect(heard).toEqual([1, 2, 3]);
  expect(commits).toBe(1);
  db.close();
});

test("a crowd is written in more than one transaction, in order", async () => {
  const db = new Database(":memory:");
  let commits = 0;
  const group = openWriteGroup(db, {
    look() {
      commits += 1;
    },
    toDisk,
    onLost,
  });
  const crowd = Array.from({ length: 450 }, (_, at) => at);
  expect(await Promise.all(crowd.map((at) => group.write(() => at)))).toEqual(crowd);
  expect(commits).toBe(9);
  db.close();
});

test("nobody hears of a write before the disk has it, and others write meanwhile", async () => {
  const db = new Database(":memory:");
  const waits: (() => void)[] = [];
  const heard: number[] = [];
  const group = openWriteGroup(db, {
    look() {},
    toDisk: () => new Promise((resolve) => void waits.push(resolve)),
    onLost,
  });
  const write = (number: number) => group.write(() => number).then((answer) => heard.push(answer));
  const first = write(1);
  await turn();
  const second = write(2);
  await turn();
  expect(heard).toEqual([]);
  expect(waits).toHaveLength(2);
  waits[0]?.();
  await first;
  expect(heard).toEqual([1]);
  waits[1]?.();
  await second;
  db.close();
});

test("after the disk has lost what it had taken, nothing is said to be kept until the next start", async () => {
  const db = new Database(":memory:");
  let works = false;
  const ended: Error[] = [];
  const group = openWriteGroup(db, {
    look() {},
    toDisk: () => (works ? Promise.resolve() : Promise.reject(new Error("EIO"))),
    onLost: (problem) => void ended.push(problem),
  });
  const lost = { kind: "retry", message: expect.stringContaining("did not keep") as string };
  await expect(group.write(() => 1)).rejects.toMatchObject(lost);
  works = true;
  await expect(group.write(() => 2)).rejects.toMatchObject(lost);
  await expect(group.settled()).rejects.toMatchObject(lost);
  expect(ended).toHaveLength(1);
  await group.end();
  db.close();
});

test("of two that wait when the disk loses what it had taken, neither is told that it is kept", async () => {
  const db = new Database(":memory:");
  const waits: PromiseWithResolvers<void>[] = [];
  const group = openWriteGroup(db, {
    look() {},
    toDisk() {
      const wait = Promise.withResolvers<void>();
      waits.push(wait);
      return wait.promise;
    },
    onLost,
  });
  const first = group.write(() => 1);
  await turn();
  const second = group.write(() => 2);
  await turn();
  waits[0]?.reject(new Error("EIO"));
  waits[1]?.resolve();
  await expect(first).rejects.toMatchObject({ kind: "retry" });
  await expect(second).rejects.toMatchObject({ kind: "retry" });
  db.close();
});

test("what was read of a commit is on disk once everything is settled, and not before", async () => {
  const db = new Database(":memory:");
  let kept = () => {};
  const group = openWriteGroup(db, {
    look() {},
    toDisk: () =>
      new Promise((resolve) => {
        kept = resolve;
      }),
    onLost,
  });
  await group.settled();
  const written = group.write(() => 1);
  await turn();
  const settled = group.settled();
  const first = await Promise.race([settled.then(() => "settled"), turn().then(() => "not yet")]);
  expect(first).toBe("not yet");
  kept();
  await Promise.all([written, settled]);
  db.close();
});
