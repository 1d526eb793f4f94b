import type { Clock } from "#base/clock.ts";
import { type Log, openLog } from "#base/log.ts";
import { Problem } from "#base/problem.ts";
import type { ChatPlatform, Stop } from "#chat/platform.ts";
import type { Config } from "#config.ts";
import { drawChart } from "#digest/chart.ts";
import { pngOf } from "#digest/picture.ts";
import { type House, openHouse } from "#house.ts";
import { platformOf } from "#signal/address.ts";
import type { Directory } from "#signal/directory.ts";
import type { SlackSettings } from "#slack-settings.ts";
import { openEngine, warmUp } from "#start/engine.ts";
import { openFrontDoor, type RawHandler } from "#start/front-door.ts";
import { openHealth } from "#start/health.ts";
import { openStoreFor } from "#start/house-kind.ts";
import { openLineOut } from "#start/line-out.ts";
import { openDirectory } from "#start/open.ts";
import { slackHomes } from "#start/reach.ts";
import { openSecondReader } from "#start/second-reader.ts";
import { openSideThread } from "#start/side-thread.ts";
import { startWatching } from "#start/watching.ts";
import type { Store } from "#store/store.ts";
import type { TeamsSettings } from "#teams-settings.ts";
import type { ChartPart } from "#texts/card.ts";
import { type ModelUse, openLook, type PlatformHealth } from "#watch/look.ts";
import { openTally } from "#watch/tally.ts";

/** Real use that runs. */
export interface Served {
  /** Where `/healthz` and `/readyz` are. */
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
 * Starts real use: the whole house on SQLite or PostgreSQL, with Slack, Teams or both as its doors. A platform that
 * can not be reached does not keep it from listening: `/readyz` says so, and its door goes on trying.
 */
export async function serve(config: Config): Promise<Served> {
  const log = openLog(config.logLevel, openLineOut(2));
  const directory = openDirectory(config);
  const { store, clock } = await openStoreFor("real", config);
  const silent = directory.people.filter(({ addresses }) => addresses.length === 0).length;
  if (silent > 0) {
    log.warn("Colleagues can not be reached on a connected platform: doctor names them.", { count: silent });
  }
  const doors: Stop[] = [];
  let engines: Stop = async () => {};
  // All together, then the store: what hangs is waited for once, each no longer than a machine allows a stop to take. What
  // comes in meanwhile is kept, and what nobody is told any more waits there.
  const stop: Stop = async () => {
    try {
      const ended = await Promise.allSettled([...doors.splice(0), engines].map((close) => close()));
      const failed = ended.find((one) => one.status === "rejected");
      if (failed !== undefined) throw failed.reason;
    } finally {
      await store.close();
    }
  };
  try {
    const platforms = await openDoors({ config, directory, store, clock, log });
    const side = openSideThread(config, directory);
    doors.push(side.stop);
    const tally = openTally();
    const classifier = openEngine(config, log);
    await warmUp(classifier);
    const house = openHouse({
      store,
      directory,
      clock,
      classifier,
      secondReader: await openSecondReader(config, directory),
      platforms,
      tally,
      compose: side.compose,
      log,
    });
    const look = openLook({
      store,
      clock,
      platforms: Object.fromEntries(platforms.map((platform) => [platform.name, () => platform.health()])),
      model: modelUse(house),
      log,
    });
    doors.push(await startWatching({ config, house, platforms, look, tally, log }));
    for (const platform of platforms) doors.push(await platform.start(house.counter));
    const front = await openFrontDoor({
      host: config.host,
      port: config.port,
      doors: Object.fromEntries(
        platforms.flatMap(({ name, handle }) =>
          handle === null ? [] : [[paths[name] ?? `/${name}`, handle]],
        ),
      ),
      health: openHealth(look),
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

function modelUse({ secondOpinions }: House): (() => Promise<ModelUse>) | null {
  if (secondOpinions === null) return null;
  return async () => ({ state: secondOpinions.state(), times: await secondOpinions.tally() });
}

interface DoorParts {
  readonly directory: Directory;
  readonly store: Store;
  readonly clock: Clock;
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

async function openSlack(
  settings: SlackSettings,
  { directory, store, clock, log }: DoorParts,
): Promise<Door> {
  const { openSlackPlatform } = await import("#chat/slack/slack-platform.ts");
  const colleagues = directory.people
    .flatMap(({ addresses }) => addresses)
    .filter((address) => platformOf(address) === "slack");
  return openSlackPlatform({
    ...settings,
    clock,
    memory: store,
    homes: slackHomes(directory),
    readers: async () => [...new Set([...(await store.signalerAddresses("slack")), ...colleagues])],
    draw,
    log,
  });
}

async function openTeams(settings: TeamsSettings, { store, clock, log }: DoorParts): Promise<Door> {
  const { openTeamsPlatform } = await import("#chat/teams/teams-platform.ts");
  return openTeamsPlatform({ ...settings, clock, contacts: store, memory: store, draw, log });
}

async function draw({ chart, title, alt }: ChartPart): Promise<Buffer> {
  return Buffer.from(pngOf(drawChart(chart, title, alt)));
}
