// `npm run bench`: what this machine does, each figure beside a peer or a limit measured in the same run. No pass or fail.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { stoppedClock } from "#base/clock.ts";
import { silentLog } from "#base/log.ts";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { readNet } from "#classify/safety-net.ts";
import { verdict } from "#classify/verdict.ts";
import { composeDigest } from "#digest/compose.ts";
import { openHouse } from "#house.ts";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import type { Store } from "#store/store.ts";
import { withCode } from "../support/sample-directory.ts";
import { measureSlack, slackTable } from "./slack.ts";
import { measureTeams, teamsTable } from "./teams.ts";
import { yearOfSignals } from "./year-of-signals.ts";

interface Row {
  readonly what: string;
  readonly ours: string;
  readonly beside: string;
  readonly ratio: number;
}

const folder = mkdtempSync(join(tmpdir(), "voelspriet-bench-"));
/** Everybody has the code: a flood of strangers would be stopped at the door. */
const directory = withCode("bench");
const monday = Date.parse("2026-11-23T08:00:00+01:00");
const texts = readFileSync("examples/berichten.jsonl", "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => (JSON.parse(line) as { text: string }).text);

function openBenchStore(name: string): Store {
  const sealer = openVault(loadKeyRing(join(folder, "keys.json"), "make-when-missing"));
  return openSqliteStore(join(folder, name), sealer, { mode: "serve" });
}

const seconds = (from: number) => (performance.now() - from) / 1000;
const perSecond = (count: number, from: number) => count / seconds(from);

/** Reports through the counter, with 32 people pressing at once; each is on disk before it is answered. */
async function intake(): Promise<Row> {
  const store = openBenchStore("intake.db");
  const house = openHouse({
    store,
    directory,
    clock: stoppedClock(monday + 3_600_000),
    classifier: openEmbedded(),
    platforms: [],
    log: silentLog,
  });
  const count = 4000;
  let next = 0;
  const from = performance.now();
  const people = Array.from({ length: 32 }, async () => {
    for (let mine = next++; mine < count; mine = next++) {
      const text = texts[mine % texts.length] ?? "";
      const by = `web:melder-${mine}` as const;
      await house.counter.press({
        key: `b${mine}`,
        by,
        act: "report",
        on: "",
        fields: { text, code: "bench" },
      });
    }
  });
  await Promise.all(people);
  const rate = perSecond(count, from);
  const { signals } = await store.counts(monday);
  if (signals !== count) throw new Error(`${count} reports gave ${signals} signals.`);
  await store.close();
  const bare = bareInserts();
  return {
    what: "intake, on disk, 32 at once",
    ours: `${rate.toFixed(0)}/s`,
    beside: `bare SQLite, two inserts: ${bare.toFixed(0)}/s`,
    ratio: rate / bare,
  };
}

/** The peer: the same driver and safety, one transaction with two plain inserts, nothing else. */
function bareInserts(): number {
  const db = new Database(join(folder, "bare.db"));
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.exec(
    "create table signal (id integer primary key, body text); create table outbox (id integer primary key, body text)",
  );
  const signal = db.prepare("insert into signal (body) values (?)");
  const outbox = db.prepare("insert into outbox (body) values (?)");
  const both = db.transaction((body: string) => {
    signal.run(body);
    outbox.run(body);
  });
  const count = 4000;
  const from = performance.now();
  for (let done = 0; done < count; done++) both(texts[done % texts.length] ?? "");
  const rate = perSecond(count, from);
  db.close();
  return rate;
}

async function classify(): Promise<Row> {
  const classifier = openEmbedded();
  const rounds = 20;
  for (const text of texts) await classifier.classify(text);
  const from = performance.now();
  for (let round = 0; round < rounds; round++) {
    for (const text of texts) {
      const classification = await classifier.classify(text);
      verdict({ net: readNet(text), classification, danger: null, ageGroup: null });
    }
  }
  const rate = perSecond(rounds * texts.length, from);
  const limit = 1000;
  return {
    what: "classify, safety net included",
    ours: `${rate.toFixed(0)}/s`,
    beside: `limit, 1 ms a message: ${limit}/s`,
    ratio: rate / limit,
  };
}

/** A Monday digest over a year of 100,000 signals, beside reading every row for it. */
async function digest(): Promise<Row> {
  const store = openBenchStore("digest.db");
  const count = 100_000;
  process.stdout.write(`filling a store with ${count} signals ...\n`);
  let batch: Promise<unknown>[] = [];
  for (const decision of yearOfSignals(count, monday)) {
    batch.push(store.commit(decision));
    if (batch.length === 500) {
      await Promise.all(batch);
      batch = [];
    }
  }
  await Promise.all(batch);
  const week = "2026-W47";
  const house = openHouse({
    store,
    directory,
    clock: stoppedClock(monday),
    classifier: openEmbedded(),
    platforms: [],
    log: silentLog,
  });
  await house.weekly.numbers(week, "management");
  const from = performance.now();
  const rounds = 10;
  for (let round = 0; round < rounds; round++) await house.weekly.numbers(week, "management");
  const ours = (seconds(from) / rounds) * 1000;
  const naiveFrom = performance.now();
  const every = [...(await store.arrivals(0, Number.MAX_SAFE_INTEGER))];
  composeDigest({
    week,
    audience: "management",
    directory,
    facts: { arrivals: every, outcomes: every, clocks: every, open: every },
    coverage: [],
    published: [],
  });
  const naive = seconds(naiveFrom) * 1000;
  await store.close();
  return {
    what: "digest over 100,000 signals",
    ours: `${ours.toFixed(1)} ms`,
    beside: `reading every row: ${naive.toFixed(0)} ms`,
    ratio: naive / ours,
  };
}

/** From starting the real program to its first page, and from a press on the page to its answer. */
async function startAndPress(): Promise<Row[]> {
  const from = performance.now();
  const child = spawn(process.execPath, ["src/main.ts"], {
    env: { ...process.env, PORT: "0", DATA_DIR: join(folder, "start") },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const line = await new Promise<string>((resolve) =>
    child.stdout.once("data", (data: Buffer) => resolve(data.toString())),
  );
  const url = /http:\/\/[\d.:]+/.exec(line)?.[0] ?? "";
  await (await fetch(url)).text();
  const start = seconds(from) * 1000;
  const times: number[] = [];
  for (let count = 0; count < 50; count++) {
    const pressed = performance.now();
    const body = JSON.stringify({
      as: "web:leerkracht",
      act: "home",
      on: "",
      fields: {},
      key: `bench-home-${count}`,
    });
    const headers = { "content-type": "application/json", origin: url };
    const answer = await fetch(`${url}/api/press`, { method: "POST", headers, body });
    await answer.text();
    if (!answer.ok) throw new Error(`The page answered a press with ${answer.status}.`);
    times.push(seconds(pressed) * 1000);
  }
  child.kill("SIGKILL");
  const press = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  return [
    {
      what: "start to the first page",
      ours: `${start.toFixed(0)} ms`,
      beside: "limit: 3000 ms",
      ratio: 3000 / start,
    },
    {
      what: "a press on the page, median",
      ours: `${press.toFixed(1)} ms`,
      beside: "limit: 200 ms",
      ratio: 200 / press,
    },
  ];
}

process.stdout.write("measuring Slack, some minutes ...\n");
const slack = await measureSlack();
process.stdout.write("measuring Teams, some minutes ...\n");
const teams = await measureTeams();
const rows = [await intake(), await classify(), await digest(), ...(await startAndPress())];
process.stdout.write(`\n${cpus().length} cores, Node ${process.version}\n`);
for (const { what, ours, beside, ratio } of rows) {
  process.stdout.write(
    `${what.padEnd(32)} ${ours.padStart(12)}   ${beside.padEnd(42)} x ${ratio.toFixed(2)}\n`,
  );
}
process.stdout.write(`\n${slackTable(slack)}\n\n${teamsTable(teams)}\n`);
mkdirSync("bench-out", { recursive: true });
writeFileSync("bench-out/bench.json", `${JSON.stringify({ rows, slack, teams }, null, 2)}\n`);
rmSync(folder, { recursive: true, force: true });
