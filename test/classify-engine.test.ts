import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { readNet } from "#classify/safety-net.ts";
import { verdict } from "#classify/verdict.ts";
import { readCorpus } from "#commands/evaluate/corpus.ts";
import type { Category, Urgency } from "#signal/words.ts";

const engine = openEmbedded();

async function decide(text: string) {
  const classification = await engine.classify(text);
  return verdict({ net: readNet(text), classification, danger: null, ageGroup: null });
}

// domain.md 7.5. The age is not asked here, so a concern about violence or the mind is at least "soon" (2.2 b).
test.each<[string, Category[], Urgency[]]>([
  [
    "jongen groep 7 heeft ineens steeds geen brood mee en wou niet mee op schoolreis, moeder zegt t komt wel goed",
    ["debt"],
    ["preventive"],
  ],
  ["buurvr gilt nu en ik hoor klappen, kids huile", ["domestic_violence"], ["acute"]],
  [
    "meisje 15 op turnen snijd zich denk ik, lange mouwe, zei ik ben klaar met alles",
    ["psychological"],
    ["urgent", "acute"],
  ],
  ["ze zijn aan de poes achter de kantine elk weekend", ["addiction"], ["soon", "preventive"]],
  [
    "vader staat altijd zo te schelde langs de lijn, zoontje krimpt in elkaar",
    ["domestic_violence"],
    ["soon"],
  ],
  ["oude man portiek praat in zichzelf en laat gas aan staan", ["psychological"], ["acute"]],
  [
    "leerling verdrietig, oma vorige week overleden, doet verder mee",
    ["psychological"],
    ["preventive", "soon"],
  ],
  ["deurwaarder komt donderdag uitzetten bij dat gezin met baby", ["debt"], ["urgent"]],
  ["trainer B zit aan meisjes in de kleedkamer", ["other"], ["urgent"]],
  ["ze pakte haar keel vorige week, ze is nu bij d'r zus", ["domestic_violence"], ["urgent", "acute"]],
  ["ik trek het zelf niet meer", ["psychological"], ["urgent"]],
])("%s", async (text, categories, levels) => {
  const decided = await decide(text);
  expect(decided.kind).toBe(categories[0] === "other" ? "other" : "signal");
  expect(decided.categories).toEqual(categories);
  expect(levels).toContain(decided.urgency);
});

test.each(["onze poes is weg", "mijn collega zeurt over rooster"])("no signal: %s", async (text) => {
  expect(await decide(text)).toMatchObject({ kind: "not_a_signal", categories: [], urgency: "none" });
});

