import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { expect, test } from "vitest";

/**
 * Who may import whom: one line per folder of src/. A folder without a line may not exist, and nothing may be imported
 * that is not named. `own` vendors are npm packages or node: modules (node: is free where it says so).
 */
const table: Record<string, { rooms: string[]; vendors: string[] }> = {
  base: { rooms: [], vendors: ["node:crypto", "pino"] },
  signal: { rooms: ["base"], vendors: ["temporal-polyfill"] },
  texts: { rooms: ["base", "signal"], vendors: [] },
  // ports and rooms
  store: { rooms: ["signal"], vendors: [] },
  // how everything is laid out as rows, and sealed: the same on every database
  "store/layout": { rooms: ["base", "signal", "store"], vendors: [] },
  "store/move": { rooms: ["base", "store"], vendors: ["node:crypto"] },
  "store/sqlite": {
    rooms: ["base", "signal", "store", "store/layout", "store/move"],
    vendors: ["better-sqlite3", "node:*"],
  },
  "store/postgres": {
    rooms: ["base", "signal", "store", "store/layout", "store/move"],
    vendors: ["pg", "node:*"],
  },
  chat: { rooms: ["base", "signal", "texts"], vendors: ["zod"] },
  // what every door that listens needs: no platform in it
  "chat/wire": { rooms: ["base"], vendors: ["node:*"] },
  "chat/slack": {
    rooms: ["base", "signal", "texts", "chat", "chat/wire"],
    vendors: ["@slack/bolt", "@slack/web-api", "zod", "node:*"],
  },
  "chat/teams": {
    rooms: ["base", "signal", "texts", "chat", "chat/wire"],
    vendors: ["@microsoft/teams.apps", "@microsoft/teams.api", "@microsoft/teams.cards", "zod", "node:*"],
  },
  "chat/web": { rooms: ["base", "signal", "texts", "chat"], vendors: ["express", "zod", "node:*"] },
  "chat/web/page": { rooms: [], vendors: [] },
  intake: { rooms: ["base", "signal", "store"], vendors: [] },
  classify: { rooms: ["base", "signal"], vendors: ["zod"] },
  "classify/embedded": { rooms: ["base", "signal", "classify"], vendors: ["zod", "node:*"] },
  "classify/openai": { rooms: ["base", "signal", "classify"], vendors: ["openai", "zod", "node:*"] },
  route: { rooms: ["base", "signal"], vendors: ["zod", "yaml", "temporal-polyfill"] },
  "follow-up": { rooms: ["base", "signal"], vendors: [] },
  digest: { rooms: ["base", "signal", "texts"], vendors: ["temporal-polyfill", "@resvg/resvg-js", "node:*"] },
  privacy: { rooms: ["base", "signal", "store"], vendors: ["node:*", "zod"] },
  // engines
  "in-tray": { rooms: ["base", "signal", "store"], vendors: [] },
  timers: { rooms: ["base", "signal", "store"], vendors: [] },
  outbox: { rooms: ["base", "signal", "store", "texts", "chat"], vendors: [] },
  // whether this software itself is well: a look, counts, and who hears of it
  watch: { rooms: ["base", "signal", "store", "texts", "chat"], vendors: ["node:perf_hooks"] },
  // the counter joins rooms for people, as the desk does for events
  counter: { rooms: ["base", "signal", "store", "texts", "chat", "privacy", "desk.ts"], vendors: ["zod"] },
  // above the floors: what joins
  start: { rooms: ["*"], vendors: ["node:*", "zod", "express"] },
  commands: { rooms: ["*"], vendors: ["node:*", "zod"] },
};

/** Files at the top: what each may join. Only these may name an implementation (sqlite, embedded, slack, teams, web). */
const joins: Record<string, string[]> = {
  "config.ts": [
    "base",
    "settings.ts",
    "database-settings.ts",
    "slack-settings.ts",
    "teams-settings.ts",
    "model-settings.ts",
    "watch-settings.ts",
  ],
  "model-settings.ts": [],
  "watch-settings.ts": [],
  "settings.ts": [
    "database-settings.ts",
    "model-settings.ts",
    "slack-settings.ts",
    "teams-settings.ts",
    "watch-settings.ts",
  ],
  "database-settings.ts": [],
  "slack-settings.ts": [],
  "teams-settings.ts": [],
  "desk.ts": ["base", "signal", "store", "classify", "intake", "route", "follow-up", "privacy"],
  "weekly.ts": ["base", "signal", "store", "digest", "route", "timers"],
  "second-opinions.ts": ["base", "signal", "store", "classify", "timers", "desk.ts", "second-tally.ts"],
  "second-tally.ts": ["store"],
  "post.ts": ["base", "signal", "store", "texts"],
  "house.ts": ["*"],
  "main.ts": ["*"],
};
const implementations = [
  "store/sqlite",
  "store/postgres",
  "classify/embedded",
  "classify/openai",
  "chat/slack",
  "chat/teams",
  "chat/web",
];
const mayNameImplementations = [
  "start/checks.ts",
  "start/open.ts",
  "start/move.ts",
  "start/reach.ts",
  "start/second-reader.ts",
  "start/engine.ts",
  "start/copy.ts",
  "start/front-door.ts",
  "start/metrics-door.ts",
  "start/serve.ts",
  "start/serve-trial.ts",
  "start/trial.ts",
  "commands/demo.ts",
  "commands/evaluate.ts",
  "commands/train.ts",
  "commands/train/corpus.ts",
  "commands/train/from-corrections.ts",
  "commands/train/keep.ts",
  "commands/train/examples.ts",
  "commands/train/learn.ts",
  "commands/doctor/engine.ts",
  "commands/teams-package.ts",
  "commands/doctor/slack.ts",
  "commands/doctor/teams.ts",
];

