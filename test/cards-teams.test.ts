import { expect, test } from "vitest";
import { teamsCard, teamsDialog } from "#chat/teams/cards.ts";
import type { Card } from "#texts/card.ts";
import {
  alertSample,
  digestSample,
  hiddenSample,
  reportSample,
  safetySample,
} from "./support/sample-cards.ts";
import { wordsIn } from "./support/teams-payload.ts";

test("the notification says the summary; the card begins with a heading in the colour of its tone", () => {
  const { summary, card } = teamsCard(alertSample);
  expect(summary).toBe("VS-K7MP-3QF: dringend, zorgen over geweld thuis.");
  expect(card).toMatchObject({ version: "1.5", speak: summary });
  expect(card.body[0]).toMatchObject({
    type: "Container",
    style: "warning",
    items: [{ type: "TextBlock", style: "heading", text: "Nieuw signaal VS-K7MP-3QF" }],
  });
});

test("safety text stands right under the heading, wherever the card has it, with its bold words", () => {
  const { body } = teamsCard(safetySample).card;
  expect(body[1]).toMatchObject({ type: "Container", style: "attention" });
  expect(wordsIn(body[1]).join("")).toMatch(/^Is er nu gevaar\? Bel 112\. Wacht niet/);
  expect(JSON.stringify(body[1])).toContain('{"type":"TextRun","text":"0800-2000","weight":"Bolder"}');
});

function actionsOf(card: Card) {
  return teamsCard(card).card.body.flatMap((one) => (one.type === "ActionSet" ? one.actions : []));
}

test("a button that sends at once is an Execute with the same load in its Submit fallback", () => {
  const data = { act: "accept", packed: '{"on":"VS-K7MP-3QF","fields":null}' };
  const accept = { label: "Ik pak dit op", act: "accept", on: "VS-K7MP-3QF", style: "primary" } as const;
  expect(actionsOf({ ...alertSample, buttons: [accept] })).toEqual([
    {
      type: "Action.Execute",
      title: "Ik pak dit op",
      verb: "accept",
      style: "positive",
      data,
      fallback: { type: "Action.Submit", title: "Ik pak dit op", style: "positive", data },
    },
  ]);
});

test("a button whose answer must be read or filled in opens a dialog: also the signaler's, whose answer may be safety text", () => {
  const sets = actionsOf(safetySample);
  expect(sets).toHaveLength(3);
  expect(sets[0]).toEqual({
    type: "Action.Submit",
    title: "Ik heb gebeld",
    style: "positive",
    data: {
      act: "called",
      packed: '{"on":"VS-K7MP-3QF","fields":{"answer":"called"}}',
      msteams: { type: "task/fetch" },
    },
  });
});

test.each([
  ["open", undefined, "Action.Submit"],
  ["why", undefined, "Action.Submit"],
  ["hand_over", undefined, "Action.Submit"],
  ["supplement", { danger: "now" }, "Action.Submit"],
  ["still_worried", undefined, "Action.Submit"],
  ["decline", undefined, "Action.Execute"],
  ["back", {}, "Action.Execute"],
  ["feedback", { level: "seen" }, "Action.Execute"],
] as const)("%s with fields %j is an %s", (act, fields, type) => {
  const button = { label: "Knop", act, on: "", style: "plain", ...(fields ? { fields } : {}) } as const;
  expect(actionsOf({ ...alertSample, buttons: [button] })[0]?.type).toBe(type);
});

test("a row has as many buttons as can be read in full, and none is dropped", () => {
  const rowsOf = (...labels: string[]) => {
    const buttons = labels.map((label) => ({ label, act: "open", on: "", style: "plain" }) as const);
    return teamsCard({ ...alertSample, buttons }).card.body.flatMap((one) =>
      one.type === "ActionSet" ? [one.actions.map((action) => action.title)] : [],
    );
  };
  expect(rowsOf("Ik pak dit op", "Bekijk", "Niet voor mij", "Draag over")).toHaveLength(1);
  expect(
    rowsOf("Ik pak dit op", "Lees het verhaal", "Waarom ik?", "Draag over", "Ik kan dit niet doen"),
  ).toEqual([
    ["Ik pak dit op", "Lees het verhaal", "Waarom ik?"],
    ["Draag over", "Ik kan dit niet doen"],
  ]);
  expect(rowsOf(...Array.from({ length: 7 }, () => "Ja")).map((row) => row.length)).toEqual([6, 1]);
});

