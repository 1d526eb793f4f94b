import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { stoppedClock } from "#base/clock.ts";
import { teamsCard, teamsDialog } from "#chat/teams/cards.ts";
import { anyCard, anyForm } from "./support/arbitrary-cards.ts";
import { bareClient, shown, startBareApp, tokenFor } from "./support/fake-teams/bare-app.ts";
import { cardFaults } from "./support/fake-teams/card-check.ts";
import {
  type FakeTeamsOptions,
  type Json,
  openFakeTeams,
  type Token,
} from "./support/fake-teams/fake-teams.ts";
import { elementsIn } from "./support/fake-teams/reading.ts";

/** What later tests rely on: that this Teams refuses what Teams refuses, seen with the bare SDK and plain HTTP. */
const toClose: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

async function open(options: FakeTeamsOptions = {}) {
  const teams = await openFakeTeams(options);
  toClose.push(() => teams.close());
  return { teams, juf: teams.user("juf", { name: "Juf Anna" }) };
}

async function openWithApp(options: FakeTeamsOptions = {}) {
  const opened = await open(options);
  const app = await startBareApp(opened.teams);
  toClose.push(() => app.stop());
  return { ...opened, app };
}

const card = (body: readonly Json[], actions?: readonly Json[]): Json => ({
  type: "AdaptiveCard",
  version: "1.5",
  body,
  ...(actions === undefined ? {} : { actions }),
});
const words = (text: string): Json => ({ type: "TextBlock", text, wrap: true });
const submit = (title: string, data: Json = {}): Json => ({ type: "Action.Submit", title, data });
const execute = (title: string, verb: string): Json => ({
  type: "Action.Execute",
  title,
  verb,
  data: { act: verb },
  fallback: submit(title, { act: verb }),
});
const buttons = (...actions: readonly Json[]): Json => ({ type: "ActionSet", actions });

describe("the login endpoint gives a token to the app alone", () => {
  test.each([
    ["another secret", { client_secret: "guess" }, "401 AADSTS7000215"],
    ["another app", { client_id: "00000000-0000-4000-8000-000000000000" }, "400 AADSTS700016"],
    ["another scope", { scope: "https://graph.microsoft.com/.default" }, "400 AADSTS70011"],
    ["the tenant of all bots", { tenant: "botframework.com" }, "400 AADSTS700016"],
  ])("%s is refused", async (_what, changes, said) => {
    const { teams } = await open();
    await expect(tokenFor(teams, changes)).rejects.toThrow(said);
  });

  test("a secret that ended, and an app that was taken from the directory", async () => {
    const { teams } = await open();
    teams.settings.app = "expired-secret";
    await expect(tokenFor(teams)).rejects.toThrow("AADSTS7000222");
    teams.settings.app = "unknown";
    await expect(tokenFor(teams)).rejects.toThrow("AADSTS700016");
    teams.settings.app = "valid";
    expect((await tokenFor(teams)).split(".")).toHaveLength(3);
    teams.assertNoFaults();
  });
});

