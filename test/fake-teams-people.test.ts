import { afterEach, describe, expect, test } from "vitest";
import { bareClient, startBareApp } from "./support/fake-teams/bare-app.ts";
import { type FakeTeamsOptions, type Json, openFakeTeams } from "./support/fake-teams/fake-teams.ts";
import { asJson, asList } from "./support/fake-teams/reading.ts";
import { guidOf } from "./support/fake-teams/world.ts";

/** That people in front of this Teams do what people in front of Teams do, with the bare SDK at the other end. */
const toClose: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

async function open(options: FakeTeamsOptions = {}) {
  const teams = await openFakeTeams(options);
  toClose.push(() => teams.close());
  const app = await startBareApp(teams);
  toClose.push(() => app.stop());
  const client = await bareClient(teams);
  return { teams, app, client, juf: teams.user("juf", { name: "Juf Anna" }) };
}

const cardType = "application/vnd.microsoft.card.adaptive";
const card = (...body: readonly Json[]): Json => ({ type: "AdaptiveCard", version: "1.5", body });
const words = (text: string): Json => ({ type: "TextBlock", text, wrap: true });
const read: Json = {
  type: "Action.Submit",
  title: "Bekijk",
  data: { act: "open", packed: "x", msteams: { type: "task/fetch" } },
};
const accept: Json = {
  type: "Action.Execute",
  title: "Ik pak dit op",
  verb: "accept",
  data: { act: "accept" },
  fallback: { type: "Action.Submit", title: "Ik pak dit op", data: { act: "accept" } },
};
const alert = card(words("Nieuw signaal"), { type: "ActionSet", actions: [accept, read] });
const form: Json = {
  ...card(
    {
      type: "Input.Text",
      id: "text",
      label: "Vertel",
      isRequired: true,
      errorMessage: "Vul in",
      maxLength: 20,
    },
    {
      type: "Input.ChoiceSet",
      id: "wijken",
      label: "Wijk",
      isMultiSelect: true,
      choices: [
        { title: "Noord", value: "n" },
        { title: "Zuid", value: "z" },
      ],
    },
  ),
  actions: [{ type: "Action.Submit", title: "Versturen", data: { act: "report" } }],
};
const dialog = (content: Json, title = "Vertel het") => ({
  task: { type: "continue", value: { title, card: { contentType: cardType, content } } },
});

describe("what somebody types", () => {
  test("comes as Teams sends it: who, where, in which tenant, and in which form it was typed", async () => {
    const { teams, app, juf } = await open();
    const { id, status } = await juf.write("Hallo <b>\nallemaal");
    expect(status).toBe(200);
    expect(app.heard[0]).toMatchObject({
      type: "message",
      id,
      text: "Hallo <b>\nallemaal",
      serviceUrl: teams.serviceUrl,
      from: { aadObjectId: juf.id, name: "Juf Anna" },
      conversation: { conversationType: "personal", tenantId: teams.tenant, id: juf.chat },
      channelData: { tenant: { id: teams.tenant } },
      recipient: { id: teams.botId },
      attachments: [{ contentType: "text/html", content: "<p>Hallo &lt;b&gt;<br>allemaal</p>" }],
    });
    await juf.write("Hallo", { files: 1 });
    expect(app.heard[1]?.attachments).toMatchObject([
      { contentType: "application/vnd.microsoft.teams.file.download.info" },
      { contentType: "text/html" },
    ]);
    teams.assertNoFaults();
  });

  test("in reply to a message names that message, in two ways", async () => {
    const { teams, app, client, juf } = await open();
    const asked = await client.say(juf.chat, card(words("Hoe gaat het nu?")));
    await juf.write("Beter", { quote: asked });
    const [html] = asList(app.heard[0]?.attachments);
    expect(app.heard[0]?.text).toBe("Beter");
    expect(html?.content).toContain(`itemtype="http://schema.skype.com/Reply" itemid="${asked}"`);
    expect(html?.content).toContain("Hoe gaat het nu?");
    teams.user("juf", { quotes: "entity" });
    await juf.write("Beter", { quote: asked });
    expect(app.heard[1]).toMatchObject({
      text: `<quoted messageId="${asked}"/>Beter`,
      entities: [{ type: "clientInfo" }, { type: "quotedReply", quotedReply: { messageId: asked } }],
    });
  });

  test("in a channel comes with the mention, in the thread where it stands", async () => {
    const { teams, app, client, juf } = await open();
    const channel = teams.channel("wijkteam");
    const digest = await client.say(channel, card(words("De week")));
    const { id } = await juf.mention(channel, "hoeveel?");
    await juf.mention(channel, "en dit?", { thread: digest });
    expect(app.heard.map(({ text, conversation }) => [text, (conversation as Json).id])).toEqual([
      ["<at>Voelspriet</at> hoeveel?", `${channel};messageid=${id}`],
      ["<at>Voelspriet</at> en dit?", `${channel};messageid=${digest}`],
    ]);
    expect(app.heard[0]).toMatchObject({ entities: [{ type: "mention" }, {}], channelData: { team: {} } });
    expect(teams.messages(channel).map(({ thread }) => thread)).toEqual([null, null, digest]);
  });

  test("can be changed, taken away and liked; the app can be added and taken away", async () => {
    const { app, juf } = await open();
    const { id } = await juf.write("Hallo");
    await juf.edit(id, "Dag");
    await juf.react(id);
    await juf.remove(id);
    await juf.uninstall();
    await juf.install();
    expect(app.heard.map(({ type, action }) => [type, action].join(" ").trim())).toEqual([
      "message",
      "messageUpdate",
      "messageReaction",
      "messageDelete",
      "installationUpdate remove",
      "conversationUpdate",
      "installationUpdate add",
    ]);
  });
});

