import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { silentLog } from "#base/log.ts";
import { type MetricsDoor, openMetricsDoor } from "#start/metrics-door.ts";
import type { Counts } from "#store/store.ts";
import { ailmentsIn } from "#watch/ailments.ts";
import { familiesOf, type Vitals } from "#watch/families.ts";
import type { Look } from "#watch/look.ts";
import { metricsText } from "#watch/metrics.ts";
import { openTally } from "#watch/tally.ts";

const now = Date.UTC(2026, 10, 17, 9, 12);
const minute = 60_000;

const empty = { length: 0, first: null, last: null };
const counts: Counts = {
  signals: 9,
  open: 4,
  unowned: 0,
  waitingTyped: 0,
  waitingNotices: 3,
  deadNotices: 1,
  dueTimers: 0,
  stages: {} as Counts["stages"],
  waits: { typed: empty, urgent: empty, other: empty, timerDue: null, unheldSince: null, unheldDue: null },
};
const well: Look = {
  at: now,
  writable: true,
  counts,
  ages: { typed: 0, urgent: 0, other: 0 },
  platforms: { slack: { ready: true, state: "connected", since: now - minute } },
  copiedAt: now - 5 * 60 * minute,
  model: null,
};
const vitals: Vitals = {
  memory: { rss: 100, heap: 50 },
  delay: { median: 0.001, p99: 0.02, longest: 0.2 },
  startedAt: 1_795_000_000,
  version: "1.2.3",
};
const told = (look: Partial<Look> = {}, tally = openTally()) =>
  metricsText(familiesOf({ ...well, ...look }, tally, vitals));

/** Every number, by its name and labels. */
function read(text: string): Map<string, number> {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => {
      const [, name = "", value = ""] = /^([a-z_]+(?:\{.*\})?) (\S+)$/.exec(line) ?? [];
      expect(name, line).not.toBe("");
      return [name, Number(value)];
    }),
  );
}

test("every line is in the format of Prometheus, every family has its help and type, once", () => {
  const tally = openTally();
  tally.note({ what: "report", platform: "slack", how: "received" });
  const text = told({}, tally);
  expect(text.endsWith("\n")).toBe(true);
  const names = [...text.matchAll(/^# TYPE (\S+) (gauge|counter)$/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(20);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(text).toMatch(new RegExp(`^# HELP ${name} \\S`, "m"));
  for (const name of read(text).keys()) {
    expect(names).toContain(name.replace(/\{.*/, ""));
    expect(name).toMatch(/^voelspriet_/);
  }
  for (const name of names) expect(name?.endsWith("_total")).toBe(text.includes(`# TYPE ${name} counter`));
});

test("what happened is counted by platform and outcome", () => {
  const tally = openTally();
  for (const platform of ["slack", "slack", "teams"])
    tally.note({ what: "report", platform, how: "received" });
  tally.note({ what: "report", platform: "teams", how: "refused" });
  tally.note({ what: "delivery", platform: "slack", how: "sent" });
  tally.note({ what: "delivery", platform: "slack", how: "retried" });
  tally.note({ what: "delivery", platform: "none", how: "dead" });
  expect(read(told({}, tally)).get("voelspriet_escalations_total")).toBe(0);
  tally.note({ what: "escalation" });
  const numbers = read(told({}, tally));
  expect(Object.fromEntries([...numbers].filter(([name]) => name.includes("_total")))).toEqual({
    'voelspriet_reports_total{platform="slack",result="received"}': 2,
    'voelspriet_reports_total{platform="teams",result="received"}': 1,
    'voelspriet_reports_total{platform="teams",result="refused"}': 1,
    'voelspriet_deliveries_total{platform="slack",result="sent"}': 1,
    'voelspriet_deliveries_total{platform="slack",result="retried"}': 1,
    'voelspriet_deliveries_total{platform="none",result="dead"}': 1,
    voelspriet_escalations_total: 1,
  });
});

test("what waits is told in seconds, and what is not yet late is not late", () => {
  const waits = {
    ...counts.waits,
    typed: { length: 2, first: 1, last: 2 },
    timerDue: now - 90_000,
    unheldSince: now - 10 * minute,
    unheldDue: now + 5 * minute,
  };
  const numbers = read(
    told({ counts: { ...counts, waits }, ages: { typed: 12_340, urgent: 0, other: 61_000 } }),
  );
  expect(numbers.get("voelspriet_typed_waiting")).toBe(2);
  expect(numbers.get("voelspriet_typed_oldest_seconds")).toBe(12.3);
  expect(numbers.get('voelspriet_notices_oldest_seconds{urgency="other"}')).toBe(61);
  expect(numbers.get("voelspriet_timers_late_seconds")).toBe(90);
  expect(numbers.get("voelspriet_unaccepted_oldest_seconds")).toBe(600);
  expect(numbers.get("voelspriet_unaccepted_late_seconds")).toBe(0);
});

test("a store that can not be counted leaves its numbers out: a number that stands still would look well", () => {
  const numbers = read(told({ counts: null, writable: false }));
  expect(numbers.get("voelspriet_store_readable")).toBe(0);
  expect(numbers.get("voelspriet_store_writable")).toBe(0);
  expect([...numbers.keys()].filter((name) => /signals|notices|timers|typed/.test(name))).toEqual([]);
  expect(numbers.get('voelspriet_ailment{what="store"}')).toBe(1);
});

test("the model's use is told where there is one", () => {
  expect(told()).not.toContain("model");
  const text = told({ model: { state: "off", times: { asked: 7, failed: 2 } } });
  expect(read(text).get('voelspriet_model_total{result="asked"}')).toBe(7);
  expect(read(text).get("voelspriet_model_on")).toBe(0);
});

test("whatever stands in a label, a line stays one line", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (value) => {
      const text = metricsText([
        {
          name: "voelspriet_x",
          help: value,
          type: "gauge",
          samples: [{ labels: { what: value }, value: 1 }],
        },
      ]);
      expect(text.split("\n")).toHaveLength(4);
      const [, quoted = ""] = /^voelspriet_x\{what="(.*)"\} 1$/s.exec(text.split("\n")[2] ?? "") ?? [];
      const meant: Readonly<Record<string, string>> = { n: "\n" };
      expect(quoted.replace(/\\(.)/g, (_, sign: string) => meant[sign] ?? sign)).toBe(value);
    }),
  );
});

