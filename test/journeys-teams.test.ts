import { afterEach, describe, expect, test } from "vitest";
import type { Act } from "#signal/press.ts";
import { openTeamsStage, type TeamsStage, type TeamsStageOptions } from "./support/teams-stage.ts";

const open: TeamsStage[] = [];
afterEach(async () => {
  for (const stage of open.splice(0)) await stage.close();
});

async function openTown(options: TeamsStageOptions = {}): Promise<TeamsStage> {
  const stage = await openTeamsStage(options);
  open.push(stage);
  return stage;
}

const story =
  "De vader van een meisje uit groep 5 slaat haar regelmatig, ze heeft steeds blauwe plekken op haar armen.";
const money = "Een jongen in groep 6 komt al weken zonder eten. Zijn moeder heeft schulden en aanmaningen.";

/** What was ever sent as a message or a notification, and what was shown for a moment. */
function everythingPosted({ teams }: TeamsStage, ...names: readonly string[]): string {
  return JSON.stringify([teams.calls(), names.map((name) => teams.user(name).words())]);
}

const said = (stage: TeamsStage, name: string): string =>
  stage
    .person(name)
    .messages()
    .filter(({ from }) => from === "app")
    .map(({ visible }) => visible)
    .join("\n");

async function storyOf({ store }: TeamsStage, id: string): Promise<string | undefined> {
  return (await store.passages(id, ["story"]))[0]?.text;
}

describe.each([
  ["a client of today", false],
  ["an old client", true],
])("with %s", (_name, oldClient) => {
  test("told from the app, read and taken on, and word comes back", async () => {
    const stage = await openTown();
    for (const name of ["juf", "sanne"]) stage.teams.user(name, { oldClient });
    const juf = stage.person("juf");
    await juf.install();
    await juf.write("signaal");
    await stage.settle();
    await juf.press("report");
    expect(juf.dialog()?.visible).toContain("Wat zag of hoorde je?");
    juf.fillIn({ text: story, organisation: "Basisschool De Wilg", age_group: "4 tot 12 jaar" });
    await juf.submit();
    const { code } = await stage.latest();
    expect(juf.dialog()?.visible ?? juf.words().at(-1)?.text).toContain(code);
    juf.close();
    await stage.settle();
    expect(said(stage, "juf")).toContain(code);

    const sanne = stage.person("sanne");
    expect(sanne.lastMessage().visible).toContain(`Nieuw signaal ${code}`);
    expect(sanne.lastMessage().summary).toContain(code);
    await sanne.press("Bekijk");
    expect(sanne.dialog()?.visible).toContain(story);
    sanne.close();
    await stage.live(sanne.press("Ik pak dit op"));
    // Put in the place of the card at once, where the client can, and kept so.
    if (!oldClient) expect(sanne.lastMessage().visible).toContain("opgepakt door Sanne");
    await stage.settle();
    sanne.reload();
    expect(sanne.messages().map(({ visible }) => visible.split("\n")[0])).toEqual([
      expect.stringContaining("opgepakt door Sanne"),
    ]);

    await sanne.press("Laat weten");
    sanne.fillIn({ level: "in_contact" });
    await sanne.submit();
    await stage.settle();
    expect((await stage.latest()).feedback.map(({ level }) => level)).toEqual(["in_contact"]);
    expect(said(stage, "juf")).toContain("privé voor het gezin");
    expect(everythingPosted(stage, "juf", "sanne")).not.toContain("blauwe plekken");
  });
});

test("two press at once: one has it, the other reads who was first, and both cards say so", async () => {
  const stage = await openTown();
  const { code } = await stage.tell("juf", { text: story });
  await stage.pass({ hours: 4 });
  const [sanne, noor] = [stage.person("sanne"), stage.person("noor")];
  expect(noor.lastMessage().visible).toContain(code);
  await stage.live(Promise.all([sanne.press("Ik pak dit op"), noor.press("Ik pak dit op")]));
  await stage.settle();
  const { holder } = await stage.signal(code);
  const [winner, loser] = holder === "sanne" ? [sanne, noor] : [noor, sanne];
  expect(winner.words()).toEqual([]);
  expect(loser.words().at(-1)?.text).toMatch(/Sanne|Noor/);
  for (const one of [winner, loser]) {
    one.reload();
    expect(one.messages().findLast(({ visible }) => visible.includes(code))?.visible).toContain(
      "pgepakt door",
    );
    expect(one.lastMessage().buttons).not.toContain("Ik pak dit op");
  }
});

