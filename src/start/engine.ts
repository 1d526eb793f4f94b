import type { Log } from "#base/log.ts";
import { problemOf } from "#base/problem.ts";
import type { Classifier } from "#classify/classifier.ts";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { ownPlaces, readOwn } from "#classify/embedded/own-model.ts";
import { readNet } from "#classify/safety-net.ts";
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

/** Enough for Node to have compiled what reads; a tenth of a second. */
const rounds = 25;
const samples = [
  "Ik maak me zorgen om een leerling uit groep 6, hij komt al weken zonder eten en is erg stil.",
  "De buurvrouw riep gisteren om hulp, haar man had gedronken. Er liggen ook veel brieven van de deurwaarder.",
  "Hoe laat begint de training zaterdag? Ik kan de ballen meenemen.",
];

/** Has it read something before people come: the first messages of a process would take ten times as long as the later ones. */
export async function warmUp(classifier: Classifier): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (const text of samples) {
      readNet(text);
      await classifier.classify(text);
    }
  }
}
