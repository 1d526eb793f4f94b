import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import { backToFirstVersion } from "../support/first-version.ts";
import { freshFolder, removeFolder } from "../support/folder.ts";
import { howOften } from "../support/how-often.ts";
import { openChance } from "../support/kill-load.ts";
import { canLogPower, type Image, imageOf, loggedRun, play, putIn } from "../support/power/cuts.ts";
import { sampleDecision, samplePassage, sampleSignal } from "../support/sample-decision.ts";

const cuts = howOften("CUTS", { gate: 40, long: 1_000 });
const signals = 40;

const folders: string[] = [];
function folder(): string {
  const made = freshFolder("upgrade");
  folders.push(made);
  return made;
}
afterEach(() => {
  for (const one of folders.splice(0)) for (const name of ["", ".so", ".log"]) removeFolder(`${one}${name}`);
});

const openIn = (at: string) =>
  openSqliteStore(
    join(at, "voelspriet.db"),
    openVault(loadKeyRing(join(at, "keys.json"), "make-when-missing")),
  );

/** A store as the first version of this software left it. */
async function firstVersion(at: string): Promise<void> {
  const store = openIn(at);
  for (let number = 0; number < signals; number++) {
    const signal = sampleSignal({ id: `s${number}`, code: `VS-${number}` });
    const passages = [samplePassage(signal.id, { text: `Het verhaal van ${signal.id}.` })];
    await store.commit(sampleDecision({ signal, passages }));
  }
  await store.close();
  backToFirstVersion(join(at, "voelspriet.db"));
}

/** Starts the present version on these files: it goes on where it was broken off. */
async function startOn(image: Image): Promise<void> {
  const at = folder();
  putIn(at, image);
  const store = openIn(at);
  try {
    const open = await store.openSignals();
    if (open.length !== signals) throw new Error(`${open.length} signals are left`);
    for (const { id } of open) {
      const [story] = await store.passages(id);
      if (story?.text !== `Het verhaal van ${id}.`) throw new Error(`the words of ${id} are gone`);
    }
    await store.check("whole");
  } finally {
    await store.close();
  }
}

test.skipIf(!canLogPower())(
  `an upgrade is broken off ${cuts} times, by a kill or a power cut at any write: the next start finishes it, and nothing is lost`,
  { timeout: 60_000 + cuts * 500 },
  async () => {
    const at = folder();
    await firstVersion(at);
    const before = imageOf(at);
    const asked = loggedRun(new URL("../support/power/opener.ts", import.meta.url), { folder: at });
    const chance = openChance(20_261_122);
    const stops = new Set(Array.from({ length: cuts }, () => 1 + chance(asked.length)));
    const wrong: string[] = [];
    for (const disk of play(asked, before, stops)) {
      for (const image of [disk.killed(), disk.cut(chance)])
        await startOn(image).catch((thrown: unknown) => wrong.push(`${disk.step}: ${String(thrown)}`));
    }
    expect(asked.length).toBeGreaterThan(cuts);
    expect(wrong).toEqual([]);
  },
);