const messages = readFileSync(new URL("fixtures/classify/messages.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split(" | "));

test("short messages are read for what they are, and hardly any of these is acute", async () => {
  const read = await Promise.all(
    messages.map(async ([leading, kind, text]) => ({ leading, kind, text, got: await decide(text ?? "") })),
  );
  const wrongKind = read.filter(({ kind, got }) => got.kind !== kind);
  const wrongLead = read.filter(({ leading, got }) => (got.categories[0] ?? "not_a_signal") !== leading);
  expect(wrongKind.length / read.length).toBeLessThan(0.05);
  expect(wrongLead.length / read.length).toBeLessThan(0.1);
  expect(read.filter(({ got }) => got.urgency === "acute").length / read.length).toBeLessThan(0.05);
});

test("several problems at once are all named", async () => {
  const { categories } = await engine.classify(
    "moeder drinkt elke dag, er zijn schulden en de deurwaarder komt, kind krijgt klappen van vader",
  );
  expect([...categories].sort()).toEqual(["addiction", "debt", "domestic_violence"]);
});

const calm = [
  "De training van dinsdag was gezellig en iedereen was er.",
  "Het was een leuke les vandaag en de kinderen deden goed mee.",
  "Morgen gaan we met de bus naar Artis, graag een lunch meegeven.",
  "Hoi, bedankt voor het verslag van vorige week, ziet er goed uit.",
];
const worries = [
  "De deurwaarder is geweest en ze kan de huur niet betalen.",
  "Een meisje van zeven durft niet naar huis omdat haar vader haar slaat.",
  "Mijn buurman drinkt elke avond een krat leeg en rijdt dan met de kinderen.",
  "Een jongen uit mijn klas zegt dat hij niet meer wil leven.",
];

test.each([1, 2, 3, 4, 6, 12])(
  "a plain worry is heard among %d calm sentences, wherever it stands",
  async (count) => {
    for (const worry of worries) {
      for (const first of calm.keys()) {
        const others = Array.from({ length: count }, (_, at) => calm[(first + at) % calm.length] ?? "");
        for (const place of [0, Math.floor(count / 2), count]) {
          const text = others.toSpliced(place, 0, worry).join(" ");
          expect([text, (await engine.classify(text)).kind]).toEqual([text, "signal"]);
        }
      }
    }
    expect(await engine.classify(calm.join(" "))).toMatchObject({ kind: "not_a_signal" });
  },
);

test("nor is it lost where somebody dictates, without any full stop", async () => {
  for (const worry of worries) {
    for (const place of [0, 2, 4]) {
      const text = calm
        .toSpliced(place, 0, worry)
        .map((sentence) => sentence.toLowerCase().replace(/[.,]/g, ""))
        .join(" en ");
      expect([text, (await engine.classify(text)).kind]).toEqual([text, "signal"]);
    }
  }
});

test.each([
  "Dhr. Bakker komt ook.",
  "Mevr. de Wit komt ook.",
  "Hij o.a. speelt mee.",
  "Kosten 3.50 p.p. en neem a.u.b. brood mee.",
  "Hij heeft\neen nieuwe fiets.",
])("half a sentence by itself alarms nobody: %j", async (end) => {
  expect(await engine.classify(`${calm.join(" ")} ${end}`)).toMatchObject({ kind: "not_a_signal" });
});

test("lines that are broken somewhere else change hardly any answer", async () => {
  const none: string[] = [];
  for (const { text } of readCorpus("test/corpus/dev/g.jsonl")) {
    const line = text.replace(/\s+/g, " ");
    if ((await engine.classify(line)).kind === "not_a_signal" && line.length > 120) none.push(line);
  }
  const flipped: string[] = [];
  for (const text of none)
    for (const most of [72, 40, 30]) {
      const broken = text.replace(new RegExp(`(.{1,${most}})(?: |$)`, "g"), "$1\n");
      if ((await engine.classify(broken)).kind !== "not_a_signal") flipped.push(broken);
    }
  expect(none.length).toBeGreaterThan(10);
  expect(flipped).toEqual([]);
});

const outing =
  "Vrijdag gaan we met groep 6 naar het museum. We vertrekken om negen uur met de bus en zijn om drie uur terug. Graag een " +
  "lunchpakket en een regenjas meegeven. Wie wil er mee als begeleider? We zoeken nog twee ouders. De kosten zijn al " +
  "betaald van de ouderbijdrage. De foto's komen volgende week op de website, en de klas maakt er een verslag van voor de " +
  "gang. Tot vrijdag allemaal.";

test.each(["", " 🙂", " 🎉🎉", " :-)", " 🙏", "\n---", " xx", "\nGroetjes, juf"])(
  "a long message without concern stays one, whatever stands behind it: %j",
  async (end) => {
    expect(await engine.classify(outing + end)).toMatchObject({ kind: "not_a_signal" });
  },
);

test.each(["", "🙂", "👍", "❤️"])("of what has no words nothing is concluded: %j", async (text) => {
  expect(await engine.classify(text)).toMatchObject({
    kind: "signal",
    categories: ["unclear"],
    urgency: "soon",
    confidence: "low",
  });
});

test("what is denied or unreal does not count", async () => {
  expect(
    (await engine.classify("hij drinkt niet en gebruikt geen drugs, maar er zijn wel schulden")).categories,
  ).toEqual(["debt"]);
  expect((await engine.classify("in een film slaat de vader zijn kind")).kind).toBe("not_a_signal");
});

test.each(["Onze kat heet Poes en de poes is ziek", "ze krast elke week een kraslot"])(
  "a word with two meanings: %s",
  async (text) => {
    const { categories } = await engine.classify(text);
    expect(categories).not.toContain("psychological");
  },
);

test.each([
  "komşunun çocuğu her gece ağlıyor ve annesi çok bağırıyor",
  "хлопчик щодня приходить голодний і боїться",
  "الطفل خائف من العودة إلى المنزل",
  "sąsiad ciągle krzyczy na dzieci i żonę",
])("another language is for a human, never no signal: %s", async (text) => {
  expect(await decide(text)).toMatchObject({ kind: "signal" });
});

test("a greeting in front of a worry is not a greeting, and a worry without a name is for a human", async () => {
  const vague = await decide(
    "Hoi, bedankt voor laatst. Er is iets met een meisje uit mijn team maar ik weet niet wat.",
  );
  expect(vague).toMatchObject({ kind: "signal", categories: ["unclear"], confidence: "low" });
  // Whoever does not know what it is may be right: somebody looks, and nobody is paged out of bed.
  expect(["soon", "urgent"]).toContain(vague.urgency);
});

test("whatever is typed, the answer is well formed and its quotes are literal parts of the message", async () => {
  const words = messages.flatMap(([, , text]) => (text ?? "").split(" "));
  const anything = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc
      .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: "binary", maxLength: 5 })), {
        maxLength: 60,
      })
      .map((parts) => parts.join(" ")),
  );
  await fc.assert(
    fc.asyncProperty(anything, async (text) => {
      const answer = await engine.classify(text);
      for (const { quote } of answer.evidence) {
        expect(quote).not.toBe("");
        expect(text.includes(quote)).toBe(true);
      }
      expect(answer.categories.length).toBeLessThanOrEqual(3);
      expect(answer.urgency === "none").toBe(answer.kind === "not_a_signal");
      expect(answer.categories.length === 0).toBe(answer.kind === "not_a_signal");
      if (answer.categories.includes("unclear"))
        expect(answer).toMatchObject({ kind: "signal", confidence: "low" });
      expect(await engine.classify(text)).toEqual(answer);
    }),
    { numRuns: 300 },
  );
});

