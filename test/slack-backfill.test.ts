import { expect, test } from "vitest";
import { stoppedClock } from "#base/clock.ts";
import { silentLog } from "#base/log.ts";
import { Problem } from "#base/problem.ts";
import { openBackfill } from "#chat/slack/out/backfill.ts";
import { openSlackApi } from "#chat/slack/out/web-api.ts";
import type { Address } from "#signal/address.ts";
import type { Press } from "#signal/press.ts";
import { openFakeSlack } from "./support/fake-slack/fake-slack.ts";

const minute = 60_000;

/** A Slack with people, a memory that survives restarts, and a counter that remembers what it was told. */
async function openStage() {
  const clock = stoppedClock(Date.parse("2026-11-17T10:12:00+01:00"));
  const slack = await openFakeSlack({ clock });
  const juf = slack.user("U0JUF00001");
  const tr = slack.user("U0TRAINER1");
  const memory = new Map<string, string>();
  const said: Press[] = [];
  const state = { storeWorks: true };
  const addresses = new Set<Address>([juf, tr].map(({ id }): Address => `slack:${slack.home}/${id}`));
  const waits: number[] = [];
  const start = () =>
    openBackfill({
      api: openSlackApi({ token: slack.botToken, apiUrl: slack.apiUrl }),
      counter: {
        say: async (press) => {
          if (!state.storeWorks) throw new Problem("retry", "The disk is full.");
          said.push(press);
        },
      },
      memory: {
        recall: async (name) => memory.get(name) ?? null,
        remember: async (name, value) => void memory.set(name, value),
      },
      addresses: async () => [...addresses],
      clock,
      log: silentLog,
      pause: async (ms) => {
        waits.push(ms);
        clock.pass(ms);
      },
    });
  return {
    clock,
    slack,
    juf,
    tr,
    memory,
    said,
    state,
    addresses,
    waits,
    start,
    /** The process runs for a while, and is gone. */
    async livedBefore() {
      const before = start();
      await before.alive();
      await before.stop();
    },
    texts: () => said.map(({ fields }) => fields?.["text"]),
  };
}

test("what was typed while we were away comes in once, as the event would have", async () => {
  const stage = await openStage();
  await stage.livedBefore();
  stage.clock.pass(minute);
  const first = stage.juf.dmUnheard("Ik maak me zorgen om een leerling & haar zusje");
  stage.clock.pass(minute);
  stage.tr.dmUnheard("Een jongen uit mijn team komt niet meer");
  stage.clock.pass(10 * minute);
  const backfill = stage.start();
  await backfill.alive();
  await backfill.rest();
  const channel = stage.slack.dmOf(stage.juf.id);
  expect(stage.said).toHaveLength(2);
  expect(stage.said[0]).toEqual({
    key: `dm:${channel}:${first}`,
    by: `slack:${stage.slack.home}/${stage.juf.id}`,
    act: "tell",
    on: "",
    fields: { text: "Ik maak me zorgen om een leerling & haar zusje" },
  });
  // Done: the next sign of life finds nothing to do.
  const calls = stage.slack.calls().length;
  stage.clock.pass(minute);
  await backfill.alive();
  await backfill.rest();
  expect(stage.slack.calls()).toHaveLength(calls);
  await backfill.stop();
  stage.slack.assertNoFaults();
  await stage.slack.close();
});

test("the first start has nothing to catch up with, and a short silence is Slack's own to mend", async () => {
  const stage = await openStage();
  stage.juf.dmUnheard("Van voor onze tijd");
  await stage.livedBefore();
  stage.clock.pass(5 * minute);
  const backfill = stage.start();
  await backfill.alive();
  await backfill.rest();
  expect(stage.slack.calls()).toEqual([]);
  await backfill.stop();
  await stage.slack.close();
});

test("answers under an older message come along, and what the bot said does not", async () => {
  const stage = await openStage();
  const api = openSlackApi({ token: stage.slack.botToken, apiUrl: stage.slack.apiUrl });
  const channel = stage.slack.dmOf(stage.juf.id);
  const receipt = await api.call("chat.postMessage", { channel, text: "Ontvangen" });
  const thread_ts = String(receipt["ts"]);
  stage.clock.pass(5 * 24 * 60 * minute);
  await stage.livedBefore();
  stage.clock.pass(minute);
  stage.juf.dmUnheard("Hij is er vandaag weer niet", { thread_ts });
  await api.call("chat.postMessage", { channel, text: "Nog iets van de bot", thread_ts });
  stage.clock.pass(60 * minute);
  const backfill = stage.start();
  await backfill.alive();
  await backfill.rest();
  expect(stage.said).toHaveLength(1);
  expect(stage.said[0]).toMatchObject({
    act: "tell",
    fields: { text: "Hij is er vandaag weer niet" },
    under: `${channel}/${thread_ts}`,
  });
  await backfill.stop();
  stage.slack.assertNoFaults();
  await stage.slack.close();
});

test("many messages are read page by page, oldest first", async () => {
  const stage = await openStage();
  await stage.livedBefore();
  for (let count = 0; count < 450; count++) {
    stage.clock.pass(1_000);
    stage.juf.dmUnheard(`bericht ${count}`);
  }
  stage.clock.pass(10 * minute);
  const backfill = stage.start();
  await backfill.alive();
  await backfill.rest();
  expect(stage.texts()).toEqual(Array.from({ length: 450 }, (_, count) => `bericht ${count}`));
  await backfill.stop();
  await stage.slack.close();
});

