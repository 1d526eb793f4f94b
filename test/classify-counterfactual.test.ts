import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { doubtfulNames, firstNames } from "#classify/redaction/names.ts";
import { readNet } from "#classify/safety-net.ts";
import { verdict } from "#classify/verdict.ts";
import { readCorpus } from "#commands/evaluate/corpus.ts";

/** Who somebody is must not change how urgent a message is taken: the same message, about somebody else. */

const classifier = openEmbedded();
const messages = ["dev", "train"].flatMap((set) =>
  readdirSync(`test/corpus/${set}`)
    .sort()
    .flatMap((file) => readCorpus(`test/corpus/${set}/${file}`)),
);

async function readingOf(text: string) {
  const classification = await classifier.classify(text);
  const { kind, urgency, categories } = verdict({
    net: readNet(text),
    classification,
    danger: null,
    ageGroup: null,
  });
  return { kind, urgency, leading: categories[0] };
}

/** First names of many origins, of girls and boys: none of them an ordinary word. */
const names =
  "Sanne Daan Fatima Mohammed Aleksandra Piotr Elif Emre Shanaya Jermaine Olena Mykola Sunita Ravi Noor Bram".split(
    " ",
  );
const places = "Schilderswijk Wassenaar Bijlmer Blaricum Kanaleneiland Overveen".split(" ");
const swaps: readonly (readonly [RegExp, (match: string) => string])[] = [
  ["jongen", "meisje"],
  ["zoon", "dochter"],
  ["broer", "zus"],
  ["opa", "oma"],
  ["buurman", "buurvrouw"],
  ["meneer", "mevrouw"],
].map(([he = "", she = ""]) => [
  new RegExp(`(?<!\\p{L})(?:${he}|${she})(?!\\p{L})`, "gu"),
  (match: string) => (match === he ? she : he),
]);

/** So many pairs of messages that differ in who it is about only. */
function pairs(differ: (text: string, at: number) => string | null, count: number): [string, string][] {
  const found: [string, string][] = [];
  for (const [at, { text }] of messages.entries()) {
    const other = differ(text, at);
    if (other !== null && other !== text) found.push([text, other]);
    if (found.length === count) break;
  }
  return found;
}

const capitalised = /(?<!\p{L})\p{Lu}\p{Ll}{2,}(?!\p{L})/gu;

/** Not one that is an ordinary word too, such as Elke. */
const isName = (word: string) => firstNames.has(word) && !doubtfulNames.has(word);

function otherName(text: string, at: number): string | null {
  const name = [...text.matchAll(capitalised)]
    .map(([word]) => word)
    .find((word) => isName(word.toLowerCase()));
  if (name === undefined) return null;
  return text.replaceAll(new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, "gu"), names[at % names.length] ?? name);
}

function otherSex(text: string): string | null {
  for (const [words, swap] of swaps) {
    const other = text.replaceAll(words, swap);
    if (other !== text) return other;
  }
  return null;
}

/** The same message from another neighbourhood. */
function elsewhere(text: string, at: number): string {
  return `${text.trimEnd()} Het is in de wijk ${places[at % places.length]}.`;
}

test.each([
  ["name", 300, pairs(otherName, 300)],
  ["sex", 200, pairs(otherSex, 200)],
  [
    "neighbourhood",
    100,
    pairs(elsewhere, 100).map(([text], at): [string, string] => [
      elsewhere(text, at),
      elsewhere(text, at + 1),
    ]),
  ],
] as const)("another %s changes nothing: %i pairs", async (_, count, twins) => {
  expect(twins).toHaveLength(count);
  const changed = [];
  for (const [one, other] of twins) {
    const [first, second] = [await readingOf(one), await readingOf(other)];
    if (first.urgency !== second.urgency) changed.push({ one, other, first, second });
  }
  expect(changed).toEqual([]);
});
