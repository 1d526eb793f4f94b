import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { stoppedClock } from "#base/clock.ts";
import type { NamedPlace } from "#chat/slack/check/homes.ts";
import type { SlackCheck } from "#chat/slack/check.ts";
import { type FakeSlack, openFakeSlack } from "./support/fake-slack/fake-slack.ts";
import { badIn, lookAt, textsOf } from "./support/slack-look.ts";

let slack: FakeSlack;
beforeEach(async () => {
  slack = await openFakeSlack();
  slack.user("U0SANNE");
  slack.user("U0BEN");
  // Whether somebody is a member of a channel is not to be seen.
  slack.fail("chat.getPermalink", { fault: "error", error: "message_not_found" }, { times: Infinity });
});
afterEach(() => slack.close());

const people = (): NamedPlace[] => [
  { what: "people sanne, addresses", at: `slack:${slack.home}/U0SANNE` },
  { what: "people ben, addresses", at: `slack:${slack.home}/U0BEN` },
];
const channel = (): NamedPlace => ({ what: "digest.teamChannels", at: `slack:${slack.home}/C0TEAM` });

const look = (given: Partial<SlackCheck> = {}) => lookAt(slack, { places: people(), ...given });

test("where all is well it says what was looked at, and writes to nobody", async () => {
  const findings = await look({ places: [...people(), channel()] });
  expect(badIn(findings)).toEqual([]);
  for (const said of [
    `(${slack.home})`,
    "exactly the scopes it needs",
    "Socket Mode: Slack gives a connection",
    `All Slack addresses in the municipality's file are of ${slack.home}`,
    "2 of 2 colleagues can be written to",
  ]) {
    expect(textsOf(findings)).toContain(said);
  }
  expect(slack.posted()).toEqual([]);
});

describe("the token", () => {
  test.each(["revoked", "inactive", "invalid"] as const)(
    "that is %s: one fault, with where to get another, and nothing else is asked",
    async (state) => {
      slack.settings.token = state;
      const findings = await look();
      expect(badIn(findings)).toEqual([expect.stringMatching(/^SLACK_BOT_TOKEN: .*OAuth & Permissions/)]);
      expect(textsOf(findings)).toContain("Nothing else of Slack could be looked at");
      expect(slack.calls().map(({ method }) => method)).toEqual(["auth.test"]);
      expect(textsOf(findings)).not.toContain(slack.botToken.slice(5));
    },
  );

  test("a Slack that can not be reached: one fault that says so", async () => {
    const gone = await openFakeSlack();
    await gone.close();
    const findings = await look({ apiUrl: gone.apiUrl });
    expect(badIn(findings)).toEqual([expect.stringContaining("Slack can not be reached (ECONNREFUSED)")]);
    expect(findings).toHaveLength(2);
    // It is not the token, and nothing was asked that could have been done.
    expect(badIn(findings)).toEqual([expect.stringMatching(/network.*SLACK_API_URL.*doctor/)]);
    expect(textsOf(findings)).not.toMatch(/SLACK_BOT_TOKEN|may have been done/);
  });

  test("a line that breaks off: the road is named, not the token", async () => {
    for (const fault of [{ fault: "reset" }, { fault: "status", status: 503 }] as const) {
      slack.fail("auth.test", fault);
      const findings = await look();
      expect(badIn(findings)).toEqual([expect.stringContaining("network")]);
      expect(textsOf(findings)).not.toMatch(/SLACK_BOT_TOKEN|may have been done/);
    }
  });

  test("a proxy that answers with a page: said, without the page", async () => {
    slack.fail("auth.test", { fault: "html" });
    const findings = await look();
    expect(badIn(findings)).toEqual([expect.stringContaining("proxy")]);
    expect(textsOf(findings)).not.toContain("maintenance");
  });

  test("the workspace's own name can not draw on the terminal", async () => {
    slack.fail("auth.test", {
      fault: "error",
      error: "",
      more: { ok: true, team: "\u001b[2J\nok    alles goed", team_id: slack.home, bot_id: "B1" },
    });
    const findings = await look({ places: [] });
    expect(textsOf(findings)).not.toContain("\u001b");
    for (const { text } of findings) expect(text).not.toContain("\n");
  });
});

