import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readConfig, readSettings } from "#config.ts";

test("without anything given there is a default for everything", () => {
  expect(readConfig({})).toMatchObject({ port: 3000, host: "127.0.0.1", themeFile: null, logLevel: "warn" });
});

test("a variable that is empty counts as left out", () => {
  expect(readConfig({ PORT: "", HOST: "", KEY_FILE: "" })).toEqual(readConfig({}));
});

test.each(["0", "80", "65535"])("PORT %s is a port", (PORT) => {
  expect(readConfig({ PORT }).port).toBe(Number(PORT));
});

test.each([" ", "0x10", "1e3", "-1", "65536", "3000 ", "+5", "3.5", "99999999999", "three"])(
  "PORT %j is not, and the message shows it",
  (PORT) => {
    expect(() => readConfig({ PORT })).toThrow(
      expect.objectContaining({
        kind: "misconfigured",
        message: expect.stringContaining(`PORT is ${JSON.stringify(PORT)}: expected a whole number`),
      }),
    );
  },
);

test.each(["HOST", "DATA_DIR", "GEMEENTE_FILE", "KEY_FILE", "THEME_FILE", "LOG_LEVEL"])(
  "%s is not blank",
  (name) => {
    const { faults, wrong } = readSettings({ [name]: "  " });
    expect(faults).toEqual([expect.stringMatching(new RegExp(`^${name}( is "  ")?: `))]);
    expect(faults[0]).toContain("expected");
    expect([...wrong]).toEqual([name]);
  },
);

test("every fault is named at once, and the rest can still be used", () => {
  const { config, faults, wrong } = readSettings({ PORT: "x", LOG_LEVEL: "loud", HOST: "::1" });
  expect(faults).toHaveLength(2);
  expect(faults[1]).toBe(
    'LOG_LEVEL is "loud": expected info, warn, error or silent. Correct it, or leave it out.',
  );
  expect([...wrong].sort()).toEqual(["LOG_LEVEL", "PORT"]);
  expect(config).toMatchObject({ port: 3000, host: "::1", logLevel: "warn" });
});

test("a long value with line breaks stays short and on its line", () => {
  const { faults } = readSettings({ PORT: `1\n${"9".repeat(10_000)}` });
  expect(faults[0]?.length).toBeLessThan(250);
  expect(faults[0]).not.toContain("\n");
});

test.each([`${"A".repeat(43)}=`, '{"keys":[{"id":"a","secret":"Z2VoZWlt"}]}'])(
  "a key that was pasted as KEY_FILE is never shown",
  (key) => {
    const { faults } = readSettings({ KEY_FILE: key });
    expect(faults).toEqual([expect.stringMatching(/^KEY_FILE: expected the path of the key file/)]);
    expect(faults.join()).not.toMatch(/AAAA|Z2VoZWlt/);
  },
);

const bot = "xoxb-1111111111-2222222222-AbCdEfGhIjKlMnOpQrStUvWx";
const app = "xapp-1-A0123ABCDEF-3333333333-0123456789abcdef0123456789abcdef";
const secret = "0123456789abcdef0123456789abcdef";