describe("in the dialog with the story", () => {
  async function openReading() {
    const stage = await openTown();
    const { code } = await stage.tell("juf", { text: story });
    const sanne = stage.person("sanne");
    await sanne.press("Bekijk");
    expect(sanne.dialog()?.visible).toContain(story);
    return { stage, code, sanne };
  }

  test("who takes it on goes on reading, with the buttons of the holder", async () => {
    const { stage, code, sanne } = await openReading();
    await sanne.press("Ik pak dit op");
    expect((await stage.signal(code)).holder).toBe("sanne");
    expect(sanne.dialog()?.visible).toContain("Opgepakt door\nSanne");
    expect(sanne.dialog()?.buttons).toContain("Uitkomst");
    expect(sanne.dialog()?.buttons).not.toContain("Ik pak dit op");
    await stage.settle();
    expect(sanne.lastMessage().visible).toContain("opgepakt door Sanne");
  });

  test("a lower urgency asks for the reason in the dialog, and what was chosen stays", async () => {
    const { stage, code, sanne } = await openReading();
    await sanne.press("Klopt niet");
    sanne.fillIn({ urgency: "preventive" });
    await sanne.submit();
    expect(sanne.dialog()?.visible).toMatch(/waarom|reden/i);
    expect(sanne.dialog()?.values).toMatchObject({ urgency: "preventive" });
    sanne.fillIn({ text: "Er is al contact met het gezin." });
    await sanne.submit();
    await stage.settle();
    expect((await stage.signal(code)).urgency).toBe("preventive");
  });

  test("handing it over asks the next one, who is told without a word of the story", async () => {
    const { stage, code, sanne } = await openReading();
    await sanne.press("Draag over");
    sanne.fillIn({ to: "noor", text: "Jij kent deze school." });
    await sanne.submit();
    await stage.settle();
    expect((await stage.signal(code)).asked).toContain("noor");
    expect(stage.person("noor").lastMessage().visible).toContain(code);
    expect(sanne.dialog()?.visible ?? "").not.toContain("blauwe plekken");
    expect(everythingPosted(stage, "sanne", "noor")).not.toContain("blauwe plekken");
  });

  test("who is too late in it reads that", async () => {
    const { stage, code, sanne } = await openReading();
    await stage.house.counter.press({
      key: "carla",
      by: stage.at("carla"),
      act: "accept",
      on: code,
      fields: null,
    });
    await sanne.press("Ik pak dit op");
    expect(sanne.dialog()?.visible ?? sanne.words().at(-1)?.text).toContain("Carla");
    await stage.settle();
    expect(sanne.lastMessage().buttons).not.toContain("Ik pak dit op");
  });

  test("who may not see it does not see it", async () => {
    const { stage, code } = await openReading();
    const max = stage.person("max");
    const data = {
      act: "open",
      packed: JSON.stringify({ on: code, fields: null }),
      msteams: { type: "task/fetch" },
    };
    const { body } = await max.invokeRaw("task/fetch", { data, context: { theme: "default" } });
    expect(body).not.toContain("blauwe plekken");
    const juf = stage.person("juf");
    expect((await juf.invokeRaw("task/fetch", { data, context: {} })).body).not.toContain("blauwe plekken");
  });
});

describe("the extension on a message", () => {
  test("opens the form with the words of the message, and all of them come in", async () => {
    const stage = await openTown();
    const juf = stage.person("juf");
    const long = Array.from({ length: 120 }, (_, day) => `Dag ${day}: ${money} <b> & "zo"`)
      .join("\n")
      .slice(0, 7_900);
    await juf.extension("signaal", { text: long });
    juf.fillIn({ organisation: "Basisschool De Wilg" });
    await juf.submit();
    await stage.settle();
    expect(await storyOf(stage, (await stage.latest()).id)).toBe(long);
    expect(JSON.stringify(stage.teams.posted())).not.toContain("Dag 1");
  });

  test("in somebody else's chat is answered in one's own: there the app can not come", async () => {
    const stage = await openTown();
    const juf = stage.person("juf");
    await stage.tell("juf", { text: money });
    expect(said(stage, "juf")).toContain((await stage.latest()).code);
    expect(new Set(stage.teams.calls("send").map(({ conversation }) => conversation))).toContain(juf.chat);
    expect(stage.teams.calls().filter(({ said: what }) => what !== "ok")).toEqual([]);
  });

  test("on a message of a channel says nothing in the channel", async () => {
    const stage = await openTown();
    const channel = stage.teams.channel("docenten");
    const juf = stage.person("juf");
    await juf.extension("signaal", { html: `<div>Zie <b>dit</b>:<br>${money}</div>`, conversation: channel });
    juf.fillIn({ organisation: "Basisschool De Wilg" });
    await juf.submit();
    await stage.settle();
    expect(await storyOf(stage, (await stage.latest()).id)).toBe(`Zie dit:\n${money}`);
    expect(stage.teams.messages(channel)).toEqual([]);
    expect(said(stage, "juf")).toContain((await stage.latest()).code);
  });
});

test("Monday's numbers come in the team's channel and to the manager, with a chart that everybody can read", async () => {
  const channel = "19:weekcijfers@thread.tacv2";
  const stage = await openTown({
    directory: (town, at) => ({ ...town, digest: { ...town.digest, teamChannels: [at(channel)] } }),
    before: (teams) => void teams.channel(channel),
  });
  await stage.house.weekly.plan();
  for (const [name, outcome] of [
    ["juf", "P2"],
    ["meester", "P1"],
    ["buur", "C1"],
  ] as const) {
    const { code, holder, asked } = await stage.tell(name, { text: money });
    const by = stage.at(holder ?? asked[0] ?? "ben");
    const press = (act: Act, fields: Record<string, string> | null) =>
      stage.house.counter.press({ key: `${act} ${name}`, by, act, on: code, fields });
    await press("accept", null);
    await press("outcome", { outcome, word: "closed", text: "", next: "close" });
  }
  // From Tuesday to Monday.
  await stage.pass({ hours: 24 * 6 });
  const [digest] = stage.teams.messages(channel);
  expect(digest?.visible).toMatch(/week/i);
  expect(digest?.summary).not.toBe("");
  expect(said(stage, "max")).toMatch(/week/i);
  expect(digest?.visible).not.toContain("aanmaningen");
  // As the client draws it, and as a picture where it can not.
  expect(JSON.stringify(digest?.card)).toMatch(
    /"type":"Chart\..*"fallback":\{"type":"Image","url":"data:image\/png;base64,/,
  );
  expect(said(stage, "max")).toMatch(/te klein|niet getoond/);
});
