import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Problem } from "#base/problem.ts";
import { featuresOf } from "#classify/embedded/features.ts";
import { signsIn } from "#classify/embedded/found-sign.ts";
import { bitsOf, everything, type Known, knownBy, places } from "#classify/embedded/known.ts";
import type { Model } from "#classify/embedded/network.ts";
import { openThesaurus } from "#classify/embedded/thesaurus.ts";
import { read } from "#classify/reading/reading.ts";
import { readCorpus } from "#commands/evaluate/corpus.ts";
import { type Example, ofMessage, readHints } from "#commands/train/examples.ts";
import { type Lesson, learn } from "#commands/train/learn.ts";

const corpus = (name: string) => fileURLToPath(new URL(`../../../test/corpus/${name}/`, import.meta.url));
/** The model is the mean of so many networks. */
export const seeds: readonly number[] = [1, 2, 3];
/** A feature is known when so many examples have it: what fewer have says more about them than about how to read. */
const leastExamples = 15;
/** What experts of one's own house corrected counts more (from-corrections.ts): three of those will do. */
const leastOwn = 3;

/** The files of the corpus, in order. Throws Problem "refused" where they did not come along. */
export function corpusFiles(): string[] {
  return ["train", "hints"].flatMap((name) => {
    const folder = corpus(name);
    if (!existsSync(folder)) {
      throw new Problem(
        "refused",
        `There is no ${folder}: this installation came without the messages to learn from. Use a whole checkout.`,
      );
    }
    return readdirSync(folder)
      .sort()
      .map((file) => folder + file);
  });
}

const source = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
/** These only keep a model, or say in words what it decided. */
const onlyTell: ReadonlySet<string> = new Set(["own-model.ts", "evidence.ts", "telling-words.ts"]);

/**
 * What the model is made of, as a hash that names it: the corpus, the thesaurus, and the code that reads, learns and
 * decides, so that a bar or a sign that changes alone shows as well.
 */
export function madeOf(): string {
  const code = ["embedded", "reading", "red-flags", "redaction"].flatMap((room) =>
    readdirSync(source(`classify/${room}`))
      .filter((name) => name.endsWith(".ts") && !onlyTell.has(name))
      .sort()
      .map((name) => source(`classify/${room}/${name}`)),
  );
  const others = [
    "classify/redact.ts",
    "classify/embedded/model/thesaurus.txt",
    "commands/train/corpus.ts",
    "commands/train/examples.ts",
    "commands/train/learn.ts",
  ];
  const hash = createHash("sha256");
  for (const file of [...corpusFiles(), ...code, ...others.map(source)]) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

/** Everything that there is to learn from in these files. */
export function examplesIn(files: readonly string[]): Example[] {
  return files.flatMap((file) =>
    file.endsWith(".jsonl") ? readCorpus(file).map(ofMessage) : readHints(file),
  );
}

/** Examples with all their features, made once. */
export function lessonsOf(examples: readonly Example[]): Lesson[] {
  const knows = openThesaurus();
  return examples.map(({ text, wanted, counts }) => {
    const reading = read(text);
    const { numbers, values } = featuresOf(reading, signsIn(reading), { knows, known: everything });
    return { features: { numbers, values }, wanted, counts };
  });
}

/** Learns a network per seed, of the features that at least so many lessons have. `tell`: a line on how far it is. */
export function modelFrom(
  lessons: readonly Lesson[],
  from: readonly number[],
  tell: (line: string) => void,
  least = leastExamples,
): Model {
  const known = knownBy(bitsOf(inMany(lessons, least)));
  const own = lessons.map((lesson) => ({ ...lesson, features: narrowed(lesson.features, known) }));
  const networks = from.map((seed, number) =>
    learn(own, { count: known.count, seed }, (done, of) =>
      tell(`network ${number + 1} of ${from.length}: round ${done} of ${of}`),
    ),
  );
  return { known, networks };
}

function inMany(lessons: readonly Lesson[], least: number): number[] {
  const counts = new Float32Array(places);
  for (const { features, counts: weights } of lessons) {
    const one = Math.max(...weights) > 1 ? least / leastOwn : 1;
    for (const place of features.numbers) counts[place] = (counts[place] ?? 0) + one;
  }
  const many: number[] = [];
  for (let place = 0; place < places; place++) if ((counts[place] ?? 0) > least - 0.01) many.push(place);
  return many;
}

/** The same as if it had been read with these features from the begin: without the others, and of length 1. */
function narrowed({ numbers, values }: Lesson["features"], known: Known): Lesson["features"] {
  const kept = [...numbers.keys()].filter((at) => known.numberOf(numbers[at] ?? 0) >= 0);
  const length = Math.hypot(...kept.map((at) => values[at] ?? 0)) || 1;
  return {
    numbers: Int32Array.from(kept, (at) => known.numberOf(numbers[at] ?? 0)),
    values: Float32Array.from(kept, (at) => (values[at] ?? 0) / length),
  };
}
