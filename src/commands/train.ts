import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { silentLog } from "#base/log.ts";
import { Problem } from "#base/problem.ts";
import { bytesOf, hashOf } from "#classify/embedded/network.ts";
import { goBack, ownPlaces } from "#classify/embedded/own-model.ts";
import { withCorrections } from "#commands/corrections.ts";
import { messagesOf } from "#commands/evaluate/sets.ts";
import type { Command, Terminal } from "#commands/terminal.ts";
import { corpusFiles, examplesIn, lessonsOf, madeOf, modelFrom, seeds } from "#commands/train/corpus.ts";
import { learnFrom, leastCorrections } from "#commands/train/from-corrections.ts";
import { keepIfBetter } from "#commands/train/keep.ts";
import { type Config, readConfig } from "#config.ts";
import { openEngine } from "#start/engine.ts";

const model = (name: string) => fileURLToPath(new URL(`../classify/embedded/model/${name}`, import.meta.url));

/**
 * Trains the embedded engine anew on the corpus: the same corpus gives the same model, to the bit. `--corrections`: with
 * what experts corrected in this house, into its data folder, and only where that is better. `--back`: takes that away again.
 */
export const train: Command = async (terminal) => {
  const { flags, complain } = terminal;
  if (flags["corrections"] && flags["back"]) {
    complain("Give --corrections or --back, not both.");
    return 2;
  }
  if (flags["back"]) return takeBack(readConfig(), terminal);
  if (flags["corrections"]) return fromCorrections(readConfig(), terminal);
  return fromCorpus(terminal);
};

function fromCorpus({ print, complain }: Terminal): number {
  const files = corpusFiles();
  const from = madeOf();
  const examples = examplesIn(files);
  complain(`${examples.length} examples from ${files.length} files`);
  const made = modelFrom(lessonsOf(examples), seeds, complain);
  const bytes = bytesOf(made);
  writeFileSync(model("networks.bin"), bytes);
  const about = {
    examples: examples.length,
    from,
    features: made.known.count,
    networks: seeds.length,
    sha256: hashOf(bytes),
  };
  writeFileSync(model("about.json"), `${JSON.stringify(about, null, 2)}\n`);
  print(model("networks.bin"));
  return 0;
}

function fromCorrections(config: Config, { print, complain }: Terminal): Promise<number> {
  return withCorrections(config, async (corrections, store) => {
    if (corrections.length < leastCorrections) {
      throw new Problem(
        "refused",
        `There are ${corrections.length} corrections with a story, and ${leastCorrections} are needed: of fewer the engine would learn single cases. Nothing was changed.`,
      );
    }
    complain(`${corrections.length} corrections`);
    const learnt = await learnFrom({
      corpus: examplesIn(corpusFiles()),
      corrections,
      golden: messagesOf("golden").map((meant) => ({ meant })),
      present: openEngine(config, silentLog),
      seeds,
      tell: complain,
    });
    await keepIfBetter(learnt, { corrections, store, places: ownPlaces(config.dataDir), print });
    return 0;
  });
}

function takeBack(config: Config, { print }: Terminal): number {
  const words = {
    before: "The model before this one is back. It counts from the next start on.",
    shipped: "The model that comes with the program is back. It counts from the next start on.",
    nothing: "Nothing was learned here: the model that comes with the program is used already.",
  };
  print(words[goBack(ownPlaces(config.dataDir))]);
  return 0;
}
