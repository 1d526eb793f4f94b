import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, expect, test } from "vitest";
import { restoredSetting } from "#outbox/restored.ts";
import { openChance, openLoad } from "./support/kill-load.ts";
import { type KillTown, openKillTown, pause } from "./support/kill-slack.ts";
import { type Ended, runCommand } from "./support/run-program.ts";
import { openStage, type Stage } from "./support/stage.ts";

let town: KillTown | null = null;
let stage: Stage | null = null;
afterEach(async () => {
  await town?.close();
  await stage?.close();
  town = null;
  stage = null;
});

const story = "De huur van dat gezin is drie maanden niet betaald.";

/** Marks of the words that are kept, with how often. Every story is opened. */
async function marksIn({ look }: KillTown): Promise<Map<string, number>> {
  return look(async (store) => {
    await store.check("whole");
    const marks = new Map<string, number>();
    for (const { id } of await store.openSignals())
      for (const { text } of await store.passages(id))
        for (const mark of text.match(/kenmerk\w+x/g) ?? []) marks.set(mark, (marks.get(mark) ?? 0) + 1);
    return marks;
  });
}

/** Messages too many in direct messages: the same notice posted twice. In a channel Slack lets nobody look that up. */
function repeatsIn({ slack }: KillTown): string[] {
  const times = new Map<string, number>();
  for (const { channel, blocks, earlier } of slack.posted()) {
    if (!channel.startsWith("D")) continue;
    const [first] = earlier[0]?.blocks ?? blocks;
    const notice = `${channel} ${first !== undefined && "block_id" in first ? String(first.block_id) : ""}`;
    times.set(notice, (times.get(notice) ?? 0) + 1);
  }
  return [...times].flatMap(([notice, count]) => (count > 1 ? [notice] : []));
}

test("the drill: a back-up under load, everything deleted, put back; all stories open, the road goes on, and nobody reads anything twice", {
  timeout: 240_000,
}, async () => {
  town = await openKillTown({ how: "http", experts: 12, env: { LOG_LEVEL: "error" } });
  const { slack, settings, data, folder } = town;
  const command = (...args: string[]): Promise<Ended> => runCommand(args, { env: settings });
  await town.start();
  const load = openLoad(town, openChance(20261122), "r");
  const working = new AbortController();
  const people = async () => {
    for (; !working.signal.aborted; await pause(100)) await load.run(working.signal, 2);
  };
  const running = people();
  await pause(2_500);
  // For a moment Slack hangs: messages that were never tried wait while the copy is made.
  slack.fail("chat.postMessage", { fault: "hang" }, { times: 10_000 });
  await pause(1_200);
  const before = load.given.filter(({ acknowledged }) => acknowledged).map(({ mark }) => mark);
  const copy = join(folder, "back-up.db");
  const made = await command("backup", copy);
  expect(made).toMatchObject({ code: 0, err: "" });
  expect(statSync(copy).mode & 0o077).toBe(0);
  slack.heal();
  // What waited in the copy goes out after all, and more comes in.
  await pause(9_000);

  // Not while it runs, and nothing is changed by asking.
  const refused = await command("restore", copy, "--yes");
  expect(refused).toMatchObject({ code: 1, out: "" });
  expect(refused.err).toContain("Another process serves the store");

  await town.kill();
  working.abort();
  await running;
  const posted = slack.posted().length;
  for (const name of readdirSync(data)) if (name.startsWith("voelspriet.db")) rmSync(join(data, name));

  const restored = await command("restore", copy);
  expect(restored).toMatchObject({ code: 0, err: "" });
  expect(restored.out).toContain("every text opens with this key");
  expect(restored.out).toMatch(/\d+ signals \(\d+ open\)/);
  expect(restored.out).toMatch(/Up to 20\d\d-.*minutes ago\. What came later is not in it\./);
  const kept = await marksIn(town);
  expect(before.length).toBeGreaterThan(3);
  expect(before.filter((mark) => !kept.has(mark))).toEqual([]);
  const waiting = await town.look((store) => store.counts(Date.now()));

  await town.start();
  await town.quiet(90_000);
  const after = await town.look((store) => store.counts(Date.now()));
  expect(after).toMatchObject({ unowned: 0, deadNotices: 0, waits: { typed: { length: 0 } } });
  expect(after.waits.timerDue).toBeNull();
  expect([...(await marksIn(town))].filter(([, times]) => times > 1)).toEqual([]);
  expect(repeatsIn(town)).toEqual([]);
  // What was sent after the back-up was looked up, not sent again: there was something to look up.
  expect(waiting.waitingNotices + waiting.dueTimers + waiting.waitingTyped).toBeGreaterThan(0);
  expect(slack.posted().length).toBeGreaterThanOrEqual(posted);

  // The road goes on.
  const juf = slack.user("U0NIEUW");
  const told = slack.posted().length;
  expect((await juf.dm(`${story} kenmerknieuwx`)).status).toBe(200);
  await slack.eventually(() => slack.posted().length > told, 20_000);
  await town.quiet(60_000);
  expect((await marksIn(town)).get("kenmerknieuwx")).toBe(1);
  expect(town.said().err).not.toMatch(/unforeseen|^ {4}at /m);
});