test("whatever length the house takes in is read whole", async () => {
  const calm =
    "De training van dinsdag was gezellig en iedereen was er. Zaterdag spelen we om half tien uit tegen de koploper. " +
    "Wie kan er rijden? De shirts zijn gewassen en liggen in de kast bij de ingang. Het toernooi in mei gaat door, het " +
    "inschrijfgeld blijft gelijk. Graag voor vrijdag laten weten of jullie komen eten. De nieuwe ballen zijn binnen. " +
    "Op de foto's van vorige week staan we er goed op, ze hangen in de kantine. ";
  const debt =
    "Bij Samira thuis is de deurwaarder geweest, haar moeder kan de huur niet betalen en ze moeten eruit. ";
  const { categories } = await engine.classify(`${calm.repeat(15)}${debt}${calm.repeat(18)}`);
  expect(categories).toContain("debt");
});

test("of a very long text begin and end are read; it is never put aside, and its quotes are in it", async () => {
  const calm = "De training van dinsdag was gezellig en iedereen was er. ".repeat(600);
  expect(await engine.classify(calm.slice(0, 4_000))).toMatchObject({ kind: "not_a_signal" });
  expect(await engine.classify(calm)).toMatchObject({ kind: "signal" });
  const ended = await engine.classify(`${calm} De deurwaarder is geweest en ze kan de huur niet betalen.`);
  expect(ended.categories).toContain("debt");
  for (const { quote } of ended.evidence)
    expect(`${calm} De deurwaarder is geweest en ze kan de huur niet betalen.`).toContain(quote);
});