describe("a button of a card", () => {
  test("of the new kind is answered with a card, until the message itself is changed", async () => {
    const { app, client, juf, teams } = await open();
    const id = await client.say(juf.chat, alert);
    app.answers["adaptiveCard/action"] = { statusCode: 200, type: cardType, value: card(words("Opgepakt")) };
    await juf.press("Ik pak dit op");
    expect(app.heard[0]).toMatchObject({
      type: "invoke",
      name: "adaptiveCard/action",
      replyToId: id,
      value: {
        action: { type: "Action.Execute", verb: "accept", data: { act: "accept" } },
        trigger: "manual",
      },
    });
    expect(juf.lastMessage().visible).toBe("Opgepakt");
    juf.reload();
    expect(juf.lastMessage().visible).toContain("Nieuw signaal");
    teams.assertNoFaults();
  });

  test("is the fallback where the client does not know the new kind", async () => {
    const { app, client, juf, teams } = await open();
    const id = await client.say(juf.chat, alert);
    teams.user("juf", { oldClient: true });
    await juf.press("accept");
    expect(app.heard[0]).toMatchObject({ type: "message", replyToId: id, value: { act: "accept" } });
    expect(app.heard[0]?.text ?? "").toBe("");
  });

  test("with words in answer shows those; and says so itself where none can be read", async () => {
    const { app, client, juf, teams } = await open();
    await client.say(juf.chat, alert);
    const message = "application/vnd.microsoft.activity.message";
    app.answers["adaptiveCard/action"] = { statusCode: 200, type: message, value: "Ben was eerder." };
    await juf.press("Ik pak dit op");
    app.answers["adaptiveCard/action"] = { statusCode: 200, type: message };
    await juf.press("Ik pak dit op");
    expect(juf.words()).toEqual([
      { by: "card", text: "Ben was eerder." },
      { by: "Teams", text: expect.stringContaining("Unable to reach app") as string },
    ]);
    expect(() => teams.assertNoFaults()).toThrow("has not the shape");
  });
});

