import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const shortest = 8;

/** How a text may stand in a file without being looked for. */
function formsOf(text: string): Buffer[] {
  const bytes = Buffer.from(text);
  const shifted = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .slice(shift === 0 ? 0 : 4, -4),
  );
  const forms = [
    text,
    text.toLowerCase(),
    text.toUpperCase(),
    encodeURIComponent(text),
    bytes.toString("hex"),
    ...shifted,
  ];
  const all = [
    ...forms.map((form) => Buffer.from(form)),
    Buffer.from(text, "utf16le"),
    Buffer.from(JSON.stringify(text).slice(1, -1)),
  ];
  // Shorter ones are anywhere by chance.
  return all.filter(({ length }) => length >= shortest);
}

/** The names of the canaries that are in these bytes, in any of the forms that a text can have there. */
export function heardIn(bytes: Buffer, canaries: ReadonlyMap<string, string>): string[] {
  return [...canaries]
    .filter(([, text]) => formsOf(text).some((form) => bytes.includes(form)))
    .map(([name]) => name);
}

/** Pieces of eight characters too: half a story is a story. */
export function piecesIn(bytes: Buffer, texts: readonly string[]): string[] {
  const found: string[] = [];
  for (const text of texts)
    for (let start = 0; start + shortest <= text.length; start += 4) {
      const piece = text.slice(start, start + shortest);
      if (bytes.includes(piece)) found.push(piece);
    }
  return found;
}

/** Every file in the folder, as it is now. */
export function filesIn(folder: string): Buffer[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return files.map(({ parentPath, name }) => readFileSync(join(parentPath, name)));
}
