import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readDirectory } from "#route/directory.ts";
import { type FakeSlack, openFakeSlack } from "./support/fake-slack/fake-slack.ts";
import { freshFolder, removeFolder } from "./support/folder.ts";
import { type Ended, runCommand, runProgram } from "./support/run-program.ts";
import { slackIdOf, slackMunicipality } from "./support/slack-municipality.ts";

const directory = readDirectory(readFileSync("examples/voorbeeldstad.yaml", "utf8"), "example");

let folder: string;
let data: string;
let slack: FakeSlack;
beforeEach(async () => {
  folder = freshFolder("real");
  data = join(folder, "data");
  slack = await openFakeSlack();
  for (const { id } of directory.people) slack.user(slackIdOf(id));
});
afterEach(async () => {
  await slack.close();
  removeFolder(folder);
});

type Way = "http" | "socket";
const env = (way: Way = "http") => ({
  PORT: "0",
  DATA_DIR: data,
  GEMEENTE_FILE: slackMunicipality(folder, slack.home),
  SLACK_API_URL: slack.apiUrl,
  SLACK_BOT_TOKEN: slack.botToken,
  ...(way === "http" ? { SLACK_SIGNING_SECRET: slack.signingSecret } : { SLACK_APP_TOKEN: slack.appToken }),
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
      if (url === undefined) return out.includes("http://");
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
  readonly platforms: { readonly slack: { readonly state: string; readonly since: string } };
  readonly waiting: number;
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

describe("npm start with Slack", () => {
  test.each(["http", "socket"] as const)(
    "by %s: what somebody types is kept before Slack hears it, and the answer comes as a message",
    async (way) => {
      const juf = slack.user("U0JUF", { name: "juf" });
      const ended = await whileItRuns(env(way), async (url) => {
        slack.deliverTo(way === "http" ? `${url}/slack/events` : "socket");
        if (way === "socket") await slack.sockets.ready();
        await until(async () => (await healthAt(url)).ready);
        const delivery = await juf.dm(worry);
        expect(delivery).toMatchObject({ status: 200, tries: 1 });
        await slack.eventually(() => juf.messages().some(({ user }) => user === slack.bot.userId), 10_000);
        slack.assertNoFaults();
      });
      expect(ended.code).toBe(0);
      // A message that waits its turn may be told; nothing that failed.
      expect(ended.err).not.toMatch(/"level":50|unforeseen|^ {4}at /m);
      expect(ended.err + ended.out).not.toMatch(/leerling|moe en praat|xoxb-|U0JUF/);
      expect(ended.out).toMatch(
        /^Voelspriet draait met Slack via (HTTP|Socket Mode).*Gezondheid: http\S+\n$/,
      );
      // On disk, and readable with the key: the admin commands find a signal.
      const counted = await runCommand(["status", "--json"], { env: env(way) });
      expect((JSON.parse(counted.out) as { signals: number }).signals).toBe(1);
    },
  );

  test("a colleague hears of it in Slack, by the address in the municipality's file", async () => {
    const colleagues = directory.people.map(({ id }) => slack.user(slackIdOf(id)));
    const juf = slack.user("U0JUF");
    await whileItRuns(env(), async (url) => {
      slack.deliverTo(`${url}/slack/events`);
      await until(async () => (await healthAt(url)).ready);
      await juf.dm("Ik heb gezien dat een kind thuis wordt geslagen. Het is nu bang om naar huis te gaan.");
      await slack.eventually(() => colleagues.some((one) => one.messages().length > 0), 15_000);
    });
  });

  test("a Slack that can not be reached at the start does not keep it from listening", async () => {
    await slack.close();
    const ended = await whileItRuns(env(), async (url) => {
      await until(async () => (await healthAt(url)).platforms.slack.state === "unreachable");
      const { status, ready, platforms } = await healthAt(url);
      expect({ status, ready }).toEqual({ status: 503, ready: false });
      expect(platforms.slack.since).toMatch(/^20\d\d-\d\d-\d\dT/);
    });
    expect(ended.code).toBe(0);
    expect(ended.err).not.toMatch(/xoxb-|unforeseen|^ {4}at /m);
  });

  test("a token that Slack does not take: it listens, says so in its health, and does not show it", async () => {
    slack.settings.token = "revoked";
    const ended = await whileItRuns(env(), async (url) => {
      await until(async () => (await healthAt(url)).platforms.slack.state === "refused");
    });
    expect(ended.code).toBe(0);
    expect(ended.err + ended.out).not.toContain(slack.botToken.slice(5));
  });

  test("there is no page, and who has no signature is not let in", async () => {
    await whileItRuns(env(), async (url) => {
      for (const path of ["/", "/galerij", "/api/state", "/events", "/page/page.js"]) {
        expect((await fetch(url + path)).status, path).toBe(404);
      }
      const unsigned = await fetch(`${url}/slack/events`, { method: "POST", body: "{}" });
      expect([400, 401, 403]).toContain(unsigned.status);
    });
  });

  test("by Socket Mode nobody can knock on Slack's door here", async () => {
    await whileItRuns(env("socket"), async (url) => {
      expect((await fetch(`${url}/slack/events`, { method: "POST", body: "{}" })).status).toBe(404);
    });
  });

  test("it may listen on every address: there is no page to see there", async () => {
    const ended = await whileItRuns({ ...env(), HOST: "0.0.0.0" }, async (url) => {
      expect((await fetch(`${url.replace("0.0.0.0", "127.0.0.1")}/health`)).status).toBeLessThan(600);
    });
    expect(ended.code).toBe(0);
  });
});

describe("it does not start", () => {
  test("with wrong settings: every fault at once, no secret among them, and nothing is written", async () => {
    const ended = await whileItRuns({
      PORT: "0",
      DATA_DIR: data,
      SLACK_BOT_TOKEN: slack.appToken,
      SLACK_SIGNING_SECRET: `"${slack.signingSecret}"`,
      SLACK_API_URL: "http://gateway.example/api/",
      LOG_LEVEL: "loud",
    });
    expect(ended).toMatchObject({ code: 1, out: "" });
    for (const said of [
      "- SLACK_BOT_TOKEN: expected the Bot User OAuth Token",
      "- SLACK_SIGNING_SECRET: expected the Signing Secret",
      "- SLACK_API_URL is ",
      "- LOG_LEVEL is ",
      "- GEMEENTE_FILE is the example, with invented people: real use needs your own municipality",
    ]) {
      expect(ended.err).toContain(said);
    }
    expect(ended.err).not.toContain(slack.signingSecret);
    expect(ended.err).not.toContain("fakefake");
    expect(existsSync(data)).toBe(false);
  });

  test("with a municipality whose duty and coordinators are not in Slack: by id, with the others that are not", async () => {
    const given = env();
    let text = readFileSync(given.GEMEENTE_FILE, "utf8");
    for (const id of ["priya", "marieke", "lotte"]) {
      const address = `slack:${slack.home}/${slackIdOf(id)}`;
      expect(text).toContain(address);
      text = text.replace(address, `web:${id}`);
    }
    const file = join(folder, "other.yaml");
    writeFileSync(file, text);
    const ended = await whileItRuns({ ...given, GEMEENTE_FILE: file });
    expect(ended).toMatchObject({ code: 1, out: "" });
    expect(ended.err).toContain("priya, marieke (of duty and coordinators) can not be reached on slack");
    expect(ended.err).toContain("Without one are also: lotte.");
    expect(existsSync(data)).toBe(false);
  });

  test("with an address that is none of Slack's", async () => {
    const given = env();
    const file = join(folder, "other.yaml");
    writeFileSync(
      file,
      readFileSync(given.GEMEENTE_FILE, "utf8")
        .replace(`slack:${slack.home}/U0SANNE`, "slack:sanne")
        .replace(`slack:${slack.home}/C0KANAALWIJKTEAM`, `slack:${slack.home}/U0TEAM`),
    );
    const ended = await whileItRuns({ ...given, GEMEENTE_FILE: file });
    expect(ended.code).toBe(1);
    expect(ended.err).toContain("people sanne, addresses: not an address of Slack");
    expect(ended.err).toContain("digest.teamChannels: this is a member, expected a channel");
  });

  test("in the folder of a trial, nor a trial in the folder of real use", async () => {
    const trial = { PORT: "0", DATA_DIR: data };
    expect((await whileItRuns(trial)).code).toBe(0);
    const before = readdirSync(data).sort();
    const real = await whileItRuns(env());
    expect(real).toMatchObject({ code: 1, out: "" });
    expect(real.err).toContain(`DATA_DIR ${data} holds a trial`);
    expect(real.err).toContain("Set DATA_DIR to a new folder");
    expect(readdirSync(data).sort()).toEqual(before);
    slack.settings.token = "revoked";
    expect((await runCommand(["doctor"], { env: env() })).err).toContain(
      `FAULT DATA_DIR ${data} holds a trial`,
    );
    expect((await whileItRuns(trial)).code).toBe(0);

    const other = join(folder, "other");
    expect((await whileItRuns({ ...env(), DATA_DIR: other })).code).toBe(0);
    const wrong = await whileItRuns({ ...trial, DATA_DIR: other });
    expect(wrong).toMatchObject({ code: 1, out: "" });
    expect(wrong.err).toContain(`DATA_DIR ${other} holds the signals of real people`);
    expect((await whileItRuns({ ...env(), DATA_DIR: other })).code).toBe(0);
  });

  test("on a port that is taken, and lets go of the store", async () => {
    await whileItRuns(env(), async (url) => {
      const port = new URL(url).port;
      const second = await whileItRuns({ ...env(), PORT: port, DATA_DIR: join(folder, "second") });
      expect(second.code).toBe(1);
      expect(second.err).toContain(`Port ${port} is in use.`);
      expect((await whileItRuns({ ...env(), DATA_DIR: join(folder, "second") })).code).toBe(0);
    });
  });
});
