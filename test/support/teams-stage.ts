import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { stoppedClock } from "#base/clock.ts";
import { type Log, silentLog } from "#base/log.ts";
import { Problem } from "#base/problem.ts";
import type { Stop } from "#chat/platform.ts";
import { openTeamsPlatform, type TeamsDoorOptions } from "#chat/teams/teams-platform.ts";
import type { Classifier } from "#classify/classifier.ts";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { drawChart } from "#digest/chart.ts";
import { pngOf } from "#digest/picture.ts";
import { openHouse } from "#house.ts";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import type { Address } from "#signal/address.ts";
import type { Directory } from "#signal/directory.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import { turnTo } from "#timers/turn.ts";
import { type FakeTeams, openFakeTeams } from "./fake-teams/fake-teams.ts";
import { freshFolder, removeFolder } from "./folder.ts";
import { sampleDirectory } from "./sample-directory.ts";
import { tuesday } from "./stage.ts";

export interface TeamsStageOptions {
  /** Local time in Amsterdam of the start: a Tuesday in office hours where nothing is said. */
  readonly start?: string;
  /** The small municipality, changed: its addresses are of Teams already. */
  readonly directory?: (town: Directory, at: (person: string) => Address) => Directory;
  readonly classifier?: Classifier;
  readonly log?: Log;
  /** Over the door's own options. */
  readonly door?: Partial<TeamsDoorOptions>;
  /** What Teams knows before anybody does anything: people without the app, channels. */
  readonly before?: (teams: FakeTeams) => void;
}

/** What the real door needs of this Teams. */
export function doorOf(
  teams: FakeTeams,
): Pick<
  TeamsDoorOptions,
  "clientId" | "secret" | "tenant" | "tenants" | "serviceHosts" | "loginUrl" | "openIdUrl"
> {
  return {
    clientId: teams.clientId,
    secret: { how: "secret", clientSecret: teams.clientSecret },
    tenant: teams.tenant,
    tenants: [],
    serviceHosts: [teams.serviceHost],
    loginUrl: teams.loginUrl,
    openIdUrl: teams.openIdUrl,
  };
}

/**
 * The whole house on real SQLite with the real Teams door, in a town that is on a strict fake Teams; the clock is turned by
 * hand. Close it at the end: that fails when something was done that Teams would not have taken.
 */
export async function openTeamsStage(options: TeamsStageOptions = {}) {
  const log = options.log ?? silentLog;
  const folder = freshFolder("teams-stage");
  const clock = stoppedClock(Date.parse(options.start ?? tuesday));
  const teams = await openFakeTeams({ clock });
  const at = (person: string): Address => teams.addressOf(person);
  const sample = sampleDirectory();
  const town: Directory = {
    ...sample,
    people: sample.people.map((person) => ({ ...person, addresses: [at(person.id)] })),
  };
  const directory = options.directory?.(town, at) ?? town;
  for (const { id, name } of directory.people) teams.user(id, { name });
  options.before?.(teams);
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
  const platform = openTeamsPlatform({
    ...doorOf(teams),
    clock,
    contacts: guarded,
    memory: store,
    draw: async ({ chart, title, alt }) => Buffer.from(pngOf(drawChart(chart, title, alt))),
    log,
    ...options.door,
  });
  const house = openHouse({
    store: guarded,
    directory,
    clock,
    classifier: options.classifier ?? openEmbedded(),
    platforms: [platform],
    log,
  });
  const server = createServer((request, response) => platform.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop: Stop = await platform.start(house.counter);
  teams.deliverTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`);
  await teams.eventually(() => platform.health().ready);
  const running = { busy: 0 };

  const stage = {
    teams,
    clock,
    directory,
    house,
    store,
    platform,
    at,
    /** Somebody of the sample directory, or a signaler, with the Teams client in front of them. */
    person: (name: string) => teams.user(name),
    /** From now on nothing can be read or written; or nothing that happens can be kept. */
    breakStore(what: "all" | "commit" = "all") {
      broken = what;
    },
    mendStore() {
      broken = null;
    },
    /** Somebody presses, while the house does what follows at once: as it goes when it serves. */
    async live<T>(act: Promise<T>): Promise<T> {
      running.busy += 1;
      const over = act.finally(() => {
        running.busy -= 1;
      });
      while (running.busy > 0) {
        await house.runDue();
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return over;
    },
    /** Somebody tells their story by the extension on a message, and closes the dialog that says so. */
    async tell(name: string, fields: Readonly<Record<string, string | readonly string[] | null>>) {
      const person = teams.user(name);
      await person.extension("signaal", { text: "Een bericht." });
      person.fillIn({ organisation: "Basisschool De Wilg", ...fields });
      await person.submit();
      person.close();
      await stage.settle();
      return stage.latest(name);
    },
    /** Everything that is due is done, and what follows in Teams has come to rest. */
    async settle() {
      await teams.quiet(20);
      await stage.pass({ seconds: 20 });
    },
    async pass(time: { seconds?: number; minutes?: number; hours?: number }) {
      const seconds = (time.seconds ?? 0) + 60 * ((time.minutes ?? 0) + 60 * (time.hours ?? 0));
      await turnTo(clock, clock.now() + seconds * 1000, {
        next: () => store.nextDue(),
        work: () => house.runDue(),
      });
      await teams.quiet(20);
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
      await teams.close();
      removeFolder(folder);
      teams.assertNoFaults();
    },
  };
  return stage;
}

export type TeamsStage = Awaited<ReturnType<typeof openTeamsStage>>;
