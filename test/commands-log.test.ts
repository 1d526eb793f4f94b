import { expect, test } from "vitest";
import type { Log, LogFacts } from "#base/log.ts";
import { freshFolder, removeFolder } from "./support/folder.ts";
import { says } from "./support/one-story.ts";
import { runProgram } from "./support/run-program.ts";
import { openStage } from "./support/stage.ts";

const story = "Fatima Yildirim van Kerkstraat 12 is al weken somber, bel 06-12345678";
const secrets = ["Fatima", "Yildirim", "Kerkstraat", "somber", "12345678", "web:", "leerkracht", "sanne"];

interface Line {
  msg: string;
  event?: string;
  kind?: string;
}

async function post(url: string, body: object): Promise<void> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${answer.status}`);
}

/** A whole trial in short: a story is told, the clock turned past Monday. Gives the log. */
async function logOf(level: string): Promise<string> {
  const folder = freshFolder("log");
  let played = false;
  const until = async (out: string) => {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0];
    if (url === undefined || played) return false;
    played = true;
    const fields = { text: story, organisation: "", danger: "unknown" };
    await post(`${url}/api/press`, { key: crypto.randomUUID(), as: "web:leerkracht", act: "report", fields });
    await post(`${url}/api/clock`, { move: "monday" });
    return true;
  };
  try {
    const env = { PORT: "0", DATA_DIR: folder, LOG_LEVEL: level };
    const { code, err } = await runProgram("src/main.ts", [], { env, until });
    expect(code).toBe(0);
    return err;
  } finally {
    removeFolder(folder);
  }
}

test("the log at info tells what happened, and nothing of what was told or by whom", async () => {
  const log = await logOf("info");
  const lines = log
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
  expect(lines[0]).toMatchObject({ msg: "Voelspriet runs.", port: expect.any(Number) });
  expect(lines.at(-1)).toMatchObject({ msg: "Voelspriet has stopped." });
  const events = lines.filter(({ msg }) => msg === "An event was committed.");
  expect(events.map(({ event }) => event)).toEqual(expect.arrayContaining(["reported", "classified"]));
  expect(events[0]).toMatchObject({ signal: expect.any(String), stage: expect.any(String) });
  const sent = lines.filter(({ msg }) => msg === "A message was sent.");
  expect(sent.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["receipt", "alert", "digest"]));
  expect(sent[0]).toMatchObject({ platform: "web" });
  expect(lines).toContainEqual(
    expect.objectContaining({ msg: "The digest was posted.", week: expect.stringMatching(/^\d{4}-W\d\d$/) }),
  );
  expect(secrets.filter((secret) => log.toLowerCase().includes(secret.toLowerCase()))).toEqual([]);
});

test("at warn a day without trouble leaves nothing", async () => {
  expect(await logOf("warn")).toBe("");
});

test("the whole road of a signal is in the log, to the erasing of its story", async () => {
  const lines: { message: string; facts: LogFacts }[] = [];
  const write = (message: string, facts: LogFacts = {}) => void lines.push({ message, facts });
  const log: Log = { info: write, warn: write, error: write };
  const stage = await openStage({ log, classifier: says({ urgency: "soon" }) });
  const { code, id } = await stage.report("De huur van dat gezin is drie maanden niet betaald, zegt Fatima.");
  await stage.press("chat:juf", "withdraw", code);
  await stage.pass({ days: 31 });
  await stage.close();
  const events = lines.filter(({ facts }) => facts.signal === id && facts.event !== undefined);
  expect(events.map(({ facts: { event, stage } }) => `${event} ${stage}`)).toEqual([
    "reported received",
    "classified routed",
    "withdrawn withdrawn",
    "erasure_due withdrawn",
  ]);
  expect(events.at(-1)?.message).toBe("A story was erased.");
  expect(lines.filter(({ facts }) => facts.kind !== undefined).length).toBeGreaterThan(2);
  expect(JSON.stringify(lines)).not.toMatch(/Fatima|huur|chat:/);
});
