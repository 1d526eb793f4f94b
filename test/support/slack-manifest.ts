import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { z } from "zod";

const words = (most: number) => z.string().min(1).max(most);
const url = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^https?:\/\//);
const names = (most: number) => z.array(words(50)).max(most);

/**
 * What Slack takes as a manifest, of the parts that we use: its published schema (github.com/slackapi/manifest-schema,
 * version 1) in our own words. Strict: a key that is misspelt does nothing, in silence.
 */
const manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(1), minor_version: z.int().min(0) }),
  display_information: z.strictObject({
    name: words(35),
    description: words(140),
    long_description: z.string().min(175).max(4000),
    background_color: z.string().regex(/^#[0-9a-f]{3}(?:[0-9a-f]{3})?$/i),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: words(80), always_online: z.boolean() }),
    shortcuts: z
      .array(
        z.strictObject({
          name: words(24),
          type: z.enum(["message", "global"]),
          callback_id: words(255),
          description: words(150),
        }),
      )
      .min(1)
      .max(10),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().min(2).max(32).startsWith("/"),
          description: words(2000),
          usage_hint: words(1000),
          should_escape: z.boolean(),
          url: url(3000).optional(),
        }),
      )
      .min(1)
      .max(50),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: names(255) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: names(100), request_url: url(3500).optional() }),
    interactivity: z.strictObject({ is_enabled: z.boolean(), request_url: url(3500).optional() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

/** What Slack would say about this text, one line per fault. */
export function manifestFaults(json: string): string[] {
  const read = manifest.safeParse(JSON.parse(json));
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
}

// oxlint-disable-next-line no-process-env -- opt-in: the file with Slack's own schema, which is not ours to keep here
const schemaFile = process.env["SLACK_MANIFEST_SCHEMA"];

/** The same by Slack's own schema; null where SLACK_MANIFEST_SCHEMA does not name its file. */
export const slacksOwnFaults = schemaFile === undefined ? null : slacksOwn(schemaFile);

function slacksOwn(file: string): (json: string) => string[] {
  const isRight = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(
    JSON.parse(readFileSync(file, "utf8")) as object,
  );
  return (json) => {
    isRight(JSON.parse(json));
    return (isRight.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}
