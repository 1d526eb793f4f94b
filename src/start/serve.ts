import { systemClock } from "#base/clock.ts";
import { type Log, openLog } from "#base/log.ts";
import { Problem } from "#base/problem.ts";
import type { ChatPlatform, Stop } from "#chat/platform.ts";
import { openEmbedded } from "#classify/embedded/engine.ts";
import type { Config } from "#config.ts";
import { drawChart } from "#digest/chart.ts";
import { pngOf } from "#digest/picture.ts";
import { openHouse } from "#house.ts";
import { platformOf } from "#signal/address.ts";
import type { Directory } from "#signal/directory.ts";
import type { SlackSettings } from "#slack-settings.ts";
import { openFrontDoor, type RawHandler } from "#start/front-door.ts";
import { openHealth, type PlatformHealth } from "#start/health.ts";
import { openStoreFor } from "#start/house-kind.ts";
import { openDirectory } from "#start/open.ts";
import { slackHomes } from "#start/reach.ts";
import type { Store } from "#store/store.ts";
import type { TeamsSettings } from "#teams-settings.ts";
import type { ChartPart } from "#texts/card.ts";

/** Real use that runs. */
export interface Served {
  /** Where `/health` is. */
  readonly url: string;
  readonly stop: Stop;
}

/** A platform that says how it is, and where its requests come in: null for one that is called by us. */
interface Door extends ChatPlatform {
  readonly handle: RawHandler | null;
  health(): PlatformHealth;
}

/** Where each platform's requests come in, below the address of the front door. */
const paths: Readonly<Record<string, string>> = { slack: "/slack/events", teams: "/api/messages" };

/**
 * Starts real use: the whole house on SQLite and the machine's clock, with Slack, Teams or both as its doors. A platform that
 * can not be reached does not keep it from listening: `/health` says so, and its door goes on trying.
 */
export async function serve(config: Config): Promise<Served> {
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
    const platforms = await openDoors({ config, directory, store, log });
    const house = openHouse({
      store,
      directory,
      clock: systemClock,
      classifier: openEmbedded(),
      platforms,
      log,
    });
    for (const platform of platforms) doors.push(await platform.start(house.counter));
    const front = await openFrontDoor({
      host: config.host,
      port: config.port,
      doors: Object.fromEntries(
        platforms.flatMap(({ name, handle }) =>
          handle === null ? [] : [[paths[name] ?? `/${name}`, handle]],
        ),
      ),
      health: openHealth({
        store,
        clock: systemClock,
        platforms: Object.fromEntries(platforms.map((platform) => [platform.name, () => platform.health()])),
        log,
      }),
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

interface DoorParts {
  readonly directory: Directory;
  readonly store: Store;
  readonly log: Log;
}

/** The doors of the platforms that are configured. The libraries of the others are never loaded: they are large. */
async function openDoors({ config, ...parts }: DoorParts & { readonly config: Config }): Promise<Door[]> {
  const { slack, teams } = config;
  const doors = [
    ...(slack === null ? [] : [await openSlack(slack, parts)]),
    ...(teams === null ? [] : [await openTeams(teams, parts)]),
  ];
  if (doors.length === 0) throw new Problem("bug", "Real use was started without a platform.");
  return doors;
}

async function openSlack(settings: SlackSettings, { directory, store, log }: DoorParts): Promise<Door> {
  const { openSlackPlatform } = await import("#chat/slack/slack-platform.ts");
  const colleagues = directory.people
    .flatMap(({ addresses }) => addresses)
    .filter((address) => platformOf(address) === "slack");
  return openSlackPlatform({
    ...settings,
    clock: systemClock,
    memory: store,
    homes: slackHomes(directory),
    readers: async () => [...new Set([...(await store.signalerAddresses("slack")), ...colleagues])],
    draw,
    log,
  });
}

async function openTeams(settings: TeamsSettings, { store, log }: DoorParts): Promise<Door> {
  const { openTeamsPlatform } = await import("#chat/teams/teams-platform.ts");
  return openTeamsPlatform({ ...settings, clock: systemClock, contacts: store, memory: store, draw, log });
}

async function draw({ chart, title, alt }: ChartPart): Promise<Buffer> {
  return Buffer.from(pngOf(drawChart(chart, title, alt)));
}
