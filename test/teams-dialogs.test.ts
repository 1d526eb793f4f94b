import { expect, test } from "vitest";
import { wordsOf } from "#chat/teams/answer/reply.ts";
import { dialogAnswer } from "#chat/teams/answer/task.ts";
import { teamsCardDialog, teamsDialog } from "#chat/teams/cards.ts";
import { hostileTexts } from "./support/hostile-texts.ts";
import { alertSample, reportSample, safetySample } from "./support/sample-cards.ts";
import { wordsIn } from "./support/teams-payload.ts";

test("in a dialog every button is an Action.Submit that says what the dialog shows", () => {
  const { card, title } = teamsCardDialog(alertSample, { shows: "open" });
  const actions = card.body.flatMap((one) => (one.type === "ActionSet" ? one.actions : []));
  expect(actions.length).toBe(alertSample.buttons.length);
  for (const action of actions) {
    expect(action.type).toBe("Action.Submit");
    expect(action.data).toMatchObject({ shows: "open" });
    expect(action.data).not.toHaveProperty("msteams");
  }
  expect(title).toBe(alertSample.title);
});

test("safety text stands first in a dialog too, and nothing of it is left out", () => {
  const [head, first] = teamsCardDialog(safetySample).card.body;
  expect(wordsIn(head).join("")).toContain(safetySample.title);
  expect(first).toMatchObject({ type: "Container", style: "attention" });
});

test("what was wrong stands boxed above the form, under the label of its field", () => {
  const { card } = teamsDialog(reportSample, {
    id: "a".repeat(32),
    faults: { area: "Kies een wijk.", gone: "Kan niet." },
  });
  const area = reportSample.fields.find(({ name }) => name === "area")?.label ?? "";
  expect(card.body[0]).toMatchObject({ type: "Container", style: "attention" });
  expect(wordsIn(card.body[0])).toEqual([area, "Kies een wijk.", "Kan niet."]);
});

test("words of people in a fault are drawn as words", () => {
  for (const words of hostileTexts) {
    const drawn = JSON.stringify(teamsDialog(reportSample, { faults: { area: words } }).card.body[0]);
    expect(drawn).not.toMatch(/<\/?at\b|\{\{|:\/\//i);
  }
});

test("an option that is empty comes back as one, though Teams takes no empty value", () => {
  const [field] = reportSample.fields.filter((one) => one.field === "choice");
  if (field?.field !== "choice") throw new Error("There is no choice in the sample.");
  const options = [{ value: "", label: "Laat het systeem kiezen" }, ...field.options];
  const { card } = teamsDialog({ ...reportSample, fields: [{ ...field, options, value: "" }] });
  expect(card.body.find((one) => one.type === "Input.ChoiceSet")).toMatchObject({
    value: "~",
    choices: expect.arrayContaining([{ title: "Laat het systeem kiezen", value: "~" }]),
  });
});

test("the answer that opens a dialog is what Teams reads", () => {
  expect(dialogAnswer(teamsDialog(reportSample)).body).toMatchObject({
    task: {
      type: "continue",
      value: {
        title: reportSample.title,
        width: "medium",
        card: { contentType: "application/vnd.microsoft.card.adaptive", content: { version: "1.5" } },
      },
    },
  });
});

test("a card in words: safety text first, no marks, and never the words of people", () => {
  expect(
    wordsOf({
      title: "Genoteerd",
      tone: "acute",
      parts: [
        { part: "text", text: "Het staat **erbij**." },
        { part: "quote", by: "Juf", text: "Kanarie" },
        { part: "safety", lines: ["Bel **112**."] },
      ],
      buttons: [],
      summary: "",
    }),
  ).toBe("Bel 112.\nGenoteerd.\nHet staat erbij.");
});

test("a form carries its act, what it is on, and which dialog it is", () => {
  const form = {
    title: "Formulier",
    act: "report",
    on: "",
    intro: [],
    fields: [],
    submit: "Verstuur",
  } as const;
  expect(teamsDialog(form, { id: "a".repeat(32) }).card.actions?.[0]?.data).toEqual({
    act: "report",
    packed: '{"on":"","fields":null}',
    dialog: "a".repeat(32),
  });
});
