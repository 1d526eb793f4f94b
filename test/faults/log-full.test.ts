import { execFileSync } from "node:child_process";
import { closeSync, constants, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { openLineOut } from "#start/line-out.ts";
import { freshFolder, removeFolder } from "../support/folder.ts";
import { freePort } from "../support/local-slack.ts";
import { canMount, fillUp, makeRoom, seenBy, smallDisk, startOn } from "../support/small-disk.ts";

const possible = canMount("a log whose disk is full");

const folders: string[] = [];
const stops: (() => unknown)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  for (const folder of folders.splice(0)) removeFolder(folder);
});
function folder(what: string): string {
  const made = freshFolder(what);
  folders.push(made);
  return made;
}

interface Line {
  readonly msg: string;
  readonly count?: number;
}

/** The real program (a trial), with all that it says on a disk of its own that is full before it starts. */
async function startOnFullLog() {
  const at = folder("log");
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const mount = `${smallDisk(1)} && { head -c 2m /dev/zero >"$1/ballast" 2>/dev/null; exec >"$1/out" 2>"$1/err"; }`;
  const child = startOn({ mount, folder: at }, [process.execPath, "src/main.ts"], {
    // oxlint-disable-next-line no-process-env -- the program's own environment, as a person would start it
    env: { PATH: process.env["PATH"], PORT: String(port), DATA_DIR: folder("data"), LOG_LEVEL: "info" },
    stdio: ["ignore", "ignore", "ignore"],
  });
  stops.push(() => child.kill("SIGKILL"));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const disk = seenBy(child, at);
  const press = async () => {
    const fields = { text: "Een leerling is al weken somber.", organisation: "", danger: "unknown" };
    const body = JSON.stringify({
      key: crypto.randomUUID(),
      as: "web:leerkracht",
      act: "report",
      on: "",
      fields,
    });
    const headers = { "Content-Type": "application/json" };
    return (await fetch(`${url}/api/press`, { method: "POST", headers, body })).status;
  };
  const alive = () =>
    fetch(`${url}/healthz`).then(
      ({ status }) => status,
      () => child.exitCode,
    );
  return { child, ended, disk, press, alive, log: () => readFileSync(join(disk, "err"), "utf8") };
}

test.skipIf(!possible)(
  "the disk of the log is full: the program starts, takes everything in, and logs again when there is room",
  async () => {
    const { child, ended, disk, press, alive, log } = await startOnFullLog();
    await expect.poll(alive, { timeout: 30_000 }).toBe(200);
    for (let times = 0; times < 20; times++) expect(await press()).toBe(200);
    expect(log()).toBe("");

    makeRoom(disk);
    await press();
    await expect.poll(log).toMatch(/\n$/);
    fillUp(disk);
    // A line is cut off where the disk ends.
    for (let times = 0; times < 40; times++) expect(await press()).toBe(200);
    makeRoom(disk);
    expect(await press()).toBe(200);

    const lines = log()
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Line);
    const lost = lines.filter(({ msg }) => msg.startsWith("Lines of this log were lost"));
    expect(lost.length).toBe(2);
    for (const { count } of lost) expect(count).toBeGreaterThan(10);
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  },
);

test.skipIf(process.platform !== "linux")(
  "a log that nobody reads keeps nobody waiting, and whoever reads again hears how many lines are lost",
  () => {
    const pipe = join(folder("pipe"), "pipe");
    execFileSync("/usr/bin/mkfifo", [pipe]);
    const fd = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
    stops.push(() => closeSync(fd));
    const everything = () => {
      const piece = Buffer.alloc(1024 * 1024);
      return piece.toString("utf8", 0, readSync(fd, piece));
    };
    const out = openLineOut(fd);
    const line = `${"a".repeat(98)}\n`;
    for (let nth = 0; nth < 5_000; nth++) out.write(line);
    const early = everything();
    out.write("again\n");
    const lines = `${early}${everything()}`.split(/(?<=\n)/);
    const count = lines.length - 2;
    expect(lines.slice(0, count)).toEqual(Array.from({ length: count }, () => line));
    expect(JSON.parse(lines.at(-2) ?? "")).toMatchObject({ count: 5_000 - count });
    expect(lines.at(-1)).toBe("again\n");
    expect(count).toBeGreaterThan(100);
  },
);
