import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { openChance, openLoad } from "./support/kill-load.ts";
import { type KillTown, openKillTown, pause } from "./support/kill-slack.ts";
import { freePort } from "./support/local-slack.ts";

/** What docs/beheer/voelspriet.service leaves it is more. */
const longestMs = 10_000;

let town: KillTown | null = null;
afterEach(async () => {
  await town?.close();
  town = null;
});

test.each(["http", "socket"] as const)(
  "by %s, asked to stop under load while Slack hangs: it ends by itself within ten seconds, and nothing is lost",
  { timeout: 180_000 },
  async (how) => {
    const metrics = await freePort();
    town = await openKillTown({
      how,
      experts: 12,
      slack: { retryDelays: [30, 600, 3_500] },
      env: { LOG_LEVEL: "error", METRICS_PORT: String(metrics) },
    });
    const { slack } = town;
    await town.start();
    const load = openLoad(town, openChance(7), how === "http" ? "g" : "k");
    const working = new AbortController();
    const people = async () => {
      for (; !working.signal.aborted; await pause(50)) await load.run(working.signal, 2);
    };
    const running = people();
    await pause(1_500);
    slack.fail("*", { fault: "hang" }, { times: 100_000 });
    await pause(1_500);
    // Somebody who keeps a request half sent, and one who reads the numbers.
    const half = connect(town.port, "127.0.0.1");
    half.on("error", () => {});
    half.write("POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{");
    expect(await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text()).toMatch(
      /^voelspriet_reports_total\{platform="slack",result="received"\} [1-9]/m,
    );

    const pid = town.pid();
    const { child } = town;
    const before = performance.now();
    process.kill(pid, "SIGTERM");
    const [code, signal] = (await once(child(), "exit")) as [number | null, string | null];
    expect({ code, signal }).toEqual({ code: 0, signal: null });
    const took = performance.now() - before;
    expect(took).toBeLessThan(longestMs);
    console.info(`${how}: stopped in ${Math.round(took)} ms`);
    half.destroy();
    working.abort();
    slack.heal();
    await running;

    await town.start();
    await load.settled();
    await town.quiet(90_000);
    const marks = await town.look(async (store) => {
      const found = [];
      for (const { id } of await store.openSignals())
        for (const { text } of await store.passages(id)) found.push(...(text.match(/kenmerk\w+x/g) ?? []));
      return found;
    });
    const safe = load.given.filter(({ acknowledged }) => acknowledged);
    expect(safe.length).toBeGreaterThan(3);
    expect(safe.filter(({ mark }) => !marks.includes(mark))).toEqual([]);
    expect(new Set(marks).size).toBe(marks.length);
    expect(await town.look((store) => store.counts(Date.now()))).toMatchObject({
      unowned: 0,
      deadNotices: 0,
    });
  },
);
