import { join } from "node:path";
import { stoppedClock } from "#base/clock.ts";
import type { Log, LogFacts } from "#base/log.ts";
import { Problem } from "#base/problem.ts";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { openHouse } from "#house.ts";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import type { Store } from "#store/store.ts";
import { openLook, type PlatformHealth } from "#watch/look.ts";
import { openTally } from "#watch/tally.ts";
import { openTeller } from "#watch/tell.ts";
import { openWatch, type Watch } from "#watch/watch.ts";
import { freshFolder, removeFolder } from "./folder.ts";
import { sampleDirectory, samplePerson } from "./sample-directory.ts";
import { openFakePlatform, tuesday } from "./stage.ts";

/** A person with an address on both platforms, the first one preferred. */
const onBoth = (id: string, language: "nl" | "en" = "nl") =>
  samplePerson(id, { addresses: [`slack:${id}`, `teams:${id}`], language });

/** Carla coordinates on both platforms, Chris in English and only on Slack; Dora is on duty. */
const directory = sampleDirectory({
  people: [
    samplePerson("ben", { addresses: ["slack:ben"], expertise: { debt: 3 } }),
    onBoth("carla"),
    samplePerson("chris", { addresses: ["slack:chris"], language: "en" }),
    samplePerson("dora", { addresses: ["teams:dora"] }),
    samplePerson("max"),
    samplePerson("vera"),
  ],
  coordinators: ["carla", "chris"],
});

const half = 30_000;

/** The house with two platforms that can be ill, a store that can be full, and the watch over them; time is turned by hand. */
export async function openWatchStage({ ping }: { ping?: () => Promise<void> } = {}) {
  const folder = freshFolder("watch");
  const clock = stoppedClock(Date.parse(tuesday));
  const sealer = openVault(loadKeyRing(join(folder, "keys.json"), "make-when-missing"));
  const kept = openSqliteStore(join(folder, "voelspriet.db"), sealer);
  const state = { full: false, stuck: false };
  const full = () => Promise.reject(new Problem("retry", "The disk is full."));
  const store: Store = {
    ...kept,
    commit: (decision) => (state.full ? full() : kept.commit(decision)),
    remember: (name, value) => (state.full ? full() : kept.remember(name, value)),
    takeNotices: (...given) => (state.full ? full() : kept.takeNotices(...given)),
  };
  const lines: { message: string; facts: LogFacts }[] = [];
  const note = (message: string, facts: LogFacts = {}) => void lines.push({ message, facts });
  const log: Log = { info: () => {}, warn: note, error: note };
  const chats = { slack: openFakePlatform("slack"), teams: openFakePlatform("teams") };
  const platforms = Object.values(chats).map(({ platform }) => platform);
  const healthy = (): PlatformHealth => ({ ready: true, state: "connected", since: clock.now() });
  const health = { slack: healthy(), teams: healthy() };
  const tally = openTally();
  const house = openHouse({ store, directory, clock, classifier: openEmbedded(), platforms, tally, log });
  const asking = Object.fromEntries(
    (["slack", "teams"] as const).map((name) => [name, () => health[name]] as const),
  );
  const parts = { store, directory, calendar: house.calendar, clock, platforms, log };
  let watch: Watch;
  const born = async () => {
    watch = openWatch({
      look: openLook({ store, clock, platforms: asking, log }),
      store,
      tell: openTeller({ ...parts, render: (notice) => house.post.render(notice, clock.now()) }),
      ping: ping ?? null,
      log,
    });
    await watch.begin(clock.now());
  };
  await born();
  return {
    state,
    store,
    house,
    clock,
    lines,
    tally,
    chats,
    /** A platform goes away, or comes back. */
    set(name: "slack" | "teams", ready: boolean) {
      health[name] = { ready, state: ready ? "connected" : "unreachable", since: clock.now() };
      chats[name].state.down = !ready;
    },
    /** So many minutes, with a look each half one, and all work that is due unless it is stuck. */
    async live(minutes: number) {
      for (let beat = 0; beat < minutes * 2; beat++) {
        clock.pass(half);
        await watch.beat();
        if (!state.full && !state.stuck) await house.runDue();
      }
    },
    /** The program ends, is away for so many minutes, and starts again. */
    async restart(minutes: number) {
      clock.pass(minutes * 60_000);
      await born();
    },
    /** What everybody was told about Voelspriet itself: `slack:carla Voelspriet werkt nu niet goed`. */
    said: () =>
      Object.values(chats)
        .flatMap(({ sends }) => sends)
        .filter(({ card }) => card.title.startsWith("Voelspriet"))
        .map(({ to, card }) => `${to} ${card.title}`)
        .sort(),
    cards: () => Object.values(chats).flatMap(({ sends }) => sends.map(({ card }) => card)),
    async close() {
      await kept.close();
      removeFolder(folder);
    },
  };
}

export type WatchStage = Awaited<ReturnType<typeof openWatchStage>>;