describe("the scopes", () => {
  test.each(["chat:write", "commands", "im:write", "im:history", "users:read", "files:write"])(
    "%s that is missing is named, with what stands still and where to click",
    async (scope) => {
      slack.settings.scopes.delete(scope);
      expect(badIn(await look({ places: [] }))).toEqual([
        expect.stringMatching(
          new RegExp(
            `^The scope ${scope} is missing: .*"OAuth & Permissions", "Bot Token Scopes".*Reinstall`,
          ),
        ),
      ]);
    },
  );

  test("more than is needed is a note: the app should see as little as can be", async () => {
    slack.settings.scopes.add("channels:history");
    const findings = await look({ places: [] });
    expect(badIn(findings)).toEqual([]);
    expect(textsOf(findings)).toContain("The app may do more than it needs: channels:history");
  });
});

describe("the way in", () => {
  test("an app-level token that opens nothing is a fault of that token", async () => {
    const appToken = "xapp-1-A0OTHER-1-abcdef";
    const findings = await look({ inbound: { how: "socket", appToken } });
    expect(badIn(findings)).toEqual([
      expect.stringMatching(/^SLACK_APP_TOKEN: .*connections:write.*"Enable Socket Mode"/),
    ]);
    expect(textsOf(findings)).not.toContain("abcdef");
  });

  test("an app-level token of another app is seen", async () => {
    slack.fail("auth.test", {
      fault: "error",
      error: "",
      more: { ok: true, team: "x", team_id: slack.home, bot_id: "B1", app_id: "A0MINE" },
    });
    const findings = await look({
      inbound: { how: "socket", appToken: "xapp-1-A0OTHER-1-abcdef" },
      places: [],
    });
    expect(badIn(findings)).toEqual([expect.stringContaining("of another app (A0OTHER)")]);
  });

  test("by HTTP it says what only Slack can see, and where Slack shows it", async () => {
    const findings = await look({ inbound: { how: "http", signingSecret: slack.signingSecret } });
    expect(badIn(findings)).toEqual([]);
    expect(textsOf(findings)).toMatch(/"Event Subscriptions", "Request URL".*Verified/);
    expect(slack.calls("apps.connections.open")).toEqual([]);
  });
});

describe("the addresses", () => {
  test("of another workspace are named by their line in the file, and not asked about", async () => {
    const places: NamedPlace[] = [
      ...people(),
      { what: "people priya, addresses", at: "slack:T0ELDERS/U0PRIYA" },
    ];
    expect(badIn(await look({ places }))).toEqual([
      expect.stringMatching(
        /^1 address is not of T\w+, where the app is installed: people priya, addresses \(T0ELDERS\)/,
      ),
    ]);
    expect(slack.calls("users.info").map(({ args }) => args["user"])).toEqual(["U0SANNE", "U0BEN"]);
  });

  test("of another workspace, all of them: how many, and the first three", async () => {
    const places = Array.from(
      { length: 22 },
      (_, place): NamedPlace => ({
        what: `people p${place + 1}, addresses`,
        at: `slack:T0ELDERS/U0P${place + 1}`,
      }),
    );
    const [finding, ...more] = badIn(await look({ places }));
    expect(more).toEqual([]);
    expect(finding).toMatch(/^22 addresses .*people p1, .*people p2, .*people p3, addresses \(T0ELDERS\)/);
    expect(finding).toContain("19 more");
    expect(finding).not.toContain("people p4");
  });

  test("in an organisation: written with a workspace they are a fault that says how to write them", async () => {
    const grid = await openFakeSlack({ install: "grid" });
    try {
      const { botToken, appToken, apiUrl, team, home } = grid;
      const at = `slack:${team.id}/U0SANNE` as const;
      const findings = await look({
        botToken,
        apiUrl,
        inbound: { how: "socket", appToken },
        places: [{ what: "people sanne, addresses", at }],
      });
      expect(badIn(findings)).toEqual([expect.stringContaining(`write slack:${home}/... for everybody`)]);
    } finally {
      await grid.close();
    }
  });
});

