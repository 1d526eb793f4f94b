import { expect, test } from "vitest";
import { silentLog } from "#base/log.ts";
import { openOutbox } from "#outbox/deliver.ts";
import { newVaultKey, openVault } from "#privacy/vault.ts";
import type { Notice } from "#signal/notice.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import { freshFolder, removeFolder } from "./support/folder.ts";
import { sampleDecision, sampleNotice, sampleSignal } from "./support/sample-decision.ts";
import { openSenderStage, plainCard } from "./support/slack-sender.ts";

const minute = 60_000;
const readers = 10;
const each = 7;

test("Slack is down for hours while alerts pile up: then all arrive once, at Slack's pace, acute ones first", {
  timeout: 60_000,
}, async () => {
  const stage = await openSenderStage();
  const { slack, clock } = stage;
  slack.settings.pace = true;
  const folder = freshFolder("outage");
  const store = openSqliteStore(`${folder}/voelspriet.db`, openVault({ keys: [newVaultKey()] }));
  const people = Array.from({ length: readers }, (_, place) => `U0EXPERT${place}`);
  for (const id of people) slack.user(id);
  const outbox = openOutbox({
    store,
    platforms: new Map([["slack", { name: "slack", start: async () => async () => {}, send: stage.send }]]),
    addressesOf: async ({ to }) => (to.to === "person" ? [`slack:${slack.home}/${to.id}`] : []),
    render: async ({ urgent }) => (urgent ? { ...plainCard, tone: "acute" } : plainCard),
    onDead: async () => {},
    log: silentLog,
  });
  /** Everything that falls due until then. */
  const runUntil = async (until: number) => {
    for (;;) {
      while ((await outbox.deliver(clock.now())) > 0);
      const next = await store.nextDue();
      if (next === null || next > until) break;
      clock.set(Math.max(next, clock.now() + 1));
    }
    clock.set(Math.max(until, clock.now()));
  };

  const made: Notice[] = [];
  const tell = async (place: number, given: Partial<Notice> = {}) => {
    const to = { to: "person", id: people[place % readers] ?? "" } as const;
    const notice = sampleNotice(sampleSignal(), { to, dueAt: clock.now(), ...given });
    made.push(notice);
    await store.commit(sampleDecision({ notices: [notice] }));
  };

  // Some of it arrives although Slack says that it failed.
  slack.fail("chat.postMessage", { fault: "status", status: 503 }, { times: 30 });
  slack.fail("chat.postMessage", { fault: "reset", accepted: true }, { times: 5 });
  slack.fail("chat.postMessage", { fault: "status", status: 503 }, { times: Number.POSITIVE_INFINITY });
  for (let place = 0; place < readers * each; place++) {
    await tell(place);
    if (place % 10 === 9) await runUntil(clock.now() + 10 * minute);
  }
  await tell(0, { urgent: true });
  await runUntil(clock.now() + minute);
  slack.heal();
  const back = clock.now();
  await runUntil(back + 15 * minute);

  const noticesOf = (id: string) =>
    slack.messages(slack.dmOf(id)).map(({ blocks }) => String(blocks[0]?.block_id).slice(2));
  const urgent = made.at(-1);
  for (const id of people) {
    const wanted = made.filter(({ to }) => to.to === "person" && to.id === id).map((one) => one.id);
    const got = noticesOf(id);
    expect(new Set(got)).toEqual(new Set(wanted));
    expect(got).toHaveLength(wanted.length);
  }
  const acute = slack
    .messages(slack.dmOf(people[0] ?? ""))
    .find(({ blocks }) => blocks[0]?.block_id === `n:${urgent?.id}`);
  expect(Number(acute?.ts) * 1_000 - back).toBeLessThanOrEqual(minute);
  expect(slack.calls("chat.postMessage").filter(({ said }) => said === "429")).toEqual([]);
  expect((await store.counts(clock.now())).waitingNotices).toBe(0);
  await store.close();
  removeFolder(folder);
  await slack.close();
});
