import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import { freshFolder, removeFolder } from "../support/folder.ts";
import { openSink } from "../support/kill-town.ts";

const unshare = "/usr/bin/unshare";

/** A disk of so many megabytes, that only the process on it sees. Linux, where users may make such rooms. */
const onSmallDisk = (mount: string) => ["-Urm", "sh", "-c", `${mount} && shift && exec "$@"`, "sh"];
const mounted = (size: number) => `mount -t tmpfs -o size=${size}m,mode=700 tmpfs "$1"`;

function canMount(): boolean {
  if (process.platform !== "linux") return false;
  const at = freshFolder("mount");
  try {
    execFileSync(unshare, [...onSmallDisk(mounted(1)), at, "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  } finally {
    removeFolder(at);
  }
}

const possible = canMount();
if (!possible)
  console.warn("NOT TESTED: a small disk that fills (F9). That needs unshare and user namespaces.");

const program = "test/support/kill-house.ts";

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

function ready(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("exit", () => reject(new Error("The process ended before it was ready.")));
    child.stdout?.once("data", (data: Buffer) => resolve(Number(data.toString().split(" ")[1])));
  });
}

test.skipIf(!possible)(
  "the disk fills up: nothing is acknowledged that is not kept, it goes on by itself when there is room, and the file is whole",
  { timeout: 60_000 },
  async () => {
    const folder = freshFolder("small-disk");
    const sink = await openSink();
    const args = [...onSmallDisk(mounted(8)), folder, process.execPath, program, folder, sink.url];
    const child = spawn(unshare, args, { stdio: ["ignore", "pipe", "inherit"] });
    children.push(child);
    const port = await ready(child);
    const inside = `/proc/${child.pid}/root${folder}`;
    const acknowledged: string[] = [];
    let number = 0;
    const tell = async (): Promise<number> => {
      number += 1;
      const text = `De huur van dat gezin is drie maanden niet betaald. ${"Er is meer. ".repeat(300)}`;
      const press = { key: `k${number}`, by: `chat:melder-${number}`, act: "report", on: "" };
      const body = JSON.stringify({ ...press, fields: { text, code: "kill" } });
      const answer = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body });
      const code = /VS-\w{4}-\w{3}/.exec(await answer.text())?.[0];
      if (answer.ok && code !== undefined) acknowledged.push(code);
      return answer.status;
    };

    expect(await tell()).toBe(200);
    try {
      for (;;) appendFileSync(join(inside, "ballast"), Buffer.alloc(64 * 1024));
    } catch {
      // It is full.
    }
    const statuses: number[] = [];
    for (let tries = 0; tries < 60; tries++) statuses.push(await tell());
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect(statuses.filter((status) => status === 503).length).toBeGreaterThan(30);
    const during = acknowledged.length;

    rmSync(join(inside, "ballast"));
    await expect.poll(tell, { timeout: 10_000 }).toBe(200);
    for (let more = 0; more < 10; more++) expect(await tell()).toBe(200);

    // What was begun and could not be written comes back when its minute is over.
    writeFileSync(join(inside, "clock"), "120000");
    child.kill("SIGUSR2");
    await expect
      .poll(() => acknowledged.filter((code) => !sink.told("colleagues").has(code)), { timeout: 20_000 })
      .toEqual([]);
    // Its disk goes with it: looked at in a copy.
    child.kill("SIGSTOP");
    const copy = join(folder, "copy");
    cpSync(inside, copy, { recursive: true });
    const sealer = openVault(loadKeyRing(join(copy, "keys.json"), "must-exist"));
    const store = openSqliteStore(join(copy, "voelspriet.db"), sealer);
    const kept = await Promise.all(acknowledged.map((code) => store.findByCode(code)));
    expect(kept.filter((signal) => signal === null)).toEqual([]);
    expect((await store.counts(Date.now())).signals).toBe(acknowledged.length);
    await store.check("whole");
    console.info(`${during} acknowledged while it filled up, ${statuses.length - during + 1} refused`);
    await store.close();
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
    const args = [...onSmallDisk(mount), data, process.execPath, program, data, "http://127.0.0.1:1/"];
    const child = spawn(unshare, args, { stdio: ["ignore", "ignore", "pipe"] });
    children.push(child);
    let said = "";
    child.stderr.on("data", (piece: Buffer) => {
      said += piece.toString();
    });
    const code = await new Promise((resolve) => child.once("close", resolve));
    expect(code).not.toBe(0);
    expect(said).toContain("Nothing can be kept in the folder of");
    expect(said).toContain("that disk is read-only");
    removeFolder(folder);
  },
);
