import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { systemClock } from "#base/clock.ts";
import { readConfig } from "#config.ts";
import type { Address } from "#signal/address.ts";
import { openStoreFor } from "#start/house-kind.ts";
import { openDirectory, openStore } from "#start/open.ts";
import { serve } from "#start/serve.ts";
import { obey } from "./pinned-child.ts";

/** µs of this process so far. */
export const cpu = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as (how: object) => void;

/** MB that this process holds, once what it no longer needs is given back. */
export const memory = () => {
  collect({ type: "major", execution: "sync", flavor: "last-resort" });
  return process.memoryUsage().rss / 1e6;
};

/**
 * The whole product as `npm start` runs it for real use, settings from the environment. Everybody of the bench is known and
 * vouched for: strangers would be held back, rightly.
 */
export async function runOurs(senderOf: (number: number) => Address): Promise<void> {
  const config = readConfig();
  const organisation = openDirectory(config).organisations[0]?.id ?? null;
  let url = "";
  let stop = async () => {};
  obey(
    {
      async start({ senders }: { senders: number }) {
        const { store } = await openStoreFor("real", config);
        await Promise.all(
          Array.from({ length: senders }, (_, number) => {
            const address = senderOf(number);
            const id = store.signalerId(address);
            const known = { role: "volunteer", organisation, vouched: true } as const;
            return store.rememberSignaler({ id, address, language: "nl", ...known });
          }),
        );
        await store.close();
        ({ url, stop } = await serve(config));
        return url;
      },
      cpu,
      memory,
      async count() {
        const store = await openStore(config, "beside");
        const { signals } = await store.counts(systemClock.now());
        await store.close();
        return signals;
      },
    },
    () => stop(),
  );
}
