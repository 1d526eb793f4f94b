import { writeFileSync } from "node:fs";
import { silentLog } from "#base/log.ts";
import { Problem } from "#base/problem.ts";
import type { Classifier } from "#classify/classifier.ts";
import { openModel } from "#classify/openai/open-model.ts";
import { withCorrections } from "#commands/corrections.ts";
import { besideEmbedded } from "#commands/evaluate/beside-embedded.ts";
import { judge, type ToJudge } from "#commands/evaluate/judge.ts";
import { byKeywords } from "#commands/evaluate/keyword-list.ts";
import { cardLines, groupLines, hardnessLine } from "#commands/evaluate/print.ts";
import { byGroup, scorecard } from "#commands/evaluate/scorecard.ts";
import { messagesOf } from "#commands/evaluate/sets.ts";
import type { Command } from "#commands/terminal.ts";
import { type Config, readConfig } from "#config.ts";
import { openEngine } from "#start/engine.ts";
import { openDirectory } from "#start/open.ts";
import { namesIn } from "#start/second-reader.ts";

/**
 * How well messages are read that somebody else labelled: net and engine together, as the house does it when nobody has
 * answered a question. `--set`: `golden`, `dev`, `corrections`, or a file of your own; `--engine`: `embedded`, `openai` (the language
 * model of the settings alone) or `both` (what it raises and adds); `--report`: everything as JSON.
 */
export const evaluate: Command = async ({ flags, print, complain }) => {
  const set = typeof flags["set"] === "string" ? flags["set"] : "golden";
  const config = readConfig();
  const messages = await messagesIn(set, config);
  const { classifier, silences } = readerOf(flags["engine"] ?? "embedded", set, config);
  const judged = await judge(messages, classifier, progress(complain, messages.length));
  print(`${classifier.name} ${classifier.version}`);
  for (const [why, count] of silences)
    print(`${count} times no answer, so the embedded engine's counts: ${why}`);
  const keywords = byKeywords(messages.map(({ meant }) => meant));
  print(hardnessLine(keywords));
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
      keywords,
      groups,
    };
    writeFileSync(report, `${JSON.stringify(whole, null, 2)}\n`);
  }
  return 0;
};

/** `corrections`: what experts corrected in this house, where the municipality's file allows it. */
async function messagesIn(set: string, config: Config): Promise<readonly ToJudge[]> {
  if (set !== "corrections") return messagesOf(set).map((meant) => ({ meant }));
  return withCorrections(config, async (corrections) => corrections);
}

/** The engine that is measured; `silences`: why a language model gave no answer, and how often. */
function readerOf(
  engine: string | true,
  set: string,
  config: Config,
): { classifier: Classifier; silences: ReadonlyMap<string, number> } {
  const embedded = openEngine(config, silentLog);
  if (engine === "embedded") return { classifier: embedded, silences: new Map() };
  if (engine !== "openai" && engine !== "both")
    throw new Problem("refused", "--engine: expected embedded, openai or both.");
  const { model } = config;
  if (model === null) {
    throw new Problem(
      "misconfigured",
      `--engine ${engine} needs a language model: give MODEL_URL and MODEL_NAME.`,
    );
  }
  // What experts corrected is of real people here: it leaves as it does when the house runs.
  const known = set === "corrections" ? namesIn(openDirectory(config)) : {};
  return besideEmbedded(embedded, openModel({ ...model, ...known }), engine);
}

/** A line now and then on standard error: how far it is. */
function progress(complain: (line: string) => void, all: number): (count: number) => void {
  const step = Math.max(100, Math.ceil(all / 10));
  return (count) => {
    if (count % step === 0) complain(`${count} of ${all} messages read`);
  };
}