test("labels can not grow without end", () => {
  const tally = openTally();
  for (let one = 0; one < 5_000; one++) tally.note({ what: "delivery", platform: `p${one}`, how: "sent" });
  expect(tally.of("delivery").length).toBeLessThan(500);
});

const ruleFile = z.object({
  groups: z.array(
    z.object({
      rules: z.array(
        z.strictObject({
          alert: z.string(),
          expr: z.string(),
          for: z.string().regex(/^\d+m$/),
          labels: z.object({ severity: z.enum(["page", "ticket"]) }),
          annotations: z.object({ summary: z.string(), wat_te_doen: z.string().min(80) }),
        }),
      ),
    }),
  ),
});
const { rules } = ruleFile.parse(parse(readFileSync("docs/beheer/alarmen.yml", "utf8"))).groups[0] ?? {
  rules: [],
};

test("there are five alarms that page somebody and one for the day, and each metric and label that they name is really told", () => {
  expect(rules.filter(({ labels }) => labels.severity === "page")).toHaveLength(5);
  expect(rules).toHaveLength(6);
  const tally = openTally();
  const text = told({ platforms: { slack: { ready: false, state: "unreachable", since: 0 } } }, tally);
  for (const { alert, expr } of rules) {
    const named = [...expr.matchAll(/(voelspriet_\w+)(?:\{(\w+)="(\w+)"\})?/g)];
    expect(named.length, alert).toBeGreaterThan(0);
    for (const [, name = "", label, value] of named) {
      expect(text, alert).toMatch(new RegExp(`^${name}[{ ]`, "m"));
      if (label !== undefined) expect(text, alert).toContain(`${name}{${label}="${value}"}`);
    }
  }
});

