// The process of P17: the whole house, and people who tell things, each signal once and with everything that follows.
import { readdirSync, statSync } from "node:fs";
import { systemClock } from "#base/clock.ts";
import { silentLog } from "#base/log.ts";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { openHouse } from "#house.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import { openHttpPlatform } from "../support/http-platform.ts";
import { withCode } from "../support/sample-directory.ts";
import { obey } from "./pinned-child.ts";
import { benchSealer, exampleTexts } from "./reports.ts";

/** What is held after so many signals. */
export interface Held {
  readonly rssMb: number;
  readonly heapMb: number;
  readonly handles: number;
  readonly walMb: number;
}

const atOnce = 16;
const atATime = 500;
/** So many messages may wait before people are slower. */
const mostWaiting = 400;
const [file = "", sink = ""] = process.argv.slice(3);
const store = openSqliteStore(file, benchSealer);
const house = openHouse({
  store,
  directory: withCode("soak"),
  clock: systemClock,
  classifier: openEmbedded(),
  platforms: [openHttpPlatform(sink, () => {})],
  log: silentLog,
});
const stop = await house.start();
let told = 0;

async function tell(number: number): Promise<void> {
  const text = exampleTexts[number % exampleTexts.length] ?? "";
  const by = `chat:melder-${number}` as const;
  const fields = { text, organisation: "de-wilg", code: "soak" };
  await house.counter.press({ key: `soak-${number}`, by, act: "report", on: "", fields });
}

async function tellFrom(first: number, until: number): Promise<void> {
  let next = first;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let mine = next++; mine < until; mine = next++) await tell(mine);
    }),
  );
  told = until;
}

/** Nobody takes these signals on: counting so many that wait takes long, and must not be what is measured. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 400));

async function waits(): Promise<number> {
  return (await store.counts(systemClock.now())).waitingNotices;
}

obey(
  {
    /** Goes on until so many signals are there, and everything of them is sent; holds what is then held. */
    async until({ count }: { count: number }): Promise<Held> {
      for (let first = told; first < count; first += atATime) {
        await tellFrom(first, Math.min(count, first + atATime));
        while ((await waits()) > mostWaiting) await pause();
      }
      while ((await waits()) > 0) await pause();
      const { rss, heapUsed } = process.memoryUsage();
      return {
        rssMb: rss / 1e6,
        heapMb: heapUsed / 1e6,
        handles: readdirSync("/proc/self/fd").length,
        walMb: statSync(`${file}-wal`).size / 1e6,
      };
    },
  },
  async () => {
    await stop();
    await store.close();
  },
);
