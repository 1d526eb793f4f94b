import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import type { Store } from "#store/store.ts";
import { freshFolder, removeFolder } from "../support/folder.ts";
import { howOften } from "../support/how-often.ts";
import { openChance } from "../support/kill-load.ts";
import {
  brokenRun,
  canLogPower,
  type Image,
  imageOf,
  loggedRun,
  play,
  putIn,
} from "../support/power/cuts.ts";
import { sampleNow } from "../support/sample-decision.ts";

const cuts = howOften("CUTS", { gate: 80, long: 2_000 });
const writer = new URL("../support/power/writer.ts", import.meta.url);

const folders: string[] = [];
function folder(): string {
  const made = freshFolder("power");
  folders.push(made);
  return made;
}
afterEach(() => {
  for (const one of folders.splice(0)) for (const name of ["", ".so", ".log"]) removeFolder(`${one}${name}`);
});

if (!canLogPower()) console.warn("NOT TESTED: power cuts (F3). That needs Linux and gcc.");

/** What the process was told is safe. */
function saidSafe(image: Image): (readonly [string, string])[] {
  const lines = (image.get("safe") ?? Buffer.alloc(0)).toString().split("\n").slice(0, -1);
  return lines.map((line) => line.split(" ") as [string, string]);
}

/** Whatever of that is not so, in words. */
async function lostIn(store: Store, safe: readonly (readonly [string, string])[]): Promise<string[]> {
  const lost: string[] = [];
  const again = new Set((await store.takeNotices(sampleNow, 1_000, 1)).map(({ notice }) => notice.id));
  const due = new Set((await store.takeTimers(sampleNow, 1_000, 1)).map(({ id }) => id));
  const erased = new Set(safe.filter(([what]) => what === "erased").map(([, id]) => id));
  for (const [what, id] of safe) {
    if (what === "taken-in") {
      const [story] = await store.passages(id);
      if ((await store.load(id)) === null) lost.push(`the signal ${id}`);
      // Erasing begins before it is said to be done.
      if (story !== undefined && story.text !== `Het verhaal van ${id}.`) lost.push(`the words of ${id}`);
      if (story !== undefined && erased.has(id)) lost.push(`the erasing of ${id}`);
    }
    if (what === "sent" && again.has(id)) lost.push(`that ${id} was sent`);
    if (what === "settled" && due.has(id)) lost.push(`that ${id} was settled`);
  }
  return lost;
}

/** Starts on these files, as the next process does. */
async function startOn(image: Image, safe: readonly (readonly [string, string])[]): Promise<string[]> {
  const at = folder();
  putIn(at, image);
  const keys = loadKeyRing(join(at, "keys.json"), safe.length === 0 ? "make-when-missing" : "must-exist");
  const store = openSqliteStore(join(at, "voelspriet.db"), openVault(keys));
  try {
    const lost = await lostIn(store, safe);
    await store.check("whole");
    return lost;
  } finally {
    await store.close();
    removeFolder(folders.pop() ?? at);
  }
}

/** Plays these moments, each as a killed process and as a power cut, and gives what was lost. */
async function lostAfter(
  asked: ReturnType<typeof loggedRun>,
  moments: number,
): Promise<{ starts: number; lost: string[] }> {
  const chance = openChance(20_261_122);
  const stops = new Set(Array.from({ length: moments }, () => 1 + chance(asked.length)));
  const lost: string[] = [];
  let starts = 0;
  for (const disk of play(asked, new Map(), stops)) {
    // What was written down as safe is the test's own paper: it is not lost with the disk.
    const safe = saidSafe(disk.killed());
    for (const [how, image] of [
      ["killed", disk.killed()],
      ["power cut", disk.cut(chance)],
    ] as const) {
      starts += 1;
      const wrong = await startOn(image, safe).catch((thrown: unknown) => [String(thrown)]);
      lost.push(...wrong.map((one) => `${how} at ${disk.step}: ${one}`));
    }
  }
  return { starts, lost };
}

test.skipIf(!canLogPower())(
  `the power goes, or the process, ${cuts} times at any write to the disk: whatever was said to be safe is there at the next start`,
  { timeout: 60_000 + cuts * 500 },
  async () => {
    const at = folder();
    const asked = loggedRun(writer, { folder: at, args: ["60"] });
    const said = saidSafe(imageOf(at)).map(([what]) => what);
    expect(said.filter((what) => what === "taken-in").length).toBeGreaterThanOrEqual(60);
    expect(said.filter((what) => what === "key").length).toBeGreaterThan(1);
    const { starts, lost } = await lostAfter(asked, cuts);
    console.info(`${starts} starts, at ${asked.length} moments where the disk was asked for something`);
    expect(lost).toEqual([]);
    // And it would be seen: on a disk that says that it wrote, and did not, the last things are lost.
    const lies = asked.filter(({ op, name }) => op !== "s" || name !== "voelspriet.db-wal");
    expect((await lostAfter(lies, 30)).lost).not.toEqual([]);
  },
);

test.skipIf(!canLogPower()).each([3, 20, 41])(
  "the disk loses what it had taken, at wait %d: the process ends, and whatever was said to be safe is there, also when the power goes",
  async (breaks) => {
    const at = folder();
    const { said, asked } = brokenRun(writer, { folder: at, args: ["60"], breaks });
    expect(said).toContain("did not keep what was written");
    const safe = saidSafe(imageOf(at)).filter(([what]) => what === "taken-in");
    expect(safe.length).toBeLessThan(60);
    // The wait that failed is in nobody's list: what was written since the one before may be lost.
    expect((await lostAfter(asked, 25)).lost).toEqual([]);
  },
);
