import { Problem } from "#base/problem.ts";
import { wholeOf } from "#classify/read-signal.ts";
import type { Labelled } from "#commands/evaluate/corpus.ts";
import type { ToJudge } from "#commands/evaluate/judge.ts";
import type { Config } from "#config.ts";
import type { Entry } from "#signal/decision.ts";
import type { Signal, SignalId } from "#signal/signal.ts";
import { categories, compareUrgency, kinds, type Urgency, urgencies } from "#signal/words.ts";
import { openDirectory, openStore } from "#start/open.ts";
import type { Store } from "#store/store.ts";

/** What an expert made of a signal with "Klopt niet": the story as it was then, and how it should have been read. */
export interface Correction extends ToJudge {
  readonly signal: SignalId;
  /** The expert found it less urgent: perhaps by what the text does not say. */
  readonly isLowered: boolean;
}

/**
 * Does `work` with the corrections of this house; the stories are opened for it and go nowhere else. Throws Problem
 * "refused" where the municipality's file does not allow it.
 */
export async function withCorrections<T>(
  config: Config,
  work: (corrections: readonly Correction[], store: Store) => Promise<T>,
): Promise<T> {
  if (!openDirectory(config).learning.corrections) {
    throw new Problem(
      "refused",
      `${config.municipalityFile} does not allow to learn from corrections. Set it there, after your DPIA: learning: { corrections: true }`,
    );
  }
  const store = await openStore(config, "beside");
  try {
    return await work(await correctionsIn(store), store);
  } finally {
    await store.close();
  }
}

/** The last correction of every signal that still has its story. No exercises, and nothing that its signaler took back. */
export async function correctionsIn(store: Store): Promise<Correction[]> {
  const found: Correction[] = [];
  for (const { id } of await store.arrivals(0, Number.MAX_SAFE_INTEGER)) {
    const signal = await store.load(id);
    if (signal === null || signal.decidedBy === null || signal.story === null) continue;
    if (signal.drill || signal.stage === "withdrawn") continue;
    const correction = await correctionOf(signal, store);
    if (correction !== null) found.push(correction);
  }
  return found;
}

async function correctionOf(signal: Signal, store: Store): Promise<Correction | null> {
  const entry = (await store.entries(signal.id)).findLast(({ type }) => type === "corrected");
  const label = entry === undefined ? null : labelOf(entry);
  if (entry === undefined || label === null) return null;
  const passages = await store.passages(signal.id, ["story", "addition"]);
  // What came later the expert had not read.
  const text = wholeOf(passages.filter(({ at }) => at <= entry.at));
  if (text === null) return null;
  const { ageGroup, danger, language, role, source } = signal.report;
  const from = urgencies.find((one) => one === entry.facts["from"]);
  return {
    signal: signal.id,
    meant: { ...label, text, age_group: ageGroup, language, source, sender: role, hard: [] },
    told: { danger, ageGroup },
    isLowered: from !== undefined && (label.urgency === "none" || compareUrgency(label.urgency, from) > 0),
  };
}

type Label = Pick<Labelled, "kind" | "categories" | "urgency">;

/** What the log says of it, in codes; null: it can not be read. */
function labelOf({ facts }: Entry): Label | null {
  const kind = kinds.find((one) => one === facts["kind"]);
  const urgency: Urgency | undefined = urgencies.find((one) => one === facts["to"]);
  if (kind === undefined || urgency === undefined) return null;
  if (kind === "not_a_signal") return { kind, categories: [], urgency: "none" };
  const named = String(facts["categories"] ?? "").split(" ");
  const about = categories.filter((one) => named.includes(one));
  // The leading one first, as the expert chose it.
  const ordered = about.toSorted((a, b) => named.indexOf(a) - named.indexOf(b)).slice(0, 3);
  return { kind, categories: ordered.length > 0 ? ordered : ["unclear"], urgency };
}
