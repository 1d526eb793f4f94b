import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";
import { stoppedClock, type TurnedClock } from "#base/clock.ts";
import { complaintOf } from "#base/complaint.ts";
import { silentLog } from "#base/log.ts";
import type { ChatPlatform } from "#chat/platform.ts";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { openAgenda } from "#commands/demo/agenda.ts";
import { seededChance } from "#commands/demo/chance.ts";
import { openPeople } from "#commands/demo/people.ts";
import { alertsPerPerson, digestText, trailsOf } from "#commands/demo/report.ts";
import { drawChart } from "#digest/chart.ts";
import { pngOf } from "#digest/picture.ts";
import { weekBounds } from "#digest/week.ts";
import { type House, openHouse } from "#house.ts";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import { readDirectory } from "#route/directory.ts";
import type { Signal } from "#signal/signal.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import type { Card } from "#texts/card.ts";
import { turnTo } from "#timers/turn.ts";

const hour = 3_600_000;
/** Eight ISO weeks, the last one ending on the Monday whose digest is shown. */
const firstWeek = "2026-W39";
const lastWeek = "2026-W46";

const message = z.object({
  from: z.string(),
  role: z.string(),
  language: z.string(),
  text: z.string(),
  area: z.string().nullish(),
  age_group: z.string().nullish(),
  danger: z.string().nullish(),
  aware: z.string().nullish(),
});
type Message = z.infer<typeof message>;

const root = (path: string) => new URL(`../../${path}`, import.meta.url);
const print = (line: string) => process.stdout.write(`${line}\n`);

/** Eight weeks of a made-up municipality in less than a minute, through the real house, without a browser. */
async function demo(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "voelspriet-demo-"));
  try {
    await play(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function play(folder: string): Promise<void> {
  const yaml = root("examples/voorbeeldstad.yaml");
  const directory = readDirectory(readFileSync(yaml, "utf8"), "examples/voorbeeldstad.yaml");
  const messages = readMessages();
  const clock = stoppedClock(weekBounds(firstWeek).from + 6 * hour);
  const agenda = openAgenda();
  const cards: Card[] = [];
  let house: House;
  const people = openPeople(() => house, agenda, seededChance(2026));
  const platform: ChatPlatform = {
    name: "web",
    start: async () => async () => {},
    send: async (outgoing) => {
      cards.push(outgoing.card);
      people.receive(outgoing);
      return outgoing.updates ?? outgoing.id;
    },
  };
  const sealer = openVault(loadKeyRing(join(folder, "sleutels.json"), "make-when-missing"));
  const store = openSqliteStore(join(folder, "demo.db"), sealer, { mode: "serve" });
  house = openHouse({
    store,
    directory,
    clock,
    classifier: openEmbedded(),
    platforms: [platform],
    log: silentLog,
  });
  await house.weekly.plan();

  print(
    `${directory.municipality}: ${directory.people.length} mensen, ${directory.organisations.length} organisaties.`,
  );
  print(
    `${messages.length} signalen in acht weken (${firstWeek} tot en met ${lastWeek}), met de klok in de hand gedraaid.`,
  );
  planArrivals(messages, people.press, agenda.plan);
  await playWeeks(house, clock, agenda);

  const signals = await allSignals(house);
  print(`\nDrie signalen van begin tot eind:${(await trailsOf(house, signals)).join("\n")}`);
  print(`\nWie werd gevraagd:\n${alertsPerPerson(house, signals).join("\n")}`);
  print(`\nHet laatste weekbericht:\n\n${digestText(cards) ?? "Er is geen weekbericht."}`);
  savePictures(cards);
  const counts = await store.counts(clock.now());
  print(
    `\n${counts.signals} signalen, ${counts.open} nog open, ${counts.unowned} zonder eigenaar, ${counts.waitingNotices} berichten wachten.`,
  );
  await store.close();
}

function readMessages(): Message[] {
  const lines = readFileSync(root("examples/berichten.jsonl"), "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => message.parse(JSON.parse(line)));
}

type Press = ReturnType<typeof openPeople>["press"];

/** Spreads the messages over the weeks: mostly in school hours, some in the evening and at the weekend. */
function planArrivals(
  messages: readonly Message[],
  press: Press,
  plan: ReturnType<typeof openAgenda>["plan"],
): void {
  const chance = seededChance(39);
  const { from } = weekBounds(firstWeek);
  const until = weekBounds(lastWeek).until;
  const days = Math.round((until - from) / (24 * hour));
  messages.forEach((one, index) => {
    const day = Math.floor((index / messages.length) * days);
    const isWeekend = day % 7 > 4;
    const time = isWeekend || chance() < 0.12 ? 18 + 4 * chance() : 8.5 + 8 * chance();
    const fields = {
      text: one.text,
      organisation: one.from,
      role: one.role,
      language: one.language,
      area: one.area ?? "",
      age_group: one.age_group ?? "",
      danger: one.danger ?? "",
      aware: one.aware ?? "",
    };
    plan(from + day * 24 * hour + time * hour, () =>
      press(`web:${one.from}-${index % 7}`, "report", "", fields),
    );
  });
}

async function playWeeks(
  house: House,
  clock: TurnedClock,
  agenda: ReturnType<typeof openAgenda>,
): Promise<void> {
  const { from } = weekBounds(firstWeek);
  const end = weekBounds(lastWeek).until + 8 * hour + 60_000;
  let shown = 0;
  await turnTo(clock, end, {
    next: async () => Math.min(agenda.next() ?? end, (await house.store.nextDue()) ?? end),
    async work() {
      await agenda.doUntil(clock.now());
      await house.runDue();
      const week = Math.min(8, Math.floor((clock.now() - from) / (7 * 24 * hour)));
      if (week <= shown) return;
      shown = week;
      const { signals, open } = await house.store.counts(clock.now());
      print(`  week ${week} van 8 gespeeld: ${signals} signalen binnen, ${open} open`);
    },
  });
}

async function allSignals(house: House): Promise<Signal[]> {
  const signals: Signal[] = [];
  for (const { id } of await house.store.arrivals(0, Number.MAX_SAFE_INTEGER)) {
    const signal = await house.store.load(id);
    if (signal !== null) signals.push(signal);
  }
  return signals;
}

function savePictures(cards: readonly Card[]): void {
  const chart = cards.flatMap((card) => card.parts.filter((part) => part.part === "chart")).at(-1);
  if (chart === undefined) return;
  const folder = resolve("demo-out");
  mkdirSync(folder, { recursive: true });
  const svg = drawChart(chart.chart, chart.title, chart.alt);
  writeFileSync(join(folder, "weekbericht.svg"), svg);
  writeFileSync(join(folder, "weekbericht.png"), pngOf(svg));
  print(`\nDe grafiek staat in ${join(folder, "weekbericht.png")} en ${join(folder, "weekbericht.svg")}.`);
}

const asked = process.argv.slice(2);
if (asked.length > 0) {
  print("Usage: npm run demo. It takes no flags and no words.");
  process.exitCode = asked.every((word) => word === "--help" || word === "help") ? 0 : 2;
} else {
  try {
    await demo();
  } catch (thrown) {
    process.stderr.write(`${complaintOf(thrown)}\n`);
    process.exitCode = 1;
  }
}
