import { expect, test } from "vitest";
import { isOrphan } from "#signal/lifecycle.ts";
import type { Store } from "#store/store.ts";
import { type Load, openChance, openLoad } from "./support/kill-load.ts";
import { type KillTown, openKillTown, pause } from "./support/kill-slack.ts";

// oxlint-disable-next-line no-process-env -- more kills and another seed, for a long night
const { KILLS = "48", KILL_SEED = "20261122" } = process.env;
/** In the two lanes together, which run beside each other. */
const kills = Number(KILLS);
const seed = Number(KILL_SEED);

const waysToDie = [
  "at any moment",
  "while it starts",
  "as a message leaves",
  "as a message is there",
  "as it acknowledges",
];

/** Lets the process run under load, and kills it. */
async function oneLife(town: KillTown, load: Load, chance: (below: number) => number): Promise<string> {
  const { slack } = town;
  const way = waysToDie[chance(waysToDie.length)] ?? "";
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
    await town.quiet();
    expect(await town.look((store) => whatIsWrong(town, load, store)), `seed ${seed}`).toEqual([]);
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
  return way;
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
  const alerts = town.colleagues.flatMap((id) => town.slack.user(id).messages());
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

/** Messages too many: the same notice, or a second card of one signal for one reader. */
function repeatsIn({ slack }: KillTown) {
  const notices = new Map<string, number>();
  const cards = new Map<string, number>();
  for (const message of slack.posted()) {
    const notice = `${message.channel} ${noticeOf(message)}`;
    notices.set(notice, (notices.get(notice) ?? 0) + 1);
    const title = (message.earlier[0]?.blocks ?? message.blocks)[0];
    const card = /Nieuw signaal VS-\S+/.exec(JSON.stringify(title))?.[0];
    if (card !== undefined)
      cards.set(`${message.channel} ${card}`, (cards.get(`${message.channel} ${card}`) ?? 0) + 1);
  }
  const tooMany = (times: ReadonlyMap<string, number>) =>
    [...times.values()].reduce((sum, one) => sum + one - 1, 0);
  return { notices: tooMany(notices), cards: tooMany(cards) };
}

test.concurrent.each(["http", "socket"] as const)(
  `by %s, killed ${kills / 2} times: nothing acknowledged is lost or done twice, and each reader reads each message once`,
  { timeout: 60_000 + kills * 10_000 },
  async (how) => {
    const chance = openChance(seed + (how === "http" ? 1 : 2));
    const town = await openKillTown({
      how,
      experts: 24,
      slack: { retryDelays: [30, 500, 1_800] },
      env: { LOG_LEVEL: "error" },
    });
    const load = openLoad(town, chance, how === "http" ? "h" : "s");
    try {
      const ways = new Map<string, number>();
      for (let round = 0; round < kills / 2; round++) {
        const way = await oneLife(town, load, chance);
        ways.set(way, (ways.get(way) ?? 0) + 1);
      }
      await load.settled();
      await town.start();
      await town.quiet();
      await pause(200);
      await town.quiet();
      expect(await town.look((store) => whatIsWrong(town, load, store)), `seed ${seed}`).toEqual([]);
      const done = load.given.filter(({ acknowledged }) => acknowledged).length;
      console.log(
        how,
        ways,
        {
          given: load.given.length,
          done,
          by:
            Object.groupBy(load.given, (g) => g.by + g.acknowledged) &&
            Object.entries(Object.groupBy(load.given, (g) => g.by + g.acknowledged)).map(
              ([k, v]) => k + v?.length,
            ),
          presses: load.presses.length,
          acked: load.presses.filter((p) => p.acknowledged).length,
          posted: town.slack.posted().length,
        },
        repeatsIn(town),
        town.said().err.slice(0, 600),
      );
      expect(done).toBeGreaterThan(kills / 2);
      expect(repeatsIn(town)).toEqual({ notices: 0, cards: 0 });
      expect(town.said().err.replaceAll(/^.*"level":50.*$/gm, "")).toBe("");
    } finally {
      await town.close();
    }
  },
);