async function copyOf(from: Stage, name = "copy.db"): Promise<string> {
  const file = join(from.folder, name);
  await from.store.backup(file);
  return file;
}

const run = (from: Stage, ...args: string[]) =>
  runCommand(args, {
    env: { DATA_DIR: from.folder, KEY_FILE: join(from.folder, "keys.json") },
  });

test("clocks that ended after the back-up end again, and what they bring carries the same id, to be looked up before it is sent", async () => {
  stage = await openStage();
  await stage.report(story);
  const copy = await copyOf(stage);
  const { sends } = stage.chat;
  const atCopy = sends.length;
  // Until the ladder has climbed once: somebody else is asked.
  while (sends.length === atCopy) await stage.turnTo((await stage.store.nextDue()) ?? 0);
  const later = new Set(sends.slice(atCopy).map(({ id }) => id));
  await stage.store.close();
  for (const end of ["", "-wal", "-shm"]) rmSync(join(stage.folder, `voelspriet.db${end}`), { force: true });
  copyFileSync(copy, join(stage.folder, "voelspriet.db"));
  const before = sends.length;
  await stage.restart();
  await stage.store.remember(restoredSetting, String(stage.clock.now()));
  await stage.house.runDue();
  const again = sends.slice(before);
  expect(again.length).toBeGreaterThan(0);
  expect(again.filter(({ attempt }) => attempt < 2)).toEqual([]);
  expect(new Set(again.map(({ id }) => id))).toEqual(later);
  expect((await stage.store.counts(stage.clock.now())).unowned).toBe(0);
  // A day later a first try is a first try again.
  await stage.pass({ days: 2 });
  const fresh = sends.length;
  await stage.report("Een leerling is al weken somber.", {}, "chat:meester");
  expect(sends.slice(fresh).every(({ attempt }) => attempt === 1)).toBe(true);
});

test("over a store that stands there it tells what would be lost and changes nothing; with --yes the old file is kept", {
  timeout: 60_000,
}, async () => {
  stage = await openStage();
  const first = await stage.report(story);
  const erased = await stage.report("Een verhaal dat gewist moet worden.", {}, "chat:meester");
  const copy = await copyOf(stage);
  await stage.pass({ minutes: 30 });
  const lost = await stage.report("Een leerling is al weken somber.");
  await stage.press(`chat:${(await stage.signal(first.code)).asked[0]}`, "accept", first.code);
  await stage.store.close();
  expect(await run(stage, "erase", erased.code, "--yes")).toMatchObject({ code: 0 });

  const asked = await run(stage, "restore", copy);
  expect(asked.code).toBe(1);
  expect(asked.out).toContain(`1 signals came after the back-up and would be lost: ${lost.code}.`);
  expect(asked.out).toContain(first.code);
  expect(asked.err).toContain("nothing was changed");
  expect(asked.out + asked.err).not.toMatch(/somber|huur/);
  expect(
    readdirSync(stage.folder).filter((name) => name.includes(".before") || name.includes(".copy")),
  ).toEqual([]);

  const done = await run(stage, "restore", copy, "--yes");
  expect(done).toMatchObject({ code: 0, err: "" });
  expect(done.out).toContain("1 stories that were erased after the back-up are erased in it too.");
  expect(readdirSync(stage.folder).filter((name) => name.endsWith(".copy"))).toEqual([]);
  const old = readdirSync(stage.folder).find((name) => /voelspriet\.db\.before-\d{8}T\d{6}$/.test(name));
  expect(old).toBeDefined();
  expect(statSync(join(stage.folder, old ?? "")).mode & 0o077).toBe(0);
  await stage.restart();
  expect(await stage.store.findByCode(lost.code)).toBeNull();
  expect((await stage.store.passages(first.id)).length).toBeGreaterThan(0);
  expect(await stage.store.passages(erased.id)).toEqual([]);
  // The way back: the old file is a back-up like any other.
  await stage.store.close();
  expect(await run(stage, "restore", join(stage.folder, old ?? ""), "--yes")).toMatchObject({ code: 0 });
  await stage.restart();
  expect((await stage.store.findByCode(lost.code))?.code).toBe(lost.code);
});

