import { afterEach, describe, expect, test } from "vitest";
import { openTeamsStage, type TeamsStage } from "./support/teams-stage.ts";

const open: TeamsStage[] = [];
afterEach(async () => {
  for (const stage of open.splice(0)) await stage.close();
});

async function openTown(): Promise<TeamsStage> {
  const stage = await openTeamsStage();
  open.push(stage);
  return stage;
}

const story =
  "De vader van een meisje uit groep 5 slaat haar regelmatig, ze heeft steeds blauwe plekken op haar armen.";
const money = "Een jongen in groep 6 komt al weken zonder eten. Zijn moeder heeft schulden en aanmaningen.";

const said = (stage: TeamsStage, name: string): string =>
  stage
    .person(name)
    .messages()
    .filter(({ from }) => from === "app")
    .map(({ visible }) => visible)
    .join("\n");

async function signalsIn({ store, clock }: TeamsStage): Promise<number> {
  return (await store.counts(clock.now())).signals;
}
async function storyOf({ store }: TeamsStage, id: string): Promise<string | undefined> {
  return (await store.passages(id, ["story"]))[0]?.text;
}

describe("words typed to the app", () => {
  test("are taken in, more words join them, and edits, likes and deletions change nothing", async () => {
    const stage = await openTown();
    const juf = stage.person("juf");
    const { id: first } = await juf.write(money);
    await stage.settle();
    const { code, id } = await stage.latest();
    expect(said(stage, "juf")).toContain("Haal het nu uit deze chat");
    await juf.write("Zijn moeder is al weken ziek.");
    await juf.edit(first, "Laat maar");
    await juf.react(first);
    await juf.remove(first);
    await stage.settle();
    expect(await signalsIn(stage)).toBe(1);
    expect(await storyOf(stage, id)).toBe(money);
    expect((await stage.signal(code)).stage).not.toBe("withdrawn");
    expect(stage.teams.calls().every(({ args }) => !JSON.stringify(args).includes("aanmaningen"))).toBe(true);
  });

  test("that come again, after a restart or under another id, are one signal and one alert", async () => {
    const stage = await openTown();
    const juf = stage.person("juf");
    const delivery = await juf.write(money, { copies: 2 });
    await stage.teams.again(delivery);
    await stage.settle();
    await stage.teams.again(delivery, { newId: true });
    await stage.settle();
    expect(await signalsIn(stage)).toBe(1);
    const { code } = await stage.latest();
    expect(said(stage, "ben").split(`Nieuw signaal ${code}`)).toHaveLength(2);
  });

  test.each(["html", "entity"] as const)("in reply to a card (%s) are about that signal", async (quotes) => {
    const stage = await openTown();
    stage.teams.user("juf", { quotes });
    const juf = stage.person("juf");
    const { id, code } = await stage.tell("juf", { text: money });
    const receipt = juf.messages().find(({ visible }) => visible.includes(code));
    await stage.pass({ hours: 30 });
    await juf.write("Vandaag had hij weer niets bij zich.", { quote: receipt?.id ?? "" });
    await stage.settle();
    expect(await signalsIn(stage)).toBe(1);
    const words = (await stage.store.passages(id, ["addition"])).map(({ text }) => text);
    expect(words).toEqual(["Vandaag had hij weer niets bij zich."]);
  });

  test.each(["112", "help!", "help"])("%s: the safety text first, and nothing is kept", async (cry) => {
    const stage = await openTown();
    const juf = stage.person("juf");
    await juf.write(cry);
    await stage.settle();
    expect(said(stage, "juf")).toContain("112");
    expect(await signalsIn(stage)).toBe(0);
  });

  test("ask for something, in the words of the command", async () => {
    const stage = await openTown();
    const { code } = await stage.tell("juf", { text: money });
    const answer = async (name: string, words: string) => {
      const before = said(stage, name).length;
      await stage.person(name).write(words);
      await stage.settle();
      return said(stage, name).slice(before);
    };
    expect(await answer("juf", "status")).toContain(code);
    expect(await answer("ben", "overzicht")).toContain(code);
    expect(await answer("max", "overzicht")).not.toContain(code);
    expect(await answer("ben", "wie schulden noord")).toContain("Ben");
    expect(await answer("juf", "wie schulden noord")).not.toContain("Ben");
    expect(await answer("juf", "week")).not.toMatch(/prevent/i);
    for (const words of ["hallo", "signaal", "signaal status", "Signaal"])
      expect(await answer("juf", words), words).not.toBe("");
    expect(await signalsIn(stage)).toBe(1);
    expect(await answer("meester", `signaal ${story}`)).toContain("VS-");
    expect(await signalsIn(stage)).toBe(2);
  });

  test("a photo without a word is answered, and a photo with words is taken in without the photo", async () => {
    const stage = await openTown();
    const juf = stage.person("juf");
    await juf.write("", { files: 1 });
    await stage.settle();
    expect(said(stage, "juf")).not.toBe("");
    expect(await signalsIn(stage)).toBe(0);
    await juf.write(money, { files: 1 });
    await stage.settle();
    expect(await storyOf(stage, (await stage.latest()).id)).toBe(money);
  });

  test.each([
    ["a channel", "wijkteam"],
    ["a group chat", "19:overleg@thread.v2"],
  ])("in %s are never taken in or repeated there: the hint comes in one's own chat", async (_where, name) => {
    const stage = await openTown();
    const channel = stage.teams.channel(name);
    await stage.person("juf").mention(channel, story);
    await stage.settle();
    expect(await signalsIn(stage)).toBe(0);
    expect(stage.teams.messages(channel).filter(({ from }) => from === "app")).toEqual([]);
    expect(said(stage, "juf")).not.toBe("");
    expect(JSON.stringify(stage.teams.posted())).not.toContain("blauwe plekken");
  });
});
