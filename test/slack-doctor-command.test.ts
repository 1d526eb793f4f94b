import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readDirectory } from "#route/directory.ts";
import { galleryOf } from "#texts/gallery.ts";
import { type FakeSlack, openFakeSlack } from "./support/fake-slack/fake-slack.ts";
import { freshFolder, removeFolder } from "./support/folder.ts";
import { runCommand } from "./support/run-program.ts";
import { badIn, lookAt, textsOf } from "./support/slack-look.ts";
import { slackIdOf, slackMunicipality } from "./support/slack-municipality.ts";

const directory = readDirectory(readFileSync("examples/voorbeeldstad.yaml", "utf8"), "example");
const now = Date.UTC(2026, 10, 17, 9);
const gallery = galleryOf({ language: "nl", directory, words: new Map(), now });

let slack: FakeSlack;
beforeEach(async () => {
  slack = await openFakeSlack();
  slack.fail("chat.getPermalink", { fault: "error", error: "message_not_found" }, { times: Infinity });
});
afterEach(() => slack.close());

describe("the gallery", () => {
  test("is accepted by Slack, every message and dialog of it", async () => {
    const steps: string[] = [];
    const findings = await lookAt(slack, {
      gallery,
      progress: (what, done, all) => void steps.push(`${what} ${done}/${all}`),
    });
    expect(badIn(findings)).toEqual([]);
    expect(slack.calls("blocks.validate").length).toBeGreaterThanOrEqual(gallery.length);
    expect(steps.at(-1)).toBe(`messages ${gallery.length}/${gallery.length}`);
    expect(slack.posted()).toEqual([]);
  });

  test("a workspace without Slack's own bars gets a note, because a picture goes there", async () => {
    slack.settings.charts = false;
    const findings = await lookAt(slack, { gallery });
    expect(badIn(findings)).toEqual([]);
    expect(textsOf(findings)).toContain("does not take Slack's own bars");
  });

  test("what Slack does not accept is named, and is a fault of ours", async () => {
    slack.fail("blocks.validate", { fault: "error", error: "invalid_blocks" });
    expect(badIn(await lookAt(slack, { gallery: gallery.slice(0, 3) }))).toEqual([
      expect.stringContaining(`Slack does not accept ${JSON.stringify(gallery[0]?.name)} (invalid_blocks)`),
    ]);
  });

  test("where Slack has no such look it is a note", async () => {
    slack.fail("blocks.validate", { fault: "error", error: "unknown_method" }, { times: Infinity });
    const findings = await lookAt(slack, { gallery });
    expect(badIn(findings)).toEqual([]);
    expect(slack.calls("blocks.validate")).toHaveLength(1);
  });
});

describe("doctor", () => {
  let folder: string;
  beforeEach(() => {
    folder = freshFolder("slack-doctor");
    slack.fail("blocks.validate", { fault: "error", error: "unknown_method" }, { times: Infinity });
  });
  afterEach(() => removeFolder(folder));

  const doctor = (env: Record<string, string>) =>
    runCommand(["doctor"], {
      env: {
        PORT: "0",
        DATA_DIR: join(folder, "data"),
        SLACK_API_URL: slack.apiUrl,
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_APP_TOKEN: slack.appToken,
        ...env,
      },
    });

  test("looks at Slack too, tells how far it is, and ends with 1 for a colleague who has left", async () => {
    for (const { id } of directory.people) slack.user(slackIdOf(id));
    slack.user(slackIdOf("sanne"), { deleted: true });
    const { code, out, err } = await doctor({ GEMEENTE_FILE: slackMunicipality(folder, slack.home) });
    expect(code).toBe(1);
    expect(err.trim()).toMatch(/^FAULT people sanne, addresses: this account has been deactivated[^\n]*$/);
    expect(out).toContain("ok    Slack knows the bot token");
    expect(out).toMatch(/^\.\.\. {3}Slack: \d+ of \d+ colleagues looked at$/m);
    expect(out + err).not.toMatch(/xoxb-|xapp-/);
  });

  test("does not ask Slack anything as long as its settings are wrong", async () => {
    const { code, err } = await doctor({ SLACK_BOT_TOKEN: "xoxb-..." });
    expect(code).toBe(1);
    expect(err).toContain("FAULT SLACK_BOT_TOKEN: expected the Bot User OAuth Token");
    expect(slack.calls()).toEqual([]);
  });

  test("looks at the token also as long as the municipality's file is not ready", async () => {
    const { out } = await doctor({});
    expect(out).toContain(`addresses begin with slack:${slack.home}/`);
  });

  test("says that the example is not a municipality, and who can not be reached", async () => {
    expect((await doctor({})).err).toContain("FAULT GEMEENTE_FILE is the example, with invented people");
  });
});
