import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Evidence } from "#signal/classified.ts";
import type { ScreenBody } from "#signal/screen.ts";
import type { Proposal, Signal } from "#signal/signal.ts";
import type { Card } from "#texts/card.ts";
import { formOf } from "#texts/form.ts";
import { exampleSignal } from "#texts/gallery/example-signal.ts";
import type { Reading } from "#texts/labels.ts";
import { screenCard } from "#texts/screen-card.ts";
import { saidInCard } from "./support/said-in.ts";
import { sampleDirectory } from "./support/sample-directory.ts";

type Story = Extract<ScreenBody, { kind: "story" }>;

const now = Date.UTC(2026, 10, 23, 9, 12);
const hour = 3_600_000;
const reading: Reading = { language: "nl", directory: sampleDirectory(), words: new Map(), now };

function story(change: Partial<Signal> = {}, over: Partial<Story> = {}): Card {
  const signal = exampleSignal(reading, change);
  const body: Story = {
    kind: "story",
    signal,
    told: [{ what: "story", by: "signaler", at: now - hour, text: "het verhaal" }],
    evidence: [],
    proposal: signal.proposal,
    reason: signal.reason,
    mayAct: true,
  };
  return screenCard({ ...body, ...over }, reading);
}

function quotes(card: Card): string[] {
  return card.parts.flatMap((part) => (part.part === "quote" ? [`${part.text} | ${part.by}`] : []));
}

function fact(card: Card, label: string): string | undefined {
  return card.parts
    .flatMap((part) => (part.part === "facts" ? part.facts : []))
    .find((one) => one.label === label)?.value;
}

function ours(card: Card): string {
  return saidInCard(card)
    .filter(({ as }) => as !== "quote")
    .map(({ text }) => text)
    .join("\n");
}

test("words that point to the same stand together, and a piece of a longer one stands once", () => {
  const evidence: Evidence[] = [
    { quote: "steeds geen brood", pointsTo: "debt" },
    { quote: "geen brood mee", pointsTo: "debt" },
    { quote: "wou niet mee op schoolreis", pointsTo: "debt" },
    { quote: "Niet mee op  schoolreis", pointsTo: "debt" },
    { quote: "geen brood mee", pointsTo: "debt" },
    { quote: "al een maand", pointsTo: "soon" },
  ];
  expect(quotes(story({}, { told: [], evidence }))).toEqual([
    "steeds geen brood … geen brood mee … wou niet mee op schoolreis | wijst op geldzorgen",
    "al een maand | wijst op urgentie snel",
  ]);
});

test("no word that counted is lost: every piece is in the quote of what it points to", () => {
  const piece = fc.record({
    quote: fc.array(fc.constantFrom("geen", "brood", "mee", "Schoolreis"), { minLength: 1, maxLength: 4 }),
    pointsTo: fc.constantFrom("debt", "soon", "not_a_signal"),
  });
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
      const evidence = pieces.map(({ quote, pointsTo }): Evidence => ({ quote: quote.join(" "), pointsTo }));
      const found = quotes(story({}, { told: [], evidence }));
      expect(found).toHaveLength(new Set(evidence.map(({ pointsTo }) => pointsTo)).size);
      const by = { debt: "wijst op geldzorgen", soon: "wijst op urgentie snel", not_a_signal: "geen zorg" };
      for (const { quote, pointsTo } of evidence) {
        const group = found.find((text) => text.endsWith(by[pointsTo as keyof typeof by]));
        expect(group).toContain(quote);
      }
    }),
  );
});

test("a fixed rule that was hit twice stands once, at its highest level", () => {
  const proposal: Proposal = {
    kind: "signal",
    categories: ["debt"],
    urgency: "soon",
    confidence: "high",
    engine: "embedded",
    version: "1",
    flags: [
      { rule: "R10", level: "soon" },
      { rule: "R10", level: "urgent" },
      { rule: "R9", level: "soon" },
    ],
    evidence: null,
  };
  const lists = story({ reason: null }, { proposal, reason: null }).parts.flatMap((part) =>
    part.part === "list" ? part.items : [],
  );
  expect(lists).toEqual([
    "Vaste regel: geen eten, water of warmte (spoed).",
    "Vaste regel: uitzetting of afsluiting die bijna komt (snel).",
  ]);
});

test("who decided what it is about is not said to have decided an urgency that rose afterwards", () => {
  const said = ours(story({ decidedBy: "sanne", categories: ["debt"], urgency: "urgent" }));
  expect(said).toContain("Sanne heeft bepaald waar het over gaat: geldzorgen. Urgentie nu: spoed.");
  expect(said).not.toMatch(/Sanne[^.]*spoed/);
  expect(ours(story({ decidedBy: null, urgency: "urgent" }))).toContain("Urgentie nu: spoed.");
  expect(ours(story({ decidedBy: null, urgency: "preventive" }))).not.toContain("Urgentie nu");
  expect(ours(story({ decidedBy: "sanne" }, { proposal: null }))).not.toContain("Jij beslist");
});

