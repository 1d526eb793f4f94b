import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { systemClock } from "#base/clock.ts";
import type { NamedPlace } from "#chat/teams/check/finding.ts";
import { checkTeams, type TeamsCheck } from "#chat/teams/check.ts";
import { teamsPackage } from "#chat/teams/package/package.ts";
import { readDirectory } from "#route/directory.ts";
import { type FakeTeams, openFakeTeams } from "./support/fake-teams/fake-teams.ts";
import { freshFolder, removeFolder } from "./support/folder.ts";
import { runCommand } from "./support/run-program.ts";
import { teamsMunicipality, teamsPlaceOf } from "./support/teams-municipality.ts";
import { doorOf } from "./support/teams-stage.ts";

let teams: FakeTeams;
beforeEach(async () => {
  teams = await openFakeTeams();
  teams.user("sanne");
  teams.user("ben");
  teams.channel("wijkteam");
});
afterEach(() => teams.close());

type Finding = Awaited<ReturnType<typeof checkTeams>>[number];
const badIn = (findings: readonly Finding[]) =>
  findings.filter(({ level }) => level === "bad").map(({ text }) => text);
const textsOf = (findings: readonly Finding[]) => findings.map(({ text }) => text).join("\n");

const packed = (clientId = teams.clientId) =>
  teamsPackage({
    clientId,
    offeredBy: "Gemeente Voorbeeldstad",
    website: "https://www.example.nl",
    privacy: "https://www.example.nl/privacy",
    terms: "https://www.example.nl/voorwaarden",
    version: "0.3.0",
  });

const people = (): NamedPlace[] => [
  { what: "people sanne, addresses", at: teams.addressOf("sanne") },
  { what: "people ben, addresses", at: teams.addressOf("ben") },
];
const channel = (): NamedPlace => ({
  what: "digest.teamChannels",
  at: teams.addressOf("19:wijkteam@thread.tacv2"),
});

const look = (given: Partial<TeamsCheck> = {}) =>
  checkTeams({
    ...doorOf(teams),
    places: people(),
    package: packed(),
    clock: systemClock,
    progress: () => {},
    pause: async () => {},
    ...given,
  });

test("where all is well it says what was looked at, and writes to nobody", async () => {
  const findings = await look({ places: [...people(), channel()] });
  expect(badIn(findings)).toEqual([]);
  for (const said of [
    `Microsoft knows the app by its client secret: addresses begin with teams:${teams.tenant}/.`,
    "The keys can be read",
    "is of this bot",
    "2 of 2 colleagues can be written to in Teams",
    "digest.teamChannels: the app is in this channel",
    "https://<your address>/api/messages",
  ])
    expect(textsOf(findings)).toContain(said);
  expect(teams.posted()).toEqual([]);
  teams.assertNoFaults();
});

describe("the credentials", () => {
  test.each([
    ["wrong-secret", /TEAMS_CLIENT_SECRET.*"Certificates & secrets"/],
    ["expired-secret", /TEAMS_CLIENT_SECRET.*"Certificates & secrets"/],
    ["unknown", /TEAMS_CLIENT_ID.*TEAMS_TENANT_ID.*"Overview"/],
  ] as const)("that are %s: one fault, where to click, and Teams is not asked", async (app, said) => {
    teams.settings.app = app;
    const findings = await look();
    expect(badIn(findings)).toEqual([expect.stringMatching(said)]);
    expect(textsOf(findings)).toContain("mend the credentials first");
    expect(teams.calls("create")).toEqual([]);
    expect(textsOf(findings)).not.toContain(teams.clientSecret);
  });

  test("a Microsoft that can not be reached: the road is named, not the secret", async () => {
    const gone = await openFakeTeams();
    await gone.close();
    const findings = await look({ loginUrl: gone.loginUrl });
    expect(badIn(findings)).toEqual([expect.stringMatching(/firewall.*TEAMS_LOGIN_URL.*doctor/)]);
    expect(textsOf(findings)).not.toContain("may have been done");
  });
});

describe("the keys of Microsoft", () => {
  test("that can not be read: every message would be refused, and that is said", async () => {
    const gone = await openFakeTeams();
    await gone.close();
    expect(badIn(await look({ openIdUrl: gone.openIdUrl }))).toEqual([
      expect.stringMatching(/every message of Teams is refused.*TEAMS_OPENID_URL/),
    ]);
    teams.fail("keys", { fault: "html" });
    expect(badIn(await look())).toEqual([expect.stringContaining("TEAMS_OPENID_URL")]);
  });
});

describe("the package", () => {
  test("that was not made here is a note, one of another bot or a broken one a fault", async () => {
    const none = await look({ package: null });
    expect(badIn(none)).toEqual([]);
    expect(textsOf(none)).toContain("npm run teams:package makes it");
    const other = "99999999-bbbb-cccc-dddd-eeeeeeeeeeee";
    expect(badIn(await look({ package: packed(other) }))).toEqual([
      expect.stringMatching(/another bot than TEAMS_CLIENT_ID.*admin\.teams\.microsoft\.com/),
    ]);
    for (const broken of [Buffer.from("no zip"), packed().subarray(0, 300), Buffer.alloc(0)])
      expect(badIn(await look({ package: broken }))).toEqual([expect.stringContaining("can not be read")]);
  });
});

