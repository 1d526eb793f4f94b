import { problemOf } from "#base/problem.ts";
import { ownPlaces, readOwn } from "#classify/embedded/own-model.ts";
import { type Finding, good, note } from "#commands/doctor/finding.ts";
import type { Config } from "#config.ts";

/** Does what was learned here count? Nothing where nothing was learned. */
export function engineFindings({ dataDir }: Pick<Config, "dataDir">): Finding[] {
  try {
    const own = readOwn(ownPlaces(dataDir));
    return own === null ? [] : [good(`Messages are read with what was learned here: ${own.version}.`)];
  } catch (thrown) {
    // Messages are read all the same, by the model that comes with the program.
    return [note(problemOf(thrown).message)];
  }
}