interface Source {
  /** Path below src/, with forward slashes. */
  readonly path: string;
  readonly folder: string;
  readonly text: string;
}

/** Every source file below a folder, by its path there. */
function sourcesIn(root: string, folder = root): Source[] {
  return readdirSync(folder).flatMap((name): Source[] => {
    const full = join(folder, name);
    if (statSync(full).isDirectory()) return sourcesIn(root, full);
    if (!/\.(ts|js)$/.test(name)) return [];
    const path = relative(root, full).split(sep).join("/");
    return [
      {
        path,
        folder: path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "",
        text: readFileSync(full, "utf8"),
      },
    ];
  });
}

/** The line of the table for this folder: the longest that fits. */
function lineOf(folder: string): string | undefined {
  return Object.keys(table)
    .filter((line) => folder === line || folder.startsWith(`${line}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function importsOf(text: string): string[] {
  const found = text.matchAll(/(?:from\s+|import\s+|import\()\s*["']([^"']+)["']/g);
  return [...found].map((match) => match[1] ?? "");
}

/** What is wrong with the imports of these files, in words. */
function faultsIn(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => importsOf(source.text).flatMap((name) => faultOf(source, name)));
}

function faultOf({ path, folder }: Source, name: string): string[] {
  const own = folder === "" ? undefined : lineOf(folder);
  if (folder !== "" && own === undefined) return [`${folder} has no line in the table`];
  const rooms = own === undefined ? (joins[path] ?? []) : (table[own]?.rooms ?? []);
  if (name.startsWith("#")) {
    const target = name.slice(1);
    const line = target.includes("/") ? lineOf(target.slice(0, target.lastIndexOf("/"))) : target;
    if (line === undefined) return [`${path} imports ${name}, which is in no room`];
    if (implementations.includes(line) && line !== own && !mayNameImplementations.includes(path)) {
      return [`${path} names the implementation ${name}`];
    }
    const isOpen = rooms.includes("*") || line === own || rooms.includes(line) || isTopFile(own, target);
    return isOpen ? [] : [`${path} (${own ?? "top"}) may not import ${name}`];
  }
  if (name.startsWith("/page/") && own === "chat/web/page") return [];
  if (name.startsWith("."))
    return own === "chat/web/page" ? [] : [`${path} imports by a relative path: ${name}`];
  if (own === undefined) return [];
  const vendors = table[own]?.vendors ?? [];
  const isAllowed = vendors.includes(name) || (name.startsWith("node:") && vendors.includes("node:*"));
  return isAllowed ? [] : [`${path} (${own}) may not import the package ${name}`];
}

/** What starts, and the commands, stand above the top files and may join them. */
function isTopFile(own: string | undefined, target: string): boolean {
  return (own === "commands" || own === "start") && !target.includes("/");
}

/** Time, chance and settings come from the outside, in two places. */
const forbidden = [/new Date\(\)/, /Date\.now\(/, /randomUUID/, /Math\.random/, /process\.env/];

function impureIn(sources: readonly Source[]): string[] {
  return sources
    .filter(
      ({ path }) => !path.startsWith("base/") && path !== "config.ts" && !path.startsWith("chat/web/page/"),
    )
    .flatMap(({ path, text }) =>
      forbidden.filter((word) => word.test(text)).map((word) => `${path} uses ${word.source}`),
    );
}

const sources = sourcesIn("src");

test("every import follows the table", () => {
  expect(faultsIn(sources)).toEqual([]);
});

test("every top file and every folder has its line, and no line is for nothing", () => {
  const tops = sources.filter(({ folder }) => folder === "").map(({ path }) => path);
  expect(tops.filter((path) => !(path in joins))).toEqual([]);
  const folders = new Set(sources.map(({ folder }) => lineOf(folder)));
  expect(Object.keys(table).filter((line) => !folders.has(line))).toEqual([]);
});

test("time, chance and settings are asked for in base/ and config.ts only", () => {
  expect(impureIn(sources)).toEqual([]);
});

test("no drawers: a file is named for what it does", () => {
  const drawers = /(^|\/)(utils?|helpers?|lib|common|types|index|misc)(\.ts|\/)/;
  expect(sources.filter(({ path }) => drawers.test(path)).map(({ path }) => path)).toEqual([]);
});

test("the rule sees a planted fault of each kind", () => {
  const planted = (path: string, text: string): Source => ({
    path,
    folder: path.slice(0, path.lastIndexOf("/")),
    text,
  });
  const faults = [
    planted("signal/a.ts", 'import { x } from "#store/store.ts";'),
    planted("route/a.ts", 'import { x } from "#follow-up/ask.ts";'),
    planted("counter/a.ts", 'import { x } from "#store/sqlite/sqlite-store.ts";'),
    planted("digest/a.ts", 'import express from "express";'),
    planted("intake/a.ts", 'import { x } from "../signal/words.ts";'),
    planted("drawer/a.ts", 'import { x } from "#base/ids.ts";'),
    planted("follow-up/a.ts", 'const x = await import("#classify/verdict.ts");'),
  ];
  for (const fault of faults) expect(faultsIn([fault]), fault.path).toHaveLength(1);
  expect(impureIn([planted("route/a.ts", "const now = Date.now();")])).toHaveLength(1);
  expect(impureIn([planted("route/a.ts", "const key = process.env.KEY;")])).toHaveLength(1);
});
