import { afterEach, describe, expect, test } from "vitest";
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

const story =
  "De vader van een meisje uit groep 5 slaat haar regelmatig, ze heeft steeds blauwe plekken op haar armen.";

/** What was ever sent as a message, a notification or a private word, as Slack got it. */
function everythingPosted({ slack }: SlackStage): string {
  const views = ["views.open", "views.push", "views.update", "views.publish"];
  return JSON.stringify([slack.calls().filter(({ method }) => !views.includes(method)), slack.ephemerals()]);
}

test.each([
  ["HTTP", { how: "http" }],
  ["a socket", { how: "socket" }],
  ["HTTP, in an organisation of several workspaces", { how: "http", install: "grid" }],
] as const)(
  "by %s: told in App Home, read and taken on in the dialog, and word comes back",
  async (_by, options) => {
    const stage = await openTown(options);
    const { slack } = stage;
    const juf = stage.person("juf");
    await juf.openHome();
    expect((await slack.eventually(() => juf.home())).visible).toContain("Je hebt nog niets verteld.");

    await juf.press("Ik maak me zorgen", { in: "home" });
    await stage.modal("juf", "Wat zag of hoorde je?");
    juf.fillIn({ text: story, organisation: "Basisschool De Wilg", age_group: "4 tot 12 jaar" });
    await juf.submit();
    expect(juf.view()?.visible).toContain("Je zorg is binnen");
    const { code } = await stage.latest();
    // The home behind the dialog knows it too.
    await slack.eventually(() => juf.home()?.visible.includes(code));
    await juf.close();
    await stage.settle();
    expect(juf.messages()[0]?.visible).toContain(code);
    expect(juf.messages()[0]?.buttons).toContain("Nog steeds bezorgd");

    const sanne = stage.person("sanne");
    expect(sanne.lastMessage().visible).toContain(`Nieuw signaal ${code}`);
    await sanne.press("Bekijk");
    expect((await stage.modal("sanne", "Het verhaal")).visible).toContain(story);
    await sanne.press("Ik pak dit op");
    const held = await stage.modal("sanne", "Opgepakt door: Sanne");
    expect(held.buttons).toContain("Uitkomst");
    expect(held.buttons).not.toContain("Ik pak dit op");
    await stage.settle();
    expect(sanne.messages().map(({ visible }) => visible)).toEqual([
      expect.stringContaining("opgepakt door Sanne"),
    ]);

    await sanne.press("Laat weten");
    await stage.modal("sanne", "Laat");
    await slack.eventually(() => sanne.views().length === 2);
    sanne.fillIn({ level: "in_contact" });
    await sanne.submit();
    await stage.settle();
    const [receipt, ...later] = juf.messages();
    expect(later.at(-1)?.threadTs).toBe(receipt?.ts);
    expect((await stage.latest()).feedback.map(({ level }) => level)).toEqual(["in_contact"]);
    expect(everythingPosted(stage)).not.toContain("blauwe plekken");
  },
);

test("two press at once: one has it, the other reads who was first, and both cards say so", async () => {
  const stage = await openTown();
  const { code } = await stage.tell("juf", { text: story });
  await stage.pass({ hours: 4 });
  const [sanne, noor] = [stage.person("sanne"), stage.person("noor")];
  expect(noor.lastMessage().visible).toContain(code);
  await Promise.all([sanne.press("Ik pak dit op"), noor.press("Ik pak dit op")]);
  await stage.settle();
  const { holder } = await stage.signal(code);
  const [winner, loser] = holder === "sanne" ? [sanne, noor] : [noor, sanne];
  expect(winner.view()).toBeNull();
  expect(loser.view()?.visible).toMatch(/Sanne|Noor/);
  for (const one of [winner, loser]) {
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
    await stage.modal("sanne", "Het verhaal");
    return { stage, code, sanne };
  }

  test("'klopt niet' is two taps, and the story below shows what it is now", async () => {
    const { stage, code, sanne } = await openReading();
    await sanne.press("Klopt niet");
    await stage.modal("sanne", "Wat klopt er wel");
    sanne.fillIn({ categories: ["Geldzorgen"] });
    await sanne.submit();
    await stage.settle();
    expect((await stage.signal(code)).categories).toEqual(["debt"]);
    expect(sanne.views()).toHaveLength(2);
    await sanne.close();
    expect(sanne.view()?.visible).toContain("Onderwerp: Geldzorgen");
  });

  test("a lower urgency asks for the reason in the dialog, and what was chosen stays", async () => {
    const { stage, code, sanne } = await openReading();
    await sanne.press("Klopt niet");
    await stage.modal("sanne", "Wat klopt er wel");
    sanne.fillIn({ urgency: "preventive" });
    const refused = await sanne.submit();
    expect(JSON.parse(refused.body)).toMatchObject({ response_action: "errors" });
    expect(Object.keys(sanne.view()?.errors ?? {})).toEqual(["text"]);
    sanne.fillIn({ text: "Er is al contact met het gezin." });
    await sanne.submit();
    await stage.settle();
    expect((await stage.signal(code)).urgency).toBe("preventive");
  });

  test("handing it over takes the story from the screen below, and asks the next one", async () => {
    const { stage, code, sanne } = await openReading();
    await sanne.press("Draag over");
    await stage.modal("sanne", "Draag");
    await stage.slack.eventually(() => sanne.views().length === 2);
    sanne.fillIn({ to: "noor", text: "Jij kent deze school." });
    await sanne.submit();
    await stage.settle();
    expect((await stage.signal(code)).asked).toContain("noor");
    const noor = stage.person("noor");
    expect(noor.lastMessage().visible).toContain(code);
    await sanne.close();
    expect(sanne.view()?.visible).not.toContain("blauwe plekken");
    expect(everythingPosted(stage)).not.toContain("blauwe plekken");
  });

  test("who is too late in it reads that, above the story as it is now", async () => {
    const { stage, code, sanne } = await openReading();
    await stage.house.counter.press({
      key: "carla",
      by: stage.at("carla"),
      act: "accept",
      on: code,
      fields: null,
    });
    await sanne.press("Ik pak dit op");
    await stage.slack.eventually(() => sanne.views().length === 2);
    expect(sanne.view()?.visible).toContain("Carla");
    await stage.settle();
    await sanne.close();
    expect(sanne.view()?.buttons ?? []).not.toContain("Ik pak dit op");
  });
});
