import { existsSync, readFileSync } from "node:fs";
import { systemClock } from "#base/clock.ts";
import { checkTeams } from "#chat/teams/check.ts";
import type { Finding } from "#commands/doctor/finding.ts";
import type { Directory } from "#signal/directory.ts";
import { placesIn } from "#start/reach.ts";
import type { TeamsSettings } from "#teams-settings.ts";

/** So many looked at between two lines of progress. */
const step = 25;
/** Where `npm run teams:package` puts it. */
const packageFile = "voelspriet-teams.zip";

/**
 * Teams, as the door will use it; without a directory (it can not be read) only what does not ask for one. `tell` gets a line
 * now and then: with many colleagues it takes minutes.
 */
export async function teamsFindings(
  settings: TeamsSettings,
  directory: Directory | null,
  tell: (line: string) => void,
): Promise<Finding[]> {
  return checkTeams({
    ...settings,
    places: directory === null ? [] : placesIn(directory),
    package: existsSync(packageFile) ? readFileSync(packageFile) : null,
    clock: systemClock,
    progress(done, all) {
      if (done % step === 0 || done === all) tell(`...   Teams: ${done} of ${all} colleagues looked at`);
    },
  });
}