describe("Slack", () => {
  test("without its settings it is a trial, with one of them it is not", () => {
    expect(readConfig({})).toMatchObject({ use: "trial", slack: null });
    expect(readConfig({ SLACK_BOT_TOKEN: "", SLACK_APP_TOKEN: "" }).use).toBe("trial");
    for (const name of ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_API_URL"]) {
      expect(readSettings({ [name]: "anything" }).config, name).toMatchObject({ use: "real", slack: null });
    }
  });

  test("a bot token with an app token is Socket Mode", () => {
    expect(readConfig({ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app })).toMatchObject({
      use: "real",
      slack: { botToken: bot, inbound: { how: "socket", appToken: app }, apiUrl: null },
    });
  });

  test("a bot token with a signing secret is HTTP", () => {
    const given = {
      SLACK_BOT_TOKEN: bot,
      SLACK_SIGNING_SECRET: secret,
      SLACK_API_URL: "https://gw.example/x",
    };
    expect(readConfig(given).slack).toEqual({
      botToken: bot,
      inbound: { how: "http", signingSecret: secret },
      apiUrl: "https://gw.example/x/",
    });
  });

  test.each([
    [{ SLACK_BOT_TOKEN: bot }, ["SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are missing"]],
    [{ SLACK_APP_TOKEN: app }, ["SLACK_BOT_TOKEN is missing, while SLACK_APP_TOKEN is given"]],
    [{ SLACK_SIGNING_SECRET: secret }, ["SLACK_BOT_TOKEN is missing"]],
    [
      { SLACK_API_URL: "https://slack-gov.com/api/" },
      ["SLACK_BOT_TOKEN is missing", "SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are missing"],
    ],
    [
      { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret },
      ["SLACK_SIGNING_SECRET and SLACK_APP_TOKEN are both given"],
    ],
    [
      { SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret },
      ["SLACK_BOT_TOKEN is missing", "SLACK_SIGNING_SECRET and SLACK_APP_TOKEN are both given"],
    ],
  ])("half of it is refused with what is missing and where it stands: %j", (given, said) => {
    const { faults, config } = readSettings(given);
    expect(faults).toHaveLength(said.length);
    for (const [at, words] of said.entries()) expect(faults[at]).toContain(words);
    expect(config.slack).toBeNull();
  });

  test.each([
    ["SLACK_BOT_TOKEN", app, "app-level token: that belongs in SLACK_APP_TOKEN"],
    ["SLACK_BOT_TOKEN", secret, "signing secret: that belongs in SLACK_SIGNING_SECRET"],
    ["SLACK_BOT_TOKEN", bot.replace("xoxb", "xoxp"), "the token of a person"],
    ["SLACK_BOT_TOKEN", "xoxe.xoxb-1-Mi0yLTExMTExMTEx", "a token that rotates"],
    ["SLACK_BOT_TOKEN", `"${bot}"`, "quotes"],
    ["SLACK_BOT_TOKEN", `${bot} `, "a space or a line break"],
    ["SLACK_BOT_TOKEN", `${bot}\n`, "a space or a line break"],
    ["SLACK_BOT_TOKEN", "xoxb-...", "the text of an example"],
    ["SLACK_BOT_TOKEN", "xoxb-your-bot-token", "the text of an example"],
    ["SLACK_BOT_TOKEN", "<xoxb-token>", "the text of an example"],
    ["SLACK_BOT_TOKEN", "xoxb-", "the Bot User OAuth Token"],
    ["SLACK_BOT_TOKEN", "1234567890.1234567890", "the Client ID"],
    ["SLACK_BOT_TOKEN", "   ", "a space"],
    ["SLACK_APP_TOKEN", bot, "bot token: that belongs in SLACK_BOT_TOKEN"],
    ["SLACK_APP_TOKEN", "xapp-jouw-token", "the text of an example"],
    ["SLACK_APP_TOKEN", "A0123ABCDEF", "the App-Level Token"],
    ["SLACK_SIGNING_SECRET", bot, "bot token: that belongs in SLACK_BOT_TOKEN"],
    ["SLACK_SIGNING_SECRET", app, "app-level token: that belongs in SLACK_APP_TOKEN"],
    ["SLACK_SIGNING_SECRET", "Gx7kPq2LmN8vRt4YwZ1cHd5B", "the old Verification Token"],
    ["SLACK_SIGNING_SECRET", "0123456789abcdef", "the Signing Secret (32 characters)"],
    ["SLACK_SIGNING_SECRET", `'${secret}'`, "quotes"],
  ])(
    "%s is not %j: the message says what it seems to be, where to get the right one, and not what was given",
    (name, value, said) => {
      const whole = {
        SLACK_BOT_TOKEN: bot,
        ...(name === "SLACK_SIGNING_SECRET" ? {} : { SLACK_APP_TOKEN: app }),
      };
      const { faults, wrong } = readSettings({ ...whole, [name]: value });
      expect([...wrong]).toEqual([name]);
      expect(faults).toHaveLength(1);
      expect(faults[0]).toMatch(new RegExp(`^${name}: expected the .*api\\.slack\\.com/apps, your app, "`));
      expect(faults[0]).toContain(said);
      const bare = value.replace(/^\W+|\W+$/g, "");
      if (bare.length > 5) expect(faults[0]).not.toContain(bare);
      expect(faults[0]).not.toMatch(/1111111111|0123456789abcdef|Mi0yLT/);
    },
  );

  test("exchanged tokens are both named, at once with every other fault", () => {
    const { faults } = readSettings({ PORT: "x", SLACK_BOT_TOKEN: app, SLACK_APP_TOKEN: bot });
    expect(faults.map((fault) => fault.split(/[: ]/)[0])).toEqual([
      "PORT",
      "SLACK_BOT_TOKEN",
      "SLACK_APP_TOKEN",
    ]);
    expect(faults.join()).toContain("Perhaps two of them were exchanged. Correct it.");
  });

  test("a token that was pasted in another setting is not shown", () => {
    for (const name of ["PORT", "HOST", "LOG_LEVEL", "SLACK_API_URL"]) {
      for (const value of [bot, app, secret]) {
        expect(readSettings({ [name]: value }).faults.join(), name).not.toContain(value.slice(6));
      }
    }
  });

  test.each([
    ["slack.com/api", "the address of a Web API"],
    ["ftp://slack.com/api/", "the address of a Web API"],
    ["http://gateway.example/api/", "https: the token would cross the network readable"],
    ["http://127.0.0.1.example/api/", "https: the token would cross the network readable"],
    ["https://admin:geheim@gateway.example/api/", "without a name or password"],
    ["https://gateway.example/api/?token=geheim", "without ? or #"],
  ])("SLACK_API_URL is not %j", (url, said) => {
    const { faults } = readSettings({ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_API_URL: url });
    expect(faults).toEqual([expect.stringContaining(said)]);
    expect(faults[0]).toMatch(/^SLACK_API_URL/);
    expect(faults[0]).not.toContain("geheim");
  });

  test.each(["http://127.0.0.1:4003/api", "http://localhost/api/", "http://[::1]:9/api/"])(
    "SLACK_API_URL may be http on this machine: %s",
    (SLACK_API_URL) => {
      const given = { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_API_URL };
      expect(readConfig(given).slack?.apiUrl).toBe(SLACK_API_URL.replace(/\/?$/, "/"));
    },
  );

  test("whatever is given as a secret, no part of it comes back", () => {
    const names = ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"] as const;
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string({ minLength: 12, maxLength: 200 }), (name, value) => {
        const core = value.trim();
        fc.pre(core.length >= 12);
        expect(readSettings({ [name]: value }).faults.join("\n")).not.toContain(core);
      }),
    );
  });
});