test("what can not be put back is refused, and the store of now stays as it is", {
  timeout: 60_000,
}, async () => {
  stage = await openStage();
  const { code } = await stage.report(story);
  const copy = await copyOf(stage);
  const damaged = join(stage.folder, "damaged.db");
  const bytes = Buffer.from(await import("node:fs").then(({ readFileSync }) => readFileSync(copy)));
  bytes.fill(0xff, bytes.lastIndexOf("v1."), bytes.lastIndexOf("v1.") + 40);
  writeFileSync(damaged, bytes);
  writeFileSync(join(stage.folder, "diary.db"), "Lief dagboek ".repeat(999));
  writeFileSync(join(stage.folder, "empty.db"), "");
  new Database(join(stage.folder, "photos.db")).exec("CREATE TABLE photos (id)").close();
  await stage.store.close();
  for (const [name, why] of [
    ["damaged.db", /can not be used: .*(damaged|altered)/],
    ["diary.db", /can not be used: it is damaged\./],
    ["photos.db", /can not be used: it is not a store of this software\. Nothing/],
    ["empty.db", /can not be used: .*empty/],
    ["nothing.db", /it does not exist/],
    [".", /is not a file/],
  ] as const) {
    const ended = await run(stage, "restore", join(stage.folder, name), "--yes");
    expect(ended.code, name).toBe(1);
    expect(ended.err, name).toMatch(why);
    expect(ended.err, name).toContain("othing was changed");
  }
  // Another key: it says so, and does not replace what can be read by what can not.
  const other = join(stage.folder, "other");
  expect((await runCommand(["restore", copy], { env: { DATA_DIR: other } })).err).toContain("no key file");
  expect(existsSync(join(other, "voelspriet.db"))).toBe(false);
  expect(readdirSync(stage.folder).filter((name) => name.includes(".copy"))).toEqual([]);
  await stage.restart();
  expect((await stage.store.findByCode(code))?.code).toBe(code);
});

test("check opens every text, of the store beside a running server and of a back-up, and leaves the back-up as it was", async () => {
  stage = await openStage();
  await stage.report(story);
  const copy = await copyOf(stage);
  const before = statSync(copy).mtimeMs;
  const [whole, ofCopy] = [await run(stage, "check"), await run(stage, "check", copy)];
  expect(whole).toMatchObject({ code: 0, err: "" });
  expect(whole.out).toContain("The store is whole: every text opens with this key");
  expect(ofCopy.out).toContain("1 signals (1 open)");
  expect(statSync(copy).mtimeMs).toBe(before);
  expect(
    readdirSync(stage.folder).filter((name) => name.includes("copy.db-") || name.endsWith(".copy")),
  ).toEqual([]);
});

test("a check of a back-up in another folder leaves the data folder alone: a restore may be busy there, and the disk may be nearly full", async () => {
  stage = await openStage();
  await stage.report(story);
  const copy = await copyOf(stage);
  const elsewhere = join(stage.folder, "elsewhere");
  mkdirSync(elsewhere);
  copyFileSync(copy, join(elsewhere, "night.db"));
  writeFileSync(join(stage.folder, "voelspriet.db.copy"), "of a restore that is busy");
  expect(await run(stage, "check", join(elsewhere, "night.db"))).toMatchObject({ code: 0 });
  expect(readFileSync(join(stage.folder, "voelspriet.db.copy"), "utf8")).toBe("of a restore that is busy");
  expect(readdirSync(elsewhere)).toEqual(["night.db"]);
});

test("what a restore that was killed left behind is not taken away by asking to put it back", async () => {
  stage = await openStage();
  await stage.report(story);
  const left = join(stage.folder, "voelspriet.db.copy");
  copyFileSync(await copyOf(stage), left);
  await stage.store.close();
  const ended = await run(stage, "restore", left, "--yes");
  expect(ended.code).toBe(1);
  expect(ended.err).toContain("nothing was changed");
  expect(existsSync(left)).toBe(true);
  await stage.restart();
});