describe("a colleague", () => {
  test.each([
    ["has left", { deleted: true }, "has been deactivated"],
    ["is a bot", { isBot: true }, "is a bot"],
    ["can not be written to", { unreachable: "user_disabled" }, "does not let the app write"],
  ])("who %s is a fault, by the id in the file", async (_what, profile, said) => {
    slack.user("U0BEN", { name: "Benjamin", ...profile });
    const findings = await look();
    expect(badIn(findings)).toEqual([expect.stringMatching(new RegExp(`^people ben, addresses: .*${said}`))]);
    expect(textsOf(findings)).toContain("1 of 2 colleagues can be written to");
    expect(textsOf(findings)).not.toContain("Benjamin");
  });

  test("whom Slack does not know is a fault with where to find the right id", async () => {
    const places: NamedPlace[] = [{ what: "people ben, addresses", at: `slack:${slack.home}/U0NOBODY` }];
    expect(badIn(await look({ places }))).toEqual([expect.stringContaining('"Copy member ID"')]);
  });

  test("of another organisation (Slack Connect) is a fault: signals are not for them", async () => {
    slack.fail("users.info", {
      fault: "error",
      error: "",
      more: { ok: true, user: { id: "U0SANNE", is_stranger: true } },
    });
    expect(badIn(await look())).toEqual([expect.stringContaining("Slack Connect")]);
  });

  test("who is a guest is a note", async () => {
    slack.user("U0BEN", { guest: true });
    const findings = await look();
    expect(badIn(findings)).toEqual([]);
    expect(textsOf(findings)).toContain("people ben, addresses: is a guest");
  });
});

describe("the pace", () => {
  test("where Slack asks for patience it waits as long as it was told, and asks again", async () => {
    const clock = stoppedClock(Date.UTC(2026, 10, 17, 9));
    const busy = await openFakeSlack({ clock });
    try {
      const { botToken, appToken, apiUrl } = busy;
      busy.user("U0SANNE");
      busy.user("U0BEN");
      busy.fail("users.info", { fault: "rate-limited", retryAfter: 7 });
      const findings = await look({
        botToken,
        apiUrl,
        inbound: { how: "socket", appToken },
        pause: async (ms) => clock.pass(ms),
      });
      expect(badIn(findings)).toEqual([]);
      expect(clock.now()).toBe(Date.UTC(2026, 10, 17, 9) + 7_000);
      expect(busy.calls("users.info").map(({ said }) => said)).toEqual(["429", "ok", "ok"]);
    } finally {
      await busy.close();
    }
  });

  test("a Slack that breaks down halfway: what was found stays, what was not looked at is counted", async () => {
    slack.fail("users.info", { fault: "status", status: 503 }, { times: Infinity });
    const findings = await look();
    expect(textsOf(findings)).toContain("2 colleagues were not looked at");
    expect(textsOf(findings)).toContain("exactly the scopes it needs");
  });
});

describe("a channel", () => {
  test("that exists: says honestly what its scopes do not show, and what to type", async () => {
    const findings = await look({ places: [channel()] });
    expect(badIn(findings)).toEqual([]);
    expect(textsOf(findings)).toContain("can not be seen with its scopes");
    expect(textsOf(findings)).toContain("/invite @Voelspriet");
  });

  test("that Slack does not show to the app is a fault", async () => {
    slack.heal();
    slack.fail("chat.getPermalink", { fault: "error", error: "channel_not_found" });
    expect(badIn(await look({ places: [channel()] }))).toEqual([
      expect.stringMatching(/^digest\.teamChannels: Slack knows no such channel, or it is private/),
    ]);
  });
});
