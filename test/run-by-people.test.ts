import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { commands } from "#commands/table.ts";
import { settingNotes } from "#settings.ts";

import { ageWords, awareWords, dangerWords } from "#texts/terms.ts";
import { openFakeSlack } from "./support/fake-slack/fake-slack.ts";
import { freshFolder, removeFolder } from "./support/folder.ts";
import { freePort } from "./support/local-slack.ts";
import { runProgram } from "./support/run-program.ts";
import { slackMunicipality } from "./support/slack-municipality.ts";

const folderOf = "docs/beheer";
const read = (name: string) => readFileSync(join(folderOf, name), "utf8");

let folder: string;
beforeEach(() => {
  folder = freshFolder("people");
});
afterEach(() => removeFolder(folder));

/** Every `Key=value` of a unit, in order. */
function linesOf(unit: string): [string, string][] {
  return read(unit)
    .split("\n")
    .filter((line) => /^[A-Z]\w*=/.test(line))
    .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]);
}

const valuesOf = (unit: string, key: string) =>
  linesOf(unit).flatMap(([name, value]) => (name === key ? [value] : []));

const units = ["voelspriet.service", "voelspriet-back-up.service", "voelspriet-back-up.timer"];
const home = "/opt/voelspriet";

describe("the units of systemd", () => {
  test.each(units.slice(0, 2))("%s names what exists: files, settings and commands", (unit) => {
    expect(valuesOf(unit, "WorkingDirectory")).toEqual([home]);
    const text = read(unit);
    const paths = [
      ...text.matchAll(/(?:\/opt\/voelspriet\/|[\s;])((?:node_modules|src|docs)\/[\w./-]+)/g),
    ].map(([, path = ""]) => path);
    expect(paths.length).toBeGreaterThan(1);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
    const names = valuesOf(unit, "Environment").map((value) => value.split("=")[0] ?? "");
    expect(names).toContain("DATA_DIR");
    expect(names.filter((name) => !(name in settingNotes) && name !== "NODE_ENV")).toEqual([]);
    const asked = [...text.matchAll(/commands\/run\.ts ([a-z-]+)/g)].map(([, name = ""]) => name);
    expect(asked.filter((name) => !(name in commands))).toEqual([]);
    expect(asked.length).toBe(unit.includes("back-up") ? 2 : 0);
  });

  test("both work on the same data, with the same key, and in the folders that systemd makes", () => {
    const [one = "", other = ""] = units;
    const settings = (unit: string) =>
      valuesOf(unit, "Environment").filter((value) => !value.startsWith("NODE_"));
    expect(settings(other)).toEqual(settings(one));
    const made = valuesOf(one, "StateDirectory")[0]
      ?.split(" ")
      .map((name) => `/var/lib/${name}`);
    const [data, key] = settings(one).map((value) => value.split("=")[1] ?? "");
    expect(made).toEqual([data, dirname(key ?? "")]);
    expect(read(other)).toContain(`ReadWritePaths=${data}`);
  });

  test("it is given longer to stop than it takes, and never leaves a memory dump", () => {
    const patience = Number(
      /longestStopMs = ([\d_]+)/.exec(readFileSync("src/main.ts", "utf8"))?.[1]?.replace("_", ""),
    );
    expect(patience).toBeLessThanOrEqual(10_000);
    expect(Number(valuesOf("voelspriet.service", "TimeoutStopSec")[0]) * 1_000).toBeGreaterThan(patience);
    for (const unit of units.slice(0, 2)) expect(valuesOf(unit, "LimitCORE")).toEqual(["0"]);
  });

  const analyze = "/usr/bin/systemd-analyze";
  test.skipIf(!existsSync(analyze))("systemd itself takes them, and finds little that is open", () => {
    for (const unit of units) {
      // With the paths and the user of this machine: systemd looks whether they are there.
      const text = read(unit)
        .replaceAll(home, resolve("."))
        .replace(/^(User|Group)=.*$/gm, "$1=root");
      writeFileSync(join(folder, basename(unit)), text);
    }
    const files = units.map((unit) => join(folder, unit));
    const verified = spawnSync(analyze, ["verify", "--man=no", ...files], { encoding: "utf8" });
    const ours = `${verified.stdout}${verified.stderr}`
      .split("\n")
      .filter((line) => line.includes("voelspriet"));
    expect(ours).toEqual([]);
    // 10 is open, 0 is closed; below 3 is "OK" by systemd's own scale.
    const security = spawnSync(
      analyze,
      [
        "security",
        "--offline=yes",
        "--threshold=30",
        "--no-pager",
        join(process.cwd(), folderOf, "voelspriet.service"),
      ],
      { encoding: "utf8" },
    );
    expect(security.status, security.stdout.slice(-600) + security.stderr).toBe(0);
  });
});

