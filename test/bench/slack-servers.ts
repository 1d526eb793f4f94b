import { App, HTTPReceiver, LogLevel } from "@slack/bolt";
import { systemClock } from "#base/clock.ts";
import { readConfig } from "#config.ts";
import { openStoreFor } from "#start/house-kind.ts";
import { openDirectory, openStore } from "#start/open.ts";
import { serve } from "#start/serve.ts";
import { obey } from "./pinned-child.ts";
import { benchSlack, senderOf } from "./slack-events.ts";

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/**
 * The whole product as `npm start` runs it for real use, settings from the environment. Everybody of the bench is known and
 * vouched for: strangers would be held back, rightly.
 */
export async function runOurs(): Promise<void> {
  const config = readConfig();
  const organisation = openDirectory(config).organisations[0]?.id ?? null;
  let url = "";
  let stop = async () => {};
  obey(
    {
      async start({ senders }: { senders: number }) {
        const store = await openStoreFor("real", config);
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
      async count() {
        const store = openStore(config, "beside");
        const { signals } = await store.counts(systemClock.now());
        await store.close();
        return signals;
      },
    },
    () => stop(),
  );
}

/** The peer: Bolt alone, which verifies, says yes and forgets. */
export async function runBare(): Promise<void> {
  const receiver = new HTTPReceiver({
    signingSecret: benchSlack.signingSecret,
    processBeforeResponse: true,
    logLevel: LogLevel.ERROR,
  });
  const app = new App({
    receiver,
    processBeforeResponse: true,
    logLevel: LogLevel.ERROR,
    authorize: () => Promise.resolve({ botToken: benchSlack.botToken, botUserId: benchSlack.bot }),
  });
  app.event("message", async () => {});
  obey(
    {
      async start() {
        const server = await app.start(0);
        const address = server.address();
        return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
      },
      cpu,
    },
    () => app.stop(),
  );
}
