import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Problem } from "#base/problem.ts";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { goBack, ownOf, ownPlaces, readOwn, writeOwn } from "#classify/embedded/own-model.ts";
import type { Labelled } from "#commands/evaluate/corpus.ts";
import { lessonsOf, modelFrom } from "#commands/train/corpus.ts";
import { ofMessage } from "#commands/train/examples.ts";
import { openEngine } from "#start/engine.ts";
import { freshFolder, removeFolder } from "./support/folder.ts";
import { keepingLog } from "./support/keeping-log.ts";
import { runCommand } from "./support/run-program.ts";
import { openStage } from "./support/stage.ts";

/** Another model than the one that comes along. */
const learned = (seed: number) => modelFrom(lessonsOf([ofMessage(debts)]), [seed], () => {}, 1);
const debts: Labelled = {
  text: "De huur is niet betaald.",
  kind: "signal",
  categories: ["debt"],
  urgency: "soon",
  age_group: null,
  language: "nl",
  source: "school",
  sender: "teacher",
  hard: [],
};
const other = learned(1);
const counts = { examples: 3, corrections: 2 };

let folder: string;
beforeEach(() => {
  folder = freshFolder("own-model");
});
afterEach(() => removeFolder(folder));

const version = () => openEngine({ dataDir: folder }, keepingLog()).version;
const ours = openEmbedded().version;

test("without a model of its own a house reads with the one that comes along", () => {
  expect(readOwn(ownPlaces(folder))).toBeNull();
  expect(version()).toBe(ours);
});

test("what was learned here counts, and every decision says which it was", async () => {
  const { version: written } = writeOwn(ownPlaces(folder), other, counts);
  expect(version()).toBe(written);
  expect(written).not.toBe(ours);
  expect(written).toBe(ownOf(other).version);
  const stage = await openStage({ classifier: openEngine({ dataDir: folder }, keepingLog()) });
  const signal = await stage.report("De huur van dat gezin is drie maanden niet betaald.");
  expect(signal.proposal).toMatchObject({ engine: "embedded", version: written });
  const entries = await stage.store.entries(signal.id);
  expect(entries.find(({ type }) => type === "classified")?.facts["engine"]).toBe(`embedded ${written}`);
  await stage.close();
});

test("only whoever runs the program may read it: it was made of stories", () => {
  writeOwn(ownPlaces(folder), other, counts);
  expect(statSync(join(folder, "model")).mode & 0o077).toBe(0);
  expect(statSync(join(folder, "model", "networks.bin")).mode & 0o077).toBe(0);
});

test("the way back: to the one before, then to the one that comes along", () => {
  const first = writeOwn(ownPlaces(folder), other, counts).version;
  const second = writeOwn(ownPlaces(folder), learned(2), counts).version;
  expect(second).not.toBe(first);
  expect(version()).toBe(second);
  expect(goBack(ownPlaces(folder))).toBe("before");
  expect(version()).toBe(first);
  expect(goBack(ownPlaces(folder))).toBe("shipped");
  expect(version()).toBe(ours);
  expect(goBack(ownPlaces(folder))).toBe("nothing");
  expect(existsSync(join(folder, "model"))).toBe(false);
});

const damages: [string, string, (text: Buffer) => Buffer | string][] = [
  [
    "with a byte turned over",
    "networks.bin",
    (bytes) => (bytes.writeUInt8(bytes[9_000] === 1 ? 2 : 1, 9_000), bytes),
  ],
  ["cut off", "networks.bin", (bytes) => bytes.subarray(0, bytes.length - 1)],
  ["empty", "networks.bin", () => ""],
  [
    "of another version of the program",
    "about.json",
    (text) => text.toString().replace(/"fit": "\w+"/, '"fit": "x"'),
  ],
  ["without its description", "about.json", () => "{"],
];

test.each(damages)(
  "a model %s is not used: the one that comes along is, and it is said",
  async (_, name, damage) => {
    writeOwn(ownPlaces(folder), other, counts);
    const file = join(folder, "model", name);
    writeFileSync(file, damage(readFileSync(file)));
    expect(() => readOwn(ownPlaces(folder))).toThrow(Problem);
    const log = keepingLog();
    expect(openEngine({ dataDir: folder }, log).version).toBe(ours);
    expect(log.lines).toMatchObject([{ level: "warn" }]);
    const { out } = await runCommand(["doctor"], { env: { DATA_DIR: folder } });
    expect(out).toContain(`note  The model in ${join(folder, "model")} is not used`);
  },
);

test("train --back takes it away", async () => {
  const env = { DATA_DIR: folder };
  writeOwn(ownPlaces(folder), other, counts);
  expect((await runCommand(["doctor"], { env })).out).toContain(
    "Messages are read with what was learned here",
  );
  expect(await runCommand(["train", "--back"], { env })).toMatchObject({
    code: 0,
    out: expect.stringContaining("comes with the program is back"),
  });
  expect(version()).toBe(ours);
  expect((await runCommand(["train", "--back"], { env })).out).toContain("Nothing was learned here");
  expect((await runCommand(["train", "--back", "--corrections"], { env })).code).toBe(2);
});
