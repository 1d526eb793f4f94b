import type { Log } from "#base/log.ts";
import { problemOf } from "#base/problem.ts";
import type { Classifier } from "#classify/classifier.ts";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { ownPlaces, readOwn } from "#classify/embedded/own-model.ts";
import type { Config } from "#config.ts";

/** The engine of this house: with what was learned here where that fits, else with what comes with the program. */
export function openEngine(config: Pick<Config, "dataDir">, log: Log): Classifier {
  try {
    return openEmbedded(readOwn(ownPlaces(config.dataDir)));
  } catch (thrown) {
    if (problemOf(thrown).kind !== "misconfigured") throw thrown;
    log.warn("The model in DATA_DIR is not used: doctor says why. The one that comes with the program is.");
    return openEmbedded();
  }
}
