import { afterEach, describe, expect, test } from "vitest";
import { packedNote, plainNote } from "#chat/slack/answer/modal-stack.ts";
import { openSlackStage, type SlackStage, type SlackStageOptions } from "./support/slack-stage.ts";

const open: SlackStage[] = [];
afterEach(async () => {
  for (const stage of open.splice(0)) await stage.close();
});

async function openTown(options: SlackStageOptions = {}): Promise<SlackStage> {
  const stage = await openSlackStage(options);
  open.push(stage);
  return stage;
}

const story = "Een jongen in groep 6 komt al weken zonder eten. Zijn moeder heeft schulden en aanmaningen.";

async function signalsIn({ store, clock }: SlackStage): Promise<number> {
  return (await store.counts(clock.now())).signals;
}
async function storyOf({ store }: SlackStage, id: string): Promise<string | undefined> {
  return (await store.passages(id, ["story"]))[0]?.text;
}

describe("the shortcut of a message", () => {
  test("opens the form with the words of the message, in as many inputs as they need, and all of them come in", async () => {
    const stage = await openTown();
    const juf = stage.person("juf");
    const long = Array.from({ length: 120 }, (_, day) => `Dag ${day}: ${story} <b> & "zo"`)
      .join("\n")
      .slice(0, 7_900);
    await juf.messageShortcut("signaal_van_bericht", { text: long });
    const form = await stage.modal("juf", "Wat zag of hoorde je? (1/3)");
    expect(form.labels.slice(0, 3)).toEqual([1, 2, 3].map((nth) => `Wat zag of hoorde je? (${nth}/3)`));
    juf.fillIn({ organisation: "Basisschool De Wilg" });
    await juf.submit();
    expect(await storyOf(stage, (await stage.latest()).id)).toBe(long);
    expect(JSON.stringify(stage.slack.posted())).not.toContain("Dag 1");
  });
});

describe("the command", () => {
  test("with a story opens the form with it, and nothing of it is repeated", async () => {
    const stage = await openTown();
    const juf = stage.person("juf");
    stage.slack.channel("C0SCHOOL", { members: [juf.id] });
    const typed = await juf.command("/signaal", story, { channel: "C0SCHOOL" });
    expect(typed).toMatchObject({ status: 200, body: "" });
    await stage.modal("juf", "Wat zag of hoorde je?");
    expect(await signalsIn(stage)).toBe(0);
    await juf.submit();
    expect(await storyOf(stage, (await stage.latest()).id)).toBe(story);
    expect(JSON.stringify([stage.slack.posted(), juf.ephemerals()])).not.toContain("groep 6");
  });

  test.each(["112", "help!", "help"])(
    "%s: the safety text first, at once, and nothing is kept",
    async (cry) => {
      const stage = await openTown();
      const juf = stage.person("juf");
      await juf.command("/signaal", cry);
      const said = juf.ephemerals().at(-1)?.visible ?? "";
      expect(said.indexOf("112")).toBeGreaterThanOrEqual(0);
      expect(said.indexOf("112")).toBeLessThan(said.indexOf("Schrijf op wat je zag"));
      expect(await signalsIn(stage)).toBe(0);
    },
  );

  test("answers what was asked, for the eyes of who asked", async () => {
    const stage = await openTown();
    const { code } = await stage.tell("juf", { text: story });
    const said = async (name: string, words: string) => {
      await stage.person(name).command("/signaal", words);
      return stage.person(name).ephemerals().at(-1)?.visible ?? "";
    };
    expect(await said("juf", "status")).toContain(code);
    expect(await said("ben", "overzicht")).toContain(code);
    expect(await said("max", "overzicht")).not.toContain(code);
    expect(await said("ben", "wie schulden noord")).toContain("Ben");
    expect(await said("juf", "wie schulden noord")).not.toContain("Ben");
    expect(await said("juf", "week")).not.toMatch(/prevent/i);
    expect(
      stage
        .person("ben")
        .ephemerals()
        .every(({ by }) => by === "ack"),
    ).toBe(true);
  });

  test("of a colleague who will be away opens the form, and the next signal goes to another", async () => {
    const stage = await openTown();
    const ben = stage.person("ben");
    await ben.command("/signaal", "afwezig");
    await stage.slack.eventually(() => ben.view());
    await ben.submit();
    await ben.close();
    const { asked } = await stage.tell("juf", { text: story });
    expect(asked).not.toContain("ben");
  });

  test("whose window Slack does not open says so, and the story stands in the next form", async () => {
    const stage = await openTown();
    const juf = stage.person("juf");
    stage.slack.fail("views.open", { fault: "error", error: "expired_trigger_id" });
    await juf.command("/signaal", story);
    expect(juf.view()).toBeNull();
    expect(juf.ephemerals().at(-1)?.visible).toContain("Het venster ging niet open");
    await juf.shortcut("signaal_delen");
    await stage.modal("juf", "Wat zag of hoorde je?");
    await juf.submit();
    expect(await storyOf(stage, (await stage.latest()).id)).toBe(story);
  });
});

