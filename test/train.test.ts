import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { featuresOf } from "#classify/embedded/features.ts";
import { signsIn } from "#classify/embedded/found-sign.ts";
import { bitsOf, everything, type Known, knownBy, places } from "#classify/embedded/known.ts";
import { bytesOf, heads, modelIn } from "#classify/embedded/network.ts";
import { opinionOf, panelOf } from "#classify/embedded/panel.ts";
import { openThesaurus } from "#classify/embedded/thesaurus.ts";
import { read } from "#classify/reading/reading.ts";
import { readCorpus } from "#commands/evaluate/corpus.ts";
import { lessonsOf, madeOf, modelFrom } from "#commands/train/corpus.ts";
import { ofMessage } from "#commands/train/examples.ts";

const knows = openThesaurus();
const features = (text: string, known: Known = everything) => {
  const reading = read(text);
  return featuresOf(reading, signsIn(reading), { knows, known });
};
const messages = readCorpus("test/corpus/train/eerder.jsonl").map(ofMessage);
const lessons = lessonsOf(messages);
const learned = (seed: number) => modelFrom(lessons, [seed], () => {}, 2);

test("the same lessons and seed give the same model, to the bit, and it survives its file", () => {
  const once = bytesOf(learned(7));
  expect(once.equals(bytesOf(learned(7)))).toBe(true);
  const again = modelIn(once);
  expect(again && bytesOf(again).equals(once)).toBe(true);
  expect(again?.networks).toEqual(learned(7).networks);
  expect(bytesOf(learned(8)).equals(once)).toBe(false);
});

test("what is no model is not read as one", () => {
  const bytes = bytesOf(learned(7));
  for (const one of [
    bytes.subarray(0, 100),
    bytes.subarray(0, -1),
    Buffer.alloc(0),
    Buffer.alloc(bytes.length),
  ])
    expect(modelIn(one)).toBeNull();
});

test("it learns what it is taught", () => {
  const { known, networks } = learned(7);
  const debt = heads.indexOf("debt");
  const right = messages.filter(
    ({ text, wanted }) =>
      opinionOf(panelOf(networks), features(text, known)).scores.debt > 0 === (wanted[debt] === 1),
  );
  expect(right.length / messages.length).toBeGreaterThan(0.95);
});

test("a feature that only one message has is not known, one that many have is, each by a number of its own", () => {
  const { known } = learned(7);
  const all = messages.map(({ text }) => features(text));
  const counts = new Map<number, number>();
  for (const { numbers } of all) for (const place of numbers) counts.set(place, (counts.get(place) ?? 0) + 1);
  const numbers = [...counts.keys()]
    .sort((a, b) => a - b)
    .map((place) => [place, known.numberOf(place)] as const);
  expect(numbers.filter(([place, number]) => number >= 0 !== (counts.get(place) ?? 0) >= 2)).toEqual([]);
  const kept = numbers.flatMap(([, number]) => (number < 0 ? [] : [number]));
  expect(kept).toEqual([...kept.keys()]);
  expect(known.count).toBe(kept.length);
});

test("what three experts corrected is known, what only three invented messages say is not", () => {
  const said = (text: string, weight: number) =>
    messages.slice(0, 3).map((message, at) => ({
      ...message,
      text: `${at} ${text}`,
      counts: Float32Array.from(heads, () => weight),
    }));
  const { known } = modelFrom(lessonsOf([...said("snarfelen", 2), ...said("gruzopt", 1)]), [1], () => {});
  expect(features("snarfelen", known).numbers.length).toBeGreaterThan(5);
  expect(features("gruzopt", known).numbers.length).toBeLessThan(4);
});

test("learned features are weighed as they are when a message is read with those alone", () => {
  const { known } = learned(7);
  for (const { text } of messages.slice(0, 40)) {
    const all = features(text);
    const own = [...all.numbers.keys()].filter((at) => known.numberOf(all.numbers[at] ?? 0) >= 0);
    const length = Math.hypot(...own.map((at) => all.values[at] ?? 0));
    const alone = features(text, known);
    expect([...alone.numbers]).toEqual(own.map((at) => known.numberOf(all.numbers[at] ?? 0)));
    for (const [order, at] of own.entries())
      expect(alone.values[order]).toBeCloseTo((all.values[at] ?? 0) / length, 5);
  }
});

test("the last place of all can be known, and the first", () => {
  const known = knownBy(bitsOf([0, 31, 32, places - 1]));
  expect([0, 1, 31, 32, 33, places - 1].map(known.numberOf)).toEqual([0, -1, 1, 2, -1, 3]);
});

test("the model is the one that this corpus and this code give: train again after changing either", () => {
  const about = JSON.parse(readFileSync("src/classify/embedded/model/about.json", "utf8")) as {
    from: string;
  };
  expect(about.from).toBe(madeOf());
});

test("words that nobody knows are read by their stem or their parts", () => {
  expect(knows.conceptsOf("huurachterstanden").length).toBeGreaterThan(0);
  expect(knows.conceptsOf("deurwaarders")).toEqual(knows.conceptsOf("deurwaarder"));
  expect(knows.conceptsOf("qzxv")).toEqual([]);
});

const seen = (text: string) => [...features(text).numbers].sort((a, b) => a - b);

test("what belongs to grandpa is read as what belongs to grandma", () => {
  expect(seen("ze slaapt op opa's stoel")).toEqual(seen("ze slaapt op oma's stoel"));
  expect(seen("ze slaapt op opa's stoel")).not.toEqual(seen("ze slaapt op de stoel"));
});

test("accents, capitals and numbers do not matter to a word, and the longest message is read", () => {
  expect(seen("Hij is 14 en één keer weggelopen")).toEqual(seen("hij is 15 en een keer weggelopen"));
  expect(features("wil niet naar huis ".repeat(400)).numbers.length).toBeGreaterThan(50);
  expect(features("").numbers.length).toBe(0);
});
