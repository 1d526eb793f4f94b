import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { Log } from "#base/log.ts";
import type { ChatPlatform, Stop } from "#chat/platform.ts";
import type { Config } from "#config.ts";
import type { House } from "#house.ts";
import { openMetricsDoor } from "#start/metrics-door.ts";
import { familiesOf } from "#watch/families.ts";
import type { Looking } from "#watch/look.ts";
import { metricsText } from "#watch/metrics.ts";
import { openPing } from "#watch/ping.ts";
import type { KeptTally } from "#watch/tally.ts";
import { openTeller } from "#watch/tell.ts";
import { openPulse } from "#watch/vitals.ts";
import { openWatch } from "#watch/watch.ts";

const everyMs = 30_000;
const patienceMs = 1_000;

/** What is watched over, and how it is seen. */
export interface Watched {
  readonly config: Config;
  readonly house: House;
  readonly platforms: readonly ChatPlatform[];
  readonly look: Looking;
  readonly tally: KeptTally;
  readonly log: Log;
}

/** Starts watching: `/metrics` where that is asked for, a look each half minute, and who has to hear of it. Gives the way to stop. */
export async function startWatching(watched: Watched): Promise<Stop> {
  const { config, house, platforms, look, tally, log } = watched;
  const { metrics, heartbeatUrl } = config.watch;
  const pulse = openPulse();
  const { store, directory, calendar, clock, post } = house;
  const render = (notice: Parameters<typeof post.render>[0]) => post.render(notice, clock.now());
  const watch = openWatch({
    look,
    store,
    tell: openTeller({ store, directory, calendar, clock, platforms, render, log }),
    ping: heartbeatUrl === null ? null : openPing(heartbeatUrl, log),
    log,
  });
  await watch.begin(clock.now());
  const self = { startedAt: clock.now() / 1_000, version: versionOf() };
  const text = async () => metricsText(familiesOf(await look(), tally, { ...pulse.now(), ...self }));
  const door = metrics === null ? null : await openMetricsDoor(metrics, text, log);
  let beating: Promise<void> | null = null;
  const beat = () => {
    beating ??= watch.beat().finally(() => {
      beating = null;
      pulse.beat();
    });
  };
  const timer = setInterval(beat, everyMs);
  return async () => {
    clearInterval(timer);
    pulse.stop();
    await door?.stop();
    // A look that hangs must not keep the machine from stopping.
    await Promise.race([beating, pause(patienceMs, null, { ref: false })]);
  };
}

function versionOf(): string {
  const file = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(file)).version;
}
