import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { featuresOf } from "#classify/embedded/features.ts";
import { signsIn } from "#classify/embedded/found-sign.ts";
import { bytesOf, heads, networksIn } from "#classify/embedded/network.ts";
import { opinionOf, panelOf } from "#classify/embedded/panel.ts";
import { openThesaurus } from "#classify/embedded/thesaurus.ts";
import { read } from "#classify/reading/reading.ts";
import { readCorpus } from "#commands/evaluate/corpus.ts";
import { madeOf } from "#commands/train/corpus.ts";
import { ofMessage } from "#commands/train/examples.ts";
import { learn } from "#commands/train/learn.ts";

const knows = openThesaurus();
const features = (text: string) => {
  const reading = read(text);
  return featuresOf(reading, signsIn(reading), knows);
};
const lessons = readCorpus("test/corpus/train/eerder.jsonl").map((message) => {
  const { text, wanted, counts } = ofMessage(message);
  return { features: features(text), wanted, counts };
});

test("the same lessons and seed give the same network, to the bit, and it survives its file", () => {
  const once = bytesOf([learn(lessons, 7, () => {})]);
  expect(once.equals(bytesOf([learn(lessons, 7, () => {})]))).toBe(true);
  expect(bytesOf(networksIn(once)).equals(once)).toBe(true);
  expect(bytesOf([learn(lessons, 8, () => {})]).equals(once)).toBe(false);
});

test("it learns what it is taught", () => {
  const network = learn(lessons, 7, () => {});
  const debt = heads.indexOf("debt");
  const right = lessons.filter(
    (lesson) =>
      opinionOf(panelOf([network]), { ...lesson.features }).scores.debt > 0 === (lesson.wanted[debt] === 1),
  );
  expect(right.length / lessons.length).toBeGreaterThan(0.95);
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

const places = (text: string) => [...features(text).places].sort((a, b) => a - b);

test("what belongs to grandpa is read as what belongs to grandma", () => {
  expect(places("ze slaapt op opa's stoel")).toEqual(places("ze slaapt op oma's stoel"));
  expect(places("ze slaapt op opa's stoel")).not.toEqual(places("ze slaapt op de stoel"));
});

test("accents, capitals and numbers do not matter to a word, and the longest message is read", () => {
  expect(places("Hij is 14 en één keer weggelopen")).toEqual(places("hij is 15 en een keer weggelopen"));
  expect(features("wil niet naar huis ".repeat(400)).places.length).toBeGreaterThan(50);
  expect(features("").places.length).toBe(0);
});
