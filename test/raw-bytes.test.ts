import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newVaultKey, openVault } from "#privacy/vault.ts";
import type { Address } from "#signal/address.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import type { Store } from "#store/store.ts";
import {
  sampleDecision,
  sampleNotice,
  sampleNow,
  samplePassage,
  sampleSignal,
  sampleSignaler,
} from "./support/sample-decision.ts";

/** Words that stand nowhere else. Each must be readable in no file of the store, in whole or in part. */
const canaries = {
  story: "Kwartelzwerm zegt dat Zwaluwstaartje blauwe plekken verbergt.",
  relay: "Vraagbakens: sliep Zwaluwstaartje vannacht thuis?",
  answer: "Nachtegaaltje antwoordt: bij opa Wielewaal.",
  name: "Grutto van Pimpelmees",
  address: "slack:TQZXJW/UPIMPELMEES",
  channel: "teams:IJSVOGELTENANT/kanaalroodborst",
  organisation: "Volleybalclub Scholeksterhof",
  typed: "Roerdomp hoort Zwaluwstaartje schreeuwen in de nacht.",
  contact: "https://dienst.tapuitje.example/gesprek-kramsvogel",
  reference: "berichtkenmerk-steenloper-7731",
} as const;

let folder: string;
let file: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bytes-"));
  file = join(folder, "signals.db");
  store = openSqliteStore(file, openVault({ keys: [newVaultKey()] }));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Every run of eight bytes in a file. */
type Runs = ReadonlySet<string>;

/** Every file of the store, and a fresh backup. */
async function everyByte(): Promise<Map<string, Runs>> {
  const backup = join(folder, "backup.db");
  rmSync(backup, { force: true });
  await store.backup(backup);
  const files = [file, `${file}-wal`, `${file}-shm`, `${file}.lock`, backup].filter((name) =>
    existsSync(name),
  );
  expect(files).toHaveLength(5);
  return new Map(files.map((name) => [name, new Set(runsIn(readFileSync(name)))]));
}

function runsIn(bytes: Buffer): string[] {
  const runs: string[] = [];
  for (let at = 0; at + 8 <= bytes.length; at++) runs.push(bytes.toString("latin1", at, at + 8));
  return runs;
}

/** In which files any eight bytes of the text stand: as it is or in lower case, as UTF-8, UTF-16 or base64. */
function found(text: string, files: Map<string, Runs>): string[] {
  const forms = [text, text.toLowerCase()].flatMap((form) => [
    Buffer.from(form, "utf8"),
    Buffer.from(form, "utf16le"),
    Buffer.from(form, "utf16le").swap16(),
    Buffer.from(Buffer.from(form, "utf8").toString("base64url")).subarray(0, -4),
  ]);
  const wanted = forms.flatMap(runsIn);
  expect(wanted.length).toBeGreaterThan(8);
  return [...files].filter(([, runs]) => wanted.some((run) => runs.has(run))).map(([name]) => name);
}

/** A signal with every canary where the real road puts it. */
async function walkTheRoad() {
  const address: Address = canaries.address;
  const id = store.signalerId(address);
  const signal = sampleSignal({ signaler: id, code: "VS-CONTROL-CODE", stage: "closed" });
  const ben = { to: "person", id: "ben" } as const;
  const story = samplePassage(signal.id, { text: canaries.story });
  const question = samplePassage(signal.id, { what: "question", text: canaries.relay });
  const answer = samplePassage(signal.id, { what: "answer", text: `${canaries.answer} ${canaries.name}` });
  const relayed = sampleNotice(signal, {
    to: ben,
    slot: `relay:${canaries.address}`,
    body: { kind: "answer_relayed", code: signal.code, words: answer.id },
  });
  const digest = sampleNotice(signal, {
    to: { to: "channel", address: canaries.channel },
    slot: canaries.channel,
  });
  await store.commit(
    sampleDecision({
      key: `${canaries.address}/${canaries.reference}`,
      signal,
      passages: [story, question, answer],
      notices: [relayed, digest],
      signaler: sampleSignaler(id, { address, organisation: canaries.organisation }),
    }),
  );
  await store.keepTyped(
    { key: canaries.reference, by: address, act: "tell", on: "", fields: { text: canaries.typed } },
    sampleNow,
  );
  await store.rememberContact(canaries.channel, canaries.contact);
  await store.takeNotices(sampleNow, 10, 1000);
  for (const { id: notice } of [relayed, digest]) {
    const sent = { how: "sent", address: canaries.channel, ref: canaries.reference } as const;
    await store.noteDelivery(notice, sent, sampleNow);
  }
  return signal;
}

