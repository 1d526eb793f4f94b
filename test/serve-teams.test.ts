import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readDirectory } from "#route/directory.ts";
import { openFakeSlack } from "./support/fake-slack/fake-slack.ts";
import { type FakeTeams, openFakeTeams } from "./support/fake-teams/fake-teams.ts";
import { freshFolder, removeFolder } from "./support/folder.ts";
import { type Ended, runCommand, runProgram } from "./support/run-program.ts";
import { slackIdOf } from "./support/slack-municipality.ts";
import { teamsMunicipality, teamsPlaceOf } from "./support/teams-municipality.ts";

const directory = readDirectory(readFileSync("examples/voorbeeldstad.yaml", "utf8"), "example");

let folder: string;
let teams: FakeTeams;
beforeEach(async () => {
  folder = freshFolder("real-teams");
  teams = await openFakeTeams();
  for (const { id } of directory.people) teams.user(id);
  teams.channel(teamsPlaceOf("kanaal-wijkteam"));
});
afterEach(async () => {
  await teams.close();
  removeFolder(folder);
});

const env = () => ({
  PORT: "0",
  DATA_DIR: join(folder, "data"),
  GEMEENTE_FILE: teamsMunicipality(folder, teams.tenant),
  TEAMS_CLIENT_ID: teams.clientId,
  TEAMS_CLIENT_SECRET: teams.clientSecret,
  TEAMS_TENANT_ID: teams.tenant,
  TEAMS_SERVICE_URLS: teams.serviceHost,
  TEAMS_LOGIN_URL: teams.loginUrl,
  TEAMS_OPENID_URL: teams.openIdUrl,
});

/** Runs the program as `npm start` does, does the work at its address, and stops it as a machine does (SIGTERM). */
async function whileItRuns(
  given: Record<string, string>,
  work: (url: string) => Promise<void> = async () => {},
): Promise<Ended> {
  let failure: unknown = null;
  const ended = await runProgram("src/main.ts", [], {
    env: given,
    until: async (out) => {
      const url = /(http:\/\/\S+)\/health$/m.exec(out)?.[1];
      if (url === undefined) return false;
      await work(url).catch((thrown: unknown) => {
        failure = thrown;
      });
      return true;
    },
  });
  if (failure !== null) throw failure;
  return ended;
}

interface Told {
  readonly ready: boolean;
  readonly platforms: Readonly<Record<string, { readonly state: string; readonly since: string }>>;
}

async function healthAt(url: string): Promise<Told & { status: number }> {
  const answer = await fetch(`${url}/health`);
  return { status: answer.status, ...((await answer.json()) as Told) };
}

