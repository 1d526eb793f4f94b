import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { freshFolder, removeFolder } from "./support/folder.ts";
import { type Ended, type RunOptions, runCommand, runProgram } from "./support/run-program.ts";

let folder: string;
let data: string;
beforeEach(() => {
  folder = freshFolder("start");
  data = join(folder, "data");
});
afterEach(() => removeFolder(folder));

const isRoot = process.getuid?.() === 0;
/** "nobody": a user without rights. Only the administrator can start a program as somebody else. */
const nobody = 65_534;

/** Starts the program as `npm start` does, and stops it as soon as it runs. */
function start(env: Record<string, string> = {}, options: RunOptions = {}): Promise<Ended> {
  const until = async (out: string) => out.includes("http://");
  return runProgram("src/main.ts", [], { env: { PORT: "0", DATA_DIR: data, ...env }, until, ...options });
}

function doctor(env: Record<string, string> = {}, options: RunOptions = {}): Promise<Ended> {
  return runCommand(["doctor"], { env: { PORT: "0", DATA_DIR: data, ...env }, ...options });
}

function expectRefusal({ code, out, err }: Ended): void {
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).not.toMatch(/^ {4}at |unforeseen/m);
}

describe("the start", () => {
  test("makes what a trial needs, and stops when it is asked to", async () => {
    expect(await start({ DATA_DIR: join(data, "a", "b") })).toMatchObject({ code: 0, err: "" });
    expect(readdirSync(join(data, "a", "b"))).toContain("sleutels.json");
  });

  test("names every fault at once, with value, expectation and fix, and writes nothing", async () => {
    const yaml = join(folder, "gemeente.yaml");
    writeFileSync(yaml, "municipality: X\nnonsense: 1\n");
    const ended = await start({
      PORT: "0x10",
      LOG_LEVEL: "loud",
      HOST: "0.0.0.0",
      GEMEENTE_FILE: yaml,
      THEME_FILE: join(folder, "no.css"),
      KEY_FILE: join(folder, "nowhere", "key.json"),
    });
    expectRefusal(ended);
    for (const said of [
      '- PORT is "0x10": expected a whole number from 0 to 65535',
      '- LOG_LEVEL is "loud": expected info',
      "- HOST: The trial page would listen on HOST=0.0.0.0",
      `- GEMEENTE_FILE: ${yaml} has `,
      "line 2, nonsense",
      `- THEME_FILE ${folder}/no.css can not be read: it does not exist`,
      `- KEY_FILE ${folder}/nowhere/key.json: there is no folder ${folder}/nowhere`,
    ]) {
      expect(ended.err).toContain(said);
    }
    expect(readdirSync(folder)).toEqual(["gemeente.yaml"]);
  });

  test("takes no arguments: a setting typed there would do nothing", async () => {
    const ended = await runProgram("src/main.ts", ["--port", "80"], { env: { DATA_DIR: data } });
    expect(ended).toMatchObject({ code: 2, out: "" });
    expect(ended.err).toContain("PORT=3001 npm start");
    expect(existsSync(data)).toBe(false);
  });

  test("never makes a new key beside a database", async () => {
    await start();
    renameSync(join(data, "sleutels.json"), join(folder, "kept.json"));
    const before = readdirSync(data).sort();
    const ended = await start();
    expectRefusal(ended);
    expect(ended.err).toContain(`There is no key file at ${data}/sleutels.json, but there is a database`);
    expect(ended.err).toContain("A new one can not open this database");
    expect(readdirSync(data).sort()).toEqual(before);
    renameSync(join(folder, "kept.json"), join(data, "sleutels.json"));
    expect(await start()).toMatchObject({ code: 0, err: "" });
  });

  test.each(["/proc/voelspriet", "/proc/voelspriet/data", "/sys/voelspriet"])(
    "ends at once where no files can be kept: %s",
    async (path) => {
      if (!existsSync("/proc/self")) return;
      const ended = await start({ DATA_DIR: path });
      expectRefusal(ended);
      expect(ended.err).toContain(`DATA_DIR ${path} can not be used`);
    },
  );

  test("says so when DATA_DIR is a file, or lies behind one", async () => {
    writeFileSync(data, "");
    for (const path of [data, join(data, "below")]) {
      const ended = await start({ DATA_DIR: path });
      expectRefusal(ended);
      expect(ended.err).toContain(`DATA_DIR ${path} can not be used: a part of the path is a file`);
    }
  });

  test.runIf(isRoot)(
    "says so when this user can not write in DATA_DIR, and where it would be made",
    async () => {
      chmodSync(folder, 0o755);
      mkdirSync(data, { mode: 0o755 });
      for (const path of [data, join(folder, "new")]) {
        const [ended, looked] = await Promise.all([
          start({ DATA_DIR: path }, { uid: nobody }),
          doctor({ DATA_DIR: path }, { uid: nobody }),
        ]);
        expectRefusal(ended);
        const said = `DATA_DIR ${path} can not be used: the user that runs this may not use it`;
        expect(ended.err).toContain(said);
        expect(looked).toMatchObject({ code: 1, err: expect.stringContaining(`FAULT ${said}`) });
      }
    },
  );
});