test("what the signaler pressed afterwards and how often it went round stands in the facts", () => {
  const card = story({
    worriedAt: now - hour,
    called: "cannot_call",
    withdrawAskedAt: now - 24 * hour,
    hops: 2,
    holder: null,
    stage: "routed",
    asked: ["ben", "sanne"],
  });
  expect(fact(card, "Nog steeds bezorgd")).toBe("Vandaag, 9.12 uur");
  expect(fact(card, "Antwoord over 112")).toBe("Ik kan nu niet bellen");
  expect(fact(card, "Vroeg om intrekken")).toBe("Zondag 22 november, 10.12 uur");
  expect(fact(card, "Keer overgedragen")).toBe("2");
  expect(fact(card, "Gevraagd aan")).toBe("Sanne");
  const quiet = story();
  for (const label of ["Nog steeds bezorgd", "Antwoord over 112", "Vroeg om intrekken", "Keer overgedragen"])
    expect(fact(quiet, label)).toBeUndefined();
});

test("what it waits for stands on top with since when, once, and earlier waiting is past", () => {
  const told: Story["told"] = [
    { what: "story", by: "signaler", at: now - 99 * hour, text: "het verhaal" },
    { what: "waiting", by: "ben", at: now - 48 * hour, text: "een fonds" },
    { what: "waiting", by: "ben", at: now - 2 * hour, text: "de ggz" },
  ];
  const card = story({ waiting: { where: "w", since: now - 48 * hour } }, { told });
  expect(quotes(card)[0]).toBe("de ggz | Sinds zaterdag 21 november, 10.12 uur");
  expect(quotes(card).filter((quote) => quote.startsWith("de ggz"))).toHaveLength(1);
  expect(ours(card)).toContain("Wachtte op");
  expect(quotes(story({ waiting: null }, { told }))).toHaveLength(3);
});

test("why this colleague is about the one asked last, with at most three others named", () => {
  const card = story(
    { asked: ["ben", "sanne"], holder: "ben" },
    {
      reason: {
        because: ["after:ben", "handed_over", "duty"],
        passedOver: ["ben", "sanne", "noor", "vera", "dora"].map((person) => ({ person, why: "full" })),
      },
    },
  );
  const said = ours(card).split("\n");
  const from = said.indexOf("Waarom bij Sanne?");
  expect(said.slice(from + 1, from + 8)).toEqual([
    "Sanne staat na Ben in de rij.",
    "Sanne kreeg het van een collega.",
    "Sanne heeft dienst.",
    "Niet Ben: zit vol.",
    "Niet Noor: zit vol.",
    "Niet Vera: zit vol.",
    "En nog 1 ander niet.",
  ]);
  const last = { because: ["coordinator"], passedOver: [] };
  expect(ours(story({ asked: [], holder: "noor" }, { reason: last }))).toContain("Waarom bij Noor?");
  expect(ours(story({ asked: [], holder: null }, { reason: last }))).toContain(
    "Deze collega coördineert het team.",
  );
});

test("a colleague's list says how old each signal is, whom it waits for, and what comes first", () => {
  const routed = exampleSignal(reading, { stage: "routed", holder: null, receivedAt: now - 76 * hour });
  const held = exampleSignal(reading, { receivedAt: now - hour });
  const card = screenCard(
    {
      kind: "home_expert",
      waiting: [routed, { ...routed, code: "VS-2", asked: ["ben", "sanne"] }],
      held: [
        held,
        { ...held, feedbackAt: now, waiting: { where: "w", since: now - 25 * hour } },
        { ...held, feedbackAt: now, stage: "working", outcome: "P2" },
      ],
      person: "ben",
      now,
      away: null,
      capacity: 8,
      load: 3,
    },
    reading,
  );
  const rows = card.parts.flatMap((part) => (part.part === "table" ? part.rows : []));
  expect(rows.map(([, , , stands, age, next]) => [stands, age, next?.split(" voor ")[0]])).toEqual([
    ["Wacht op jou", "3 dagen geleden", "Oppakken"],
    ["Wacht op Sanne", "3 dagen geleden", "Oppakken"],
    ["Opgepakt", "Vandaag", "Laat weten"],
    ["Wacht op een ander, al 1 dag", "Vandaag", "Uitkomst"],
    ["Er wordt aan gewerkt", "Vandaag", "Loopt"],
  ]);
  for (const row of rows) expect(row.every((cell) => cell.length <= 60)).toBe(true);
});

test("in danger the answer to a press promises no reader, and after any other press it says what comes next", () => {
  const said = (safety: Extract<ScreenBody, { kind: "done" }>["safety"]) =>
    ours(screenCard({ kind: "done", what: "sent", code: "VS-1", safety }, reading));
  expect(said(null)).toContain("Komt er antwoord? Dan hoor je het hier.");
  expect(said({ staffed: false, opensAt: now })).toContain("Het staat bij VS-1.");
  expect(said({ staffed: false, opensAt: now })).not.toContain("hoor je het");
});

test("whether it is a concern and what it is about can not contradict each other", () => {
  const form = formOf(
    { kind: "correct", code: "VS-1", signalKind: "signal", categories: [], urgency: "soon" },
    reading,
  );
  const kind = form.fields.find((field) => field.name === "kind");
  expect(kind?.label).toBe("Is dit een zorg?");
  const options = kind?.field === "choice" ? kind.options.map(({ label }) => label) : [];
  expect(options).toEqual(["Ja", "Ja, maar vooral over iets anders", "Nee, geen zorg"]);
  expect(options.join(" ")).not.toMatch(/onderwerp/);
});
