import { afterEach, describe, expect, test } from "vitest";
import { microsoftUrlFault, serviceUrlsFault, tenantsFault } from "#teams-settings.ts";
import { keepingLog } from "./support/keeping-log.ts";
import { cardReply, openTeamsRig, type TeamsRig } from "./support/teams-rig.ts";
import { openTeamsStage, type TeamsStage, type TeamsStageOptions } from "./support/teams-stage.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function openTown(options: TeamsStageOptions = {}): Promise<TeamsStage> {
  const stage = await openTeamsStage(options);
  closing.push(stage.close);
  return stage;
}

async function openRig(options: Parameters<typeof openTeamsRig>[0] = {}): Promise<TeamsRig> {
  const rig = await openTeamsRig(options);
  closing.push(rig.close);
  return rig;
}

const story =
  "De vader van een meisje uit groep 5 slaat haar regelmatig, ze heeft steeds blauwe plekken op haar armen.";
const ofStory = "blauwe plekken";
const always = { times: Number.POSITIVE_INFINITY };

const said = (stage: TeamsStage, name: string): string =>
  stage
    .person(name)
    .messages()
    .filter(({ from }) => from === "app")
    .map(({ visible }) => visible)
    .join("\n");

describe("Microsoft's keys can not be fetched for a moment, and what comes is good", () => {
  test("once: it is taken in", async () => {
    const rig = await openRig();
    let asked = 0;
    rig.teams.fail("keys", { fault: "status", status: 503 }, { times: 1, when: () => (asked += 1) === 2 });
    expect((await rig.teams.user("juf").write("Ik maak me zorgen")).status).toBe(200);
    expect(rig.said).toHaveLength(1);
  });

  test("longer: it is not refused for good, also where the names of the keys are known", async () => {
    const rig = await openRig();
    const juf = rig.teams.user("juf");
    // Has the names read, and no key.
    await juf.write("Vals", { token: "unknown-kid" });
    rig.clock.pass(10_000);
    rig.teams.fail("keys", { fault: "reset" }, always);
    expect((await juf.write("Ik maak me zorgen")).status).toBe(503);
    rig.teams.heal();
    expect((await juf.write("Ik maak me zorgen")).status).toBe(200);
  });

  test("forged tokens with the name of a real key do not make us ask Microsoft each time", async () => {
    const rig = await openRig();
    const juf = rig.teams.user("juf");
    await juf.write("Eén");
    const before = rig.teams.calls("keys").length;
    for (let time = 0; time < 20; time++) {
      expect((await juf.write("Vals", { token: "broken-signature" })).status).toBe(401);
      rig.clock.pass(500);
    }
    expect(rig.teams.calls("keys").length - before).toBeLessThanOrEqual(2);
    expect(rig.said).toHaveLength(1);
  });
});

describe("what is not taken in", () => {
  test("because its form is not known gets no 200, and an administrator reads of it", async () => {
    const rig = await openRig();
    const { status } = await rig.teams.user("juf").write("Ik maak me zorgen", {
      activity: { conversation: { id: 7, tenantId: rig.teams.tenant } },
    });
    expect(status).toBe(400);
    expect(rig.said).toEqual([]);
    expect(rig.lines).toContainEqual(
      expect.objectContaining({ level: "error", facts: { platform: "teams", count: 1 } }),
    );
  });

  test("because Teams does not say who it is, is read of in the log, without a word of it", async () => {
    const rig = await openRig();
    rig.teams.user("gast", { anonymous: true, name: "Kanarina" });
    for (let time = 0; time < 3; time++) await rig.teams.user("gast").write("Kanarie in de kolenmijn");
    const lines = rig.lines.filter(({ message }) => message.includes("who in the directory"));
    expect(lines).toEqual([
      expect.objectContaining({ level: "warn", facts: { platform: "teams", count: 1 } }),
    ]);
    expect(JSON.stringify(rig.lines)).not.toMatch(/kanari/i);
  });
});

test("somebody new types while nothing can be kept: it is not acknowledged, and they hear that it did not work", async () => {
  const log = keepingLog();
  const stage = await openTown({ log });
  stage.breakStore();
  const juf = stage.person("juf");
  expect((await juf.write(story)).status).toBe(503);
  await stage.teams.eventually(() => said(stage, "juf").includes("Dit is niet gelukt."));
  expect(said(stage, "juf")).toContain("112");
  stage.mendStore();
  await juf.write(story);
  await stage.settle();
  expect(said(stage, "juf")).toContain((await stage.latest()).code);
});

describe("dialogs, several deep", () => {
  test("story, hand over, a fault, done: each in its turn, and nobody else can send it", async () => {
    const stage = await openTown();
    const { code } = await stage.tell("juf", { text: story });
    const sanne = stage.person("sanne");
    await sanne.press("Bekijk");
    expect(sanne.dialog()?.visible).toContain(ofStory);
    await sanne.press("Ik pak dit op");
    expect(sanne.dialog()?.visible).toContain(ofStory);
    await sanne.press("Draag over");
    expect(sanne.dialog()?.visible).not.toContain(ofStory);
    const data = {
      act: "hand_over",
      packed: JSON.stringify({ on: code, fields: null }),
      dialog: "f".repeat(32),
    };
    const { body } = await sanne.invokeRaw("task/submit", {
      data: { ...data, to: "noor", text: "" },
      context: {},
    });
    expect(body).toContain('"continue"');
    expect(body).not.toContain(ofStory);
    // The very dialog, sent by somebody who has nothing to do with it.
    for (const name of ["juf", "vreemde", "max"]) {
      const sent = await stage
        .person(name)
        .invokeRaw("task/submit", { data: { ...data, to: "noor", text: "Neem over." }, context: {} });
      expect(sent.body, name).not.toContain(ofStory);
      expect((await stage.signal(code)).holder, name).toBe("sanne");
    }
    sanne.fillIn({ to: "noor", text: "Jij kent deze school." });
    await sanne.submit();
    await stage.settle();
    expect((await stage.signal(code)).asked).toContain("noor");
    expect(said(stage, "noor")).toContain(code);
    expect(sanne.dialog()).toBeNull();
    // The old card is changed; what is pressed on a copy of it does nothing.
    const late = await sanne.executeRaw({
      verb: "accept",
      data: { act: "accept", packed: JSON.stringify({ on: code, fields: null }) },
    });
    expect(late.status).toBe(200);
    await stage.settle();
    expect(JSON.stringify(stage.teams.posted())).not.toContain(ofStory);
  });
});

