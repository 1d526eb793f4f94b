import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Sending, Token } from "./support/fake-teams/fake-teams.ts";
import { openSmallServer } from "./support/small-server.ts";
import { openTeamsStage, type TeamsStage } from "./support/teams-stage.ts";

/** The whole table of platforms.md 2.2, and what an attacker would try next, against the whole house. */
let stage: TeamsStage;
let attacker: Awaited<ReturnType<typeof openSmallServer>>;

beforeAll(async () => {
  // Left in the environment by whoever tried it out: it may open nothing.
  vi.stubEnv("DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS", "true");
  vi.stubEnv("CLIENT_SECRET", "another");
  stage = await openTeamsStage();
  attacker = await openSmallServer((_asked, response) => response.writeHead(200).end("{}"));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await attacker.close();
  await stage.close();
});

const story = "Een jongen in groep 6 komt al weken zonder eten. Zijn moeder heeft schulden en aanmaningen.";

/** Nothing was taken in, nothing was said, and our token went nowhere. */
async function expectNothing(): Promise<void> {
  await stage.settle();
  expect((await stage.store.counts(stage.clock.now())).signals).toBe(0);
  expect(stage.teams.posted()).toEqual([]);
  expect(stage.teams.calls("create")).toEqual([]);
  expect(attacker.asked).toEqual([]);
}

/** What is wrong with the token itself. */
const tokens: readonly Token[] = [
  "absent",
  "empty",
  "garbage",
  "not-bearer",
  "twice",
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
];

/** A good signature over something that is not for us. */
function stolen(): Readonly<Record<string, Sending>> {
  const { teams } = stage;
  return {
    "an audience among others": { claims: { aud: [teams.clientId, "other"] } },
    "our app as an API": { claims: { aud: `api://botid-${teams.clientId}` } },
    "another issuer of Microsoft's": { claims: { iss: `https://sts.windows.net/${teams.tenant}/` } },
    "an issuer among others": { claims: { iss: ["https://api.botframework.com"] } },
    "no end": { claims: { exp: 1 } },
    "a tenant of Entra that sends to an attacker": {
      token: "entra-other-tenant",
      serviceUrl: attacker.url,
      tenant: teams.otherTenant,
    },
    "our own tenant of Entra that sends to an attacker": { token: "entra", serviceUrl: attacker.url },
  };
}

function foreign(): Readonly<Record<string, Sending>> {
  const { teams } = stage;
  const { tenant, otherTenant, serviceHost } = teams;
  const chat = teams.user("juf").chat;
  const at = (tenantId: string | null) => ({ conversationType: "personal", id: chat, tenantId });
  const url = (serviceUrl: unknown) => ({ activity: { serviceUrl }, claims: { serviceurl: serviceUrl } });
  return {
    "the service URL of an attacker": { serviceUrl: attacker.url },
    "a service URL that looks like it": url(`http://${serviceHost}.attacker.example/`),
    "a service URL with a name before it": url(`http://${serviceHost}@127.0.0.1:1/`),
    "a service URL with another port": url("http://127.0.0.1:1/"),
    "a service URL that is no address": url("teams"),
    "a service URL that is a file": url("file:///etc/passwd"),
    "a service URL that is no text": url({ href: attacker.url }),
    "no service URL": url(undefined),
    "another tenant": { tenant: otherTenant },
    "another tenant behind ours": { activity: { conversation: at(otherTenant) } },
    "our tenant behind another": {
      activity: { conversation: at(tenant), channelData: { tenant: { id: otherTenant } } },
    },
    "a person of another tenant": {
      activity: { from: { id: "29:1x", aadObjectId: teams.user("juf").id, tenantId: otherTenant } },
    },
    "no tenant": { activity: { conversation: at(null), channelData: {} } },
    "a tenant that is no id": { activity: { conversation: at("*"), channelData: { tenant: { id: "*" } } } },
    "another channel": { activity: { channelId: "webchat" } },
    "direct line": { activity: { channelId: "directline" } },
    "no channel": { activity: { channelId: undefined } },
  };
}

