import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newVaultKey, openVault } from "#privacy/vault.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import type { Store } from "#store/store.ts";
import { freshFolder, removeFolder } from "../support/folder.ts";
import { howOften } from "../support/how-often.ts";
import { openChance } from "../support/kill-load.ts";
import {
  sampleDecision,
  sampleNotice,
  sampleNow,
  samplePassage,
  sampleSignal,
  sampleSignaler,
  sampleTimer,
} from "../support/sample-decision.ts";

const flips = howOften("FLIPS", { gate: 150, long: 1_000 });
const signals = 60;

async function fill(store: Store): Promise<void> {
  for (let number = 0; number < signals; number++) {
    const id = `s${number}`;
    const signal = sampleSignal({ id, code: `VS-${id}`, signaler: `p${number % 9}`, asked: ["ben"] });
    await store.commit(
      sampleDecision({
        key: `key-${id}`,
        signal,
        signaler: sampleSignaler(signal.signaler),
        passages: [samplePassage(id, { id: `p-${id}`, text: `Het verhaal van ${id}. `.repeat(9) })],
        notices: [sampleNotice(signal, { id: `n-${id}` })],
        timers: [sampleTimer(id, { id: `t-${id}` })],
      }),
    );
  }
  await store.keepTyped(
    { key: "k", by: "chat:juf", act: "tell", on: "", fields: { text: "Hoi" } },
    sampleNow,
  );
}

/** What stands beside the sealed words, with no seal of its own: when a clock ends, and what the digest counts. */
const unsealed = ["timers", "facts"];

/** Everything that people would see of it. */
async function seenIn(store: Store): Promise<Record<string, string>> {
  const open = await store.openSignals();
  const words = await Promise.all(open.map(({ id }) => store.passages(id)));
  const log = await Promise.all(open.map(({ id }) => store.entries(id)));
  const signalers = await Promise.all([...Array(9).keys()].map((number) => store.signaler(`p${number}`)));
  const timers = (await store.takeTimers(sampleNow, 1_000, 1)).map(({ id }) => id).sort();
  const notices = (await store.takeNotices(sampleNow, 1_000, 1)).map(({ notice }) => notice.id).sort();
  const typed = await store.takeTyped(sampleNow, 10, 1);
  const facts = [...(await store.openFacts())];
  const all = { open, words, log, signalers, notices, typed, timers, facts };
  return Object.fromEntries(Object.entries(all).map(([name, what]) => [name, JSON.stringify(what)]));
}

test(`${flips} single bits are turned over in the file: no word, name, state or line of the log is ever another unseen, and it never starts empty`, {
  timeout: 60_000 + flips * 300,
}, async () => {
  const folder = freshFolder("flips");
  const sealer = openVault({ keys: [newVaultKey()] });
  const file = join(folder, "signals.db");
  const made = openSqliteStore(file, sealer);
  await fill(made);
  await made.close();
  const whole = readFileSync(file);
  const good = openSqliteStore(file, sealer);
  const wanted = await seenIn(good);
  await good.close();

  const chance = openChance(20_261_122);
  const counts = { refused: 0, "seen at the check": 0, harmless: 0, "a date or a count": 0 };
  const unseen: string[] = [];
  for (let number = 0; number < flips; number++) {
    const at = chance(whole.length);
    const bytes = Buffer.from(whole);
    bytes.writeUInt8((bytes[at] ?? 0) ^ (1 << chance(8)), at);
    const broken = join(folder, String(number));
    mkdirSync(broken);
    writeFileSync(join(broken, "signals.db"), bytes, { mode: 0o600 });
    const verdict = await verdictOn(join(broken, "signals.db"));
    if (verdict in counts) counts[verdict as keyof typeof counts] += 1;
    else unseen.push(`bit at ${at}: ${verdict}`);
    removeFolder(broken);
  }

  async function verdictOn(broken: string): Promise<string> {
    let store: Store;
    try {
      store = openSqliteStore(broken, sealer);
    } catch {
      return "refused";
    }
    try {
      await store.check("whole");
      const seen = await seenIn(store);
      const other = Object.keys(wanted).filter((name) => seen[name] !== wanted[name]);
      if (other.length === 0) return "harmless";
      return other.every((name) => unsealed.includes(name))
        ? "a date or a count"
        : `another ${other.join(", ")}`;
    } catch {
      return "seen at the check";
    } finally {
      await store.close();
    }
  }

  console.info(
    `of ${flips} bits in ${whole.length} bytes: ${JSON.stringify(counts)}, not seen ${unseen.length}`,
  );
  expect(unseen).toEqual([]);
  expect(counts["a date or a count"]).toBeLessThanOrEqual(flips / 50);
  removeFolder(folder);
});