async function until(isSo: () => Promise<boolean>, withinMs = 10_000): Promise<void> {
  const last = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > last) throw new Error(`Not so within ${withinMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const worry = "Ik maak me zorgen om een leerling uit groep 6. Hij is moe en praat bijna niet meer.";

test("npm start with Teams: what somebody types is kept before Teams hears it, and the answer comes as a message", async () => {
  const juf = teams.user("juf");
  const ended = await whileItRuns(env(), async (url) => {
    teams.deliverTo(`${url}/api/messages`);
    await until(async () => (await healthAt(url)).ready);
    expect(Object.keys((await healthAt(url)).platforms)).toEqual(["teams"]);
    const delivery = await juf.write(worry);
    expect(delivery).toMatchObject({ status: 200, tries: 1 });
    await teams.eventually(() => juf.messages().some(({ from }) => from === "app"), 15_000);
    teams.assertNoFaults();
  });
  expect(ended.code).toBe(0);
  expect(ended.err).not.toMatch(/"level":50|unforeseen|^ {4}at /m);
  expect(ended.err + ended.out).not.toMatch(/leerling|moe en praat/);
  expect(ended.err + ended.out).not.toContain(teams.clientSecret);
  expect(ended.out).toMatch(
    /^Voelspriet draait met Teams \(http\S+\/api\/messages\)\. Gezondheid: http\S+\/health\n$/,
  );
  const counted = await runCommand(["status", "--json"], { env: env() });
  expect((JSON.parse(counted.out) as { signals: number }).signals).toBe(1);
});

test("a colleague hears of it in Teams, by the address in the municipality's file, also when it was written in capitals", async () => {
  const given = env();
  const text = readFileSync(given.GEMEENTE_FILE, "utf8");
  writeFileSync(given.GEMEENTE_FILE, text.replaceAll(teams.tenant, teams.tenant.toUpperCase()));
  const colleagues = directory.people.map(({ id }) => teams.user(id));
  const juf = teams.user("juf");
  await whileItRuns(given, async (url) => {
    teams.deliverTo(`${url}/api/messages`);
    await until(async () => (await healthAt(url)).ready);
    await juf.write("Ik heb gezien dat een kind thuis wordt geslagen. Het is nu bang om naar huis te gaan.");
    await teams.eventually(() => colleagues.some((one) => one.messages().length > 0), 15_000);
  });
});

test("Slack and Teams beside each other: a teacher in Teams, a colleague in Slack, and the health of both", async () => {
  const slack = await openFakeSlack();
  try {
    const colleagues = directory.people.map(({ id }) => slack.user(slackIdOf(id)));
    const given = env();
    const text = readFileSync(given.GEMEENTE_FILE, "utf8");
    const moved = directory.people.reduce(
      (so, { id }) =>
        so.replaceAll(`teams:${teams.tenant}/${teamsPlaceOf(id)}`, `slack:${slack.home}/${slackIdOf(id)}`),
      text,
    );
    writeFileSync(given.GEMEENTE_FILE, moved);
    const juf = teams.user("juf");
    const both = {
      ...given,
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
    };
    const ended = await whileItRuns(both, async (url) => {
      teams.deliverTo(`${url}/api/messages`);
      slack.deliverTo(`${url}/slack/events`);
      await until(async () => (await healthAt(url)).ready);
      expect(Object.keys((await healthAt(url)).platforms).sort()).toEqual(["slack", "teams"]);
      await juf.write(
        "Ik heb gezien dat een kind thuis wordt geslagen. Het is nu bang om naar huis te gaan.",
      );
      await slack.eventually(() => colleagues.some((one) => one.messages().length > 0), 15_000);
      await teams.eventually(() => juf.messages().some(({ from }) => from === "app"), 15_000);
      slack.settings.token = "revoked";
    });
    expect(ended.code).toBe(0);
    expect(ended.out).toMatch(/met Slack via HTTP \(\S+\/slack\/events\) en Teams \(\S+\/api\/messages\)/);
    teams.assertNoFaults();
  } finally {
    await slack.close();
  }
});

describe("Microsoft", () => {
  test("that can not be reached at the start does not keep it from listening", async () => {
    const gone = await openFakeTeams();
    await gone.close();
    const ended = await whileItRuns({ ...env(), TEAMS_LOGIN_URL: gone.loginUrl }, async (url) => {
      await until(async () => (await healthAt(url)).platforms["teams"]?.state === "unreachable");
      expect((await healthAt(url)).status).toBe(503);
    });
    expect(ended.code).toBe(0);
  });

  test("that does not take our secret: it listens, says so in its health, and does not show it", async () => {
    teams.settings.app = "wrong-secret";
    const ended = await whileItRuns(env(), async (url) => {
      await until(async () => (await healthAt(url)).platforms["teams"]?.state === "refused");
    });
    expect(ended.code).toBe(0);
    expect(ended.err + ended.out).not.toContain(teams.clientSecret);
  });
});

test("with Teams alone there is no door for Slack and no page, and who has no token is not let in", async () => {
  await whileItRuns(env(), async (url) => {
    for (const path of ["/", "/slack/events", "/api/state"])
      expect((await fetch(url + path, { method: "POST", body: "{}" })).status, path).toBe(404);
    const unsigned = await fetch(`${url}/api/messages`, { method: "POST", body: "{}" });
    expect([400, 401, 403]).toContain(unsigned.status);
  });
});

describe("it does not start", () => {
  test("with a door that is open for everybody", async () => {
    const ended = await whileItRuns({ ...env(), DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS: "1" });
    expect(ended).toMatchObject({ code: 1, out: "" });
    expect(ended.err).toContain("- DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS is set");
    expect(existsSync(join(folder, "data"))).toBe(false);
  });

  test("with wrong settings: every fault at once, no secret among them, and nothing is written", async () => {
    const ended = await whileItRuns({
      ...env(),
      TEAMS_CLIENT_ID: teams.clientSecret,
      TEAMS_TENANT_ID: "gemeente.onmicrosoft.com",
      TEAMS_SERVICE_URLS: ".trafficmanager.net",
      TEAMS_MANAGED_IDENTITY: "true",
    });
    expect(ended).toMatchObject({ code: 1, out: "" });
    for (const said of [
      "- TEAMS_CLIENT_ID: expected the Application (client) ID",
      "- TEAMS_TENANT_ID: expected the Directory (tenant) ID",
      "anybody can have a name",
      "- TEAMS_CLIENT_SECRET and TEAMS_MANAGED_IDENTITY are both given",
    ])
      expect(ended.err).toContain(said);
    expect(ended.err).not.toContain(teams.clientSecret);
    expect(existsSync(join(folder, "data"))).toBe(false);
  });

  test("with a municipality whose duty and coordinators are not in Teams", async () => {
    const given = env();
    const text = readFileSync(given.GEMEENTE_FILE, "utf8");
    const file = join(folder, "other.yaml");
    const away = ["priya", "marieke"].reduce(
      (so, id) => so.replaceAll(`teams:${teams.tenant}/${teamsPlaceOf(id)}`, `web:${id}`),
      text,
    );
    writeFileSync(file, away);
    const ended = await whileItRuns({ ...given, GEMEENTE_FILE: file });
    expect(ended.code).toBe(1);
    expect(ended.err).toMatch(
      /priya, marieke \(of duty and coordinators\) can not be reached on teams.*"Object ID"/,
    );
  });
});

/** The packages that come along with this file before anything is asked for. */
function vendorsOf(file: string, seen = new Set<string>()): Set<string> {
  const vendors = new Set<string>();
  if (seen.has(file)) return vendors;
  seen.add(file);
  const text = readFileSync(file, "utf8");
  for (const [, name = ""] of text.matchAll(/^(?:import|export) (?!type )[^;]*?from "([^"]+)";/gms)) {
    if (!name.startsWith("#")) vendors.add(name);
    else for (const vendor of vendorsOf(`src/${name.slice(1)}`, seen)) vendors.add(vendor);
  }
  return vendors;
}

test.each(["src/start/serve.ts", "src/start/serve-trial.ts", "src/commands/doctor.ts"])(
  "%s loads the library of no platform that is not configured",
  (file) => {
    const vendors = [...vendorsOf(file)];
    expect(vendors).toContain("zod");
    expect(vendors.filter((name) => /^@(slack|microsoft)\//.test(name))).toEqual([]);
    // The rule sees one that is loaded at once.
    expect([...vendorsOf("src/chat/slack/slack-platform.ts")]).toContain("@slack/bolt");
  },
);
