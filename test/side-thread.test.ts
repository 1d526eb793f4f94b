import { readdirSync, readFileSync } from "node:fs";
import { getPriority } from "node:os";
import { expect, test } from "vitest";
import { readConfig } from "#config.ts";
import { openDirectory, openStore } from "#start/open.ts";
import { openSideThread } from "#start/side-thread.ts";
import { composeFrom } from "#weekly.ts";
import { freshFolder, removeFolder } from "./support/folder.ts";
import { sampleDecision, sampleNow, sampleSignal } from "./support/sample-decision.ts";

test("a week is counted in a thread of its own, with the same numbers as here", async () => {
  const folder = freshFolder("side");
  const config = readConfig({ DATA_DIR: folder });
  const directory = openDirectory(config);
  const store = await openStore(config, "serve");
  const day = 24 * 3_600_000;
  for (let count = 0; count < 60; count++) {
    const signal = sampleSignal({ receivedAt: sampleNow - (count % 30) * day });
    await store.commit(sampleDecision({ signal }));
  }
  const side = openSideThread(config, directory);
  const [team, management] = await Promise.all([
    side.compose("2026-W47", "team"),
    side.compose("2026-W47", "management"),
  ]);
  const here = composeFrom({ store, directory });
  expect(team).toEqual(await here("2026-W47", "team"));
  expect(management).toEqual(await here("2026-W47", "management"));
  expect(team.arrivals).toBeGreaterThan(0);
  // What it can not do is said, and it goes on.
  await expect(side.compose("2026-W99", "team")).rejects.toMatchObject({ name: "Problem", kind: "retry" });
  expect(await side.compose("2026-W46", "team")).toEqual(await here("2026-W46", "team"));
  const late = side.compose("2026-W45", "team");
  await Promise.all([side.stop(), expect(late).rejects.toMatchObject({ kind: "retry" })]);
  await store.close();
  removeFolder(folder);
});

test.runIf(process.platform === "linux")(
  "the thread that counts leaves the processor to whoever signals",
  async () => {
    const folder = freshFolder("side");
    const config = readConfig({ DATA_DIR: folder });
    const directory = openDirectory(config);
    const store = await openStore(config, "serve");
    const before = niceThreads();
    const side = openSideThread(config, directory);
    await side.compose("2026-W47", "team");
    expect(niceThreads()).toBe(before + 1);
    expect(getPriority()).toBe(0);
    await side.stop();
    await store.close();
    removeFolder(folder);
  },
);

/** How many threads of this process have stepped back. */
function niceThreads(): number {
  const nice = readdirSync("/proc/self/task").map((thread) => {
    const fields =
      readFileSync(`/proc/self/task/${thread}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return Number(fields[16]);
  });
  return nice.filter((one) => one === 10).length;
}
