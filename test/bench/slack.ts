// Slack's side of the bench. By itself: `node test/bench/slack.ts`. The same file, in a role, is every process that it starts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { slackMunicipality } from "../support/slack-municipality.ts";
import { type DoorRow, doorTable, measureDoor } from "./door.ts";
import { benchSlack, senderOf } from "./slack-events.ts";

/** Measures Slack's door beside Bolt alone. */
export async function measureSlack(): Promise<DoorRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "voelspriet-bench-slack-"));
  const rows = await measureDoor(fileURLToPath(import.meta.url), (platform) => ({
    bare: {},
    ours: {
      PORT: "0",
      DATA_DIR: join(folder, "data"),
      GEMEENTE_FILE: slackMunicipality(folder, benchSlack.home),
      SLACK_BOT_TOKEN: benchSlack.botToken,
      SLACK_SIGNING_SECRET: benchSlack.signingSecret,
      SLACK_API_URL: platform,
      LOG_LEVEL: "silent",
    },
  }));
  rmSync(folder, { recursive: true, force: true });
  return rows;
}

/** P1 and P2 of limits.md 8. */
export const slackTable = (rows: readonly DoorRow[]) =>
  doorTable(rows, {
    title: "Slack",
    peer: "bare Bolt",
    ratio: "P1: must 0.50, goal 0.75",
    cpu: "P2: must 2.0, goal 1.4",
  });

if (import.meta.main) {
  switch (process.argv[2]) {
    case "load":
      await (await import("./slack-load.ts")).runLoad();
      break;
    case "bare":
      await (await import("./slack-servers.ts")).runBare();
      break;
    case "ours":
      await (await import("./ours.ts")).runOurs(senderOf);
      break;
    default:
      process.stdout.write(`${slackTable(await measureSlack())}\n`);
  }
}
