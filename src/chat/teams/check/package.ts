import { inflateRawSync } from "node:zlib";
import { z } from "zod";
import { adminCentre, bad, good, note, type TeamsFinding } from "#chat/teams/check/finding.ts";

const manifest = z.object({
  id: z.string(),
  version: z.string().max(20).catch("?"),
  bots: z.array(z.object({ botId: z.string() })).min(1),
  composeExtensions: z.array(z.object({ botId: z.string() })).optional(),
});

const upload = `${adminCentre}, "Teams apps", "Manage apps", "Upload new app" (or Voelspriet, "Update")`;

/** Is the package for Teams made for this bot? Null: it has not been made here. */
export function packageFindings(bytes: Buffer | null, clientId: string): TeamsFinding[] {
  if (bytes === null) {
    return [
      note(
        `The package for Teams has not been made here yet: npm run teams:package makes it. Then upload it: ${upload}.`,
      ),
    ];
  }
  const text = fileIn(bytes, "manifest.json");
  const read = manifest.safeParse(text === null ? null : parsed(text));
  if (!read.success) {
    return [bad("The package for Teams can not be read: make it anew with npm run teams:package.")];
  }
  const { id, version, bots, composeExtensions = [] } = read.data;
  const ids = [id, ...[...bots, ...composeExtensions].map(({ botId }) => botId)];
  if (ids.some((one) => one.toLowerCase() !== clientId)) {
    return [
      bad(
        `The package for Teams is of another bot than TEAMS_CLIENT_ID: make it anew with npm run teams:package, and upload that one: ${upload}.`,
      ),
    ];
  }
  return [good(`The package for Teams (version ${JSON.stringify(version)}) is of this bot.`)];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const mostBytes = 1024 * 1024;

/** A file in a ZIP (PKWARE APPNOTE 4.3), as text; null: it is not there, or this is none. */
function fileIn(zip: Buffer, wanted: string): string | null {
  try {
    const end = zip.lastIndexOf(Buffer.from("504b0506", "hex"));
    let at = zip.readUInt32LE(end + 16);
    for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
      const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) =>
        zip.readUInt16LE(at + place),
      );
      const name = zip.toString("utf8", at + 46, at + 46 + (nameLength ?? 0));
      if (name === wanted) return contentAt(zip, at);
      at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
    }
    return null;
  } catch {
    return null;
  }
}

/** The content of the entry whose central header stands here. */
function contentAt(zip: Buffer, at: number): string {
  const isPacked = zip.readUInt16LE(at + 10) === 8;
  const size = zip.readUInt32LE(at + 20);
  const local = zip.readUInt32LE(at + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const bytes = zip.subarray(start, start + size);
  return (isPacked ? inflateRawSync(bytes, { maxOutputLength: mostBytes }) : bytes).toString("utf8");
}
