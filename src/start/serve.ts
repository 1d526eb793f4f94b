import { systemClock } from "#base/clock.ts";
import { type Log, openLog } from "#base/log.ts";
import { Problem } from "#base/problem.ts";
import type { Stop } from "#chat/platform.ts";
import { openSlackPlatform, type SlackPlatform } from "#chat/slack/slack-platform.ts";
import { openEmbedded } from "#classify/embedded/engine.ts";
import type { Config } from "#config.ts";
import { drawChart } from "#digest/chart.ts";
import { pngOf } from "#digest/picture.ts";
import { openHouse } from "#house.ts";
import { platformOf } from "#signal/address.ts";
import type { Directory } from "#signal/directory.ts";
import type { SlackSettings } from "#slack-settings.ts";
import { openFrontDoor } from "#start/front-door.ts";
import { openHealth } from "#start/health.ts";
import { openStoreFor } from "#start/house-kind.ts";
import { openDirectory } from "#start/open.ts";
import { slackHomes } from "#start/reach.ts";
import type { Store } from "#store/store.ts";

/** Real use that runs. */
export interface Served {
  /** Where `/health` is. */
  readonly url: string;
  readonly stop: Stop;
}

/** Where Slack's requests come in, below the address of the front door. */
const slackPath = "/slack/events";

/**
 * Starts real use: the whole house on SQLite and the machine's clock, with Slack as its door. A platform that can not be
 * reached does not keep it from listening: `/health` says so, and the door goes on trying.
 */
export async function serve(config: Config): Promise<Served> {
  if (config.slack === null) throw new Problem("bug", "Real use was started without a platform.");
  const log = openLog(config.logLevel);
  const directory = openDirectory(config);
  const store = await openStoreFor("real", config);
  const silent = directory.people.filter(({ addresses }) => addresses.length === 0).length;
  if (silent > 0) {
    log.warn("Colleagues can not be reached on a connected platform: doctor names them.", { count: silent });
  }
  const doors: Stop[] = [];
  let engines: Stop = async () => {};
  // Doors first, then engines, then the store: nothing is taken in that could not be kept.
  const stop: Stop = async () => {
    try {
      for (const close of doors.splice(0).reverse()) await close();
      await engines();
    } finally {
      await store.close();
    }
  };
  try {
    const slack = openSlack({ settings: config.slack, directory, store, log });
    const house = openHouse({
      store,
      directory,
      clock: systemClock,
      classifier: openEmbedded(),
      platforms: [slack],
      log,
    });
    doors.push(await slack.start(house.counter));
    const front = await openFrontDoor({
      host: config.host,
      port: config.port,
      doors: slack.handle === null ? {} : { [slackPath]: slack.handle },
      health: openHealth({ store, clock: systemClock, platforms: { slack: () => slack.health() }, log }),
      log,
    });
    doors.push(front.stop);
    engines = await house.start();
    log.info("Voelspriet runs.", { port: Number(new URL(front.url).port) });
    return {
      url: front.url,
      async stop() {
        await stop();
        log.info("Voelspriet has stopped.");
      },
    };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}

function openSlack(parts: {
  readonly settings: SlackSettings;
  readonly directory: Directory;
  readonly store: Store;
  readonly log: Log;
}): SlackPlatform {
  const { settings, directory, store, log } = parts;
  const colleagues = directory.people
    .flatMap(({ addresses }) => addresses)
    .filter((address) => platformOf(address) === "slack");
  return openSlackPlatform({
    ...settings,
    clock: systemClock,
    memory: store,
    homes: slackHomes(directory),
    readers: async () => [...new Set([...(await store.signalerAddresses("slack")), ...colleagues])],
    draw: async ({ chart, title, alt }) => Buffer.from(pngOf(drawChart(chart, title, alt))),
    log,
  });
}
