import { expect, test } from "vitest";
import { isOrphan } from "#signal/lifecycle.ts";
import type { Store } from "#store/store.ts";
import { howOften } from "./support/how-often.ts";
import { type Load, openChance, openLoad } from "./support/kill-load.ts";
import { type KillTown, openKillTown, pause } from "./support/kill-slack.ts";

/** In each of the two lanes, which run beside each other. */
const lives = Math.ceil(howOften("KILLS", { gate: 44, long: 200 }) / 2);
const seed = howOften("KILL_SEED", { gate: 20_261_122, long: 20_261_122 });

const waysToDie = [
  "at any moment",
  "while it starts",
  "as a message leaves",
  "as a message is there",
  "as it acknowledges",
];

/** Lets the process run under load, and kills it. */
async function oneLife(
  town: KillTown,
  load: Load,
  { way, chance }: { readonly way: string; readonly chance: (below: number) => number },
): Promise<void> {
  const { slack } = town;
  const working = new AbortController();
  const posts = slack.calls("chat.postMessage").length;
  const brought = slack.deliveries().length;
  const after = async (happened: () => boolean) => {
    await slack.eventually(happened, 1_500).catch(() => {});
  };
  let running: Promise<void>;
  if (way === "while it starts") {
    town.launch();
    await pause(300 + chance(500));
    running = load.run(working.signal);
    await pause(chance(400));
  } else {
    await town.start();
    expect(await wrongIn(town, load), `seed ${seed}`).toEqual([]);
    if (way === "as a message is there")
      slack.fail("chat.postMessage", { fault: "slow", msPerByte: 2 }, { times: 3 });
    running = load.run(working.signal);
    if (way === "as it acknowledges") {
      const wanted = brought + 1 + chance(8);
      await after(() => slack.deliveries().length >= wanted);
    } else if (way === "at any moment") await pause(chance(500));
    else {
      const wanted = posts + 1 + chance(3);
      await after(() => slack.calls("chat.postMessage").length >= wanted);
    }
  }
  await town.kill();
  slack.heal();
  working.abort();
  // What people were doing is not waited for: Slack may bring it to the next process.
  load.goesOn(running);
}

/** What stays wrong: something that Slack brought again while we looked is kept a moment before it is worked on. */
async function wrongIn(town: KillTown, load: Load): Promise<string[]> {
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
async function whatIsWrong(town: KillTown, load: Load, store: Store): Promise<string[]> {
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
    const times = acts.filter(({ type, by }) => type === act && `U0${by.toUpperCase()}` === colleague).length;
    const byAnother = acts.some(({ type }) => type === "accepted");
    if (acknowledged && times === 0 && !byAnother) wrong.push(`lost: ${who}`);
    if (times > 1) wrong.push(`${times} effects: ${who}`);
  }
  const alerts = [...town.colleagues.map((id) => town.slack.dmOf(id)), town.teamChannel].flatMap(
    town.slack.messages,
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

/** The notice that a message was posted for. */
function noticeOf({
  blocks,
  earlier,
}: {
  blocks: readonly object[];
  earlier: readonly { blocks: readonly object[] }[];
}) {
  const [first] = earlier[0]?.blocks ?? blocks;
  return first !== undefined && "block_id" in first ? String(first.block_id) : "";
}

/** Messages too many: the same notice, or a second card of one signal for one reader. In channels nothing can be looked up. */
function repeatsIn({ slack }: KillTown) {
  const times = {
    notices: new Map<string, number>(),
    cards: new Map<string, number>(),
    inChannels: new Map<string, number>(),
  };
  const count = (of: Map<string, number>, what: string) => of.set(what, (of.get(what) ?? 0) + 1);
  for (const message of slack.posted()) {
    const { channel } = message;
    const isDirect = channel.startsWith("D");
    count(isDirect ? times.notices : times.inChannels, `${channel} ${noticeOf(message)}`);
    const title = JSON.stringify((message.earlier[0]?.blocks ?? message.blocks)[0]);
    const card = /Nieuw signaal VS-\w{4}-\w{3}/.exec(title)?.[0];
    if (isDirect && card !== undefined) count(times.cards, `${channel} ${card}`);
  }
  const tooMany = (of: ReadonlyMap<string, number>) =>
    [...of.values()].reduce((sum, one) => sum + one - 1, 0);
  return {
    notices: tooMany(times.notices),
    cards: tooMany(times.cards),
    inChannels: tooMany(times.inChannels),
  };
}

/** Refusals and silences are what a dying process gives; anything else was wrong before it died. */
const ofDying = /was answered with|was not acknowledged|^acknowledged twice or late|expired_trigger_id$/;

test.concurrent.each(["http", "socket"] as const)(
  `by %s, killed ${lives} times: nothing acknowledged is lost or done twice, and each reader reads each message once`,
  { timeout: 60_000 + lives * 20_000 },
  async (how) => {
    const chance = openChance(seed + (how === "http" ? 1 : 2));
    // Slack itself tries for six minutes; here that is four seconds, which is longer than a start takes.
    const town = await openKillTown({
      how,
      experts: 24,
      slack: { retryDelays: [30, 600, 3_500] },
      env: { LOG_LEVEL: "error" },
    });
    const load = openLoad(town, chance, how === "http" ? "h" : "s");
    try {
      for (let life = 0; life < lives; life++) {
        await oneLife(town, load, { way: waysToDie[life % waysToDie.length] ?? "", chance });
      }
      await town.start();
      await load.settled();
      expect(await wrongIn(town, load), `seed ${seed}`).toEqual([]);
      const safe = load.given.filter(({ acknowledged }) => acknowledged);
      expect(safe.length).toBeGreaterThan(lives / 2);
      // Direct messages can be looked up: not one repeat, where one a kill could be forgiven.
      const { inChannels, ...repeats } = repeatsIn(town);
      expect(repeats, `seed ${seed}`).toEqual({ notices: 0, cards: 0 });
      expect(inChannels).toBeLessThanOrEqual(lives);
      expect(town.slack.offences().filter((offence) => !ofDying.test(offence))).toEqual([]);
      if (how === "http") expect(town.said().err).toBe("");
      console.info(
        `${how}: ${lives} kills, ${load.given.length} told (${safe.length} acknowledged), ${load.presses.length} presses, ${town.slack.posted().length} messages, ${inChannels} repeats in the channel`,
      );
    } finally {
      await town.close();
    }
  },
);
