import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Problem } from "#base/problem.ts";
import { type Labelled, readCorpus } from "#commands/evaluate/corpus.ts";

const corpus = (path: string) => fileURLToPath(new URL(`../../../test/corpus/${path}`, import.meta.url));
const sets: Readonly<Record<string, readonly string[]>> = {
  golden: ["u", "v", "w", "x"].map((hand) => corpus(`golden/${hand}.jsonl`)),
  dev: ["dev", ...Array.from("abcdefghijklmnopqrst")].map((hand) => corpus(`dev/${hand}.jsonl`)),
};

/** The messages of a set: `golden`, `dev`, or a file of one's own. Throws Problem "refused" where there is no such set. */
export function messagesOf(set: string): Labelled[] {
  return filesOf(set).flatMap(readCorpus);
}

function filesOf(set: string): readonly string[] {
  const known = Object.hasOwn(sets, set) ? sets[set] : undefined;
  if (known === undefined && existsSync(set)) return [set];
  if (known === undefined) {
    throw new Problem(
      "refused",
      `--set: expected ${Object.keys(sets).join(", ")}, corrections, or a file with labelled messages.`,
    );
  }
  const missing = known.find((file) => !existsSync(file));
  if (missing === undefined) return known;
  throw new Problem(
    "refused",
    `There is no ${missing}: this installation came without the messages to measure with. Use a whole checkout.`,
  );
}
