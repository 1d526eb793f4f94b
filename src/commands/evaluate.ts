import { existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Problem } from "#base/problem.ts";
import type { Classifier } from "#classify/classifier.ts";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { openModel } from "#classify/openai/open-model.ts";
import { readNet } from "#classify/safety-net.ts";
import { verdict } from "#classify/verdict.ts";
import { besideEmbedded } from "#commands/evaluate/beside-embedded.ts";
import { type Labelled, readCorpus } from "#commands/evaluate/corpus.ts";
import { cardLines, groupLines } from "#commands/evaluate/print.ts";
import { byGroup, type Judged, scorecard } from "#commands/evaluate/scorecard.ts";
import type { Command } from "#commands/terminal.ts";
import { readConfig } from "#config.ts";

const corpus = (path: string) => fileURLToPath(new URL(`../../test/corpus/${path}`, import.meta.url));
const sets: Readonly<Record<string, readonly string[]>> = {
  golden: [corpus("golden/a.jsonl"), corpus("golden/b.jsonl")],
  dev: [corpus("dev/dev.jsonl")],
};

/**
 * How well messages are read that somebody else labelled: net and engine together, as the house does it when nobody has
 * answered a question. `--set`: `golden`, `dev`, or a file of your own; `--engine`: `embedded`, `openai` (the language
 * model of the settings alone) or `both` (what it raises and adds); `--report`: everything as JSON.
 */
export const evaluate: Command = async ({ flags, print, complain }) => {
  const set = typeof flags["set"] === "string" ? flags["set"] : "golden";
  const messages = filesOf(set).flatMap(readCorpus);
  const { classifier, silences } = readerOf(flags["engine"] ?? "embedded");
  const judged = await judge(messages, classifier, progress(complain, messages.length));
  print(`${classifier.name} ${classifier.version}`);
  for (const [why, count] of silences)
    print(`${count} times no answer, so the embedded engine's counts: ${why}`);
  for (const line of cardLines(scorecard(judged))) print(line);
  const groups = {
    language: byGroup(judged, ({ language }) => [language]),
    source: byGroup(judged, ({ source }) => [source]),
    sender: byGroup(judged, ({ sender }) => [sender]),
    hard: byGroup(judged, ({ hard }) => hard),
  };
  for (const [title, cards] of Object.entries(groups)) {
    print("");
    for (const line of groupLines(title, cards)) print(line);
  }
  const { report } = flags;
  if (typeof report === "string") {
    const { name: engine, version } = classifier;
    const whole = {
      set,
      engine,
      version,
      silences: Object.fromEntries(silences),
      scorecard: scorecard(judged),
      groups,
    };
    writeFileSync(report, `${JSON.stringify(whole, null, 2)}\n`);
  }
  return 0;
};

/** The engine that is measured; `silences`: why a language model gave no answer, and how often. */
function readerOf(engine: string | true): { classifier: Classifier; silences: ReadonlyMap<string, number> } {
  const embedded = openEmbedded();
  if (engine === "embedded") return { classifier: embedded, silences: new Map() };
  if (engine !== "openai" && engine !== "both")
    throw new Problem("refused", "--engine: expected embedded, openai or both.");
  const { model } = readConfig();
  if (model === null) {
    throw new Problem(
      "misconfigured",
      `--engine ${engine} needs a language model: give MODEL_URL and MODEL_NAME.`,
    );
  }
  return besideEmbedded(embedded, openModel(model), engine);
}

function filesOf(set: string): readonly string[] {
  const known = Object.hasOwn(sets, set) ? sets[set] : undefined;
  if (known !== undefined) return known;
  if (existsSync(set)) return [set];
  throw new Problem(
    "refused",
    `--set: expected ${Object.keys(sets).join(", ")}, or a file with labelled messages.`,
  );
}

/** What the house would make of each message. */
export async function judge(
  messages: readonly Labelled[],
  classifier: Classifier,
  done: (count: number) => void,
): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const meant of messages) {
    const net = readNet(meant.text);
    const classification = await classifier.classify(meant.text);
    // The labels are of the text alone; what an age adds is a rule, not a reading.
    const got = verdict({ net, classification, danger: null, ageGroup: "adult" });
    judged.push({ meant, got });
    done(judged.length);
  }
  return judged;
}

/** A line now and then on standard error: how far it is. */
function progress(complain: (line: string) => void, all: number): (count: number) => void {
  const step = Math.max(100, Math.ceil(all / 10));
  return (count) => {
    if (count % step === 0) complain(`${count} of ${all} messages read`);
  };
}
