import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { stoppedClock } from "#base/clock.ts";
import { type Log, silentLog } from "#base/log.ts";
import { Problem } from "#base/problem.ts";
import type { Stop } from "#chat/platform.ts";
import { addressOf } from "#chat/slack/place.ts";
import { openSlackPlatform } from "#chat/slack/slack-platform.ts";
import type { Classifier } from "#classify/classifier.ts";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { openHouse } from "#house.ts";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import type { Address } from "#signal/address.ts";
import type { Directory } from "#signal/directory.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import { turnTo } from "#timers/turn.ts";
import { type FakeSlackOptions, openFakeSlack } from "./fake-slack/fake-slack.ts";
import { freshFolder, removeFolder } from "./folder.ts";
import { sampleDirectory } from "./sample-directory.ts";
import { tuesday } from "./stage.ts";

export interface SlackStageOptions {
  /** Local time in Amsterdam of the start: a Tuesday in office hours where nothing is said. */
  readonly start?: string;
  readonly how?: "http" | "socket";
  readonly install?: FakeSlackOptions["install"];
  /** The small municipality, changed: its addresses are of Slack already. */
  readonly directory?: (town: Directory, at: (person: string) => Address) => Directory;
  readonly classifier?: Classifier;
  readonly log?: Log;
}

/** The user of a colleague of the sample directory: `ben` is `U0BEN`. */
export function userOf(person: string): string {
  return `U0${person.toUpperCase()}`;
}

/**
 * The whole house on real SQLite with the real Slack door, in a town that is on a strict fake Slack; the clock is turned by
 * hand. Close it at the end: that fails when something was done that Slack would not have taken.
 */
export async function openSlackStage(options: SlackStageOptions = {}) {
  const how = options.how ?? "http";
  const log = options.log ?? silentLog;
  const folder = freshFolder("slack-stage");
  const clock = stoppedClock(Date.parse(options.start ?? tuesday));
  const slack = await openFakeSlack({
    clock,
    ...(options.install === undefined ? {} : { install: options.install }),
  });
  const at = (person: string): Address => addressOf({ home: slack.home, id: userOf(person) });
  const sample = sampleDirectory();
  const town: Directory = {
    ...sample,
    people: sample.people.map((person) => ({ ...person, addresses: [at(person.id)] })),
  };
  const directory = options.directory?.(town, at) ?? town;
  for (const { id, name } of directory.people) slack.user(userOf(id), { name: id, realName: name });
  const sealer = openVault(loadKeyRing(join(folder, "keys.json"), "make-when-missing"));
  const store = openSqliteStore(join(folder, "voelspriet.db"), sealer, { mode: "serve" });
  let broken: "all" | "commit" | null = null;
  const guarded = new Proxy(store, {
    get(kept, name: keyof typeof store) {
      if (name !== "close" && (broken === "all" || broken === name))
        throw new Problem("retry", "The disk is full.");
      return kept[name];
    },
  });
  const platform = openSlackPlatform({
    botToken: slack.botToken,
    inbound: how === "http" ? { how, signingSecret: slack.signingSecret } : { how, appToken: slack.appToken },
    apiUrl: slack.apiUrl,
    clock,
    memory: store,
    homes: [slack.home],
    readers: async () => [
      ...new Set([
        ...(await store.signalerAddresses("slack")),
        ...directory.people.flatMap(({ addresses }) => addresses),
      ]),
    ],
    draw: async () => Buffer.from("a picture"),
    log,
  });
  const house = openHouse({
    store: guarded,
    directory,
    clock,
    classifier: options.classifier ?? openEmbedded(),
    platforms: [platform],
    log,
  });
  const server = createServer((request, response) => platform.handle?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop: Stop = await platform.start(house.counter);
  const door = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  slack.deliverTo(how === "http" ? door : "socket");
  if (how === "socket") await slack.sockets.ready();
  await slack.eventually(() => platform.health().ready);

  const stage = {
    slack,
    clock,
    directory,
    house,
    store,
    platform,
    at,
    /** Somebody of the sample directory, or a signaler, with the Slack client in front of them. */
    person: (name: string) => slack.user(userOf(name)),
    /** From now on nothing can be read or written; or nothing that happens can be kept. */
    breakStore(what: "all" | "commit" = "all") {
      broken = what;
    },
    mendStore() {
      broken = null;
    },
    /** Waits until the modal on top of this person's screen shows these words; gives it. */
    async modal(name: string, words: string) {
      const look = slack.user(userOf(name));
      return slack.eventually(() => (look.view()?.visible.includes(words) ? look.view() : null));
    },
    /** Somebody tells their story by the shortcut of the menu, and closes the dialog that says so. */
    async tell(name: string, fields: Readonly<Record<string, string | readonly string[] | null>>) {
      const person = slack.user(userOf(name));
      await person.shortcut("signaal_delen");
      await slack.eventually(() => person.view());
      person.fillIn({ organisation: "Basisschool De Wilg", ...fields });
      await person.submit();
      await person.close();
      await stage.settle();
      return stage.latest(name);
    },
    /** Everything that is due is done, and what follows in Slack has come to rest. Messages of one channel go a second apart. */
    async settle() {
      await slack.quiet(30);
      await stage.pass({ seconds: 20 });
    },
    async pass(time: { seconds?: number; minutes?: number; hours?: number }) {
      const seconds = (time.seconds ?? 0) + 60 * ((time.minutes ?? 0) + 60 * (time.hours ?? 0));
      await turnTo(clock, clock.now() + seconds * 1000, {
        next: () => store.nextDue(),
        work: () => house.runDue(),
      });
      await slack.quiet(30);
    },
    /** The newest signal of this person. */
    async latest(name = "juf") {
      const signals = await store.signalsOf(store.signalerId(at(name)), 50);
      const latest = signals.sort((a, b) => b.receivedAt - a.receivedAt)[0];
      if (latest === undefined) throw new Error("No signal was stored.");
      return latest;
    },
    async signal(code: string) {
      const signal = await store.findByCode(code);
      if (signal === null) throw new Error(`There is no signal ${code}.`);
      return signal;
    },
    async close() {
      await stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await store.close();
      await slack.close();
      removeFolder(folder);
      slack.assertNoFaults();
    },
  };
  return stage;
}

export type SlackStage = Awaited<ReturnType<typeof openSlackStage>>;