describe("the container file", () => {
  const text = read("Containerfile").replaceAll("\\\n", " ");
  const copied = [...text.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, words = ""]) =>
    words.split(" ").slice(0, -1),
  );

  test("is on Node 24, as a user without rights, with its data and its key on volumes", () => {
    expect([...text.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image)).toEqual([
      "node:24-slim",
      "node:24-slim",
    ]);
    expect(text).toMatch(/^USER node$/m);
    const volumes = z.array(z.string()).parse(JSON.parse(/^VOLUME (.+)$/m.exec(text)?.[1] ?? "[]"));
    const settings = Object.fromEntries(
      [...(/^ENV (.+)$/m.exec(text)?.[1] ?? "").matchAll(/(\w+)=(\S+)/g)].map(([, name = "", value = ""]) => [
        name,
        value,
      ]),
    );
    expect(Object.keys(settings).filter((name) => !(name in settingNotes) && name !== "NODE_ENV")).toEqual(
      [],
    );
    expect(volumes).toEqual([settings["DATA_DIR"], dirname(settings["KEY_FILE"] ?? "")]);
  });

  test("copies what exists, and every package that the program uses is no dev dependency", () => {
    expect(copied.filter((path) => !existsSync(path))).toEqual([]);
    const { dependencies } = z
      .object({ dependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync("package.json", "utf8")));
    const used = globSync("src/**/*.ts").flatMap((file) =>
      [
        ...readFileSync(file, "utf8").matchAll(/^import (?!type ).*?from "(@[\w-]+\/[\w.-]+|[a-z][\w.-]*)/gm),
      ].map(([, name = ""]) => name),
    );
    expect(used.length).toBeGreaterThan(20);
    expect([...new Set(used)].filter((name) => name !== "node" && !(name in dependencies))).toEqual([]);
  });

  test("what it copies is enough to run, and its health check sees whether that runs", {
    timeout: 60_000,
  }, async () => {
    const app = join(folder, "app");
    mkdirSync(app);
    for (const path of copied) cpSync(path, join(app, path), { recursive: true });
    symlinkSync(resolve("node_modules"), join(app, "node_modules"));
    const slack = await openFakeSlack();
    const port = String(await freePort());
    const { healthy, entry } = healthOf(text);
    const check = () => {
      try {
        execFileSync(process.execPath, healthy, { env: { PORT: port }, timeout: 10_000 });
        return "alive";
      } catch {
        return "not alive";
      }
    };
    try {
      const said: string[] = [];
      const ended = await runProgram(join(app, ...entry), [], {
        env: {
          PORT: port,
          DATA_DIR: join(folder, "data"),
          GEMEENTE_FILE: slackMunicipality(folder, slack.home),
          SLACK_API_URL: slack.apiUrl,
          SLACK_BOT_TOKEN: slack.botToken,
          SLACK_SIGNING_SECRET: slack.signingSecret,
        },
        until: async (out) => {
          if (!out.includes("Gezondheid")) return false;
          said.push(check());
          return true;
        },
      });
      expect(ended).toMatchObject({ code: 0 });
      expect(said[0]).toBe("alive");
      expect(check()).toBe("not alive");
    } finally {
      await slack.close();
    }
  });
});

/** The arguments of the health check and of the entry point, without `node` itself. */
function healthOf(text: string): { healthy: string[]; entry: string[] } {
  const list = z.array(z.string());
  const argumentsOf = (line: RegExp) => list.parse(JSON.parse(line.exec(text)?.[1] ?? "[]"));
  const [node, ...healthy] = argumentsOf(/^HEALTHCHECK .*CMD (\[.+\])$/m);
  const [also, ...entry] = argumentsOf(/^ENTRYPOINT (\[.+\])$/m);
  expect([node, also]).toEqual(["node", "node"]);
  return { healthy, entry };
}

describe("the paper form", () => {
  const html = read("papieren-formulier.html");

  test("asks what the chat asks, with the same answers", () => {
    for (const said of [
      ...Object.values(ageWords),
      ...Object.values(dangerWords),
      ...Object.values(awareWords),
    ])
      expect(html, said.nl).toContain(`</i>${said.nl}`);
  });

  test("says what to do in danger, has room for the phone list, and needs nothing from elsewhere", () => {
    for (const said of ["Bel 112", "0800-2000", "Telefoonlijst", "VS-"]) expect(html).toContain(said);
    expect(html).not.toMatch(/<script|<link|<img|https?:|@import|url\(/);
    expect(html).toContain('lang="nl"');
  });
});
