import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Reply } from "#texts/card.ts";
import type { Token } from "./support/fake-teams/fake-teams.ts";
import { alertSample } from "./support/sample-cards.ts";
import { cardReply, code, openTeamsRig, type TeamsRig } from "./support/teams-rig.ts";

let rig: TeamsRig;
afterEach(() => rig.close());

describe("what comes in at /api/messages", () => {
  beforeEach(async () => {
    rig = await openTeamsRig();
  });

  test.each<Token>([
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
    "entra",
    "entra-v2",
    "entra-other-tenant",
  ])("with a token that is %s it is refused, and nothing is taken in", async (token) => {
    const { status } = await rig.teams.user("juf").write("Ik maak me zorgen", { token });
    expect(status).toBe(401);
    expect(rig.said).toEqual([]);
    expect(rig.contacts.size).toBe(0);
  });

  test("a token that ended a moment ago still counts: clocks differ", async () => {
    const { status } = await rig.teams.user("juf").write("Ik maak me zorgen", { token: "just-expired" });
    expect(status).toBe(200);
    expect(rig.said).toHaveLength(1);
  });

  test.each([
    ["another tenant", { tenant: "11111111-2222-4333-8444-555555555555" }],
    ["a service URL elsewhere", { serviceUrl: "https://evil.example/teams/" }],
    ["a service URL that only begins like Microsoft's", { serviceUrl: "https://127.0.0.1.evil.example/" }],
    ["no service URL", { activity: { serviceUrl: undefined } }],
    [
      "no tenant",
      { activity: { channelData: {}, conversation: { id: "a:1x", conversationType: "personal" } } },
    ],
    ["Web Chat, where anyone writes what they like", { activity: { channelId: "webchat" } }],
    ["Direct Line", { activity: { channelId: "directline" } }],
  ])("signed well, but of %s: refused", async (_, sending) => {
    const { status } = await rig.teams.user("juf").write("Ik maak me zorgen", sending);
    expect(status).toBe(403);
    expect(rig.said).toEqual([]);
  });

  test("a person of another organisation in a shared channel is not one of ours", async () => {
    const juf = rig.teams.user("juf");
    const from = { id: "29:1x", aadObjectId: juf.id, tenantId: rig.teams.otherTenant };
    expect((await juf.write("Ik maak me zorgen", { activity: { from } })).status).toBe(403);
    expect(rig.said).toEqual([]);
  });

  test.each([
    ["nothing", ""],
    ["no JSON", "{"],
    ["a list", "[]"],
    ["null", "null"],
    ["no UTF-8", Buffer.from([0x7b, 0xff, 0x7d])],
    ["something that climbs out of its object", '{"__proto__":{"type":"message"}}'],
    ["something very deep", `${'{"a":'.repeat(100)}1${"}".repeat(100)}`],
  ])("%s is no activity", async (_, body) => {
    expect((await rig.teams.raw(body)).status).toBe(400);
    expect(rig.said).toEqual([]);
  });

  test("more than half a megabyte is not read", async () => {
    expect((await rig.teams.raw(Buffer.alloc(600_000, 0x20))).status).toBe(413);
  });

  test("only POST", async () => {
    expect((await fetch(rig.url)).status).toBe(405);
  });

  test("a new key of Microsoft is known when it is first used, after the list has been read long enough ago", async () => {
    const juf = rig.teams.user("juf");
    expect((await juf.write("Eén")).status).toBe(200);
    rig.teams.rotateKeys();
    rig.clock.pass(61_000);
    expect((await juf.write("Twee")).status).toBe(200);
  });

  test("made-up names of keys do not make us ask Microsoft each time", async () => {
    const juf = rig.teams.user("juf");
    await juf.write("Eén");
    const before = rig.teams.calls("keys").length;
    for (let time = 0; time < 20; time++) await juf.write("Vals", { token: "unknown-kid" });
    expect(rig.teams.calls("keys").length).toBe(before);
  });

  test("as long as Microsoft's keys can not be read it is not refused but asked again later", async () => {
    rig.teams.fail("keys", { fault: "status", status: 500 }, { times: Number.POSITIVE_INFINITY });
    expect((await rig.teams.user("juf").write("Ik maak me zorgen")).status).toBe(503);
    rig.teams.heal();
    expect((await rig.teams.user("juf").write("Ik maak me zorgen")).status).toBe(200);
  });

  test("a sign-in is no part of this: the SDK must not call out for it", async () => {
    const { status } = await rig.teams.user("juf").invokeRaw("signin/verifyState", { state: "123456" });
    expect(status).toBe(501);
    const others = rig.teams.calls().filter(({ method }) => method !== "keys" && method !== "token");
    expect(others).toEqual([]);
  });

  test("no line of the log holds words, names or tokens", async () => {
    const juf = rig.teams.user("juf", { name: "Sanne Secretus" });
    await juf.write("Kanarie in de kolenmijn");
    await juf.write("Kanarie in de kolenmijn", { token: "other-key" });
    await juf.write("Kanarie in de kolenmijn", { tenant: "11111111-2222-4333-8444-555555555555" });
    const log = JSON.stringify(rig.lines);
    expect(log).not.toMatch(/kanarie|sanne|eyJ|Q2x/i);
    expect(rig.lines.filter(({ level }) => level === "warn").length).toBeGreaterThan(0);
  });
});

