import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { correctionsIn } from "#commands/corrections.ts";
import { eraseNow } from "#privacy/retention.ts";
import { readDirectory } from "#route/directory.ts";
import { runCommand } from "./support/run-program.ts";
import { openStage, type Stage } from "./support/stage.ts";

/** A house in which experts corrected: the words of each story have a canary. */
let stage: Stage;
const codes: Record<string, string> = {};

async function told(name: string, text: string) {
  const { code, asked } = await stage.report(`${text} kanarie-${name}`, {}, `chat:${name}`);
  codes[name] = code;
  return { code, expert: `chat:${asked[0]}` as const };
}

async function corrected(name: string, text: string, fields: Record<string, string>) {
  const { code, expert } = await told(name, text);
  await stage.press(expert, "accept", code);
  await stage.press(expert, "correct", code, { kind: "signal", text: "Nagevraagd.", ...fields });
  return { code, expert };
}

const rent = "De huur van dat gezin is drie maanden niet betaald.";

beforeAll(async () => {
  stage = await openStage();
  await told("read-right", rent);
  await corrected("drinks", "Hij komt steeds later thuis en ruikt raar.", {
    categories: "addiction",
    urgency: "urgent",
  });
  const twice = await corrected("twice", rent, { categories: "psychological", urgency: "acute" });
  await stage.pass({ minutes: 1 });
  await stage.press("chat:twice", "supplement", twice.code, { text: "later pas verteld" });
  await corrected("nothing", "Kan ik volgende week langskomen?", {
    kind: "not_a_signal",
    categories: "",
    urgency: "preventive",
  });
  await corrected("erased", rent, { categories: "addiction", urgency: "urgent" });
  const erased = await stage.signal(codes["erased"] ?? "");
  const moment = {
    now: stage.clock.now(),
    calendar: stage.house.calendar,
    directory: stage.directory,
    loads: {},
  };
  await stage.store.commit(eraseNow(erased, { key: "erase", by: { as: "system" } }, moment).done());
  await corrected("withdrawn", rent, { categories: "addiction", urgency: "preventive" });
  await stage.press("chat:withdrawn", "withdraw", codes["withdrawn"], { text: "" });
  await stage.press("chat:carla", "drill", "", { story: "", to: "" });
});
afterAll(() => stage.close());

test("what experts corrected is found with the story as it was then, and how they had it", async () => {
  const found = await correctionsIn(stage.store);
  const brief = found.map(({ meant, isLowered }) => ({
    name: /kanarie-(\w+)/.exec(meant.text)?.[1],
    kind: meant.kind,
    categories: meant.categories,
    urgency: meant.urgency,
    isLowered,
  }));
  expect(brief).toEqual([
    expect.objectContaining({
      name: "drinks",
      categories: ["addiction"],
      urgency: "urgent",
      isLowered: false,
    }),
    expect.objectContaining({ name: "twice", categories: ["psychological"], urgency: "acute" }),
    expect.objectContaining({ name: "nothing", kind: "not_a_signal", categories: [], urgency: "none" }),
  ]);
  expect(found.map(({ meant }) => meant.text).join()).not.toContain("later pas verteld");
});

test("the last correction counts", async () => {
  const { code } = await stage.signal(codes["twice"] ?? "");
  const holder = (await stage.signal(code)).holder ?? (await stage.signal(code)).asked[0];
  const fields = { kind: "signal", categories: "debt,psychological", urgency: "acute", text: "Toch anders." };
  await stage.press(`chat:${holder}`, "correct", code, fields);
  const found = await correctionsIn(stage.store);
  const twice = found.find(({ meant }) => meant.text.includes("kanarie-twice"));
  expect(twice?.meant.categories).toEqual(["debt", "psychological"]);
  expect(twice?.meant.text).toContain("later pas verteld");
});

/** The municipality's file with or without consent. */
function settings(consent: boolean): Record<string, string> {
  const file = join(stage.folder, `gemeente-${consent}.yaml`);
  const example = readFileSync("examples/voorbeeldstad.yaml", "utf8");
  writeFileSync(file, example.replace("corrections: false", `corrections: ${consent}`));
  return { DATA_DIR: stage.folder, KEY_FILE: join(stage.folder, "keys.json"), GEMEENTE_FILE: file };
}

test("a municipality that says nothing about learning has not allowed it", () => {
  const example = readFileSync("examples/voorbeeldstad.yaml", "utf8");
  const read = (text: string) => readDirectory(text, "gemeente.yaml").learning;
  expect(read(example.replace("learning:\n", "").replace(/^ {2}.*\n {2}corrections: false\n/m, ""))).toEqual({
    corrections: false,
  });
  expect(read(example)).toEqual({ corrections: false });
  expect(read(example.replace("corrections: false", "corrections: true"))).toEqual({ corrections: true });
  expect(() => read(example.replace("corrections: false", "corrections: soms"))).toThrow(
    "learning corrections",
  );
});

test("nothing is opened to learn from where the municipality's file does not say so", async () => {
  const env = settings(false);
  for (const args of [
    ["evaluate", "--set", "corrections"],
    ["train", "--corrections"],
  ]) {
    const { code, out, err } = await runCommand(args, { env });
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("does not allow to learn from corrections");
  }
});

test("the present model is measured on them, and no word of a story comes out", async () => {
  const report = join(stage.folder, "report.json");
  const { code, out, err } = await runCommand(["evaluate", "--set", "corrections", "--report", report], {
    env: settings(true),
  });
  expect(code).toBe(0);
  expect(out).toContain("3 messages");
  expect(out + err + readFileSync(report, "utf8")).not.toMatch(/kanarie|huur|ruikt|langskomen|Nagevraagd/);
});

test("of a few corrections nothing is learned: that would be learning single cases", async () => {
  const { code, out, err } = await runCommand(["train", "--corrections"], { env: settings(true) });
  expect([code, out]).toEqual([1, ""]);
  expect(err).toContain("There are 3 corrections with a story, and 20 are needed");
  expect(err).not.toContain("kanarie");
});
