import { afterEach, describe, expect, test } from "vitest";
import type { Passage } from "#signal/decision.ts";
import { type KillTown, openKillTown, until } from "./support/kill-slack.ts";
import { openSlackStage, type SlackStage } from "./support/slack-stage.ts";

const story = "Een jongen in groep 6 komt al weken zonder eten. Zijn moeder heeft schulden en aanmaningen.";
const more = "Zijn broertje zag ik vandaag ook zonder jas.";

const open: SlackStage[] = [];
afterEach(async () => {
  for (const stage of open.splice(0)) await stage.close();
});

async function openTown(how: "http" | "socket" = "http"): Promise<SlackStage> {
  const stage = await openSlackStage({ how });
  open.push(stage);
  return stage;
}

/** Words of people, not what was found in them. */
const ofPeople = (passages: readonly Passage[]): string[] =>
  passages.filter(({ what }) => what !== "evidence").map(({ text }) => text);

/** What is kept of this signaler: every text, in order. */
async function wordsOf({ store, at }: Pick<SlackStage, "store" | "at">, name: string): Promise<string[]> {
  const signals = await store.signalsOf(store.signalerId(at(name)), 50);
  const kept = await Promise.all(signals.map(({ id }) => store.passages(id)));
  return ofPeople(kept.flat());
}

/** What was sent to this person, without what is under it. */
const told = (stage: SlackStage, name: string) =>
  stage
    .person(name)
    .messages()
    .filter(({ user }) => user === stage.slack.bot.userId)
    .map(({ visible }) => visible.split("\n")[0]);

const entriesOf = async (stage: SlackStage, type: string) =>
  (await stage.store.latestEntries(500)).filter((entry) => entry.type === type);

describe.each(["http", "socket"] as const)("by %s, what comes more than once is done once", (how) => {
  test("words that are typed: 32 copies at once, and then as every redelivery", async () => {
    const stage = await openTown(how);
    const juf = stage.person("juf");
    const first = await juf.dm(story, { copies: 32 });
    expect(first.status).toBe(200);
    await stage.settle();
    const answers = told(stage, "juf");
    for (const retryNum of [1, 2, 3]) await stage.slack.again(first, { retryNum, copies: 4 });
    await stage.settle();
    expect(await wordsOf(stage, "juf")).toEqual([story]);
    expect(told(stage, "juf")).toEqual(answers);
    expect(new Set(answers).size).toBe(answers.length);
    expect(await entriesOf(stage, "reported")).toHaveLength(1);
  });

  test("a dialog: 32 copies at once, and sent again by hand", async () => {
    const stage = await openTown(how);
    const juf = stage.person("juf");
    await juf.shortcut("signaal_delen");
    await stage.slack.eventually(() => juf.view());
    juf.fillIn({ text: story, organisation: "Basisschool De Wilg" });
    const sent = await juf.submit({ copies: 32 });
    const { code } = await stage.latest();
    expect(juf.view()?.visible).toContain(code);
    const again = await stage.slack.again(sent, { copies: 3 });
    // The same answer, with the same number: whoever sees it knows that it is there.
    expect(again.body).toContain(code);
    await stage.settle();
    expect(await wordsOf(stage, "juf")).toEqual([story]);
    expect(told(stage, "juf").filter((title) => /We hebben/.test(title ?? ""))).toHaveLength(1);
  });

  test("a button: 32 copies at once, pressed once more, and all of it a day later", async () => {
    const stage = await openTown(how);
    const { code } = await stage.tell("juf", { text: story });
    const ben = stage.person("ben");
    const { ts } = ben.lastMessage();
    const pressed = await ben.press("Ik pak dit op", { in: "message", ts, copies: 32 });
    expect(pressed.status).toBe(200);
    await stage.settle();
    await stage.slack.again(pressed, { copies: 8 });
    await stage.pass({ hours: 24 });
    const before = told(stage, "juf").length;
    await stage.slack.again(pressed);
    await stage.settle();
    expect(await entriesOf(stage, "accepted")).toHaveLength(1);
    expect((await stage.signal(code)).holder).toBe("ben");
    expect(told(stage, "juf")).toHaveLength(before);
    expect(told(stage, "juf").filter((title) => /opgepakt/i.test(title ?? "")).length).toBeLessThanOrEqual(2);
    // A trigger that was used long ago opens nothing; Slack says so.
    stage.slack.forgive();
  });

  test("an addition by dialog under the receipt, twice at once", async () => {
    const stage = await openTown(how);
    const { id } = await stage.tell("juf", { text: story });
    const juf = stage.person("juf");
    await juf.press("Aanvullen", { in: "message" });
    await stage.slack.eventually(() => juf.view());
    juf.fillIn({ text: more });
    const sent = await juf.submit({ copies: 2 });
    await stage.slack.again(sent);
    await stage.settle();
    expect(ofPeople(await stage.store.passages(id))).toEqual([story, more]);
  });
});