/** The alarms that would go off at these numbers: enough of the language for what these rules say. */
function alarmsAt(text: string): string[] {
  const numbers = [...read(text)];
  const isSo = (term: string) => {
    const [, name = "", sign = "", limit = ""] = /^(\S+) (==|>) (\S+)$/.exec(term.trim()) ?? [];
    return numbers.some(
      ([one, value]) =>
        (one === name || one.startsWith(`${name}{`)) &&
        (sign === ">" ? value > Number(limit) : value === Number(limit)),
    );
  };
  return rules.filter(({ expr }) => expr.split(" or ").some(isSo)).map(({ alert }) => alert);
}

test.each<[string, Partial<Look>, string]>([
  ["the disk is full", { writable: false }, "VoelsprietNeemtNietsAan"],
  ["the database is away", { counts: null }, "VoelsprietNeemtNietsAan"],
  [
    "a platform is away for six minutes",
    { platforms: { teams: { ready: false, state: "refused", since: now - 6 * minute } } },
    "VoelsprietNeemtNietsAan",
  ],
  [
    "an urgent message waits for six minutes",
    { ages: { typed: 0, urgent: 6 * minute, other: 0 } },
    "VoelsprietBerichtenBlijvenLiggen",
  ],
  [
    "another message waits for forty minutes",
    { ages: { typed: 0, urgent: 0, other: 40 * minute } },
    "VoelsprietBerichtenBlijvenLiggen",
  ],
  ["a signal is nobody's", { counts: { ...counts, unowned: 1 } }, "VoelsprietZorgBijNiemand"],
  [
    "typed words lie for six minutes",
    { ages: { typed: 6 * minute, urgent: 0, other: 0 } },
    "VoelsprietWerkLooptAchter",
  ],
  [
    "clocks are six minutes late",
    { counts: { ...counts, waits: { ...counts.waits, timerDue: now - 6 * minute } } },
    "VoelsprietWerkLooptAchter",
  ],
])("when %s the alarm goes off and Voelspriet calls itself ill", (_, look, alarm) => {
  expect(alarmsAt(told())).toEqual([]);
  expect(ailmentsIn(well)).toEqual([]);
  expect(alarmsAt(told(look))).toEqual([alarm]);
  expect(ailmentsIn({ ...well, ...look })).toHaveLength(1);
});

test("a platform that is away for a moment, or waits that are short, are no illness", () => {
  const platforms = { slack: { ready: false, state: "starting", since: now - 4 * minute } };
  const look = { ...well, platforms, ages: { typed: 4 * minute, urgent: 4 * minute, other: 29 * minute } };
  expect(ailmentsIn(look)).toEqual([]);
});

const doors: MetricsDoor[] = [];
afterEach(async () => {
  for (const door of doors.splice(0)) await door.stop();
});

async function open(text: () => Promise<string>): Promise<string> {
  const door = await openMetricsDoor({ host: "127.0.0.1", port: 0 }, text, silentLog);
  doors.push(door);
  return door.url;
}

test("the door says the metrics in their format, and nothing else is there", async () => {
  const url = await open(async () => told());
  const answer = await fetch(`${url}/metrics?x=1`);
  expect(answer.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  expect(await answer.text()).toBe(told());
  for (const path of ["/", "/health", "/metrics/", "/slack/events"])
    expect((await fetch(url + path)).status, path).toBe(404);
  expect((await fetch(`${url}/metrics`, { method: "POST", body: "x" })).status).toBe(404);
});

test("a failure behind the door is told without its words", async () => {
  const url = await open(() => Promise.reject(new Error("geheim")));
  const answer = await fetch(`${url}/metrics`);
  expect([answer.status, await answer.text()]).toEqual([500, ""]);
});

test("a place where nothing can listen is named, with what to do", async () => {
  const port = Number(new URL(await open(async () => "")).port);
  await expect(openMetricsDoor({ host: "127.0.0.1", port }, async () => "", silentLog)).rejects.toThrow(
    `METRICS_PORT ${port}. Is another program there?`,
  );
});

test("when the backup failed for two nights there is an alarm for the day; people need not hear of it", () => {
  const look = { copiedAt: now - 2 * 24 * 60 * minute };
  expect(alarmsAt(told(look))).toEqual(["VoelsprietBackupTeOud"]);
  expect(ailmentsIn({ ...well, ...look })).toEqual([]);
  // Who makes none in this way is not called late.
  expect(told({ copiedAt: null })).not.toContain("backup_age");
});
