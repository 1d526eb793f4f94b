import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { NoticeBody } from "#signal/notice.ts";
import { refusals } from "#signal/screen.ts";
import { labelOf } from "#texts/buttons.ts";
import type { Card } from "#texts/card.ts";
import { exampleSignal } from "#texts/gallery/example-signal.ts";
import { galleryOf } from "#texts/gallery.ts";
import type { Reading } from "#texts/labels.ts";
import { noticeCard } from "#texts/notice-card.ts";
import { screenCard } from "#texts/screen-card.ts";
import { saidInCard } from "./support/said-in.ts";
import { sampleDirectory } from "./support/sample-directory.ts";

type Alert = Extract<NoticeBody, { kind: "alert" }>;

const now = Date.UTC(2026, 10, 23, 9, 12);
const reading: Reading = { language: "nl", directory: sampleDirectory(), words: new Map(), now };

const alert: Alert = {
  kind: "alert",
  code: "VS-7K3M",
  reader: "sanne",
  urgency: "urgent",
  categories: ["debt"],
  area: "noord",
  source: "school",
  ageGroup: "4-12",
  receivedAt: now - 3_600_000,
  due: now + 3_600_000,
  why: "assigned",
  stage: "routed",
  holder: null,
  words: null,
};

function labels(card: Card): string[] {
  return card.buttons.map((button) => button.label);
}

function ours(card: Card): string {
  return saidInCard(card)
    .filter(({ as }) => as !== "quote")
    .map(({ text }) => text)
    .join("\n");
}