test("no word, name or address stands readable in any file, and none after erasing", {
  timeout: 60_000,
}, async () => {
  const signal = await walkTheRoad();
  const live = await everyByte();
  // The search finds what does stand there: else it would prove nothing.
  expect(found(signal.code, live)).toEqual(
    expect.arrayContaining([`${file}-wal`, join(folder, "backup.db")]),
  );
  for (const canary of Object.values(canaries)) expect(found(canary, live)).toEqual([]);

  const sealed = sealedTexts();
  expect(sealed).toHaveLength(3);
  for (const text of sealed) expect(found(text, live)).toContain(`${file}-wal`);
  expect(await store.erase(signal.id, sampleNow)).toBe(3);
  const erased = await everyByte();
  for (const text of sealed) expect(found(text, erased)).toEqual([]);
  for (const canary of Object.values(canaries)) expect(found(canary, erased)).toEqual([]);
  expect(await store.signaler(signal.signaler)).toBeNull();
  expect(found(signal.code, erased)).toContain(file);
});

test("an erasing decision takes the bytes with it too", async () => {
  const signal = await walkTheRoad();
  const sealed = sealedTexts();
  await store.commit(sampleDecision({ signal: { ...signal, revision: 1, story: null }, erase: signal.id }));
  const files = await everyByte();
  for (const text of sealed) expect(found(text, files)).toEqual([]);
});

test("no erased byte is left among many stories that come and go", { timeout: 60_000 }, async () => {
  const signals = Array.from({ length: 200 }, () => sampleSignal({ stage: "closed" }));
  const texts = new Map<string, string>();
  const written = signals.map((signal, at) => {
    const passages = Array.from({ length: 1 + (at % 3) }, () =>
      samplePassage(signal.id, { text: "Zorgen. ".repeat(1 + ((at * 37) % 400)) }),
    );
    return store.commit(sampleDecision({ signal, passages }));
  });
  await Promise.all(written);
  const db = new Database(file, { readonly: true });
  for (const row of db.prepare<[], { id: string; text: string }>("SELECT id, text FROM passages").all()) {
    texts.set(row.id, row.text);
  }
  db.close();

  // In an order that empties pages here and there, so that their neighbours are moved.
  const order = signals
    .map((signal, at) => ({ signal, rank: (at * 7919) % 200 }))
    .sort((a, b) => a.rank - b.rank);
  const gone: string[] = [];
  for (const { signal } of order.slice(0, 160)) {
    for (const passage of await store.passages(signal.id)) gone.push(texts.get(passage.id) ?? "");
    await store.erase(signal.id, sampleNow);
  }
  const bytes = [file, `${file}-wal`].map((name) => readFileSync(name));
  // The middle of a sealed text is random: 24 characters of it stand nowhere by chance.
  const left = gone.filter((text) =>
    bytes.some((file) => slices(text).some((slice) => file.includes(slice))),
  );
  expect(gone.length).toBeGreaterThan(300);
  expect(left).toHaveLength(0);
});

function slices(text: string): string[] {
  const body = text.slice(text.lastIndexOf(".") + 1);
  return [0, 0.25, 0.5, 0.75].map((part) =>
    body.slice(Math.floor(body.length * part), Math.floor(body.length * part) + 24),
  );
}

/** The bodies of the sealed passages as they stand in the file. */
function sealedTexts(): string[] {
  const db = new Database(file, { readonly: true });
  const texts = db.prepare<[], string>("SELECT text FROM passages").pluck().all();
  db.close();
  return texts.map((text) => text.slice(text.lastIndexOf(".") + 1));
}
