import { systemClock } from "#base/clock.ts";
import { bad, type Finding, good, note } from "#commands/doctor/finding.ts";
import type { Config } from "#config.ts";
import { preflight } from "#route/preflight.ts";
import { platformOf } from "#signal/address.ts";
import type { Directory } from "#signal/directory.ts";
import { openCalendar } from "#signal/working-time.ts";
import { readWholeDirectory } from "#start/open.ts";
import { placesIn, platformsOf } from "#start/reach.ts";

/** Would every signal find somebody? As the settings have it: an address on a platform that is not connected counts for nothing. */
export function municipalityFindings(directory: Directory, config: Config): Finding[] {
  const found = preflight(directory, openCalendar(directory.hours), systemClock.now());
  return [
    good(`The municipality file can be read: ${directory.municipality}, ${directory.people.length} people.`),
    ...found.map(({ severity, cause, fix }) => (severity === "fault" ? bad : note)(`${cause} ${fix}`)),
    ...(config.use === "real" ? silentChannels(config) : []),
  ];
}

/** Channels in the file to which nothing can be sent. */
function silentChannels(config: Config): Finding[] {
  const platforms = platformsOf(config);
  return placesIn(readWholeDirectory(config))
    .filter(({ what, at }) => !what.endsWith("addresses") && !platforms.includes(platformOf(at)))
    .map(({ what, at }) =>
      note(
        `${what}: ${platformOf(at)} is not connected, so nothing is sent there. Name a channel of ${platforms.join(" or ")}.`,
      ),
    );
}