describe("doctor", () => {
  test("takes a machine on which nothing was started yet for what it is", async () => {
    const { code, out, err } = await doctor();
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(`note  There is no data folder ${data} yet: the first start makes it.`);
    expect(existsSync(data)).toBe(false);
  });

  test("finds nothing wrong after a start", async () => {
    await start();
    const { code, out, err } = await doctor();
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("ok    The store is whole and opens with this key.");
  });

  test("goes on after bad settings with what can still be checked, as the start does", async () => {
    await start();
    const ended = await doctor({ PORT: "http", HOST: "192.0.2.1", THEME_FILE: folder });
    expect(ended.code).toBe(1);
    expect(ended.err).toContain('FAULT PORT is "http": expected a whole number');
    expect(ended.err).toContain("HOST=192.0.2.1");
    expect(ended.err).toContain(`FAULT THEME_FILE ${folder} can not be read: it is not a plain file`);
    expect(ended.out).toContain("ok    The store is whole and opens with this key.");
    expect(ended.out).toContain("ok    The municipality file can be read");
  });

  test("names a lost key once", async () => {
    await start();
    renameSync(join(data, "sleutels.json"), join(folder, "kept.json"));
    const { code, err } = await doctor();
    expect(code).toBe(1);
    expect(err.match(/There is no key file/g)).toHaveLength(1);
  });

  test("says that something listens on the port already", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const bound = other.address();
    const port = typeof bound === "object" && bound !== null ? bound.port : 0;
    const { code, out } = await doctor({ PORT: String(port) });
    await new Promise((resolve) => other.close(resolve));
    expect(code).toBe(0);
    expect(out).toContain(`note  Something listens on PORT ${port} already`);
  });

  test.runIf(isRoot)("does not take a key file of somebody else for missing", async () => {
    await start();
    chmodSync(folder, 0o755);
    for (const name of readdirSync(data)) {
      if (name !== "sleutels.json") chownSync(join(data, name), nobody, nobody);
    }
    chownSync(data, nobody, nobody);
    const { code, err } = await doctor({}, { uid: nobody });
    expect(code).toBe(1);
    expect(err).toContain(`The key file ${data}/sleutels.json can not be read`);
    expect(err).toContain("It belongs to user 0; this is user 65534.");
    expect(err).not.toContain("There is no key file");
  });
});

describe("an admin command", () => {
  test.each(["status", "digest", "export", "backup", "rotate-key"])(
    "%s says what is missing before the first start, and makes nothing",
    async (name) => {
      const ended = await runCommand([name], { env: { DATA_DIR: data } });
      expectRefusal(ended);
      expect(ended.err).toMatch(/There is no (data folder|key file)/);
      expect(existsSync(data)).toBe(false);
    },
  );
});
