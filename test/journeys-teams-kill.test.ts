import { expect, test } from "vitest";
import { isOrphan } from "#signal/lifecycle.ts";
import type { Store } from "#store/store.ts";
import { howOften } from "./support/how-often.ts";
import { openChance } from "./support/kill-load.ts";
import { pause } from "./support/kill-slack.ts";
import { openTeamsKillTown, type TeamsKillTown } from "./support/kill-teams.ts";
import { openTeamsLoad, type TeamsLoad } from "./support/kill-teams-load.ts";

const lives = howOften("KILLS", { gate: 16, long: 100 });
const seed = howOften("KILL_SEED", { gate: 20_261_122, long: 20_261_122 });

const waysToDie = [
  "at any moment",
  "while it starts",
  "as a message leaves",
  "as a message is there",
  "as it acknowledges",
  "asked to stop",
];

/** Lets the process run under load, and kills it. */
async function oneLife(
  town: TeamsKillTown,
  load: TeamsLoad,
  { way, chance }: { readonly way: string; readonly chance: (below: number) => number },
): Promise<void> {
  const { teams } = town;
  const working = new AbortController();
  const posts = teams.calls("send").length;
  const brought = teams.deliveries().length;
  const after = async (happened: () => boolean) => {
    await teams.eventually(happened, 1_500).catch(() => {});
  };
  let running: Promise<void>;
  if (way === "while it starts") {
    town.launch();
    await pause(300 + chance(700));
    running = load.run(working.signal);
    await pause(chance(400));
  } else {
    await town.start();
    expect(await wrongIn(town, load), `seed ${seed}`).toEqual([]);
    if (way === "as a message is there") teams.fail("send", { fault: "slow", msPerByte: 30 }, { times: 3 });
    running = load.run(working.signal);
    if (way === "as it acknowledges") {
      const wanted = brought + 1 + chance(8);
      await after(() => teams.deliveries().length >= wanted);
    } else if (way === "at any moment" || way === "asked to stop") await pause(chance(500));
    else {
      const wanted = posts + 1 + chance(3);
      await after(() => teams.calls("send").length >= wanted);
    }
  }
  await town.kill(way === "asked to stop" ? "SIGTERM" : "SIGKILL");
  teams.heal();
  working.abort();
  // What people were doing is not waited for: Teams may bring it to the next process.
  load.goesOn(running);
}

/** What stays wrong: something that Teams brought again while we looked is kept a moment before it is worked on. */
async function wrongIn(town: TeamsKillTown, load: TeamsLoad): Promise<string[]> {
  let wrong: string[] = [];
  for (let look = 0; look < 4; look++) {
    await town.quiet();
    wrong = await town.look((store) => whatIsWrong(town, load, store));
    if (wrong.length === 0) return wrong;
    await pause(700);
  }
  return wrong;
}

/** Whatever is wrong in what is kept, in words. Nothing waits any more. */
async function whatIsWrong(town: TeamsKillTown, load: TeamsLoad, store: Store): Promise<string[]> {
  const wrong: string[] = [];
  const open = await store.openSignals();
  const counts = await store.counts(Date.now());
  const passages = new Map<string, number>();
  const entries = new Map<string, readonly { type: string; by: string }[]>();
  for (const { id, code } of open) {
    for (const { text } of await store.passages(id)) {
      for (const mark of text.match(/kenmerk\w+x/g) ?? []) passages.set(mark, (passages.get(mark) ?? 0) + 1);
    }
    entries.set(code, await store.entries(id));
  }
  for (const { mark, by, acknowledged } of load.given) {
    const times = passages.get(mark) ?? 0;
    if (acknowledged && times === 0) wrong.push(`lost: ${by} ${mark}`);
    if (times > 1) wrong.push(`${times} effects: ${by} ${mark}`);
  }
  for (const { code, colleague, act, acknowledged } of load.presses) {
    const acts = entries.get(code) ?? [];
    const who = `${act} by ${colleague} of ${code}`;
    const times = acts.filter(({ type, by }) => type === act && by === colleague).length;
    const byAnother = acts.some(({ type }) => type === "accepted");
    if (acknowledged && times === 0 && !byAnother) wrong.push(`lost: ${who}`);
    if (times > 1) wrong.push(`${times} effects: ${who}`);
  }
  const alerts = [...town.colleagues.map((id) => town.teams.user(id).chat), town.teamChannel].flatMap(
    town.teams.messages,
  );
  const codes = new Set(alerts.flatMap(({ visible }) => visible.match(/VS-\w{4}-\w{3}/g) ?? []));
  for (const signal of open) {
    if (isOrphan(signal)) wrong.push(`nobody has it: ${signal.code}`);
    if (!codes.has(signal.code)) wrong.push(`nobody was alerted: ${signal.code}`);
  }
  if (counts.unowned > 0) wrong.push(`${counts.unowned} without an owner`);
  if (counts.deadNotices > 0) wrong.push(`${counts.deadNotices} messages given up`);
  return wrong;
}

/** Cards too many: a second alert of one signal for one reader. Teams can not be asked what it has. */
function repeatsIn({ teams }: TeamsKillTown): number {
  const times = new Map<string, number>();
  for (const { conversation, card, earlier } of teams.posted()) {
    const first = JSON.stringify(earlier[0]?.card ?? card);
    const alert = /Nieuw signaal VS-\w{4}-\w{3}/.exec(first)?.[0];
    if (alert === undefined || !conversation.startsWith("a:")) continue;
    times.set(`${conversation} ${alert}`, (times.get(`${conversation} ${alert}`) ?? 0) + 1);
  }
  return [...times.values()].reduce((sum, one) => sum + one - 1, 0);
}

/** Silences are what a dying process gives; anything else was wrong before it died. */
const ofDying = /: not answered in time$/;

test(`killed ${lives} times: nothing that Teams was told is safe is lost or done twice, and every signal has somebody`, {
  timeout: 60_000 + lives * 20_000,
}, async () => {
  const chance = openChance(seed);
  const town = await openTeamsKillTown({
    experts: 24,
    // Longer than a start takes.
    teams: { retryDelays: [30, 600, 3_500] },
    env: { LOG_LEVEL: "error" },
  });
  const load = openTeamsLoad(town, chance);
  try {
    for (let life = 0; life < lives; life++) {
      await oneLife(town, load, { way: waysToDie[life % waysToDie.length] ?? "", chance });
    }
    await town.start();
    await load.settled();
    await town.quiet();
    expect(await town.look((store) => whatIsWrong(town, load, store)), `seed ${seed}`).toEqual([]);
    const safe = load.given.filter(({ acknowledged }) => acknowledged);
    expect(safe.length).toBeGreaterThan(lives / 2);
    // Teams can not be asked whether a message arrived: each kill may repeat the one that was on its way.
    const repeats = repeatsIn(town);
    expect(repeats, `seed ${seed}`).toBeLessThanOrEqual(lives);
    expect(town.teams.offences().filter((offence) => !ofDying.test(offence))).toEqual([]);
    expect(town.said().err).toBe("");
    console.info(
      `${lives} kills, ${load.given.length} told (${safe.length} acknowledged), ${load.presses.length} presses, ${town.teams.posted().length} messages, ${repeats} cards twice`,
    );
  } finally {
    await town.close();
  }
});
