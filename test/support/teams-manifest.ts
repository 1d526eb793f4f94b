import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { z } from "zod";

const words = (most: number) => z.string().min(1).max(most);
const url = z
  .string()
  .max(2048)
  .regex(/^https:\/\//);
const guid = z.string().regex(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i);
const tag = z.string().regex(/^[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8}){0,2}$/);
const file = words(2048);

/**
 * What Teams takes as a manifest, of the parts that we use: Microsoft's published schema 1.25
 * (developer.microsoft.com/json-schemas/teams/v1.25) in our own words. Strict: a key that is misspelt is refused at the upload.
 */
const manifest = z.strictObject({
  $schema: z.url(),
  manifestVersion: z.literal("1.25"),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  id: guid,
  localizationInfo: z.strictObject({
    defaultLanguageTag: tag,
    additionalLanguages: z.array(z.strictObject({ languageTag: tag, file })),
  }),
  developer: z.strictObject({ name: words(32), websiteUrl: url, privacyUrl: url, termsOfUseUrl: url }),
  name: z.strictObject({ short: words(30), full: words(100) }),
  description: z.strictObject({ short: words(80), full: words(4000) }),
  icons: z.strictObject({ color: file, outline: file }),
  accentColor: z.string().regex(/^#[0-9a-f]{6}$/i),
  defaultInstallScope: z.enum(["personal", "team", "groupChat"]),
  supportsChannelFeatures: z.literal("tier1"),
  bots: z
    .array(
      z.strictObject({
        botId: guid,
        scopes: z.array(z.enum(["personal", "team", "groupChat"])),
        supportsFiles: z.boolean(),
        isNotificationOnly: z.boolean(),
        commandLists: z
          .array(
            z.strictObject({
              scopes: z.array(z.enum(["personal", "team", "groupChat"])),
              commands: z.array(z.strictObject({ title: words(128), description: words(4000) })).max(12),
            }),
          )
          .max(3),
      }),
    )
    .length(1),
  composeExtensions: z
    .array(
      z.strictObject({
        botId: guid,
        commands: z.array(
          z.strictObject({
            id: words(64),
            type: z.literal("action"),
            title: words(32),
            description: words(128),
            context: z.array(z.enum(["message", "compose", "commandBox"])),
            fetchTask: z.boolean(),
          }),
        ),
      }),
    )
    .length(1),
  permissions: z.array(z.enum(["identity", "messageTeamMembers"])),
  validDomains: z.array(z.string()),
});

/** What Teams would say about this text, one line per fault. */
export function teamsManifestFaults(json: string): string[] {
  const read = manifest.safeParse(JSON.parse(json));
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
}

// oxlint-disable-next-line no-process-env -- opt-in: the file with Microsoft's own schema, which is not ours to keep here
const schemaFile = process.env["TEAMS_MANIFEST_SCHEMA"];

/** The same by Microsoft's own schema; null where TEAMS_MANIFEST_SCHEMA does not name its file. */
export const microsoftsOwnFaults = schemaFile === undefined ? null : microsoftsOwn(schemaFile);

function microsoftsOwn(path: string): (json: string) => string[] {
  const { $schema: _draft4, ...schema } = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  const isRight = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
  return (json) => {
    isRight(JSON.parse(json));
    return (isRight.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}
