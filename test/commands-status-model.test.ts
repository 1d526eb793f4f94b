import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { SecondReader } from "#classify/second-reader.ts";
import { runCommand } from "./support/run-program.ts";
import { openStage } from "./support/stage.ts";

const story = "De huur van dat gezin is drie maanden niet betaald.";
const failing: SecondReader = {
  name: "model",
  version: "1",
  longestMs: 1_000,
  isOff: () => false,
  read: async () => ({ how: "failed", againMs: null, error: "refused" }),
};
const settings = { MODEL_URL: "http://127.0.0.1:9/v1", MODEL_NAME: "klein" };

test("status says how often the language model was asked and answered, and whether it is off", async () => {
  const stage = await openStage({ secondReader: failing });
  const env = { DATA_DIR: stage.folder, KEY_FILE: join(stage.folder, "keys.json") };
  const model = async (more: Record<string, string> = {}) => {
    const { out } = await runCommand(["status", "--json"], { env: { ...env, ...more } });
    return (JSON.parse(out) as { model: unknown }).model;
  };
  expect(await model()).toBeNull();
  await stage.report(story);
  await stage.reread();
  await stage.restart();
  await stage.report(`${story} Nog een gezin.`);
  await stage.reread();
  const counted = { asked: 2, answered: 0, failed: 2, unsent: 0, off: 0 };
  expect(await model()).toEqual({ state: "none", ...counted });
  expect(await model(settings)).toEqual({ state: "on", ...counted });
  writeFileSync(join(stage.folder, "model-uit"), "");
  expect(await model(settings)).toEqual({ state: "off", ...counted });
  const { out } = await runCommand(["status"], { env });
  expect(out).toContain("model asked     2");
  await stage.close();
});
