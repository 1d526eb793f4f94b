import type { Log } from "#base/log.ts";
import { Problem } from "#base/problem.ts";
import type { Outgoing } from "#chat/platform.ts";
import { openOutbox } from "#outbox/deliver.ts";
import { newVaultKey, openVault } from "#privacy/vault.ts";
import type { Address } from "#signal/address.ts";
import type { Notice } from "#signal/notice.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import { freshFolder, removeFolder } from "./folder.ts";
import { sampleDecision, sampleNotice, sampleSignal } from "./sample-decision.ts";
import { plainCard } from "./slack-sender.ts";

export const second = 1_000;
export const minute = 60 * second;

export const ben = { to: "person", id: "ben" } as const;
export const carla = { to: "person", id: "carla" } as const;
export const asksToWait = (ms: number) =>
  new Problem("retry", "Slack asks us to wait.", { retryAfterMs: ms });

/** The outbox on a real store, with two platforms that do as they are told. */
export function openOutboxStage() {
  const folder = freshFolder("outbox");
  const store = openSqliteStore(`${folder}/voelspriet.db`, openVault({ keys: [newVaultKey()] }));
  const signal = sampleSignal();
  const sends: Outgoing[] = [];
  const dead: Notice[] = [];
  /** What a platform does with a message; undefined: it takes it. */
  const does = new Map<string, (message: Outgoing) => Promise<void> | Problem | undefined>();
  const platform = (name: string) => ({
    name,
    start: async () => async () => {},
    async send(message: Outgoing) {
      sends.push(message);
      const done = does.get(name)?.(message);
      if (done instanceof Problem) throw done;
      await done;
      return `${name}/${message.id}`;
    },
  });
  const logged: string[] = [];
  const log: Log = {
    info: () => {},
    warn: (message) => void logged.push(`warn: ${message}`),
    error: (message) => void logged.push(`error: ${message}`),
  };
  const addresses = new Map<string, readonly Address[]>();
  const open = () =>
    openOutbox({
      store,
      platforms: new Map(["slack", "teams"].map((name) => [name, platform(name)])),
      addressesOf: async ({ to }) =>
        to.to === "channel" ? [] : (addresses.get(to.id) ?? [`slack:T1/${to.id.toUpperCase()}`]),
      render: async () => plainCard,
      onDead: async (notice) => void dead.push(notice),
      log,
    });
  const outbox = open();
  const tell = async (...notices: readonly Partial<Notice>[]) => {
    const made = notices.map((given) => sampleNotice(signal, given));
    await store.commit(sampleDecision({ notices: made }));
    return made;
  };
  return {
    signal,
    store,
    sends,
    dead,
    logged,
    does,
    addresses,
    outbox,
    /** The outbox of the next process, on the same store. */
    openAgain: open,
    tell,
    /** Everything that is due now. */
    async run(now: number) {
      while ((await outbox.deliver(now)) > 0);
    },
    /** Every second from here to there, as the heartbeat does. */
    async runThrough(from: number, until: number) {
      for (let now = from; now <= until; now = Math.max(now + second, (await store.nextDue()) ?? until + 1))
        while ((await outbox.deliver(now)) > 0);
    },
    async close() {
      await store.close();
      removeFolder(folder);
    },
  };
}
