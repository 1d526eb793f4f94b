import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { featuresOf } from "#classify/embedded/features.ts";
import { signsIn } from "#classify/embedded/found-sign.ts";
import { bytesOf } from "#classify/embedded/network.ts";
import { openThesaurus } from "#classify/embedded/thesaurus.ts";
import { read } from "#classify/reading/reading.ts";
import { readCorpus } from "#commands/evaluate/corpus.ts";
import type { Command } from "#commands/terminal.ts";
import { type Example, ofMessage, readHints } from "#commands/train/examples.ts";
import { learn } from "#commands/train/learn.ts";

const corpus = (name: string) => fileURLToPath(new URL(`../../test/corpus/${name}/`, import.meta.url));
const model = (name: string) => fileURLToPath(new URL(`../classify/embedded/model/${name}`, import.meta.url));
const seeds = [1, 2, 3];

/** Trains the embedded engine anew on the corpus: the same corpus gives the same model, to the bit. */
export const train: Command = async ({ print, complain }) => {
  const files = filesIn("train").concat(filesIn("hints"));
  const examples = files.flatMap((file) =>
    file.endsWith(".jsonl") ? readCorpus(file).map(ofMessage) : readHints(file),
  );
  complain(`${examples.length} examples from ${files.length} files`);
  const knows = openThesaurus();
  const featuresIn = (text: string) => {
    const reading = read(text);
    return featuresOf(reading, signsIn(reading), knows);
  };
  const lessons = examples.map(({ text, wanted, counts }: Example) => {
    const { places, values } = featuresIn(text);
    return { features: { places, values }, wanted, counts };
  });
  const networks = seeds.map((seed, number) =>
    learn(lessons, seed, (done, of) =>
      complain(`network ${number + 1} of ${seeds.length}: round ${done} of ${of}`),
    ),
  );
  const bytes = bytesOf(networks);
  writeFileSync(model("networks.bin"), bytes);
  const learned = createHash("sha256");
  for (const file of [...files, model("thesaurus.txt")]) learned.update(readFileSync(file));
  const about = {
    examples: examples.length,
    from: learned.digest("hex").slice(0, 16),
    networks: seeds.length,
  };
  writeFileSync(model("about.json"), `${JSON.stringify(about, null, 2)}\n`);
  print(model("networks.bin"));
  return 0;
};

function filesIn(name: string): string[] {
  const folder = corpus(name);
  return readdirSync(folder)
    .sort()
    .map((file) => folder + file);
}