test("a tenant that was added to the list is let in, under its own addresses", async () => {
  rig = await openTeamsRig({ lets: "the other tenant" });
  const juf = rig.teams.user("juf");
  const { status } = await juf.write("Ik maak me zorgen", { tenant: rig.teams.otherTenant });
  expect(status).toBe(200);
  expect(rig.said[0]?.by).toBe(`teams:${rig.teams.otherTenant}/${juf.id}`);
});

describe("first on disk, then acknowledged", () => {
  test("what could not be kept is not acknowledged, and Teams brings it again", async () => {
    let fails = 1;
    rig = await openTeamsRig({
      replies: {
        tell: () => {
          throw new Error("disk full");
        },
        accept: () => {
          if (fails-- > 0) throw new Error("disk full");
          return cardReply("Gedaan");
        },
      },
    });
    const juf = rig.teams.user("juf");
    const { status } = await juf.executeRaw({
      data: { act: "accept", packed: `{"on":"${code}","fields":null}` },
    });
    expect(status).toBe(503);
    expect(
      (await juf.executeRaw({ data: { act: "accept", packed: `{"on":"${code}","fields":null}` } })).status,
    ).toBe(200);
  });

  test("a message whose words could not be kept gets no 200", async () => {
    rig = await openTeamsRig({ replies: { tell: new Error("disk full") } });
    const juf = rig.teams.user("juf");
    const { status } = await juf.write("Ik maak me zorgen");
    expect(status).toBe(503);
    expect(rig.said[0]).toMatchObject({ act: "tell", fields: { text: "Ik maak me zorgen" } });
    // Nobody knows whether Teams brings it again: who typed it hears that it is not there.
    await rig.teams.eventually(() => juf.messages().some(({ visible }) => visible.includes("Bel 112")));
    expect(juf.lastMessage().visible).toMatch(/Dit is niet gelukt/);
  });

  test("an answer that takes too long for a press is 503, in time", async () => {
    const kept = Promise.withResolvers<Reply>();
    rig = await openTeamsRig({ replies: { open: () => kept.promise } });
    const started = performance.now();
    const { status } = await rig.teams
      .user("juf")
      .invokeRaw("task/fetch", { data: { act: "open", packed: `{"on":"${code}","fields":null}` } });
    expect(status).toBe(503);
    expect(performance.now() - started).toBeLessThan(5_000);
    kept.resolve(cardReply("Gedaan"));
  }, 10_000);
});

describe("the way to somebody", () => {
  beforeEach(async () => {
    rig = await openTeamsRig();
  });

  test("is known as soon as they add the app or say something, and forgotten when the app is taken away", async () => {
    const juf = rig.teams.user("juf");
    await juf.install();
    expect(JSON.parse(rig.contacts.get(juf.address) ?? "{}")).toMatchObject({
      conversation: juf.chat,
      serviceUrl: rig.teams.serviceUrl,
      type: "personal",
      botId: rig.teams.botId,
    });
    await juf.uninstall();
    expect(rig.contacts.size).toBe(0);
    await juf.write("Hallo");
    expect(rig.contacts.has(juf.address)).toBe(true);
    expect(rig.said.map(({ act }) => act)).toEqual(["tell"]);
  });

  test("of a channel is known from the team's own news and from who mentions us there", async () => {
    const channel = rig.teams.channel("team-noord");
    await rig.teams.addToTeam(channel);
    expect(JSON.parse(rig.contacts.get(rig.teams.addressOf(channel)) ?? "{}")).toMatchObject({
      conversation: channel,
      type: "channel",
    });
    await rig.teams.removeFromTeam(channel);
    expect(rig.contacts.has(rig.teams.addressOf(channel))).toBe(false);
    await rig.teams.addToTeam(channel);
    await rig.teams.user("els").mention(channel, "help");
    expect(rig.contacts.has(rig.teams.addressOf(channel))).toBe(true);
    expect(rig.contacts.has(rig.teams.user("els").address)).toBe(false);
  });

  test("is never the chat of two people in which the extension was used", async () => {
    const juf = rig.teams.user("juf");
    await juf.extension("signaal", { text: "Zorgelijk" });
    expect(rig.contacts.size).toBe(0);
  });
});

describe("health", () => {
  test("connected once Microsoft gives us a token", async () => {
    rig = await openTeamsRig();
    await rig.teams.eventually(() => rig.platform.health().ready);
    expect(rig.platform.health()).toMatchObject({ state: "connected", complaint: null });
  });

  test("a secret that ended is told in words, when a message can not be sent any more", async () => {
    rig = await openTeamsRig();
    const els = rig.teams.user("els");
    await els.install();
    await rig.bring(els.address, alertSample);
    rig.teams.settings.app = "expired-secret";
    rig.teams.revokeTokens();
    await expect(rig.bring(els.address, alertSample)).rejects.toThrow();
    await expect(rig.bring(els.address, alertSample)).rejects.toThrow();
    await rig.teams.eventually(() => rig.platform.health().state === "refused");
    expect(rig.platform.health().complaint).toMatch(/TEAMS_CLIENT_SECRET is too old/);
    expect(rig.platform.health().ready).toBe(false);
  });
});

test("no variable of the environment opens the door to unsigned activities", async () => {
  process.env["DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS"] = "true";
  process.env["CLIENT_ID"] = "someone-else";
  try {
    rig = await openTeamsRig();
    const juf = rig.teams.user("juf");
    for (const token of ["absent", "other-key", "alg-none"] as const)
      expect((await juf.write("Ik maak me zorgen", { token })).status).toBe(401);
    expect((await juf.write("Ik maak me zorgen")).status).toBe(200);
  } finally {
    delete process.env["DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS"];
    delete process.env["CLIENT_ID"];
  }
});