describe("the connector refuses what Teams refuses", () => {
  test("no token, another token, one that ended or was taken back", async () => {
    const clock = stoppedClock(Date.parse("2026-11-17T10:12:00+01:00"));
    const { teams, juf } = await open({ clock });
    const said = async (client: Awaited<ReturnType<typeof bareClient>>) =>
      (await client.call("POST", `conversations/${juf.chat}/activities`, { type: "message", text: "x" }))
        .status;
    expect(await said(await bareClient(teams, ""))).toBe(401);
    expect(await said(await bareClient(teams, "other"))).toBe(401);
    const client = await bareClient(teams);
    expect(await said(client)).toBe(201);
    clock.pass(3_600_000);
    expect(await said(client)).toBe(401);
    const next = await bareClient(teams);
    teams.revokeTokens();
    expect(await said(next)).toBe(401);
    expect(() => teams.assertNoFaults()).toThrow("send: Unauthorized");
  });

  test("who does not have the app, blocked it or is gone; conversations that are not there", async () => {
    const { teams, juf } = await open();
    const client = await bareClient(teams);
    const code = async (verb: string, path: string, body: Json) => {
      const { status, body: said } = await client.call(verb, path, body);
      const { code: named = "" } = (said.error ?? {}) as { code?: string };
      return `${status} ${named}`;
    };
    const chatWith = (id: string) => ({
      members: [{ id }],
      tenantId: teams.tenant,
      bot: { id: teams.botId },
    });
    const hello = { type: "message", text: "x" };
    const without = teams.user("zonder", { installed: false });
    expect(await code("POST", "conversations", chatWith(without.id))).toBe("403 BotNotInConversationRoster");
    expect(await code("POST", `conversations/${without.chat}/activities`, hello)).toBe(
      "403 BotNotInConversationRoster",
    );
    teams.user("boos", { blocked: true });
    expect(await code("POST", `conversations/${teams.user("boos").chat}/activities`, hello)).toBe(
      "403 MessageWritesBlocked",
    );
    expect(await code("POST", "conversations", chatWith(teams.user("weg", { gone: true }).id))).toMatch(
      "404",
    );
    expect(await code("POST", "conversations/19:nergens@thread.tacv2/activities", hello)).toBe(
      "404 ConversationNotFound",
    );
    const closed = teams.channel("dicht", { botIsMember: false });
    expect(await code("POST", `conversations/${closed}/activities`, hello)).toBe(
      "403 BotNotInConversationRoster",
    );
    expect(await code("PUT", `conversations/${juf.chat}/activities/1`, hello)).toBe(
      "404 ActivityNotFoundInConversation",
    );
    teams.assertNoFaults();
    // What only a slip of our own brings about.
    const { tenantId: _, ...homeless } = chatWith(juf.id);
    expect(await code("POST", "conversations", homeless)).toBe("400 BadSyntax");
    expect(await code("POST", "conversations/juf/activities", hello)).toBe("400 BadSyntax");
    expect(await code("POST", `conversations/${juf.chat}/activities`, { type: "message", text: " " })).toBe(
      "400 BadSyntax",
    );
    expect(teams.offences()).toHaveLength(3);
  });

  test("a conversation that is asked for is the one there is; a message is changed and taken away", async () => {
    const { teams, juf } = await open();
    const client = await bareClient(teams);
    const { status, body } = await client.call("POST", "conversations", {
      isGroup: false,
      bot: { id: teams.botId },
      members: [{ id: juf.id }],
      tenantId: teams.tenant,
      channelData: { tenant: { id: teams.tenant } },
    });
    expect([status, body.id]).toEqual([201, juf.chat]);
    const id = await client.say(juf.chat, card([words("Eerst")]));
    const at = `conversations/${juf.chat}/activities/${id}`;
    expect(juf.lastMessage()).toMatchObject({ id, visible: "Eerst", summary: "Een kaart." });
    await client.call("PUT", at, { type: "message", ...shown(card([words("Toen")])) });
    expect(juf.messages().map(({ visible }) => visible)).toEqual(["Toen"]);
    expect(juf.lastMessage().earlier).toHaveLength(1);
    // A text and a card together are two messages to Teams: such a change is refused.
    const both = { type: "message", text: "Nieuw", ...shown(card([words("Nu")])) };
    expect((await client.call("PUT", at, both)).body).toMatchObject({
      error: { message: "Activity resulted into multiple skype activities" },
    });
    await client.call("DELETE", at);
    expect(juf.messages()).toEqual([]);
  });

  test("a message of more than 40 kB, in which pictures do not count", async () => {
    const { teams, juf } = await open();
    const client = await bareClient(teams);
    const say = async (body: readonly Json[]) =>
      (
        await client.call("POST", `conversations/${juf.chat}/activities`, {
          type: "message",
          ...shown(card(body)),
        })
      ).status;
    expect(await say([words("x".repeat(21_000))])).toBe(413);
    teams.forgive();
    const png = Buffer.alloc(40_000);
    png.write("PNG", 1, "latin1");
    png.writeUInt32BE(1_024, 16);
    png.writeUInt32BE(512, 20);
    const image = {
      type: "Image",
      altText: "Cijfers",
      url: `data:image/png;base64,${png.toString("base64")}`,
    };
    expect(await say([image])).toBe(201);
    teams.assertNoFaults();
    png.writeUInt32BE(1_025, 16);
    const wide = { ...image, url: `data:image/png;base64,${png.toString("base64")}` };
    expect(await say([wide])).toBe(201);
    expect(teams.offences()).toEqual(["a message: a picture of 1025 by 512"]);
  });

  test("seven messages in a second; and who does not wait is heard", async () => {
    const clock = stoppedClock(0);
    const { teams, juf } = await open({ clock });
    teams.settings.pace = true;
    const client = await bareClient(teams);
    const say = async () =>
      (await client.call("POST", `conversations/${juf.chat}/activities`, { type: "message", text: "x" }))
        .status;
    for (let nth = 0; nth < 7; nth++) expect(await say()).toBe(201);
    expect(await say()).toBe(429);
    teams.assertNoFaults();
    expect(await say()).toBe(429);
    expect(teams.offences()).toEqual(["send: called 1 s before Teams was ready (Retry-After)"]);
    clock.pass(2_000);
    expect(await say()).toBe(201);
  });
});

