import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { admit, type GuardRules, tenantOf } from "#chat/teams/line/guard.ts";

const tenant = "0f0e0d0c-1111-4222-8333-444455556666";
const rules: GuardRules = {
  clientId: "aaaaaaaa-1111-4222-8333-444455556666",
  issuer: "https://api.botframework.com",
  tenants: [tenant],
  serviceHosts: ["smba.trafficmanager.net", ".botapi.teams.example"],
};
const head = { alg: "RS256", kid: "key-1" };
const claims = {
  iss: rules.issuer,
  aud: rules.clientId,
  serviceurl: "https://smba.trafficmanager.net/emea/",
};
const activity = {
  type: "message",
  channelId: "msteams",
  serviceUrl: "https://smba.trafficmanager.net/emea/",
  conversation: { id: "a:1x", tenantId: tenant },
  channelData: { tenant: { id: tenant } },
};

const encoded = (part: unknown) => Buffer.from(JSON.stringify(part)).toString("base64url");
const bearer = (header: unknown = head, body: unknown = claims) =>
  `Bearer ${encoded(header)}.${encoded(body)}.c2lnbmF0dXJl`;

test("what the Bot Framework says for Teams, in a tenant that is let in, comes as far as the check of the signature", () => {
  expect(admit(bearer(), activity, rules)).toEqual({ admitted: true, kid: "key-1" });
  const upper = { ...activity, conversation: { tenantId: tenant.toUpperCase() } };
  expect(admit(bearer(), upper, rules).admitted).toBe(true);
});

describe("a token that can not be good needs no look at its signature", () => {
  test.each([
    ["none", undefined],
    ["an empty one", "Bearer "],
    ["two words", "Bearer a b.c.d"],
    ["another kind", bearer().replace("Bearer", "Basic")],
    ["four parts", `${bearer()}.x`],
    ["no JSON", "Bearer bm8.bm8.bm8"],
    ["a list for claims", bearer(head, [])],
    ["unsigned", bearer({ alg: "none" })],
    ["signed with a shared secret", bearer({ alg: "HS256", kid: "key-1" })],
    ["without the name of a key", bearer({ alg: "RS256" })],
    ["of another issuer", bearer(head, { ...claims, iss: "https://sts.windows.net/x/" })],
    ["of a list of issuers", bearer(head, { ...claims, iss: [rules.issuer] })],
    ["for another app", bearer(head, { ...claims, aud: "other" })],
    ["for several apps", bearer(head, { ...claims, aud: [rules.clientId] })],
    ["far too long", `Bearer ${"a".repeat(20_000)}.b.c`],
  ])("%s", (_, authorization) => {
    expect(admit(authorization, activity, rules)).toMatchObject({ admitted: false, status: 401 });
  });
});

describe("where our own token could be sent to", () => {
  const at = (serviceUrl: unknown) => admit(bearer(), { ...activity, serviceUrl }, rules);

  test.each([
    "https://smba.trafficmanager.net/teams/",
    "https://SMBA.trafficmanager.net/emea",
    "https://emea.botapi.teams.example/x/",
  ])("%s is Microsoft's", (url) => {
    expect(at(url).admitted).toBe(true);
  });

  test.each([
    undefined,
    null,
    7,
    "",
    "smba.trafficmanager.net",
    "http://smba.trafficmanager.net/",
    "https://smba.trafficmanager.net.evil.example/",
    "https://evil.example/smba.trafficmanager.net",
    "https://smba.trafficmanager.net@evil.example/",
    "https://evil.example#smba.trafficmanager.net",
    "https://xsmba.trafficmanager.net/",
    "https://botapi.teams.example/",
    "https://xbotapi.teams.example/",
    "https://directline.botframework.com/",
    "file:///etc/passwd",
    "javascript:alert(1)",
  ])("%s is not", (url) => {
    expect(at(url)).toMatchObject({ admitted: false, status: 403, why: "service_url" });
  });
});

test("whatever stands in an activity, only a tenant of the list comes in", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (channelData, conversation, from) => {
      const body = { ...activity, channelData, conversation, from };
      const found = tenantOf(body);
      const { admitted } = admit(bearer(), body, rules);
      return admitted === (found === tenant);
    }),
  );
});

test.each([
  ["two tenants", { conversation: { tenantId: "11111111-1111-4222-8333-444455556666" } }],
  ["a person of another organisation", { from: { tenantId: "11111111-1111-4222-8333-444455556666" } }],
  ["a tenant that is no text", { channelData: { tenant: { id: 7 } } }],
  ["none", { conversation: {}, channelData: {} }],
])("an activity that names %s is of nobody", (_, more) => {
  expect(tenantOf({ ...activity, ...more })).toBeNull();
});

test("another channel of the same bot is refused, however well it is signed", () => {
  for (const channelId of ["webchat", "directline", "emulator", "MSTEAMS", undefined, ["msteams"]]) {
    expect(admit(bearer(), { ...activity, channelId }, rules)).toMatchObject({ status: 403, why: "channel" });
  }
});
