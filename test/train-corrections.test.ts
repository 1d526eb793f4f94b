import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Classifier } from "#classify/classifier.ts";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { heads } from "#classify/embedded/network.ts";
import { ownOf } from "#classify/embedded/own-model.ts";
import type { Correction } from "#commands/corrections.ts";
import { type Labelled, readCorpus } from "#commands/evaluate/corpus.ts";
import { scorecard } from "#commands/evaluate/scorecard.ts";
import { lessonsOf, modelFrom } from "#commands/train/corpus.ts";
import { ofMessage } from "#commands/train/examples.ts";
import { agreement, examplesFrom, learnFrom, worse } from "#commands/train/from-corrections.ts";

/** Enough to learn from in seconds. */
const corpus = ["eerder", "acuut"].flatMap((name) => readCorpus(`test/corpus/train/${name}.jsonl`));
/** Here the golden set is played by the development messages. */
const golden = readCorpus("test/corpus/dev/dev.jsonl").map((meant) => ({ meant }));

const correction = (
  text: string,
  given: Partial<Labelled> = {},
  more: Partial<Correction> = {},
): Correction => ({
  signal: text,
  meant: {
    text,
    kind: "signal",
    categories: ["addiction"],
    urgency: "soon",
    age_group: null,
    language: "nl",
    source: "school",
    sender: "professional",
    hard: [],
    ...given,
  },
  told: { danger: null, ageGroup: "adult" },
  isLowered: false,
  ...more,
});

/** A word of this neighbourhood that nobody else knows. */
const places = "achter de kantine,bij de sloot,op het plein,in de gang,naast de fietsen,bij de brug".split(
  ",",
);
const days = "maandag,dinsdag,woensdag,donderdag,vrijdag".split(",");
const local = places.flatMap((place) =>
  days.map((day) => correction(`Elke ${day} zit hij ${place} te snarfelen met de grote jongens.`)),
);

const study = { corpus: corpus.map(ofMessage), golden, seeds: [1], tell: () => {} };
const present = openEmbedded(ownOf(modelFrom(lessonsOf(study.corpus), [1], () => {})));

test("what experts keep correcting is learned, also for stories it has not seen", async () => {
  const learnt = await learnFrom({ ...study, corrections: local, present });
  expect(learnt.after.agreement).toBeGreaterThan(learnt.before.agreement);
  const engine = openEmbedded(ownOf(learnt.model));
  const unseen = [
    "Ook zijn zus zit te snarfelen.",
    "Mijn neef zit elke zaterdag bij het station te snarfelen.",
    "Elke zondag zit zijn zus in het park te snarfelen met de meiden.",
    "Hij zit te snarfelen in het bos",
  ];
  const findsIn = async (reader: Classifier) => {
    const readings = await Promise.all(unseen.map((text) => reader.classify(text)));
    return readings.filter(({ categories }) => categories.includes("addiction")).length;
  };
  // So little was learned here that it guesses, half of the time at most.
  expect(await findsIn(present)).toBeLessThanOrEqual(unseen.length / 2);
  expect(await findsIn(engine)).toBe(unseen.length);
});

test("corrections that would make it miss danger are not followed", async () => {
  const calmed = corpus
    .filter(({ urgency }) => urgency === "acute")
    .slice(0, 120)
    .map(({ text }) => correction(text, { kind: "not_a_signal", categories: [], urgency: "none" }));
  const learnt = await learnFrom({ ...study, corrections: calmed, present });
  // Either the model would miss more, or so many examples hold it that it does not follow.
  expect(learnt.worse).not.toEqual([]);
});

test("nothing that points to a person is learned", () => {
  const [example] = examplesFrom([correction("Fatima Yilmaz van 0612345678 snarfelt.")], 1_000);
  expect(example?.text).not.toMatch(/Fatima|Yilmaz|0612345678/);
});

test("a correction counts more than an invented message, all of them together less than the rest, and a level that the text does not say little or nothing", () => {
  const acute = heads.indexOf("acute");
  const debt = heads.indexOf("debt");
  const countsOf = (one: Correction, others = 1_000) => examplesFrom([one], others)[0]?.counts ?? [];
  expect([countsOf(local[0] as Correction)[debt], countsOf(local[0] as Correction)[acute]]).toEqual([2, 2]);
  const lowered = countsOf(correction("x", {}, { isLowered: true }));
  expect([lowered[debt], lowered[acute]]).toEqual([2, 1]);
  const pressed = countsOf(correction("x", {}, { told: { danger: "now", ageGroup: null } }));
  expect([pressed[debt], pressed[acute]]).toEqual([2, 0]);
  const all = examplesFrom(local, 30).reduce((sum, { counts }) => sum + (counts[debt] ?? 0), 0);
  expect(all).toBeCloseTo(6);
});

test("better is: agrees more, and nothing that matters is lower", async () => {
  const card = scorecard([]);
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const measured = fc
    .record({ agreement: share, macroF1: share, acute: share, urgent: share })
    .map((one) => ({
      agreement: one.agreement,
      golden: {
        ...card,
        macroF1: one.macroF1,
        acute: { ...card.acute, recall: one.acute },
        urgentOrHigher: { ...card.urgentOrHigher, recall: one.urgent },
      },
    }));
  fc.assert(
    fc.property(measured, measured, (before, after) => {
      const isBetter =
        after.agreement > before.agreement &&
        after.golden.macroF1 >= before.golden.macroF1 &&
        after.golden.acute.recall >= before.golden.acute.recall &&
        after.golden.urgentOrHigher.recall >= before.golden.urgentOrHigher.recall;
      expect(worse(before, after).length === 0).toBe(isBetter);
      expect(worse(before, before)).not.toEqual([]);
    }),
  );
});

test("agreement counts kind, categories and urgency alike", () => {
  const { meant } = correction("x", { categories: ["addiction", "debt"] });
  const got = { kind: "signal", categories: ["addiction"], urgency: "soon", confidence: "high" } as const;
  expect(agreement([{ meant, got }])).toBeCloseTo((1 + 0.5 + 1) / 3);
  expect(agreement([{ meant, got: { ...got, urgency: "acute" } }])).toBeCloseTo((1 + 0.5) / 3);
});
