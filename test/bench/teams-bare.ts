import { PUBLIC } from "@microsoft/teams.api";
import { App, ExpressAdapter } from "@microsoft/teams.apps";
import { cpu } from "./ours.ts";
import { obey } from "./pinned-child.ts";
import { benchTeams } from "./teams-events.ts";

/** The peer: the Teams SDK alone on its own server, which verifies, says yes and forgets. PLATFORM: where keys are. */
export async function runBare(): Promise<void> {
  // oxlint-disable-next-line no-process-env -- given by the bench that starts this process
  const platform = process.env["PLATFORM"] ?? "";
  const quiet = { debug() {}, info() {}, warn() {}, error() {}, log() {}, trace() {}, child: () => quiet };
  const adapter = new ExpressAdapter(undefined, { logger: quiet });
  const app = new App({
    clientId: benchTeams.clientId,
    tenantId: benchTeams.tenant,
    token: async () => "",
    cloud: {
      ...PUBLIC,
      loginEndpoint: `${platform}/login`,
      openIdMetadataUrl: `${platform}/v1/.well-known/openidconfiguration`,
    },
    httpServerAdapter: adapter,
    logger: quiet,
  });
  app.on("message", async () => {});
  obey(
    {
      async start() {
        await app.start(freePort);
        return `http://127.0.0.1:${freePort}`;
      },
      cpu,
    },
    () => app.stop(),
  );
}

/** The SDK does not tell which port it took, so that 0 can not be used. */
const freePort = 39_780;