test("every card has a title, a notification of one line, at most six buttons, and nothing unfilled", () => {
  // At home a colleague opens up to ten signals, and sets something about their own work.
  const most = (name: string) => (name.startsWith("home_expert") ? 16 : name.startsWith("story") ? 7 : 6);
  for (const language of ["nl", "en"] as const) {
    for (const { name, card } of galleryOf({ ...reading, language })) {
      if (!card) continue;
      expect([name, card.title.length > 0, card.title.length <= 100]).toEqual([name, true, true]);
      expect([name, card.summary.length > 0, card.summary.length <= 120]).toEqual([name, true, true]);
      expect([name, card.buttons.length <= most(name)]).toEqual([name, true]);
      const unfilled = saidInCard(card).filter(({ text }) => /[{}]|undefined|null|NaN|\[object/.test(text));
      expect([name, unfilled]).toEqual([name, []]);
    }
  }
});

test("words of people stand in quotes only, whatever they are: never in a title, a notification or markup", () => {
  const typed = fc.string({ minLength: 1, maxLength: 60 }).map((text) => `⟦${text}⟧`);
  fc.assert(
    fc.property(typed, (words) => {
      const known: Reading = { ...reading, words: new Map([["w", words]]) };
      const bodies: NoticeBody[] = [
        { ...alert, why: "handed_over", words: "w" },
        { kind: "question_relayed", code: "VS-7K3M", words: "w", answered: false },
        { kind: "feedback", code: "VS-7K3M", level: "advice", words: "w", person: "ben" },
        { kind: "consult", code: "VS-7K3M", from: "ben", categories: [], words: "w" },
        { kind: "consult_answer", code: "VS-7K3M", from: "ben", words: "w" },
      ];
      for (const body of bodies) {
        const card = noticeCard(body, known);
        // Words between people open in a dialog; only advice to the signaler stands in the chat, as a quote.
        const quotes = card.parts.filter((part) => part.part === "quote").map((part) => part.text);
        expect(ours(card)).not.toContain("⟦");
        expect(quotes).toEqual(body.kind === "feedback" ? [words] : []);
      }
      const story = screenCard(
        {
          kind: "story",
          signal: exampleSignal(reading),
          told: [{ what: "story", by: "signaler", at: now, text: words }],
          evidence: [{ quote: words, pointsTo: "debt" }],
          proposal: null,
          reason: null,
          mayAct: true,
        },
        reading,
      );
      expect(ours(story)).not.toContain("⟦");
    }),
  );
});

test("what the signaler wrote is not put in the chat: an answer or addition only points to the story", () => {
  const known: Reading = { ...reading, words: new Map([["w", "hij slaat haar"]]) };
  for (const body of [
    { kind: "answer_relayed", code: "VS-7K3M", words: "w" },
    { kind: "supplemented", code: "VS-7K3M", urgency: "soon", what: "words", words: "w" },
  ] as const) {
    const card = noticeCard(body, known);
    expect(JSON.stringify(card)).not.toContain("slaat");
    expect(card.buttons[0]?.act).toBe("open");
  }
});

test("a notification of an alert says the code, what it is, and whether it is urgent; no more", () => {
  expect(noticeCard(alert, reading).summary).toBe("VS-7K3M: nieuw signaal, spoed.");
  const secret: Alert = { ...alert, why: "handed_over", words: "w", stage: "accepted", holder: "ben" };
  const known: Reading = { ...reading, words: new Map([["w", "om de huurschuld"]]) };
  expect(noticeCard(secret, known).summary).toBe("VS-7K3M: bijgewerkt.");
});

test("an alert that waits can be accepted, one that is held shows by whom, one that is over is quiet", () => {
  expect(labels(noticeCard(alert, reading))).toEqual([
    "Ik pak dit op",
    "Bekijk",
    "Niet voor mij",
    "Draag over",
  ]);
  const held = noticeCard({ ...alert, stage: "accepted", holder: "sanne" }, reading);
  expect(ours(held)).toContain("Opgepakt door Sanne");
  expect(labels(held)).toEqual([
    "Bekijk",
    "Stel een vraag",
    "Overleg",
    "Laat weten",
    "Uitkomst",
    "Draag over",
  ]);
  expect(labels(held)).not.toContain(labelOf("accept", "nl"));
  // On the card of somebody else who was asked there is nothing to press.
  expect(
    labels(noticeCard({ ...alert, reader: "ben", stage: "accepted", holder: "sanne" }, reading)),
  ).toEqual([]);
  expect(labels(noticeCard({ ...alert, stage: "working", holder: "sanne" }, reading))).toContain("Afsluiten");
  expect(labels(noticeCard({ ...alert, stage: "closed", holder: "sanne" }, reading))).toEqual(["Bekijk"]);
  expect(noticeCard({ ...alert, stage: "withdrawn" }, reading).buttons).toEqual([]);
  const declined = noticeCard({ ...alert, why: "passed_on" }, reading);
  expect([declined.title, declined.buttons]).toEqual(["VS-7K3M is niet meer bij jou", []]);
});

test("the signaler sees role and team, never a name", () => {
  const directory = sampleDirectory();
  const people = directory.people.map((person) => ({ ...person, name: `Naam${person.id}` }));
  const sees = /^(receipt|safety|questions|question_relayed|feedback|delayed|withdraw_asked|home_signaler) /;
  const cards = galleryOf({ ...reading, directory: { ...directory, people } }).filter(({ name }) =>
    sees.test(name),
  );
  expect(cards.length).toBeGreaterThan(30);
  for (const { name, card } of cards) {
    const words = card ? saidInCard(card).map(({ text }) => text) : [];
    const named = words.filter((text) => text.includes("Naam"));
    expect([name, named]).toEqual([name, []]);
  }
  const feedback = noticeCard(
    { kind: "feedback", code: "VS-1", level: "looked_at", words: null, person: "ben" },
    reading,
  );
  expect(ours(feedback)).toContain("Een wijkteammedewerker van wijkteam Noord heeft je zorg bekeken.");
});

test("the closing word is the same whatever came of it, and an erased text is said to be erased", () => {
  const closed = noticeCard(
    { kind: "feedback", code: "VS-1", level: "closed", words: "w", person: "ben" },
    {
      ...reading,
      words: new Map([["w", "het gezin krijgt hulp"]]),
    },
  );
  expect(JSON.stringify(closed)).not.toContain("krijgt hulp");
  expect(ours(closed)).toContain("Je zorg is behandeld. Dank je wel. Zie je weer iets? Laat het ons weten.");
  const erased = noticeCard(
    { kind: "feedback", code: "VS-1", level: "advice", words: "gone", person: "ben" },
    reading,
  );
  expect(ours(erased)).toContain("Deze tekst is gewist.");
});

test("danger stays one press away on every open receipt", () => {
  const receipts = galleryOf(reading).filter(({ name }) =>
    /^receipt \/ (urgent|soon|preventive|accepted|reopened)/.test(name),
  );
  expect(receipts.length).toBeGreaterThan(8);
  for (const { name, card } of receipts) {
    const danger = card?.buttons.find((button) => button.fields?.["danger"] === "now");
    expect([name, danger?.act, danger?.on]).toEqual([name, "supplement", "VS-7K3M"]);
  }
});

test("a signaler who can not be reached is not called a colleague, nor named", () => {
  const card = noticeCard({ kind: "unreachable", code: "VS-1", person: "signaler" }, reading);
  expect(card.title).toBe("Wie het vertelde, is niet te bereiken");
  expect(ours(card)).not.toMatch(/collega/i);
  expect(noticeCard({ kind: "unreachable", code: "VS-1", person: "ben" }, reading).title).toBe(
    "Ben is niet te bereiken",
  );
});

test("every refusal says what to do instead", () => {
  for (const refusal of refusals) {
    for (const code of ["VS-7K3M", null]) {
      const card = screenCard({ kind: "refusal", refusal, code, holder: "ben" }, reading);
      const words = card.parts.flatMap((part) => (part.part === "text" ? [part.text] : []));
      expect([refusal, words.join(" ").length > 30]).toEqual([refusal, true]);
      expect(card.buttons.every((button) => button.on === code || button.on === "")).toBe(true);
    }
  }
  expect(
    screenCard({ kind: "refusal", refusal: "taken", code: "VS-1", holder: "sanne" }, reading).title,
  ).toBe("Sanne was je net voor");
});

test("why it was sorted and sent like this is said in words, never in a percentage or a code", () => {
  const signal = exampleSignal(reading, {
    reason: {
      because: [
        "expertise:debt:3",
        "area:noord",
        "load:3/8",
        "no_expertise:addiction",
        "partner:vera",
        "catch_all",
      ],
      passedOver: [
        { person: "sanne", why: "off_today" },
        { person: "noor", why: "something_new:7" },
      ],
    },
  });
  const words = ours(screenCard({ kind: "why", signal, evidence: [] }, reading));
  for (const expected of [
    "Ben is specialist in geldzorgen.",
    "Ben werkt in Noord.",
    "Ben heeft 3 van 8 plekken bezet.",
    "Niemand daar heeft kennis van drank, drugs, gokken of gamen.",
    "Vera kan advies geven.",
    "Niet Sanne: is er niet op tijd.",
    "Niet Noor: reden: something_new:7.",
    "De computer twijfelt een beetje.",
  ]) {
    expect(words).toContain(expected);
  }
  expect(words).not.toMatch(/%|expertise:|0\.\d/);
});

test("a reader along gets no buttons of the holder", () => {
  const body = {
    kind: "story",
    signal: exampleSignal(reading),
    told: [],
    evidence: [],
    proposal: null,
    reason: null,
  } as const;
  expect(screenCard({ ...body, mayAct: false }, reading).buttons.map((button) => button.act)).toEqual([
    "consult_answer",
  ]);
  const acts = screenCard({ ...body, mayAct: true }, reading).buttons.map((button) => button.act);
  expect(acts).toEqual(
    expect.arrayContaining(["ask", "consult", "feedback", "correct", "waiting", "outcome"]),
  );
});