const cases = {
  part: "table",
  caption: "Wacht op jou",
  columns: ["Nummer", "Urgentie", "Onderwerp", "Stand", "Voor"],
  rows: [["VS-RMNR-GJG", "Snel", "Onveiligheid thuis", "Wacht", "morgen, dinsdag 24 november, 11.06 uur"]],
} as const;

test("a table whose words would break is told as facts, each row under its code", () => {
  const { body } = teamsCard({ ...hiddenSample, parts: [cases] }).card;
  expect(body.map((one) => one.type)).not.toContain("Table");
  expect(body.find((one) => one.type === "FactSet")).toMatchObject({
    facts: [
      { title: "Urgentie", value: "Snel" },
      { title: "Onderwerp", value: "Onveiligheid thuis" },
      { title: "Stand", value: "Wacht" },
      { title: "Voor", value: "morgen, dinsdag 24 november, 11.06 uur" },
    ],
  });
  expect(wordsIn(body).indexOf("VS-RMNR-GJG")).toBe(wordsIn(body).indexOf("Urgentie") - 1);
});

test("in a grid each column has room for its longest word", () => {
  const part = {
    ...cases,
    columns: ["Nummer", "Verteld"],
    rows: [["VS-RMNR-GJG", "vandaag, maandag 23 november"]],
  };
  const table = teamsCard({ ...hiddenSample, parts: [part] }).card.body.find((one) => one.type === "Table");
  const widths = table?.columns.map((column) => column.width) ?? [];
  const total = widths.reduce((sum, width) => sum + width, 0);
  // Of 44 characters beside each other the code has its eleven, and the day most of the rest.
  expect((44 * (widths[0] ?? 0)) / total).toBeGreaterThanOrEqual(11);
  expect(widths[1]).toBeGreaterThan(widths[0] ?? 0);
});

test("a chart is a picture with its numbers as alternative text; without a picture the numbers stand there", () => {
  const url = `data:image/png;base64,${"A".repeat(70_000)}`;
  const drawn = teamsCard(digestSample, { chartUrl: () => url }).card.body;
  expect(drawn.find((one) => one.type === "Image")).toMatchObject({
    url,
    altText: expect.stringContaining("week 40: 3 preventie"),
  });
  // The picture travels apart: it must not push text out of the card.
  expect(JSON.stringify(drawn)).not.toContain("…");
  const hidden = teamsCard(hiddenSample).card.body.find((one) => one.type === "Table");
  expect(wordsIn(hidden)).toEqual(["–", "Preventie", "Casussen", "wk 46", "klein", "4", "wk 47", "7", "4"]);
});

test("a large table becomes a line per row, so that the card stays small", () => {
  const rows = Array.from({ length: 40 }, (_, place) => [`Wijk ${place}`, "3", "2"]);
  const card: Card = {
    ...hiddenSample,
    parts: [{ part: "table", caption: "Per wijk", columns: ["Wijk", "Nieuw", "Open"], rows }],
  };
  const { body } = teamsCard(card).card;
  expect(body.map((one) => one.type)).not.toContain("Table");
  expect(wordsIn(body).join("")).toContain("Wijk 39: Nieuw: 3; Open: 2");
});

test("a form is a dialog with labelled inputs, each with its own error, and one button", () => {
  const { title, card } = teamsDialog({ ...reportSample, on: "VS-K7MP-3QF" }, { missing: "Vul dit in." });
  expect(title).toBe("Deel je zorg met het wijkteam");
  const inputs = card.body.filter((one) => one.type === "Input.Text" || one.type === "Input.ChoiceSet");
  expect(inputs).toMatchObject([
    {
      id: "story",
      label: "Wat zag of hoorde je?",
      isRequired: true,
      errorMessage: "Vul dit in.",
      isMultiline: true,
      maxLength: 8000,
    },
    { id: "danger", style: "expanded", isMultiSelect: false, isRequired: false },
    { id: "area", style: "compact", value: "zuid", isRequired: true },
    { id: "about", style: "expanded", isMultiSelect: true, value: "debt" },
    { id: "phone", isMultiline: false, value: "06-12345678" },
  ]);
  expect(card.actions).toEqual([
    {
      type: "Action.Submit",
      title: "Verstuur",
      style: "positive",
      data: { act: "report", packed: '{"on":"VS-K7MP-3QF","fields":null}' },
    },
  ]);
});
