import type { ServerResponse } from "node:http";
import { join } from "node:path";
import type { Classifier } from "#classify/classifier.ts";
import { openSecondReader } from "#classify/openai/second-reader.ts";
import type { Signal } from "#signal/signal.ts";
import { complete, modelAnswer, openFakeModel } from "./fake-model.ts";
import { freshFolder, removeFolder } from "./folder.ts";
import { sampleDirectory } from "./sample-directory.ts";
import { openStage, type StageOptions } from "./stage.ts";

/** A way to answer one request. */
export type Way = (response: ServerResponse) => void;

/** An answer that keeps to the schema, with changes. */
export function says(change: Record<string, unknown>): Way {
  return (response) => complete(response, JSON.stringify(modelAnswer({ evidence: [], ...change })));
}

/** No answer, ever. */
export const hangs: Way = () => {};

/** What matters of a signal to those who wait for it. */
export function pith({ stage, kind, categories, urgency, asked, acceptDue, climbAt }: Signal) {
  return { stage, kind, categories, urgency, asked, acceptDue, climbAt };
}

/** A first reader that stays the same whatever the engine learns: about rent it sees debts, about a party nothing. */
const first: Classifier = {
  name: "first",
  version: "1",
  async classify(text) {
    const base = { confidence: "medium", evidence: [], engine: "first", version: "1" } as const;
    if (/feestje/.test(text)) return { ...base, kind: "not_a_signal", categories: [], urgency: "none" };
    const categories = /huur/.test(text) ? (["debt"] as const) : (["unclear"] as const);
    return { ...base, kind: "signal", categories, urgency: "soon" };
  },
};

/** A house without one, that reads the same otherwise. */
export function openFirstStage() {
  return openStage({ classifier: first });
}

/**
 * A house with a language model on this machine that answers in these ways, each in turn, the last one for ever. It says
 * nothing before `hear`: what was before can be looked at.
 */
export async function openSecondStage(
  ways: readonly Way[],
  { perDay = 100, patienceMs, ...options }: StageOptions & { perDay?: number; patienceMs?: number } = {},
) {
  const gate = Promise.withResolvers<void>();
  const gated = ways.map(
    (way): Way =>
      (response) =>
        void gate.promise.then(() => way(response)),
  );
  const model = await openFakeModel(...gated);
  const folder = freshFolder("model");
  const offFile = join(folder, "model-uit");
  const stage = await openStage({
    classifier: first,
    ...options,
    secondReader: openSecondReader({
      ...model.access,
      perDay,
      offFile,
      // Only what hangs should take long.
      patienceMs: patienceMs ?? (ways.includes(hangs) ? 300 : 5_000),
      areas: sampleDirectory().areas.map(({ name }) => name),
    }),
  });
  return {
    stage,
    model,
    offFile,
    /** Lets it speak, and everything that follows happens. */
    hear() {
      gate.resolve();
      return stage.reread();
    },
    async close() {
      await stage.close();
      await model.close();
      removeFolder(folder);
    },
  };
}
