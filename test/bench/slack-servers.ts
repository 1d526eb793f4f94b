import { App, HTTPReceiver, LogLevel } from "@slack/bolt";
import { cpu, memory } from "./ours.ts";
import { obey } from "./pinned-child.ts";
import { benchSlack } from "./slack-events.ts";

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
      memory,
    },
    () => app.stop(),
  );
}
