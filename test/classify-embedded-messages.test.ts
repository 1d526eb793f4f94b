import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { readNet } from "#classify/safety-net.ts";
import { verdict } from "#classify/verdict.ts";
import { readCorpus } from "#commands/evaluate/corpus.ts";
import { judge } from "#commands/evaluate/judge.ts";
import { scorecard } from "#commands/evaluate/scorecard.ts";
import { ageGroups, categories, kinds, urgencies } from "#signal/words.ts";

const message = z.strictObject({
  text: z.string().min(1),
  age_group: z.enum(ageGroups).nullable(),
  meant: z.strictObject({
    kind: z.enum(kinds),
    categories: z.array(z.enum(categories)).max(3),
    urgency: z.enum([...urgencies, "none"]),
  }),
});

const engine = openEmbedded();

async function readAll(name: string) {
  const lines = readFileSync(new URL(`fixtures/classify/${name}.jsonl`, import.meta.url), "utf8").trimEnd();
  return Promise.all(
    lines.split("\n").map(async (line) => {
      const { text, age_group: ageGroup, meant } = message.parse(JSON.parse(line));
      const classification = await engine.classify(text);
      return { text, meant, got: verdict({ net: readNet(text), classification, danger: null, ageGroup }) };
    }),
  );
}

/** Messages that the engine has not learned from, by other hands than its corpus. */
const files = ["hasty-checking", "fresh-checking", "blind"];

test.each(files)("%s: few messages stay unclear, and few get a wrong category", async (name) => {
  const read = await readAll(name);
  const known = read.filter(({ meant }) => meant.categories[0] !== "unclear");
  const unclear = known.filter(({ got }) => got.categories[0] === "unclear");
  const wrong = known.filter(({ got, meant }) => {
    const lead = got.categories[0];
    return (
      lead !== "unclear" &&
      (lead === undefined ? meant.kind !== "not_a_signal" : !meant.categories.includes(lead))
    );
  });
  expect(unclear.length / read.length).toBeLessThan(0.2);
  // Measured: 8 of 37 in the smallest file.
  expect(wrong.length / read.length).toBeLessThan(0.23);
});

test.each(files)(
  "%s: a concern is hardly ever taken for no signal, and never an urgent one",
  async (name) => {
    const read = await readAll(name);
    const missed = read.filter(
      ({ got, meant }) => got.kind === "not_a_signal" && meant.kind !== "not_a_signal",
    );
    expect(missed.length / read.length).toBeLessThan(0.06);
    expect(
      missed
        .filter(({ meant }) => meant.urgency === "acute" || meant.urgency === "urgent")
        .map(({ text }) => text),
    ).toEqual([]);
  },
);

test.each(files)("%s: no acute message is read as less", async (name) => {
  const missed = (await readAll(name)).filter(
    ({ got, meant }) => meant.urgency === "acute" && got.urgency !== "acute",
  );
  expect(missed.map(({ text }) => text)).toEqual([]);
});

test("on the development messages the engine and the net do not fall below what they reached", async () => {
  const dev = readCorpus("test/corpus/dev/dev.jsonl").map((meant) => ({ meant }));
  const card = scorecard(await judge(dev, engine));
  expect(card.macroF1).toBeGreaterThan(0.7);
  expect(card.kindRight).toBeGreaterThan(0.86);
  expect(card.acute.recall).toBeGreaterThan(0.78);
  expect(card.acute.precision).toBeGreaterThan(0.5);
  expect(card.urgentOrHigher.recall).toBeGreaterThan(0.8);
  expect(card.underBy2).toBeLessThan(0.03);
});

const chat = [
  "De training van dinsdag was gezellig en iedereen was er.",
  "Het was een leuke les vandaag en de kinderen deden goed mee.",
  "Morgen gaan we met de bus naar Artis, graag een lunch meegeven.",
  "Hoi, bedankt voor het verslag van vorige week, ziet er goed uit.",
  "De kantine is zaterdag open van tien tot vier.",
  "Kun je mij nog even het nieuwe rooster sturen?",
  "We hebben met de buurt een fijne middag gehad in de moestuin.",
];
const spoken = (sentence: string) =>
  sentence.replace(/[.?!]$/, "").replace(/^[A-Z]/, (letter) => letter.toLowerCase());

test.each([
  // Measured: 9% of all and 6% of the pressing ones; before sentences were read alone 53% and 36%.
  { what: "among sentences", joined: (all: readonly string[]) => all.join(" "), most: 0.12, pressing: 0.06 },
  // Measured: 15% and 10%; before 51% and 35%.
  {
    what: "dictated",
    joined: (all: readonly string[]) => all.map(spoken).join(" en "),
    most: 0.2,
    pressing: 0.15,
  },
])(
  "what is a concern by itself is hardly ever put aside because of chat around it, $what",
  async ({ joined, most, pressing }) => {
    const messages = ["g", "i", "j", "a"].flatMap((hand) => readCorpus(`test/corpus/dev/${hand}.jsonl`));
    const short = messages.filter(
      ({ kind, language, text }) => kind === "signal" && language === "nl" && text.length < 220,
    );
    const heard: typeof short = [];
    for (const one of short) if ((await engine.classify(one.text)).kind !== "not_a_signal") heard.push(one);
    expect(heard.length).toBeGreaterThan(300);
    const lost: boolean[] = [];
    for (const count of [1, 2, 4]) {
      for (const [at, { text, urgency }] of heard.entries()) {
        const around = Array.from({ length: count }, (_, one) => chat[(at + one) % chat.length] ?? "");
        const whole = joined(around.toSpliced(at % (count + 1), 0, text.replace(/([^.?!])$/, "$1.")));
        const isAside =
          (await engine.classify(whole)).kind === "not_a_signal" && readNet(whole).level === null;
        if (isAside) lost.push(urgency === "acute" || urgency === "urgent");
      }
    }
    const all = 3 * heard.length;
    const pressed = 3 * heard.filter(({ urgency }) => urgency === "acute" || urgency === "urgent").length;
    expect(lost.length / all).toBeLessThan(most);
    expect(lost.filter(Boolean).length / pressed).toBeLessThan(pressing);
  },
);