describe("a colleague", () => {
  test("without the app is a fault, by the id in the file, with where to click", async () => {
    teams.user("ben", { installed: false, name: "Benjamin" });
    const findings = await look();
    expect(badIn(findings)).toEqual([
      expect.stringMatching(/^people ben, addresses: .*does not have the app yet.*Setup policies/),
    ]);
    expect(textsOf(findings)).toContain("1 of 2 colleagues can be written to");
    expect(textsOf(findings)).not.toContain("Benjamin");
  });

  test("and another without it: how to give it to all at once", async () => {
    teams.user("sanne", { installed: false });
    teams.user("ben", { installed: false });
    expect(textsOf(await look())).toMatch(/For all at once: admin\.teams\.microsoft\.com, .*Setup policies/);
  });

  test("who has left is a fault", async () => {
    teams.user("ben", { gone: true });
    expect(badIn(await look())).toEqual([expect.stringMatching(/^people ben, addresses: /)]);
  });

  test("Teams does not know our token: said once, and the others are counted", async () => {
    teams.fail("create", { fault: "error", status: 401, code: "BotNotRegistered" }, { times: Infinity });
    const findings = await look();
    expect(badIn(findings)).toHaveLength(2);
    expect(textsOf(findings)).toMatch(/no bot with TEAMS_CLIENT_ID/);
    expect(textsOf(findings)).toContain("2 colleagues were not looked at");
    expect(teams.calls("create")).toHaveLength(1);
  });

  test("where Teams asks for patience it waits as long as it was told, and asks again", async () => {
    teams.fail("create", { fault: "rate-limited", retryAfter: 7 });
    const waits: number[] = [];
    const findings = await look({ pause: async (ms) => void waits.push(ms) });
    expect(badIn(findings)).toEqual([]);
    expect(waits).toEqual([7_000]);
  });
});

test("a channel without the app is a fault that says how to add it", async () => {
  teams.channel("wijkteam", { botIsMember: false });
  const missing = { what: "people ben, alertsIn", at: teams.addressOf("19:weg@thread.tacv2") };
  const findings = await look({ places: [channel(), missing] });
  expect(badIn(findings)).toEqual([
    expect.stringMatching(/^digest\.teamChannels: .*not in this channel.*"Manage team", "Apps"/),
    expect.stringMatching(/^people ben, alertsIn: /),
  ]);
});

describe("doctor", () => {
  const directory = readDirectory(readFileSync("examples/voorbeeldstad.yaml", "utf8"), "example");
  let folder: string;
  beforeEach(() => {
    folder = freshFolder("teams-doctor");
    for (const { id } of directory.people) teams.user(id);
    teams.channel(teamsPlaceOf("kanaal-wijkteam"));
    teams.channel(teamsPlaceOf("kanaal-management"));
  });
  afterEach(() => removeFolder(folder));

  const doctor = (env: Record<string, string> = {}) =>
    runCommand(["doctor"], {
      env: {
        PORT: "0",
        DATA_DIR: join(folder, "data"),
        GEMEENTE_FILE: teamsMunicipality(folder, teams.tenant),
        TEAMS_CLIENT_ID: teams.clientId,
        TEAMS_CLIENT_SECRET: teams.clientSecret,
        TEAMS_TENANT_ID: teams.tenant,
        TEAMS_SERVICE_URLS: teams.serviceHost,
        TEAMS_LOGIN_URL: teams.loginUrl,
        TEAMS_OPENID_URL: teams.openIdUrl,
        ...env,
      },
    });

  test("looks at Teams too, tells how far it is, and ends with 1 for a colleague without the app", async () => {
    teams.user("sanne", { installed: false });
    const { code, out, err } = await doctor();
    expect(err).toMatch(/^FAULT people sanne, addresses: [^\n]*does not have the app yet/m);
    expect(err.match(/^FAULT/gm)).toHaveLength(1);
    expect(code).toBe(1);
    expect(out).toContain("ok    Microsoft knows the app");
    expect(out).toMatch(/^\.\.\. {3}Teams: \d+ of \d+ colleagues looked at$/m);
    expect(out + err).not.toContain(teams.clientSecret);
  });

  test("says which addresses are none of Teams', or of an organisation that is not let in", async () => {
    const file = teamsMunicipality(folder, teams.tenant);
    const text = readFileSync(file, "utf8");
    const sanne = `teams:${teams.tenant}/${teamsPlaceOf("sanne")}`;
    const lotte = `teams:${teams.tenant}/${teamsPlaceOf("lotte")}`;
    writeFileSync(
      file,
      text.replace(sanne, "teams:sanne").replace(lotte, lotte.replace(teams.tenant, teams.otherTenant)),
    );
    const other = join(folder, "other.yaml");
    writeFileSync(other, readFileSync(file, "utf8"));
    const { err } = await doctor({ GEMEENTE_FILE: other });
    expect(err).toMatch(/people sanne, addresses: not an address of Teams\..*"Object ID"/);
    expect(err).toMatch(/people lotte, addresses: of an organisation that is not let in.*TEAMS_TENANTS/);
  });

  test("does not ask Microsoft anything as long as its settings are wrong", async () => {
    const { code, err } = await doctor({ TEAMS_CLIENT_SECRET: "jouw-geheim" });
    expect(code).toBe(1);
    expect(err).toContain("FAULT TEAMS_CLIENT_SECRET: expected the Value of a client secret");
    expect(teams.calls()).toEqual([]);
  });
});