test("somebody who left the workspace does not end it", async () => {
  const stage = await openStage();
  await stage.livedBefore();
  stage.addresses.clear();
  stage.slack.user("U0GONE0001", { deleted: true });
  for (const id of ["U0GONE0001", "U0NOBODY01", stage.juf.id])
    stage.addresses.add(`slack:${stage.slack.home}/${id}`);
  stage.addresses.add("slack:nonsense");
  stage.juf.dmUnheard("Toch gehoord");
  stage.clock.pass(10 * minute);
  const backfill = stage.start();
  await backfill.alive();
  await backfill.rest();
  expect(stage.texts()).toEqual(["Toch gehoord"]);
  await backfill.stop();
  await stage.slack.close();
});

test("Slack asks to wait: it waits so long, and nothing is lost", async () => {
  const stage = await openStage();
  await stage.livedBefore();
  stage.juf.dmUnheard("Blijft staan");
  stage.clock.pass(10 * minute);
  stage.slack.fail("conversations.history", { fault: "rate-limited", retryAfter: 17 }, { times: 2 });
  const backfill = stage.start();
  await backfill.alive();
  await backfill.rest();
  expect(stage.waits.filter((ms) => ms === 17_000)).toHaveLength(2);
  expect(stage.texts()).toEqual(["Blijft staan"]);
  await backfill.stop();
  await stage.slack.close();
});

test("it fails halfway: the next minute, or the next process, goes on", async () => {
  const stage = await openStage();
  await stage.livedBefore();
  stage.juf.dmUnheard("Eerste");
  stage.tr.dmUnheard("Tweede");
  stage.clock.pass(10 * minute);
  const there = stage.slack.dmOf(stage.tr.id);
  const fails = () =>
    stage.slack.fail(
      "conversations.history",
      { fault: "status", status: 503 },
      { when: ({ channel }) => channel === there },
    );
  fails();
  const backfill = stage.start();
  await backfill.alive();
  await backfill.rest();
  expect(stage.texts()).toEqual(["Eerste"]);
  stage.clock.pass(minute);
  fails();
  await backfill.alive();
  await backfill.rest();
  await backfill.stop();
  // The next process does not know whom it had: the same keys once more, which the desk has seen.
  stage.clock.pass(minute);
  const next = stage.start();
  await next.alive();
  await next.rest();
  expect(stage.texts()).toEqual(["Eerste", "Eerste", "Tweede"]);
  expect(new Set(stage.said.map(({ key }) => key)).size).toBe(2);
  await next.stop();
  await stage.slack.close();
});

test("a full disk loses nothing: it is told again when there is room", async () => {
  const stage = await openStage();
  await stage.livedBefore();
  stage.juf.dmUnheard("Bewaar mij");
  stage.clock.pass(10 * minute);
  stage.state.storeWorks = false;
  const backfill = stage.start();
  await backfill.alive();
  await backfill.rest();
  stage.state.storeWorks = true;
  stage.clock.pass(minute);
  await backfill.alive();
  await backfill.rest();
  expect(stage.texts()).toEqual(["Bewaar mij"]);
  await backfill.stop();
  await stage.slack.close();
});

test("silent again while catching up: the second silence is caught up with too", async () => {
  const stage = await openStage();
  await stage.livedBefore();
  stage.clock.pass(10 * minute);
  const backfill = stage.start();
  await backfill.alive();
  stage.juf.dmUnheard("In de tweede stilte");
  // The machine slept.
  stage.clock.pass(10 * minute);
  await backfill.alive();
  await backfill.rest();
  stage.clock.pass(minute);
  await backfill.alive();
  await backfill.rest();
  expect(new Set(stage.texts())).toEqual(new Set(["In de tweede stilte"]));
  await backfill.stop();
  await stage.slack.close();
});

test("Slack could not reach us for a while, and we saw nothing of it: a few times a day that is looked after", async () => {
  const stage = await openStage();
  const backfill = stage.start();
  const live = async (minutes: number) => {
    for (let passed = 0; passed < minutes; passed++) {
      await backfill.alive();
      stage.clock.pass(minute);
      await backfill.rest();
    }
  };
  await live(60);
  stage.juf.dmUnheard("Niet aangekomen");
  await live(9 * 60);
  expect(stage.texts()).toEqual(["Niet aangekomen"]);
  expect(stage.slack.calls("conversations.history")).toHaveLength(2);
  await backfill.stop();
  await stage.slack.close();
});

test("one conversation that can not be read keeps nobody else waiting", async () => {
  const stage = await openStage();
  await stage.livedBefore();
  for (const person of [stage.juf, stage.tr]) person.dmUnheard(`Van ${person.id}`);
  stage.clock.pass(10 * minute);
  const odd = stage.slack.dmOf(stage.juf.id);
  stage.slack.fail(
    "conversations.history",
    { fault: "error", error: "a_name_of_next_year" },
    { times: Number.POSITIVE_INFINITY, when: ({ channel }) => channel === odd },
  );
  const backfill = stage.start();
  await backfill.alive();
  await backfill.rest();
  expect(stage.texts()).toEqual([`Van ${stage.tr.id}`]);
  stage.slack.heal();
  stage.clock.pass(minute);
  await backfill.alive();
  await backfill.rest();
  expect(stage.texts()).toEqual([`Van ${stage.tr.id}`, `Van ${stage.juf.id}`]);
  await backfill.stop();
  await stage.slack.close();
});

test("a stop ends it at once, and nothing runs on", async () => {
  const stage = await openStage();
  await stage.livedBefore();
  stage.clock.pass(10 * minute);
  const backfill = stage.start();
  await backfill.alive();
  await backfill.stop();
  const calls = stage.slack.calls().length;
  await stage.slack.quiet();
  expect(stage.slack.calls()).toHaveLength(calls);
  expect(stage.memory.get("slack.missed")).not.toBe("");
  await stage.slack.close();
});
