import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemClock } from "#base/clock.ts";
import { weekOf } from "#digest/week.ts";
import { backedUpSetting } from "#watch/look.ts";
import { type Ended, runCommand } from "./support/run-program.ts";
import { openStage, type Stage } from "./support/stage.ts";

/** The real commands beside a running system with one open signal, whose clock was turned far ahead. */
let stage: Stage;
let code: string;
beforeAll(async () => {
  stage = await openStage();
  ({ code } = await stage.report("De huur van dat gezin is drie maanden niet betaald."));
  await stage.house.weekly.plan();
  await stage.pass({ days: 21 });
  await stage.store.remember("trial.clock_ahead", String(stage.clock.now() - systemClock.now()));
});
afterAll(() => stage.close());

function run(...args: string[]): Promise<Ended> {
  const env = { DATA_DIR: stage.folder, KEY_FILE: join(stage.folder, "keys.json") };
  return runCommand(args, { env });
}

describe("digest", () => {
  test("without a week is the newest that was published, by the clock that was turned", async () => {
    const { out } = await run("digest", "--json");
    const latest = await stage.house.weekly.latest("management");
    expect(JSON.parse(out)).toMatchObject({ week: latest.week });
    expect(latest.week > weekOf(Date.parse("2026-11-17T10:12:00+01:00"))).toBe(true);
  });

  test("of a week that is over does not say that it is unfinished", async () => {
    const { out } = await run("digest", "--week", "2026-W47", "--audience", "team");
    expect(out).not.toContain("not finished yet");
    expect(out).toContain("47");
  });

  test("of the running week, or one to come, says so on top", async () => {
    for (const week of [weekOf(stage.clock.now()), "2031-W01"]) {
      const { code, out } = await run("digest", "--week", week);
      expect(code).toBe(0);
      expect(out).toMatch(new RegExp(`^${week} is not finished yet`));
    }
  });

  test.each(["2026-W54", "last", "2026-47"])("of %s is refused", async (week) => {
    const ended = await run("digest", "--week", week);
    expect(ended).toMatchObject({ code: 1, out: "" });
    expect(ended.err).toContain(`The week is "${week}"; expected an ISO week`);
  });
});

describe("export", () => {
  test("gives a row per signal, without its words", async () => {
    const { code, out } = await run("export", "--from", "2026-W47", "--until", "2026-W47");
    expect(code).toBe(0);
    expect(out.trimEnd().split("\n")).toHaveLength(2);
    expect(out).not.toContain("huur");
  });

  test("is refused when its weeks stand the wrong way round", async () => {
    const ended = await run("export", "--from", "2026-W47", "--until", "2026-W46");
    expect(ended).toMatchObject({ code: 1, out: "" });
    expect(ended.err).toContain("--from 2026-W47 is later than --until 2026-W46");
  });
});

describe("backup", () => {
  test("is refused where there is no folder, where a file is, and under a name that looks like a flag", async () => {
    const taken = join(stage.folder, "taken.db");
    writeFileSync(taken, "");
    const [nowhere, there, flag] = await Promise.all([
      run("backup", "/nonexistent/x.db"),
      run("backup", taken),
      run("backup", "--", "-x.db"),
    ]);
    expect(nowhere).toMatchObject({
      code: 1,
      err: "There is no folder /nonexistent. Make it first; no copy was made.\n",
    });
    expect(there).toMatchObject({ code: 1, err: expect.stringContaining("exists already") });
    expect(flag).toMatchObject({ code: 1, err: expect.stringContaining('starts with "-"') });
  });

  test("is made where it is asked for, and a second one of the same day needs a name", async () => {
    expect((await run("backup")).code).toBe(0);
    expect(await run("backup")).toMatchObject({ code: 1, err: expect.stringContaining("exists already") });
    expect((await run("backup", join(stage.folder, "second.db"))).code).toBe(0);
  });

  test("that fails does not look like one to who watches its age", async () => {
    const known = await stage.store.recall(backedUpSetting);
    expect((await run("backup", join(stage.folder, `${"x".repeat(300)}.db`))).code).toBe(1);
    expect(await stage.store.recall(backedUpSetting)).toBe(known);
  });
});

describe("erase", () => {
  test("of an open signal warns and does nothing; with --yes, in small letters too, it erases", async () => {
    const warned = await run("erase", code);
    expect(warned).toMatchObject({ code: 1, out: "" });
    expect(warned.err).toContain(`Signal ${code} is still open`);
    expect(warned.err).toContain(`erase ${code} --yes`);
    const { id } = await stage.signal(code);
    expect((await stage.store.passages(id)).length).toBeGreaterThan(0);

    const erased = await run("erase", code.toLowerCase(), "--yes");
    expect(erased).toMatchObject({ code: 0, err: "" });
    expect(erased.out).toContain(`${code}: `);
    expect(await stage.store.passages(id)).toEqual([]);
  });

  test("of a code that does not exist says so", async () => {
    expect(await run("erase", "VS-3333-333")).toMatchObject({
      code: 1,
      err: "There is no signal VS-3333-333. Check the code; nothing was erased.\n",
    });
  });
});
