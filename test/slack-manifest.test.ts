import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { commandOf } from "#chat/command.ts";
import { globalShortcut, messageShortcut } from "#chat/slack/inbound.ts";
import { slackMethods, slackScopes } from "#chat/slack/scopes.ts";
import { runCommand } from "./support/run-program.ts";
import { manifestFaults, slacksOwnFaults } from "./support/slack-manifest.ts";

const text = readFileSync("manifest.json", "utf8");
const shape = z.object({
  display_information: z.object({ description: z.string(), long_description: z.string() }),
  features: z.object({
    app_home: z.record(z.string(), z.boolean()),
    shortcuts: z.array(z.object({ type: z.string(), name: z.string(), callback_id: z.string() })),
    slash_commands: z.array(
      z.object({ command: z.string(), usage_hint: z.string(), url: z.string().optional() }),
    ),
  }),
  oauth_config: z.object({ scopes: z.record(z.string(), z.array(z.string())) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()), request_url: z.string().optional() }),
    interactivity: z.object({ is_enabled: z.boolean(), request_url: z.string().optional() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});
const manifest = shape.parse(JSON.parse(text));

test("Slack takes the manifest", () => {
  expect(manifestFaults(text)).toEqual([]);
});

test.skipIf(slacksOwnFaults === null)(
  "so does Slack's own schema (set SLACK_MANIFEST_SCHEMA to its file)",
  () => {
    expect(slacksOwnFaults?.(text)).toEqual([]);
  },
);

test.each([
  ["a name of 36 characters", '"name": "Voelspriet"', `"name": "${"V".repeat(36)}"`],
  ["a short long description", manifest.display_information.long_description, "Kort."],
  ["a description of 141 characters", manifest.display_information.description, "d".repeat(141)],
  ["a shortcut's name of 25 characters", "Signaal delen", "s".repeat(25)],
  ["a shortcut of no kind", '"type": "global"', '"type": "anywhere"'],
  ["a command without its slash", '"/signaal"', '"signaal"'],
  ["a setting that does not exist", '"org_deploy_enabled"', '"org_deployed"'],
  ["a switch that is a word", '"socket_mode_enabled": true', '"socket_mode_enabled": "yes"'],
])("the schema sees %s", (_what, right, wrong) => {
  const encoded = (value: string) => (value.startsWith('"') ? value : JSON.stringify(value).slice(1, -1));
  const planted = text.replace(encoded(right), encoded(wrong));
  expect(planted).not.toBe(text);
  expect(manifestFaults(planted)).not.toEqual([]);
  // Where Slack's own is there, it sees the same.
  if (slacksOwnFaults !== null) expect(slacksOwnFaults(planted)).not.toEqual([]);
});

test("people can type to the app and open its home, and nothing needs an open port", () => {
  expect(manifest.features.app_home).toEqual({
    home_tab_enabled: true,
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: false,
  });
  const { socket_mode_enabled, org_deploy_enabled, token_rotation_enabled, interactivity } =
    manifest.settings;
  expect({ socket_mode_enabled, org_deploy_enabled, token_rotation_enabled, ...interactivity }).toEqual({
    socket_mode_enabled: true,
    org_deploy_enabled: true,
    // Tokens that rotate end after twelve hours.
    token_rotation_enabled: false,
    is_enabled: true,
  });
});

test("it says that it is no emergency line and no report, in the window where people choose it", () => {
  const said = manifest.display_information.long_description;
  for (const word of ["geen noodlijn", "112", "0800-2000", "Een melding bij Veilig Thuis doe je zelf"]) {
    expect(said).toContain(word);
  }
});

test("it asks for the scopes that were promised, for the bot only", () => {
  expect(manifest.oauth_config.scopes).toEqual({
    bot: ["chat:write", "commands", "im:write", "im:history", "users:read", "files:write"],
  });
  expect(Object.keys(slackScopes)).toEqual(manifest.oauth_config.scopes["bot"]);
});

/** Every method of the Web API that stands in the door's code. */
const called = new Set(
  globSync("src/chat/slack/**/*.ts")
    .filter((file) => !file.endsWith("scopes.ts"))
    .flatMap((file) => [
      ...readFileSync(file, "utf8").matchAll(
        /"((?:api|apps|auth|blocks|bots|chat|conversations|dnd|emoji|files|pins|reactions|team|usergroups|users|views)\.[a-zA-Z.]+)"/g,
      ),
    ])
    .map(([, method]) => method ?? ""),
);

test("every method that is called is in the table, and the table has no others", () => {
  expect([...called].sort()).toEqual(Object.keys(slackMethods).sort());
});

test("every method's scope is asked for, and every scope is needed", () => {
  const needed = new Set(Object.values(slackMethods).filter((scope) => scope !== null));
  // The app-level token's own scope is no scope of the bot; the command and the shortcuts are no methods.
  needed.delete("connections:write");
  needed.add("commands");
  expect([...needed].sort()).toEqual(Object.keys(slackScopes).sort());
});

test("it asks for the events that are handled, and no others", () => {
  expect(manifest.settings.event_subscriptions.bot_events).toEqual([
    "app_home_opened",
    "app_uninstalled",
    "message.im",
    "tokens_revoked",
  ]);
});

test("the shortcuts are the ones that the door knows", () => {
  const { shortcuts, slash_commands } = manifest.features;
  expect(slash_commands.map(({ command }) => command)).toEqual(["/signaal"]);
  expect(shortcuts.map(({ type, callback_id }) => [type, callback_id])).toEqual([
    ["global", globalShortcut],
    ["message", messageShortcut],
  ]);
});

test("every word that the command's hint names does something", () => {
  const hint = manifest.features.slash_commands[0]?.usage_hint ?? "";
  const words = (hint.split(" of ")[1] ?? "").split(", ");
  // Everybody sees the hint; what only colleagues use stands in the help.
  expect(words).toEqual(["help", "status"]);
  // What is no word of the command would open the form with that word as somebody's story.
  expect(words.filter((word) => commandOf(word).prefill !== null)).toEqual([]);
});

test("for HTTP one command gives the same app with our address everywhere", async () => {
  const { code, out } = await runCommand(["manifest", "--url", "https://voelspriet.example.nl/"]);
  expect(code).toBe(0);
  expect(manifestFaults(out)).toEqual([]);
  const made = shape.parse(JSON.parse(out));
  const url = "https://voelspriet.example.nl/slack/events";
  expect(made.settings.socket_mode_enabled).toBe(false);
  expect([
    made.settings.event_subscriptions.request_url,
    made.settings.interactivity.request_url,
    ...made.features.slash_commands.map((command) => command.url),
  ]).toEqual([url, url, url]);
  const { settings, features } = manifest;
  expect(made.oauth_config).toEqual(manifest.oauth_config);
  expect(made.features.shortcuts).toEqual(features.shortcuts);
  expect(made.settings.event_subscriptions.bot_events).toEqual(settings.event_subscriptions.bot_events);
});

test("without an address it prints the manifest as it stands", async () => {
  expect((await runCommand(["manifest"])).out.trim()).toBe(text.trim());
});

test.each([
  "http://voelspriet.example.nl",
  "voelspriet.example.nl",
  "https://a:b@example.nl",
  "https://x.nl/?a",
])("%s is no address that Slack can call", async (url) => {
  const { code, err } = await runCommand(["manifest", "--url", url]);
  expect(code).toBe(1);
  expect(err).toContain("expected the address at which Slack reaches this machine, with https");
});
