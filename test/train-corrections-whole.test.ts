import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { silentLog } from "#base/log.ts";
import { ownPlaces, readOwn } from "#classify/embedded/own-model.ts";
import { scorecard } from "#commands/evaluate/scorecard.ts";
import { lessonsOf, modelFrom } from "#commands/train/corpus.ts";
import { readHints } from "#commands/train/examples.ts";
import { keepIfBetter } from "#commands/train/keep.ts";
import { openEngine } from "#start/engine.ts";
import { runCommand } from "./support/run-program.ts";
import { withCode } from "./support/sample-directory.ts";
import { openStage } from "./support/stage.ts";

const places = "achter de kantine,bij de sloot,op het plein,in de gang".split(",");
const days = "maandag,dinsdag,woensdag,donderdag,vrijdag,zaterdag".split(",");

// oxlint-disable-next-line no-process-env -- chosen by the one who runs the tests
const { LEARN = "" } = process.env;

/** LEARN=whole: it learns three times on everything, which takes minutes. The steps are in train-corrections.test.ts. */
test.runIf(LEARN === "whole")(
  "the whole road: experts correct, the command learns, and a model that is better counts from the next start on",
  {
    timeout: 600_000,
  },
  async () => {
    const stage = await openStage({ directory: withCode("wilg-2026") });
    for (const place of places) {
      for (const day of days) {
        const signaler = `chat:${place.replaceAll(" ", "")}${day}` as const;
        const text = `Elke ${day} zit hij ${place} te snarfelen met de grote jongens. kanarie`;
        const { code, asked } = await stage.report(text, { code: "wilg-2026" }, signaler);
        await stage.press(`chat:${asked[0]}`, "accept", code);
        const fields = { kind: "signal", categories: "addiction", urgency: "urgent", text: "Nagevraagd." };
        await stage.press(`chat:${asked[0]}`, "correct", code, fields);
      }
    }
    const file = join(stage.folder, "gemeente.yaml");
    const example = readFileSync("examples/voorbeeldstad.yaml", "utf8");
    writeFileSync(file, example.replace("corrections: false", "corrections: true"));
    const env = { DATA_DIR: stage.folder, KEY_FILE: join(stage.folder, "keys.json"), GEMEENTE_FILE: file };
    const { code, out, err } = await runCommand(["train", "--corrections"], { env });
    expect(code, err).toBe(0);
    expect(out + err).not.toMatch(/kanarie|snarfel/);
    const own = readOwn(ownPlaces(stage.folder));
    // Better or not is for the numbers to say: what is said is what is done.
    expect(out).toContain(own === null ? "The present model stays." : `Better: ${own.version}`);
    const learned = (await stage.store.latestEntries(500)).filter(({ type }) => type === "learned");
    expect(learned).toHaveLength(own === null ? 0 : places.length * days.length);
    await stage.close();
  },
);

test("a model that is better is kept for the next start, and the log of each story says that it was learned from", async () => {
  const stage = await openStage();
  const { id } = await stage.report("De huur van dat gezin is drie maanden niet betaald.");
  const model = modelFrom(lessonsOf(readHints("test/corpus/hints/een.txt")), [1], () => {});
  const golden = scorecard([]);
  const learnt = {
    model,
    examples: 1,
    before: { golden, agreement: 0.5 },
    after: { golden, agreement: 0.6 },
    worse: [],
  };
  const said: string[] = [];
  const places = ownPlaces(stage.folder);
  const parts = {
    corrections: [{ signal: id }],
    store: stage.store,
    places,
    print: (line: string) => said.push(line),
  };
  await keepIfBetter({ ...learnt, worse: ["acute recall on the golden set is lower"] }, parts);
  expect(readOwn(places)).toBeNull();
  expect(said.at(-1)).toBe("Not better: acute recall on the golden set is lower. The present model stays.");
  expect((await stage.store.entries(id)).map(({ type }) => type)).not.toContain("learned");
  await keepIfBetter(learnt, parts);
  expect(said.at(-1)).toContain(`Better: ${readOwn(places)?.version}`);
  expect((await stage.store.entries(id)).map(({ type }) => type)).toContain("learned");
  expect(openEngine({ dataDir: stage.folder }, silentLog).version).toBe(readOwn(places)?.version);
  await stage.close();
});