describe("a card that Teams would not show well is told", () => {
  const told = (element: Json, place: "message" | "dialog" = "message") =>
    cardFaults(card([element]), place).join();

  test("what is unknown, misspelt, empty, twice, or not for this place", () => {
    expect(told({ type: "Badge", text: "x" })).toContain("an unknown element Badge");
    expect(told({ type: "Badge", text: "x", fallback: words("x") })).toBe("");
    expect(told({ ...words("x"), wrapped: true })).toContain("wrapped");
    expect(told(words(" "))).toBe("");
    expect(told({ type: "TextBlock", text: "" })).toContain("TextBlock");
    expect(
      told(buttons(execute("Ik pak dit op", "accept"), submit("Lees", { msteams: { type: "task/fetch" } }))),
    ).toBe("");
    expect(told(buttons(execute("Ik pak dit op", "accept")), "dialog")).toContain(
      "Action.Execute in a dialog",
    );
    expect(told(buttons({ ...execute("A", "a"), fallback: undefined }))).toContain("as its fallback");
    expect(told(buttons(submit("A", { msteams: { type: "task/fetch" } })), "dialog")).toContain("task/fetch");
    expect(told(buttons(...Array.from({ length: 7 }, (_, nth) => submit(`${nth}`))))).toContain("7 actions");
    expect(told(words("<at>Ben</at>"))).toContain("a mention");
    expect(told({ type: "Input.Text", id: "text", label: "Vertel" })).toContain("inputs in a message");
    expect(told({ type: "Input.Text", id: "text" }, "dialog")).toContain("has no label");
    expect(
      cardFaults(
        card([
          { ...words("a"), id: "x" },
          { ...words("b"), id: "x" },
        ]),
        "message",
      ),
    ).toEqual(["the id x twice"]);
    expect(told({ type: "Image", url: "http://example.nl/x.png", altText: "x" })).toContain("neither https");
    expect(
      told({ type: "Table", columns: [{ width: 1 }], rows: [{ type: "TableRow", cells: [] }] }),
    ).toContain("cells");
  });

  test("a chart has whole numbers, names, and something for who does not see it", () => {
    const chart = { type: "Chart.VerticalBar", data: [{ x: "week 45", y: 3 }] };
    expect(told(chart)).toContain("without a fallback");
    expect(told({ ...chart, fallback: words("week 45: 3") })).toBe("");
    expect(told({ ...chart, data: [{ x: "week 45", y: null }], fallback: words("x") })).toContain("data.0.y");
  });

  test("none of our own cards and dialogs is", () => {
    fc.assert(
      fc.property(anyCard, (one) => {
        expect(cardFaults(asJson(teamsCard(one).card), "message")).toEqual([]);
      }),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(anyForm, (one) => {
        expect(cardFaults(asJson(teamsDialog(one).card), "dialog")).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

describe("the bare SDK", () => {
  const refused: readonly Token[] = [
    "absent",
    "empty",
    "garbage",
    "not-bearer",
    "alg-none",
    "hs256-with-public-key",
    "other-key",
    "unknown-kid",
    "broken-signature",
    "wrong-audience",
    "no-audience",
    "wrong-issuer",
    "no-issuer",
    "expired",
    "not-yet",
    "wrong-service-url",
    "no-service-url",
  ];

  test("takes what the Bot Framework signed, and refuses what it did not", async () => {
    const { teams, juf, app } = await openWithApp();
    expect((await juf.write("Hallo")).status).toBe(200);
    expect((await juf.write("Hallo", { token: "just-expired" })).status).toBe(200);
    expect(app.heard).toHaveLength(2);
    for (const token of refused) expect((await juf.write("Hallo", { token })).status, token).toBe(401);
    expect(app.heard).toHaveLength(2);
    teams.rotateKeys();
    expect((await juf.write("Hallo")).status).toBe(200);
    teams.assertNoFaults();
  });

  test("takes tokens of any tenant of Entra, with any service URL: why our guard stands before it", async () => {
    const { juf, app } = await openWithApp();
    const attacker = { token: "entra-other-tenant", serviceUrl: "https://attacker.example/" } as const;
    expect((await juf.write("Hallo", attacker)).status).toBe(200);
    expect(app.heard).toHaveLength(1);
  });
});

test("reading a card leaves out what is not drawn", () => {
  const drawn = elementsIn(card([{ type: "Chart.Pie", data: [], fallback: words("x") }]));
  expect(drawn.map(({ type }) => type)).toEqual(["AdaptiveCard", "Chart.Pie"]);
});