describe("a direct message", () => {
  test("is taken in, more words join it, and edits and deletions change nothing", async () => {
    const stage = await openTown();
    const juf = stage.person("juf");
    const { ts } = await juf.dm(story);
    await stage.settle();
    const { code, id } = await stage.latest();
    expect(
      juf
        .messages()
        .map(({ visible }) => visible)
        .join("\n"),
    ).toContain("Haal het nu uit deze chat");
    await juf.dm("Zijn moeder is al weken ziek.");
    await juf.edit(ts, "Laat maar");
    await juf.remove(ts);
    await stage.settle();
    expect(await signalsIn(stage)).toBe(1);
    expect(await storyOf(stage, id)).toBe(story);
    expect((await stage.store.passages(id)).map(({ text }) => text)).toContain(
      "Zijn moeder is al weken ziek.",
    );
    expect(juf.lastMessage().visible).toContain(code);
  });

  test("that comes four times is one signal with one answer", async () => {
    const stage = await openTown();
    const juf = stage.person("juf");
    const first = await juf.dm(story);
    for (const retryNum of [1, 2, 3]) await stage.slack.again(first, { retryNum });
    await stage.settle();
    expect(await signalsIn(stage)).toBe(1);
    const fromUs = juf.messages().filter(({ user }) => user === stage.slack.bot.userId);
    expect(new Set(fromUs.map(({ visible }) => visible)).size).toBe(fromUs.length);
  });

  test("under the receipt belongs to that signal, also when it is a word of the command", async () => {
    const stage = await openTown();
    const { id } = await stage.tell("juf", { text: story });
    const juf = stage.person("juf");
    const receipt = juf.messages()[0];
    await juf.dm("afwezig", { thread_ts: receipt?.ts ?? "" });
    await stage.settle();
    expect((await stage.store.passages(id)).map(({ text }) => text)).toContain("afwezig");
  });

  test("of one word of the command is answered as such", async () => {
    const stage = await openTown();
    const juf = stage.person("juf");
    await juf.dm("status");
    await stage.settle();
    expect(juf.lastMessage().visible).toContain("Je hebt nog niets verteld.");
    expect(await signalsIn(stage)).toBe(0);
  });

  test("words in a channel get a hint for one person, and nothing is kept or repeated", async () => {
    const stage = await openTown();
    const juf = stage.person("juf");
    stage.slack.channel("C0SCHOOL", { members: [juf.id] });
    await stage.slack.event({
      type: "message",
      channel: "C0SCHOOL",
      channel_type: "channel",
      user: juf.id,
      ts: "1794906700.000100",
      text: story,
    });
    await stage.slack.eventually(() => juf.ephemerals().length === 1);
    expect(juf.ephemerals()[0]).toMatchObject({ by: "chat.postEphemeral", channel: "C0SCHOOL" });
    expect(JSON.stringify(stage.slack.calls())).not.toContain("groep 6");
    expect(await signalsIn(stage)).toBe(0);
  });
});

test("what can not be kept is not acknowledged, and who pressed or typed knows", async () => {
  const stage = await openTown();
  const { code } = await stage.tell("juf", { text: story });
  const ben = stage.person("ben");
  stage.breakStore();
  expect((await ben.press("Ik pak dit op")).status).toBe(503);
  await stage.slack.eventually(() => ben.ephemerals().at(-1)?.visible.includes("Dit is niet gelukt"));
  expect(ben.lastMessage().visible).toContain(`Nieuw signaal ${code}`);
  const typed = await stage.person("juf").dm("Nog iets");
  expect(typed).toMatchObject({ status: 503, tries: 4 });
  const asked = await ben.command("/signaal", "afwezig");
  expect(asked.status).toBe(503);
  stage.slack.forgive();
});

test("App Home is another for a signaler, an expert and a manager", async () => {
  const stage = await openTown();
  const { code } = await stage.tell("juf", { text: story });
  const seen = new Map<string, string>();
  for (const name of ["juf", "ben", "max"]) {
    await stage.person(name).openHome();
    seen.set(name, (await stage.slack.eventually(() => stage.person(name).home())).visible);
  }
  expect(seen.get("juf")).toContain(code);
  expect(seen.get("ben")).toContain(code);
  expect(seen.get("max")).not.toContain(code);
  expect(new Set(seen.values()).size).toBe(3);
  expect(JSON.stringify([...seen.values()])).not.toContain("groep 6");
});

describe("what is not ours, or forged", () => {
  test("does nothing, and the door lives on", async () => {
    const stage = await openTown();
    const { code, id } = await stage.tell("juf", { text: story });
    const before = (await stage.store.entries(id)).length;
    const dief = stage.person("dief");
    const value = JSON.stringify({ on: code, fields: null });
    const note = packedNote({ ...plainNote, on: code });
    await dief.pressRaw({ action_id: "accept", value });
    await dief.pressRaw({ action_id: "open", value });
    await dief.pressRaw({ action_id: "erase", value });
    await dief.pressRaw({ action_id: "accept", value: code });
    await dief.submitRaw({ callback_id: "outcome", private_metadata: note, values: {} });
    await dief.submitRaw({ callback_id: "hand_over", private_metadata: "VS-1", values: {} });
    await dief.submitRaw({ callback_id: "card", private_metadata: note, values: {} });
    await stage.slack.event({ type: "reaction_added", user: dief.id });
    await stage.settle();
    expect((await stage.store.entries(id)).length).toBe(before);
    expect(JSON.stringify(dief.views())).not.toContain("groep 6");
    expect((await dief.command("/signaal", "status")).status).toBe(200);
    // Slack itself holds a forged press to no window of ours.
    stage.slack.forgive();
  });

  test("somebody of another workspace reads and does nothing", async () => {
    const stage = await openTown();
    const { id } = await stage.tell("juf", { text: story });
    const before = (await stage.store.entries(id)).length;
    stage.slack.user("U0SANNE", { team: "T0FOREIGN" });
    await stage.person("sanne").dm(story, { team: "T0FOREIGN" });
    await stage.person("sanne").command("/signaal", "status", { team: "T0FOREIGN" });
    await stage.settle();
    expect(await signalsIn(stage)).toBe(1);
    expect((await stage.store.entries(id)).length).toBe(before);
    expect(stage.person("sanne").ephemerals()).toEqual([]);
    stage.slack.forgive();
  });
});