describe("a card in the team's channel", () => {
  const channel = "19:alarmen@thread.tacv2";
  async function openChannel(): Promise<{ stage: TeamsStage; code: string }> {
    const stage = await openTown({
      directory: (town, at) => ({
        ...town,
        people: town.people.map((one) => ({
          ...one,
          alertsIn: at("x").replace(/\/.*$/, `/${channel}`) as typeof one.alertsIn,
        })),
      }),
      before: (teams) => void teams.channel(channel),
    });
    const { code } = await stage.tell("juf", { text: story });
    return { stage, code };
  }

  test("two experts press it at once: one has it, both read who, and nobody else reads the story", async () => {
    const { stage, code } = await openChannel();
    const [sanne, noor, max] = ["sanne", "noor", "voorbijganger"].map((name) => stage.person(name));
    if (!sanne || !noor || !max) throw new Error("Somebody is missing.");
    const here = { conversation: channel, in: "message" } as const;
    const open = await max.press("Bekijk", here);
    expect(open.body).not.toContain(ofStory);
    await stage.live(Promise.all([sanne.press("Ik pak dit op", here), noor.press("Ik pak dit op", here)]));
    await stage.settle();
    const { holder } = await stage.signal(code);
    expect(["sanne", "noor"]).toContain(holder);
    const shown = stage.teams
      .messages(channel)
      .map(({ visible }) => visible)
      .join("\n");
    expect(shown).toMatch(new RegExp(`${code}: opgepakt door`));
    expect(JSON.stringify([stage.teams.posted(), stage.teams.calls()])).not.toContain(ofStory);
  });

  test("the app was taken out of the team: the colleague hears it directly, and in the channel again when it is back", async () => {
    const { stage } = await openChannel();
    await stage.teams.removeFromTeam(channel);
    const { code } = await stage.tell("meester", { text: story });
    const everybody = stage.directory.people.map(({ id }) => said(stage, id)).join("\n");
    expect(everybody).toContain(code);
    await stage.teams.addToTeam(channel);
    const again = await stage.tell("coach", { text: story });
    expect(
      stage.teams
        .messages(channel)
        .map(({ visible }) => visible)
        .join("\n"),
    ).toContain(again.code);
  });
});

test("the app was taken away and is there again: what comes after that is read", async () => {
  const stage = await openTown();
  const juf = stage.person("juf");
  const { code } = await stage.tell("juf", { text: story });
  await juf.uninstall();
  expect(await stage.store.contactOf(juf.address)).toBeNull();
  await juf.install();
  const sanne = stage.person("sanne");
  await sanne.press("Ik pak dit op");
  await stage.settle();
  await sanne.press("Laat weten");
  await sanne.fillIn({ level: "in_contact" }).submit();
  await stage.settle();
  expect(said(stage, "juf")).toContain("privé voor het gezin");
  expect((await stage.signal(code)).feedback).toHaveLength(1);
});

test("a press with another one's words in it changes nothing about who pressed", async () => {
  const rig = await openRig({ replies: { accept: cardReply("Gedaan") } });
  const juf = rig.teams.user("juf");
  const sanne = rig.teams.user("sanne");
  const packed = JSON.stringify({ on: "VS-K7MP-3QF", fields: null });
  await juf.executeRaw({
    verb: "accept",
    data: { act: "accept", packed, by: sanne.address, userId: sanne.id, aadObjectId: sanne.id },
  });
  await juf.invokeRaw("task/submit", {
    data: { act: "accept", packed, by: sanne.address },
    context: {},
    user: sanne.id,
  });
  expect(rig.presses.map(({ by }) => by)).toEqual([juf.address, juf.address]);
});

test("below a name where anybody can have one our token does not go, and everybody's tenant is not let in", () => {
  for (const host of [
    ".windows.net",
    ".blob.core.windows.net",
    ".westeurope.cloudapp.azure.com",
    ".azurecontainerapps.io",
    "https://.azurefd.net",
  ])
    expect(serviceUrlsFault(host), host).toContain("anybody can have a name");
  expect(serviceUrlsFault("smba.trafficmanager.net, .teams.microsoft.com")).toBeNull();
  expect(tenantsFault("9188040D-6c67-4c5b-b112-36a304b66dad")).toContain("anybody");
  expect(tenantsFault("01234567-89ab-4cde-8f01-23456789abcd")).toBeNull();
});

test("the address of Microsoft's keys is one beside which the keys are found", () => {
  const fault = (url: string) => microsoftUrlFault("TEAMS_OPENID_URL", url);
  expect(fault("https://login.botframework.azure.us/v1/.well-known/openidconfiguration")).toBeNull();
  for (const url of [
    "https://login.botframework.azure.us/v1/.well-known/openid-configuration",
    "https://login.botframework.azure.us/v1/.well-known/openidconfiguration/",
    "https://login.botframework.azure.us",
  ])
    expect(fault(url), url).toContain("ends with /openidconfiguration");
});
