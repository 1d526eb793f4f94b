import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What was asked of the disk: `w` write, `t` cut to a length, `s` wait until it is safe, `c` make, `r` rename, `l` link, `u` remove. */
interface Asked {
  readonly op: string;
  readonly name: string;
  readonly at: number;
  readonly data: Buffer;
}

/** The files of a folder, by name. */
export type Image = ReadonlyMap<string, Buffer>;

interface File {
  /** As the program sees it. */
  now: Buffer;
  /** What is on the disk for certain. */
  safe: Buffer;
  /** What was asked since then: of this a power cut leaves any part. */
  since: Asked[];
}

const gcc = "/usr/bin/gcc";
const sector = 512;

/** Is there a compiler on this machine? Without it no power cut can be played. */
export function canLogPower(): boolean {
  if (process.platform !== "linux") return false;
  try {
    execFileSync(gcc, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Makes a library of one of the C files here, to load before the C library. */
export function preloaded(name: "power-log" | "read-only", library: string): string {
  const source = fileURLToPath(new URL(`./${name}.c`, import.meta.url));
  execFileSync(gcc, ["-shared", "-fPIC", "-O1", "-o", library, source, "-ldl", "-lpthread"]);
  return library;
}

/** A run on a folder. `breaks`: the wait for the log with this number fails. */
interface Run {
  readonly folder: string;
  readonly args?: readonly string[];
  readonly breaks?: number;
}

/** Runs this script of ours until it ends, on this folder, and gives everything that it asked of the disk. Throws where it ends badly. */
export function loggedRun(script: URL, run: Run): readonly Asked[] {
  start(script, run);
  return asked(readFileSync(`${run.folder}.log`));
}

/** The same of a run that ends badly, and what it said then. */
export function brokenRun(
  script: URL,
  run: Run,
): { readonly said: string; readonly asked: readonly Asked[] } {
  let said = "";
  try {
    start(script, run);
  } catch (thrown) {
    said = String((thrown as { stderr?: unknown }).stderr);
  }
  return { said, asked: asked(readFileSync(`${run.folder}.log`)) };
}

function start(script: URL, { folder, args = [], breaks }: Run): void {
  const [library, log] = [preloaded("power-log", `${folder}.so`), `${folder}.log`];
  execFileSync(process.execPath, [fileURLToPath(script), folder, ...args], {
    // oxlint-disable-next-line no-process-env -- the child's own surroundings, and what notes its writes
    env: {
      ...process.env,
      LD_PRELOAD: library,
      POWER_FOLDER: folder,
      POWER_LOG: log,
      ...(breaks === undefined ? {} : { POWER_BREAK: String(breaks) }),
    },
    stdio: ["ignore", "ignore", breaks === undefined ? "inherit" : "pipe"],
  });
}

function asked(log: Buffer): Asked[] {
  const all: Asked[] = [];
  for (let at = 0; at < log.length; ) {
    const op = String.fromCharCode(log[at] ?? 0);
    const nameEnd = at + 2 + (log[at + 1] ?? 0);
    const name = log.toString("utf8", at + 2, nameEnd);
    const length = log.readUInt32LE(nameEnd + 8);
    const dataAt = nameEnd + 12;
    const hasData = "wrl".includes(op);
    const data = log.subarray(dataAt, dataAt + (hasData ? length : 0));
    all.push({ op, name, at: Number(log.readBigUInt64LE(nameEnd)), data });
    at = dataAt + data.length;
  }
  return all;
}

/** The disk after so many steps, as it would be found then. */
export interface Disk {
  readonly step: number;
  /** Where only the process ended: the machine still writes what it was asked to. */
  killed(): Image;
  /** Where the power went: of what was not waited for there is nothing, or any part. */
  cut(chance: (below: number) => number): Image;
}

/** Plays what was asked of the disk, on what was there before, and stops after each of these steps. */
export function* play(all: readonly Asked[], before: Image, stops: ReadonlySet<number>): Generator<Disk> {
  const files = new Map<string, File>();
  for (const [name, bytes] of before) files.set(name, { now: bytes, safe: bytes, since: [] });
  for (const [index, one] of all.entries()) {
    goOn(files, one);
    if (!stops.has(index + 1)) continue;
    yield {
      step: index + 1,
      killed: () => new Map([...files].map(([name, { now }]) => [name, Buffer.from(now)])),
      cut: (chance) => new Map([...files].map(([name, file]) => [name, left(file, chance)])),
    };
  }
}

function goOn(files: Map<string, File>, one: Asked): void {
  const file = files.get(one.name) ?? { now: Buffer.alloc(0), safe: Buffer.alloc(0), since: [] };
  const to = one.data.toString();
  switch (one.op) {
    case "u":
      files.delete(one.name);
      return;
    case "l":
      files.set(to, { ...file, since: [...file.since] });
      return;
    case "r":
      files.delete(one.name);
      files.set(to, file);
      return;
    case "s":
      files.set(one.name, { now: file.now, safe: Buffer.from(file.now), since: [] });
      return;
    case "w":
    case "t":
      files.set(one.name, { ...file, now: done(file.now, one), since: [...file.since, one] });
      return;
    default:
      files.set(one.name, file);
  }
}

function done(bytes: Buffer, { op, at, data }: Asked): Buffer {
  const length = op === "t" ? at : Math.max(bytes.length, at + data.length);
  const next = length === bytes.length ? bytes : Buffer.concat([bytes.subarray(0, length)], length);
  if (op === "w") data.copy(next, at);
  return next;
}

/** How much of what was not waited for is there: one way in three nothing, in three whole writes, in three single sectors. */
function left(file: File, chance: (below: number) => number): Buffer {
  const how = chance(3);
  let bytes: Buffer = Buffer.from(file.safe);
  if (how === 0) return bytes;
  for (const one of file.since) {
    if (one.op === "t" || how === 1) {
      if (chance(2) === 0) bytes = done(bytes, one);
      continue;
    }
    for (let at = 0; at < one.data.length; at += sector - ((one.at + at) % sector)) {
      const end = at + sector - ((one.at + at) % sector);
      if (chance(2) === 0) bytes = done(bytes, { ...one, at: one.at + at, data: one.data.subarray(at, end) });
    }
  }
  return bytes;
}

/** Puts these files into a folder. */
export function putIn(folder: string, image: Image): void {
  for (const [name, bytes] of image) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes, { mode: 0o600 });
  }
}

/** The files of a folder. */
export function imageOf(folder: string): Image {
  if (!existsSync(folder)) return new Map();
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
}