describe("a dialog", () => {
  test("opens by a button, is filled in and sent, and closes with a word", async () => {
    const { app, client, juf, teams } = await open();
    const id = await client.say(juf.chat, alert);
    app.answers["task/fetch"] = dialog(form);
    await juf.press("Bekijk");
    expect(app.heard[0]).toMatchObject({
      name: "task/fetch",
      replyToId: id,
      value: {
        data: { act: "open", packed: "x", msteams: { type: "task/fetch" } },
        context: { theme: "default" },
      },
    });
    expect(juf.dialog()).toMatchObject({
      title: "Vertel het",
      labels: ["Vertel", "Wijk"],
      buttons: ["Versturen"],
    });
    await expect(juf.submit()).rejects.toThrow("holds the dialog back: Vertel");
    expect(() => juf.fillIn({ Vertel: "x".repeat(21) })).toThrow("at most 20");
    expect(() => juf.fillIn({ Wijk: "West" })).toThrow("Noord, Zuid");
    app.answers["task/submit"] = { task: { type: "message", value: "Dank je." } };
    await juf.fillIn({ Vertel: "Iets", Wijk: ["Zuid", "n"] }).submit();
    expect(app.heard[1]).toMatchObject({
      name: "task/submit",
      value: { data: { act: "report", text: "Iets", wijken: "z,n" } },
    });
    expect(juf.dialog()).toBeNull();
    expect(juf.words()).toEqual([{ by: "dialog", text: "Dank je." }]);
    teams.assertNoFaults();
  });

  test("that is sent stays as it was where no answer comes", async () => {
    const { app, client, juf, teams } = await open({ invokeMs: 60 });
    await client.say(juf.chat, alert);
    app.answers["task/fetch"] = dialog(form);
    await juf.press("Bekijk");
    app.thinks = 200;
    const { late, status, tries } = await juf.fillIn({ Vertel: "Iets" }).submit();
    expect({ late, status, tries }).toEqual({ late: true, status: 0, tries: 1 });
    expect(juf.dialog()?.values).toMatchObject({ text: "Iets" });
    expect(() => teams.assertNoFaults()).toThrow("task/submit: not answered in time");
  });

  test("of the message extension comes with the message, and is sent as such", async () => {
    const { app, juf, teams } = await open();
    app.answers["composeExtension/fetchTask"] = dialog(form);
    await juf.extension("signaal", { text: "Ze was <moe>" });
    expect(app.heard[0]).toMatchObject({
      name: "composeExtension/fetchTask",
      value: {
        commandId: "signaal",
        commandContext: "message",
        messagePayload: { body: { contentType: "html" } },
      },
    });
    expect(JSON.stringify(app.heard[0])).toContain("Ze was &lt;moe&gt;");
    expect(asJson(app.heard[0]?.conversation).id).not.toBe(juf.chat);
    await juf.fillIn({ Vertel: "Iets" }).submit();
    expect(app.heard[1]).toMatchObject({
      name: "composeExtension/submitAction",
      value: { commandId: "signaal", data: { act: "report", text: "Iets" } },
    });
    expect(juf.dialog()).toBeNull();
    teams.assertNoFaults();
  });
});

describe("what Teams delivers", () => {
  test("comes again with the same id where no answer came in time", async () => {
    const { app, juf } = await open({ messageMs: 60, retryDelays: [1] });
    app.thinks = 150;
    const { tries, late } = await juf.write("Hallo");
    expect({ tries, late }).toEqual({ tries: 2, late: true });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(new Set(app.heard.map(({ id }) => id)).size).toBe(1);
  });

  test("can come twice at once, later once more, and under another id", async () => {
    const { app, juf, teams } = await open();
    const delivery = await juf.write("Hallo", { copies: 2 });
    await teams.again(delivery);
    await teams.again(delivery, { newId: true });
    expect(app.heard).toHaveLength(4);
    expect(new Set(app.heard.map(({ id }) => id)).size).toBe(2);
  });

  test("faults happen as they are planned, done or not", async () => {
    const { client, juf, teams } = await open();
    teams.fail("send", { fault: "status", status: 502 });
    expect(await client.say(juf.chat, "een").catch(() => "")).toBe("");
    teams.fail("send", { fault: "reset", accepted: true });
    await expect(client.say(juf.chat, "twee")).rejects.toThrow();
    teams.fail("*", { fault: "rate-limited", retryAfter: 7 });
    await client.say(juf.chat, "drie");
    expect(juf.messages().map(({ visible }) => visible)).toEqual(["twee"]);
    expect(teams.calls("send").map(({ said }) => said)).toEqual(["502", "reset", "429"]);
    teams.heal();
    await client.say(juf.chat, "vier");
    teams.assertNoFaults();
  });
});

test("people and tenants have ids of the directory, the same in every run", () => {
  expect(guidOf("person juf")).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(guidOf("person juf")).toBe(guidOf("person juf"));
});
