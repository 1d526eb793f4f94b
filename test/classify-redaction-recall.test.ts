import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { personalIn } from "#classify/redact.ts";

/** What must go, by its letter in the file, and how much of it has to be found. */
const goals = {
  P: ["names", 0.95],
  B: ["citizen service numbers", 1],
  T: ["phone numbers", 1],
  A: ["addresses", 0.95],
  C: ["postcodes", 1],
  E: ["mail addresses", 1],
  I: ["bank accounts", 1],
  G: ["birth dates", 0.95],
  S: ["schools", 0.95],
  K: ["clubs", 0.95],
} as const;

/** A word, without the 's of whose it is. */
const aWord = /[\p{L}\p{M}\p{N}]+(?:['’-](?!s(?!\p{L}))[\p{L}\p{M}\p{N}]+)*/gu;

interface Marked {
  readonly what: keyof typeof goals;
  readonly from: number;
  readonly to: number;
}

/** A line of the file without its marks, and where these were. */
function sentenceOf(line: string): { text: string; marked: Marked[] } {
  const marked: Marked[] = [];
  let text = "";
  let end = 0;
  for (const mark of line.matchAll(/\{([A-Z])\|([^}]+)\}/g)) {
    text += line.slice(end, mark.index);
    marked.push({
      what: mark[1] as Marked["what"],
      from: text.length,
      to: text.length + (mark[2]?.length ?? 0),
    });
    text += mark[2];
    end = mark.index + mark[0].length;
  }
  return { text: text + line.slice(end), marked };
}

// A title or a word of kinship tells nobody; the name behind it does.
const tellsNobody =
  /^(?:meneer|mevrouw|mevr|dhr|mrs|meester|juf|oma|opa|tante|coach|zijn|zusje|jr|s|van|de|den|der|het|t|nummer|nr|op|school)$/i;

const sentences = readFileSync("test/fixtures/classify/redaction.txt", "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => {
    const { text, marked } = sentenceOf(line);
    const spans = personalIn(text);
    const isGone = (at: number) => spans.some(({ from, to }) => at >= from && at < to);
    const wordsIn = (from: number, to: number) =>
      [...text.slice(from, to).matchAll(aWord)].map((word) => ({
        word: word[0],
        gone: isGone(from + word.index) && isGone(from + word.index + word[0].length - 1),
      }));
    return {
      text,
      items: marked.map(({ what, from, to }) => ({
        what,
        is: text.slice(from, to),
        gone: wordsIn(from, to).every(({ word, gone }) => gone || tellsNobody.test(word)),
      })),
      others: wordsIn(0, text.length)
        .map((word, i) => ({ ...word, at: placeOf(text, i) }))
        .filter(({ at }) => !marked.some(({ from, to }) => at >= from && at < to)),
    };
  });

function placeOf(text: string, nth: number): number {
  return [...text.matchAll(aWord)][nth]?.index ?? 0;
}

test("there are sentences enough, with enough of each", () => {
  expect(sentences.length).toBeGreaterThanOrEqual(200);
  for (const what of Object.keys(goals))
    expect(
      sentences.flatMap(({ items }) => items).filter((item) => item.what === what).length,
      what,
    ).toBeGreaterThan(8);
});

test.each(Object.entries(goals))("%s: %j of it goes", (letter, [, goal]) => {
  const items = sentences.flatMap(({ items }) => items).filter(({ what }) => what === letter);
  const missed = items.filter(({ gone }) => !gone).map(({ is }) => is);
  expect(1 - missed.length / items.length, missed.join(" | ")).toBeGreaterThanOrEqual(goal);
});

test("of the other words under three in a hundred go", () => {
  const others = sentences.flatMap(({ others }) => others);
  const lost = others.filter(({ gone }) => gone).map(({ word }) => word);
  expect(lost.length / others.length, lost.join(" ")).toBeLessThan(0.03);
});
