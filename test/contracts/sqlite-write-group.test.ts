import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { openWriteGroup } from "#store/sqlite/write-group.ts";

test("a full disk refuses every write that it hits, and the next one works when there is room", async () => {
  const db = new Database(":memory:");
  db.exec("CREATE TABLE words (word TEXT)");
  const insert = db.prepare("INSERT INTO words VALUES (?)");
  const group = openWriteGroup(db, () => {});
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
  const group = openWriteGroup(db, () => {
    commits += 1;
    expect(heard).toEqual([]);
    expect(db.inTransaction).toBe(false);
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
  const group = openWriteGroup(db, () => {
    commits += 1;
  });
  const crowd = Array.from({ length: 450 }, (_, at) => at);
  expect(await Promise.all(crowd.map((at) => group.write(() => at)))).toEqual(crowd);
  expect(commits).toBe(3);
  db.close();
});
