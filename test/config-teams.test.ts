import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readConfig, readSettings } from "#config.ts";

const bot = "xoxb-1111111111-2222222222-AbCdEfGhIjKlMnOpQrStUvWx";
const app = "xapp-1-A0123ABCDEF-3333333333-0123456789abcdef0123456789abcdef";

describe("Teams", () => {
  const clientId = "AAAAAAAA-bbbb-cccc-dddd-eeeeeeeeeeee";
  const tenant = "11111111-2222-3333-4444-555555555555";
  const value = "abc8Q~kanarie.van-het_geheim~0123456789";
  const whole = { TEAMS_CLIENT_ID: clientId, TEAMS_CLIENT_SECRET: value, TEAMS_TENANT_ID: tenant };

  test("with one of its settings it is real use, with all of them Teams can begin", () => {
    expect(readConfig({})).toMatchObject({ use: "trial", teams: null });
    for (const name of ["TEAMS_CLIENT_ID", "TEAMS_CLIENT_SECRET", "TEAMS_TENANT_ID", "TEAMS_TENANTS"])
      expect(readSettings({ [name]: "anything" }).config, name).toMatchObject({ use: "real", teams: null });
    expect(readConfig(whole)).toMatchObject({
      use: "real",
      slack: null,
      teams: {
        clientId: clientId.toLowerCase(),
        secret: { how: "secret", clientSecret: value },
        tenant,
        tenants: [],
        serviceHosts: ["smba.trafficmanager.net"],
        loginUrl: null,
        openIdUrl: null,
      },
    });
  });

  test("Slack and Teams beside each other", () => {
    const { slack, teams } = readConfig({ ...whole, SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app });
    expect(slack).not.toBeNull();
    expect(teams).not.toBeNull();
  });

  test("a machine in Azure shows who it is, without a secret", () => {
    const { TEAMS_CLIENT_SECRET: _, ...rest } = whole;
    expect(readConfig({ ...rest, TEAMS_MANAGED_IDENTITY: "true" }).teams?.secret).toEqual({
      how: "managed-identity",
    });
    expect(readSettings({ ...rest, TEAMS_MANAGED_IDENTITY: "false" }).faults).toEqual([
      expect.stringContaining("TEAMS_MANAGED_IDENTITY: expected true"),
    ]);
  });

  test("another cloud: its addresses, and further organisations", () => {
    const { teams } = readConfig({
      ...whole,
      TEAMS_TENANTS: `${tenant.replaceAll("1", "A")}, 99999999-2222-3333-4444-555555555555`,
      TEAMS_SERVICE_URLS: "https://SMBA.infra.gov.teams.microsoft.us/teams/, .dod.teams.microsoft.us",
      TEAMS_LOGIN_URL: "https://login.microsoftonline.us/",
      TEAMS_OPENID_URL: "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
    });
    expect(teams).toMatchObject({
      tenants: ["aaaaaaaa-2222-3333-4444-555555555555", "99999999-2222-3333-4444-555555555555"],
      serviceHosts: ["smba.infra.gov.teams.microsoft.us", ".dod.teams.microsoft.us"],
      loginUrl: "https://login.microsoftonline.us",
    });
    expect(
      readConfig({ ...whole, TEAMS_SERVICE_URLS: "http://127.0.0.1:3978/" }).teams?.serviceHosts,
    ).toEqual(["127.0.0.1:3978"]);
  });

  test.each([
    [{ TEAMS_CLIENT_ID: clientId }, ["TEAMS_TENANT_ID is missing", "TEAMS_CLIENT_SECRET is missing"]],
    [
      { TEAMS_CLIENT_SECRET: value },
      ["TEAMS_CLIENT_ID is missing, while TEAMS_CLIENT_SECRET is given", "TEAMS_TENANT_ID is missing"],
    ],
    [
      { ...whole, TEAMS_MANAGED_IDENTITY: "true" },
      ["TEAMS_CLIENT_SECRET and TEAMS_MANAGED_IDENTITY are both"],
    ],
    [
      { ...whole, TEAMS_TENANT_ID: clientId.toLowerCase() },
      ["TEAMS_TENANT_ID is the same as TEAMS_CLIENT_ID"],
    ],
    [{ ...whole, TEAMS_LOGIN_URL: "https://login.microsoftonline.us" }, ["TEAMS_SERVICE_URLS is missing"]],
  ])("half of it is refused with what is missing and where to click: %j", (given, said) => {
    const { faults } = readSettings(given);
    expect(faults).toHaveLength(said.length);
    for (const [at, words] of said.entries()) expect(faults[at]).toContain(words);
    expect(faults.join()).not.toContain("kanarie");
  });

  test.each([
    ["TEAMS_CLIENT_ID", value, "client secret: that belongs in TEAMS_CLIENT_SECRET"],
    ["TEAMS_CLIENT_ID", "00000000-0000-0000-0000-000000000000", "the text of an example"],
    ["TEAMS_CLIENT_ID", `"${clientId}"`, "quotes"],
    ["TEAMS_CLIENT_ID", `${clientId} `, "a space"],
    ["TEAMS_CLIENT_ID", "<client-id>", "the text of an example"],
    ["TEAMS_CLIENT_SECRET", clientId, "the Value is needed"],
    ["TEAMS_CLIENT_SECRET", "jouw-geheim", "the text of an example"],
    ["TEAMS_CLIENT_SECRET", `'${value}'`, "quotes"],
    ["TEAMS_CLIENT_SECRET", "kort", "the Value of a client secret"],
    ["TEAMS_TENANT_ID", "gemeente.onmicrosoft.com", "its id is needed"],
    ["TEAMS_TENANT_ID", value, "TEAMS_CLIENT_SECRET"],
  ])(
    "%s is not %j: what it seems to be, where the right one stands, and not what was given",
    (name, given, said) => {
      const { faults, wrong } = readSettings({ ...whole, [name]: given });
      expect([...wrong]).toEqual([name]);
      expect(faults).toEqual([
        expect.stringMatching(
          new RegExp(`^${name}: expected the .*entra\\.microsoft\\.com, "App registrations"`),
        ),
      ]);
      expect(faults[0]).toContain(said);
      expect(faults[0]).not.toMatch(/kanarie|eeeeeeeeeeee|onmicrosoft/);
    },
  );

  test.each([
    ["https://*.trafficmanager.net", "without *"],
    [".trafficmanager.net", "anybody can have a name"],
    [".net", "such as smba.trafficmanager.net"],
    ["net", "such as smba.trafficmanager.net"],
    ["http://smba.trafficmanager.net", "over https"],
    ["https://a:b@smba.trafficmanager.net", "without a name, password"],
    [" , ", "such as smba.trafficmanager.net"],
  ])("TEAMS_SERVICE_URLS is not %j", (given, said) => {
    const { faults } = readSettings({ ...whole, TEAMS_SERVICE_URLS: given });
    expect(faults).toEqual([expect.stringContaining(said)]);
    expect(faults[0]).toMatch(/^TEAMS_SERVICE_URLS/);
  });

  test.each([
    ["TEAMS_LOGIN_URL", "login.microsoftonline.us", "an address"],
    ["TEAMS_LOGIN_URL", "http://login.microsoftonline.us", "https"],
    ["TEAMS_OPENID_URL", "https://admin:geheim@login.example/", "without a name or password"],
    ["TEAMS_OPENID_URL", "https://login.example/?token=geheim", "without ? or #"],
  ])("%s is not %j", (name, given, said) => {
    const { faults } = readSettings({
      ...whole,
      TEAMS_SERVICE_URLS: "smba.trafficmanager.net",
      [name]: given,
    });
    expect(faults).toEqual([expect.stringContaining(said)]);
    expect(faults[0]).not.toContain("geheim");
  });

  test("whatever is given as a secret, no part of it comes back, wherever it was pasted", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12, maxLength: 200 }), (given) => {
        const core = given.trim();
        fc.pre(core.length >= 12);
        for (const name of ["TEAMS_CLIENT_ID", "TEAMS_CLIENT_SECRET", "TEAMS_TENANT_ID"])
          expect(readSettings({ ...whole, [name]: given }).faults.join("\n")).not.toContain(core);
      }),
    );
    for (const name of [
      "PORT",
      "HOST",
      "LOG_LEVEL",
      "SLACK_API_URL",
      "TEAMS_LOGIN_URL",
      "TEAMS_SERVICE_URLS",
    ])
      expect(readSettings({ [name]: value }).faults.join(), name).not.toContain("kanarie");
  });

  test("a door that is open for everybody is refused in real use, also with Slack alone", () => {
    const open = { DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS: "true" };
    for (const given of [whole, { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app }])
      expect(readSettings({ ...given, ...open }).faults).toEqual([
        expect.stringMatching(/^DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS is set.*unset/),
      ]);
    expect(() => readConfig({ ...whole, ...open })).toThrow("anybody could speak as anybody");
    expect(readSettings(open).faults).toEqual([]);
    expect(readSettings({ ...whole, DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS: "" }).faults).toEqual([]);
  });
});
