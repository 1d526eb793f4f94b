import { readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { z } from "zod";
import { commandOf } from "#chat/command.ts";
import { teamsPackage } from "#chat/teams/package/package.ts";
import { freshFolder, removeFolder } from "./support/folder.ts";
import { runCommand } from "./support/run-program.ts";
import { microsoftsOwnFaults, teamsManifestFaults } from "./support/teams-manifest.ts";

const clientId = "0a1b2c3d-1111-2222-3333-444455556666";
const facts = {
  clientId,
  offeredBy: "Gemeente Voorbeeldstad",
  website: "https://www.example.nl/",
  privacy: "https://www.example.nl/privacy",
  terms: "https://www.example.nl/voorwaarden",
  version: "1.2.3",
};

/** Reads a ZIP by its central directory, as an unpacker does, and checks every checksum. */
function unzip(archive: Buffer): Map<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from("504b0506", "hex"));
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    expect(archive.toString("hex", at, at + 4)).toBe("504b0102");
    const [sum, packed, size] = [16, 20, 24].map((offset) => archive.readUInt32LE(at + offset));
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = inflateRawSync(archive.subarray(start, start + (packed ?? 0)));
    expect([bytes.length, crc32(bytes)]).toEqual([size, sum]);
    files.set(name, bytes);
    at += 46 + nameLength;
  }
  expect(at).toBe(end);
  return files;
}

const shape = z.object({
  id: z.string(),
  version: z.string(),
  developer: z.object({ name: z.string() }),
  description: z.object({ full: z.string() }),
  localizationInfo: z.object({ additionalLanguages: z.array(z.object({ file: z.string() })) }),
  icons: z.object({ color: z.string(), outline: z.string() }),
  bots: z.array(
    z.object({
      botId: z.string(),
      commandLists: z.array(z.object({ commands: z.array(z.object({ title: z.string() })) })),
    }),
  ),
  composeExtensions: z.array(
    z.object({ botId: z.string(), commands: z.array(z.object({ id: z.string() })) }),
  ),
});

const files = unzip(teamsPackage(facts));
const text = files.get("manifest.json")?.toString("utf8") ?? "";
const manifest = shape.parse(JSON.parse(text));
const english = z
  .record(z.string(), z.string())
  .parse(JSON.parse(files.get("en.json")?.toString("utf8") ?? ""));

test("Teams takes the manifest in the package", () => {
  expect(teamsManifestFaults(text)).toEqual([]);
});

test.skipIf(microsoftsOwnFaults === null)(
  "so does Microsoft's own schema (set TEAMS_MANIFEST_SCHEMA to its file)",
  () => {
    expect(microsoftsOwnFaults?.(text)).toEqual([]);
  },
);

test.each([
  ["a name of 31 characters", '"short": "Voelspriet"', `"short": "${"V".repeat(31)}"`],
  ["an id that is none", `"id": "${clientId}"`, '"id": "voelspriet"'],
  ["an address without https", '"https://www.example.nl/privacy"', '"ftp://www.example.nl/privacy"'],
  ["a scope that does not exist", '"personal",', '"everybody",'],
  ["a switch that is a word", '"fetchTask": true', '"fetchTask": "yes"'],
  ["a key that is misspelt", '"accentColor"', '"accentColour"'],
])("the schema sees %s", (_what, right, wrong) => {
  const planted = text.replace(right, wrong);
  expect(planted).not.toBe(text);
  expect(teamsManifestFaults(planted)).not.toEqual([]);
  if (microsoftsOwnFaults !== null) expect(microsoftsOwnFaults(planted)).not.toEqual([]);
});

test("the package holds every file that the manifest names, and no others", () => {
  const { icons, localizationInfo } = manifest;
  const named = [icons.color, icons.outline, ...localizationInfo.additionalLanguages.map(({ file }) => file)];
  expect([...files.keys()].sort()).toEqual(["manifest.json", ...named].sort());
});

test("the icons have the sizes that Teams asks for", () => {
  const sizeOf = (name: string) => {
    const bytes = files.get(name) ?? Buffer.alloc(24);
    expect(bytes.toString("latin1", 1, 4)).toBe("PNG");
    return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  };
  expect(sizeOf("color.png")).toEqual([192, 192]);
  expect(sizeOf("outline.png")).toEqual([32, 32]);
});

test("the municipality's own id, name and version stand in it", () => {
  expect([manifest.id, manifest.bots[0]?.botId, manifest.composeExtensions[0]?.botId]).toEqual([
    clientId,
    clientId,
    clientId,
  ]);
  expect([manifest.version, manifest.developer.name]).toEqual(["1.2.3", "Gemeente Voorbeeldstad"]);
});

test("it says that it is no emergency line and no report, in both languages", () => {
  for (const word of ["geen noodlijn", "112", "0800-2000", "Een melding bij Veilig Thuis doe je zelf"])
    expect(manifest.description.full).toContain(word);
  for (const word of ["no emergency line", "112", "0800-2000", "A report to Veilig Thuis you make yourself"])
    expect(english["description.full"]).toContain(word);
});

test("every command of the menu does something, in both languages, and has its English", () => {
  const titles = manifest.bots.flatMap(({ commandLists }) =>
    commandLists.flatMap(({ commands }) => commands.map(({ title }) => title)),
  );
  const inEnglish = titles.map((_, at) => english[`bots[0].commandLists[0].commands[${at}].title`] ?? "");
  expect(titles).toHaveLength(7);
  for (const words of [titles, inEnglish]) {
    // What is no word of the command would be somebody's story. The first one opens the form.
    expect(words.slice(1).filter((word) => commandOf(word).prefill !== null)).toEqual([]);
  }
});

test("one command makes it", async () => {
  const folder = freshFolder("teams-package");
  const out = join(folder, "app.zip");
  const names = [
    "--client-id",
    clientId,
    "--name",
    "Gemeente Voorbeeldstad",
    "--website",
    "https://www.example.nl",
  ];
  const made = await runCommand(["teams-package", ...names, "--out", out]);
  expect([made.code, made.out.trim()]).toEqual([0, out]);
  expect(teamsManifestFaults(unzip(readFileSync(out)).get("manifest.json")?.toString("utf8") ?? "")).toEqual(
    [],
  );
  removeFolder(folder);
});

test.each([
  ["no website", ["--client-id", clientId, "--name", "x"], "--website"],
  [
    "a name that is too long",
    ["--client-id", clientId, "--name", "x".repeat(33), "--website", "https://a.nl"],
    "--name",
  ],
  ["an id that is none", ["--client-id", "bot", "--name", "x", "--website", "https://a.nl"], "--client-id"],
])("it says what is missing: %s", async (_, given, flag) => {
  const { code, err } = await runCommand(["teams-package", ...given]);
  expect(code).toBe(1);
  expect(err).toContain(flag);
});