describe("what comes in another order than it was done", () => {
  test("two messages, the last one first: both are kept, in one signal", async () => {
    const stage = await openTown();
    const juf = stage.person("juf");
    stage.slack.hold();
    const waiting = [juf.dm(story), juf.dm(more)];
    await stage.slack.release("reversed");
    await Promise.all(waiting);
    await stage.settle();
    expect((await wordsOf(stage, "juf")).sort()).toEqual([story, more].sort());
    expect(await entriesOf(stage, "reported")).toHaveLength(1);
  });

  test("a change and a removal before the message itself: it is kept as it was typed", async () => {
    const stage = await openTown();
    const juf = stage.person("juf");
    const at = stage.clock.now();
    stage.slack.hold();
    const waiting: Promise<unknown>[] = [juf.dm(story)];
    const { ts } = juf.messages().at(-1) ?? { ts: "" };
    waiting.push(juf.edit(ts, "Laat maar"), juf.remove(ts));
    await stage.slack.release("reversed");
    await Promise.all(waiting);
    await stage.settle();
    expect(at).toBeLessThan(stage.clock.now());
    expect(await wordsOf(stage, "juf")).toEqual([story]);
  });

  test("an answer before the question was read, and the question again after it: each once", async () => {
    const stage = await openTown();
    const { code, id } = await stage.tell("juf", { text: story });
    const [ben, juf] = [stage.person("ben"), stage.person("juf")];
    await ben.press("Ik pak dit op");
    await stage.settle();
    await ben.press("Stel een vraag");
    await stage.slack.eventually(() => ben.view());
    ben.fillIn({ text: "Op welke dagen zie je hem?" });
    stage.slack.hold();
    // Typed under the receipt while the question is still on its way; the question itself comes in last.
    const asked = ben.submit();
    const answered = juf.dm("Op maandag en donderdag.", { thread_ts: juf.messages()[0]?.ts ?? "" });
    await stage.slack.release("reversed");
    const [question] = await Promise.all([asked, answered]);
    await stage.slack.again(question);
    await stage.settle();
    const kept = ofPeople(await stage.store.passages(id));
    expect(kept.sort()).toEqual([story, "Op maandag en donderdag.", "Op welke dagen zie je hem?"].sort());
    expect((await stage.signal(code)).asks).toBe(1);
    expect(await entriesOf(stage, "asked")).toHaveLength(1);
  });

  test("word to the signaler before it was picked up: refused in so many words, and nothing is half done", async () => {
    const stage = await openTown();
    const { code } = await stage.tell("juf", { text: story });
    const ben = stage.person("ben");
    const { ts } = ben.lastMessage();
    stage.slack.hold();
    const first = ben.press("Ik pak dit op", { in: "message", ts });
    const second = ben.press("Niet voor mij", { in: "message", ts });
    await stage.slack.release("reversed");
    await Promise.all([first, second]);
    await stage.settle();
    const signal = await stage.signal(code);
    // Declined first; who takes it after all has it. Never both, never nobody.
    expect(signal.holder === "ben" || signal.asked.some((person) => person !== "ben")).toBe(true);
    expect(signal.holder === null && signal.climbAt === null).toBe(false);
    stage.slack.forgive();
  });
});

describe("after the process was killed and started again", () => {
  const towns: KillTown[] = [];
  afterEach(async () => {
    for (const town of towns.splice(0)) await town.close();
  });

  const keptIn = (town: KillTown) =>
    town.look(async (store) => {
      const signals = await store.openSignals();
      const words = await Promise.all(signals.map(({ id }) => store.passages(id)));
      return { signals: signals.length, words: ofPeople(words.flat()) };
    });

  test("events, dialogs and buttons of before do nothing more; what was missed meanwhile is fetched, once", {
    timeout: 120_000,
  }, async () => {
    const town = await openKillTown({ how: "http" });
    towns.push(town);
    const { slack } = town;
    const juf = slack.user("U0JUF");
    await town.start();
    const typed = await juf.dm(story);
    await slack.eventually(() => juf.messages().length > 2);
    await juf.press("Aanvullen", { in: "message" });
    await slack.eventually(() => juf.view());
    juf.fillIn({ text: more });
    const sent = await juf.submit();
    await town.quiet();
    const words = [story, more];
    expect(await keptIn(town)).toEqual({ signals: 1, words });
    const posted = slack.posted().length;

    await town.kill();
    await town.start();
    await slack.again(typed, { retryNum: 1, copies: 8 });
    await slack.again(sent, { copies: 8 });
    await town.quiet();
    expect(await keptIn(town)).toEqual({ signals: 1, words });
    expect(slack.posted()).toHaveLength(posted);

    // An hour without the program: Slack has given up, and what was typed stands in the conversation only.
    await town.kill();
    const missed = "Nog iets: zijn zus is er al een week niet.";
    juf.dmUnheard(missed);
    await town.look((store) => store.remember("slack.alive", String(Date.now() - 3_600_000)));
    await town.start();
    await until(async () => (await keptIn(town)).words.includes(missed), 15_000);
    await slack.again(typed, { retryNum: 2 });
    await town.quiet();
    expect(await keptIn(town)).toEqual({ signals: 1, words: [...words, missed] });
    const fromUs = juf.messages().filter(({ user }) => user === slack.bot.userId);
    expect(new Set(fromUs.map(({ blocks }) => blocks[0]?.["block_id"])).size).toBe(fromUs.length);
    slack.forgive();
  });
});