describe("nobody but Teams comes in, and our token goes to Teams alone", () => {
  test.each(tokens)("a message with a token that is %s", async (token) => {
    const { status } = await stage.person("juf").write(story, { token });
    expect(status).toBe(401);
    await expectNothing();
  });

  test("a good signature that is not for us", async () => {
    for (const [name, sending] of Object.entries(stolen()))
      expect((await stage.person("juf").write(story, sending)).status, name).toBe(401);
    await expectNothing();
  });

  test("from another place, another organisation, or by another road than Teams", async () => {
    for (const [name, sending] of Object.entries(foreign()))
      expect((await stage.person("juf").write(story, sending)).status, name).toBe(403);
    await expectNothing();
  });

  test("buttons, dialogs and the extension are refused in the same way", async () => {
    const juf = stage.person("juf");
    const data = { act: "report", packed: '{"on":"","fields":null}', dialog: "0".repeat(32), text: story };
    for (const sending of [
      { token: "other-key" } as const,
      { token: "entra" } as const,
      { tenant: stage.teams.otherTenant },
    ]) {
      const answers = [
        await juf.executeRaw({ verb: "report", data }, sending),
        await juf.submitRaw(data, sending),
        await juf.invokeRaw("task/submit", { data }, sending),
        await juf.invokeRaw("composeExtension/submitAction", { commandId: "signaal", data }, sending),
        await juf.install(sending),
      ];
      for (const { status } of answers) expect([401, 403]).toContain(status);
    }
    await expectNothing();
  });

  test("every refusal looks the same, and says nothing", async () => {
    const shapes = new Set<string>();
    for (const token of tokens) {
      const { status, body } = await stage.person("juf").write(story, { token });
      shapes.add(`${status} ${body}`);
    }
    for (const sending of Object.values(foreign())) {
      const { status, body } = await stage.person("juf").write(story, sending);
      shapes.add(`${status} ${body}`);
    }
    expect([...shapes].sort()).toEqual(['401 {"error":"unauthorized"}', '403 {"error":"forbidden"}']);
  });

  test.each([
    ["nothing", ""],
    ["null", "null"],
    ["a number", "1"],
    ["a list", "[]"],
    ["half an object", '{"type":"message"'],
    ["a trap", '{"__proto__":{"type":"message"},"type":"message"}'],
    ["50,000 levels", `${"[".repeat(50_000)}${"]".repeat(50_000)}`],
    ["a deep object", `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`],
    ["600 kB", JSON.stringify({ type: "message", text: "x".repeat(600_000) })],
    ["no UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
  ])("a body that is %s", async (_name, body) => {
    const { status } = await stage.teams.raw(body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    await expectNothing();
  });

  test("headers that are odd", async () => {
    const body = JSON.stringify({ type: "message", text: story });
    for (const headers of [
      { authorization: `Bearer ${"x".repeat(15_000)}` },
      { authorization: "Bearer a.b.c.d" },
      { "content-encoding": "gzip" },
      { "content-encoding": "br" },
    ])
      expect(
        (await stage.teams.raw(body, { headers })).status,
        JSON.stringify(headers).slice(0, 40),
      ).toBeGreaterThanOrEqual(400);
    await expectNothing();
  });
});

describe("and Teams does come in", () => {
  test("somebody whom the directory does not know is nobody", async () => {
    stage.teams.user("gast", { anonymous: true });
    const guest = stage.person("gast");
    expect((await guest.write(story)).status).toBe(200);
    await guest.executeRaw(
      { verb: "report", data: { act: "report", packed: '{"on":"","fields":{}}' } },
      { activity: { from: { id: stage.teams.botId, name: "Ben" } } },
    );
    await expectNothing();
  });

  test("what comes twice, later, or by a token that has just ended, is one signal", async () => {
    const juf = stage.person("juf");
    const delivery = await juf.write(story, { copies: 3 });
    expect(delivery.status).toBe(200);
    expect((await stage.teams.again(delivery)).status).toBe(200);
    expect((await stage.teams.again(delivery, { token: "just-expired" })).status).toBe(200);
    await stage.settle();
    expect((await stage.store.counts(stage.clock.now())).signals).toBe(1);
    const { code } = await stage.latest();
    expect(
      juf.messages().filter(({ from, visible }) => from === "app" && visible.includes(code)).length,
    ).toBeGreaterThan(0);
    expect(attacker.asked).toEqual([]);
  });

  test("a new key of Microsoft's is found, and the old one is of no use any more", async () => {
    await stage.pass({ minutes: 2 });
    stage.teams.rotateKeys();
    expect((await stage.person("juf").write("En zijn zusje ook.")).status).toBe(200);
    await stage.settle();
  });
});

test("while Microsoft's keys can not be asked for, nothing is taken and nothing is refused for good", async () => {
  const other = await openTeamsStage();
  other.teams.fail("keys", { fault: "status", status: 503 }, { times: Number.POSITIVE_INFINITY });
  const juf = other.person("juf");
  const delivery = await juf.write(story);
  expect(delivery.status).toBe(503);
  other.teams.heal();
  await other.pass({ minutes: 2 });
  expect((await other.teams.again(delivery)).status).toBe(200);
  await other.settle();
  expect((await other.latest()).stage).not.toBe("withdrawn");
  await other.close();
});
