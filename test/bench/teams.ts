// Teams' side of the bench. By itself: `node test/bench/teams.ts`. The same file, in a role, is every process that it starts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { teamsMunicipality } from "../support/teams-municipality.ts";
import { type DoorRow, doorTable, measureDoor } from "./door.ts";
import { benchTeams, senderOf } from "./teams-events.ts";

/** Measures Teams' door beside the Teams SDK alone. */
export async function measureTeams(): Promise<DoorRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "voelspriet-bench-teams-"));
  const rows = await measureDoor(fileURLToPath(import.meta.url), (platform) => ({
    bare: { PLATFORM: platform },
    ours: {
      PORT: "0",
      DATA_DIR: join(folder, "data"),
      GEMEENTE_FILE: teamsMunicipality(folder, benchTeams.tenant),
      TEAMS_CLIENT_ID: benchTeams.clientId,
      TEAMS_CLIENT_SECRET: benchTeams.secret,
      TEAMS_TENANT_ID: benchTeams.tenant,
      TEAMS_SERVICE_URLS: new URL(platform).host,
      TEAMS_LOGIN_URL: `${platform}/login`,
      TEAMS_OPENID_URL: `${platform}/v1/.well-known/openidconfiguration`,
      LOG_LEVEL: "silent",
    },
  }));
  rmSync(folder, { recursive: true, force: true });
  return rows;
}

/** P3 of limits.md 8. */
export const teamsTable = (rows: readonly DoorRow[]) =>
  doorTable(rows, {
    title: "Teams",
    peer: "bare Teams SDK",
    ratio: "P3: must 0.60, goal 0.80",
    cpu: "no goal",
  });

if (import.meta.main) {
  switch (process.argv[2]) {
    case "load":
      await (await import("./teams-load.ts")).runLoad();
      break;
    case "bare":
      await (await import("./teams-bare.ts")).runBare();
      break;
    case "ours":
      await (await import("./ours.ts")).runOurs(senderOf);
      break;
    default:
      process.stdout.write(`${teamsTable(await measureTeams())}\n`);
  }
}
