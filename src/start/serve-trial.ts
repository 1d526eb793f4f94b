import { rmSync } from "node:fs";
import { runningClock } from "#base/clock.ts";
import { openLog } from "#base/log.ts";
import type { Stop } from "#chat/platform.ts";
import { slackMessage, slackModal } from "#chat/slack/cards.ts";
import { teamsCard, teamsDialog } from "#chat/teams/cards.ts";
import { refusePublicTrial } from "#chat/web/loopback.ts";
import type { Looks } from "#chat/web/trial.ts";
import { openWebPlatform } from "#chat/web/web-platform.ts";
import type { Config } from "#config.ts";
import { drawChart } from "#digest/chart.ts";
import { type House, openHouse } from "#house.ts";
import { openCalendar } from "#signal/working-time.ts";
import { openEngine } from "#start/engine.ts";
import { openStoreFor } from "#start/house-kind.ts";
import { openLineOut } from "#start/line-out.ts";
import { databaseFile, openDirectory } from "#start/open.ts";
import { openSecondReader } from "#start/second-reader.ts";
import { introduceSignalers, openTrial } from "#start/trial.ts";

/** A trial that runs. */
export interface ServedTrial {
  readonly url: string;
  readonly stop: Stop;
}

const looks: Looks = {
  slack: { message: (card, chartUrl) => slackMessage(card, { chartUrl }), form: slackModal },
  teams: { message: (card, chartUrl) => teamsCard(card, { chartUrl }), form: teamsDialog },
};

const clockSetting = "trial.clock_ahead";

/** Starts the trial: the whole house on SQLite and the embedded classifier, with the web page as its only door. */
export async function serveTrial(config: Config): Promise<ServedTrial> {
  refusePublicTrial(config.host);
  const log = openLog(config.logLevel, openLineOut(2));
  const directory = openDirectory(config);
  const classifier = openEngine(config, log);
  const secondReader = await openSecondReader(config, directory);
  const clock = runningClock();
  let house: House;
  let stopHouse: Stop = async () => {};
  const aheadNow = () => String(clock.now() - runningClock().now());

  const trial = openTrial({
    house: () => house,
    directory,
    clock,
    examplesFile: new URL("../../examples/voorbeelden.json", import.meta.url),
    keepClock: () => house.store.remember(clockSetting, aheadNow()),
    async rebuild() {
      await stopHouse();
      await house.store.close();
      const file = databaseFile(config);
      for (const suffix of ["", "-wal", "-shm"]) rmSync(`${file}${suffix}`, { force: true });
      clock.set(runningClock().now());
      await build();
    },
  });

  const web = openWebPlatform({
    host: config.host,
    port: config.port,
    trial,
    looks,
    draw: drawChart,
    health: () => ({ ready: true }),
    log,
    tokenFile: config.themeFile,
  });

  /** A first look in the evening or at the weekend begins on the next working morning: then there is somebody to see at work. */
  function beginInOfficeHours(): void {
    const calendar = openCalendar(directory.hours);
    const now = clock.now();
    if (!calendar.isOpen(now)) clock.set(calendar.addWorkingMinutes(now, 72));
  }

  async function build(): Promise<void> {
    const { store } = await openStoreFor("trial", config);
    const ahead = await store.recall(clockSetting);
    clock.pass(Number(ahead ?? 0));
    if (ahead === null) {
      beginInOfficeHours();
      // Kept: after a restart, and for the admin commands, it is the same clock.
      await store.remember(clockSetting, aheadNow());
    }
    house = openHouse({ store, directory, clock, classifier, secondReader, platforms: [web], log });
    house.onChange(trial.announce);
    await introduceSignalers(house);
    stopHouse = await house.start();
  }

  await build();
  const stopDoor = await web.start({
    press: (press) => house.counter.press(press),
    say: (press) => house.counter.say(press),
  });
  const port = Number(new URL(web.url()).port);
  log.info("Voelspriet runs.", { port });
  return {
    url: web.url(),
    async stop() {
      await stopDoor();
      await stopHouse();
      await house.store.close();
      log.info("Voelspriet has stopped.", { port });
    },
  };
}
