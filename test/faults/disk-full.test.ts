import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, expect, test } from "vitest";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import { freshFolder, removeFolder } from "../support/folder.ts";
import { openSink } from "../support/kill-town.ts";
import { canMount, fillUp, makeRoom, ready, seenBy, smallDisk, startOn } from "../support/small-disk.ts";

const possible = canMount("a small disk that fills");
const program = [process.execPath, resolve("test/support/kill-house.ts")];

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

/** Somebody who signals: gives the status, and keeps what was acknowledged. */
function openTeller(port: () => number) {
  const acknowledged: string[] = [];
  let number = 0;
  const tell = async (): Promise<number> => {
    number += 1;
    const text = `De huur van dat gezin is drie maanden niet betaald. ${"Er is meer. ".repeat(300)}`;
    const press = { key: `k${number}`, by: `chat:melder-${number}`, act: "report", on: "" };
    const body = JSON.stringify({ ...press, fields: { text, code: "kill" } });
    const answer = await fetch(`http://127.0.0.1:${port()}/`, { method: "POST", body });
    const code = /VS-\w{4}-\w{3}/.exec(await answer.text())?.[0];
    if (answer.ok && code !== undefined) acknowledged.push(code);
    return answer.status;
  };
  return { acknowledged, tell };
}

/** All of it is there, nothing else is, and the file is whole. Its disk goes with the process: looked at in a copy. */
async function expectKept(inside: string, copy: string, acknowledged: readonly string[]): Promise<void> {
  cpSync(inside, copy, { recursive: true });
  const sealer = openVault(loadKeyRing(join(copy, "keys.json"), "must-exist"));
  const store = openSqliteStore(join(copy, "voelspriet.db"), sealer);
  const kept = await Promise.all(acknowledged.map((code) => store.findByCode(code)));
  expect(kept.filter((signal) => signal === null)).toEqual([]);
  expect((await store.counts(Date.now())).signals).toBe(acknowledged.length);
  await store.check("whole");
  await store.close();
}

/** Empty files, until there is no place for one more. */
function fillWithFiles(folder: string): void {
  try {
    for (let nth = 0; ; nth++) writeFileSync(join(folder, `empty-${nth}`), "");
  } catch (thrown) {
    expect(thrown).toMatchObject({ code: "ENOSPC" });
  }
}

/** How a program ended, and what it said. */
async function endOf(child: ChildProcess): Promise<{ readonly code: number | null; readonly said: string }> {
  let said = "";
  child.stderr?.on("data", (piece: Buffer) => {
    said += piece.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, said };
}

test.skipIf(!possible)(
  "the disk fills up: nothing is acknowledged that is not kept, it goes on by itself when there is room, and the file is whole",
  { timeout: 60_000 },
  async () => {
    const folder = freshFolder("small-disk");
    const sink = await openSink();
    const child = startOn({ mount: smallDisk(8), folder }, [...program, folder, sink.url]);
    children.push(child);
    const port = await ready(child);
    const inside = seenBy(child, folder);
    const { tell, acknowledged } = openTeller(() => port);

    expect(await tell()).toBe(200);
    fillUp(inside);
    const statuses: number[] = [];
    for (let tries = 0; tries < 60; tries++) statuses.push(await tell());
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect(statuses.filter((status) => status === 503).length).toBeGreaterThan(30);
    const during = acknowledged.length;

    makeRoom(inside);
    await expect.poll(tell, { timeout: 10_000 }).toBe(200);
    for (let more = 0; more < 10; more++) expect(await tell()).toBe(200);

    // What was begun and could not be written comes back when its minute is over.
    writeFileSync(join(inside, "clock"), "120000");
    child.kill("SIGUSR2");
    await expect
      .poll(() => acknowledged.filter((code) => !sink.told("colleagues").has(code)), { timeout: 20_000 })
      .toEqual([]);
    child.kill("SIGSTOP");
    await expectKept(inside, join(folder, "copy"), acknowledged);
    console.info(`${during} acknowledged while it filled up, ${statuses.length - during + 1} refused`);
    sink.close();
    removeFolder(folder);
  },
);

test.skipIf(!possible)(
  "the disk has room and no place for one more file: who runs goes on, a start ends at once and says it",
  { timeout: 60_000 },
  async () => {
    const folder = freshFolder("no-inodes");
    const sink = await openSink();
    const keeper = startOn({ mount: smallDisk(16, ",nr_inodes=30"), folder }, ["sleep", "600"]);
    children.push(keeper);
    const inside = seenBy(keeper, folder);
    await expect.poll(() => statfsSync(inside).files).toBe(30);
    const start = () => {
      const room = ["-t", String(keeper.pid), "-U", "-m", "--preserve-credentials"];
      const child = spawn("/usr/bin/nsenter", [...room, ...program, folder, sink.url], {
        stdio: ["ignore", "pipe", "pipe"],
      });
      children.push(child);
      return child;
    };
    let child = start();
    let port = await ready(child);
    const { tell, acknowledged } = openTeller(() => port);
    expect(await tell()).toBe(200);

    fillWithFiles(inside);
    for (let tries = 0; tries < 20; tries++) expect(await tell()).toBe(200);
    await expect
      .poll(() => acknowledged.filter((code) => !sink.told("colleagues").has(code)), { timeout: 20_000 })
      .toEqual([]);
    child.kill("SIGTERM");
    expect((await endOf(child)).code).toBe(0);

    fillWithFiles(inside);
    const { code, said } = await endOf(start());
    expect(code).not.toBe(0);
    expect(said).toContain(
      "no file can be made there. See whether its disk has room (df -h), also for one more file (df -i)",
    );

    for (const name of readdirSync(inside)) if (name.startsWith("empty-")) rmSync(join(inside, name));
    child = start();
    port = await ready(child);
    expect(await tell()).toBe(200);
    child.kill("SIGSTOP");
    await expectKept(inside, join(folder, "copy"), acknowledged);
    sink.close();
    removeFolder(folder);
  },
);

test.skipIf(!possible)(
  "a disk that can only be read: the start ends at once, and says what to look at",
  {
    timeout: 60_000,
  },
  async () => {
    const folder = freshFolder("read-only");
    const data = join(folder, "data");
    mkdirSync(data);
    const sealer = openVault(loadKeyRing(join(data, "keys.json"), "make-when-missing"));
    await openSqliteStore(join(data, "voelspriet.db"), sealer).close();
    const mount = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1"';
    const command = [...program, data, "http://127.0.0.1:1/"];
    const child = startOn({ mount, folder: data }, command, { stdio: ["ignore", "ignore", "pipe"] });
    children.push(child);
    const { code, said } = await endOf(child);
    expect(code).not.toBe(0);
    expect(said).toContain("Nothing can be kept in the folder of");
    expect(said).toContain("that disk is read-only");
    removeFolder(folder);
  },
);
