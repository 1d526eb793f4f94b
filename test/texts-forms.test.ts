import { expect, test } from "vitest";
import type { FormBody } from "#signal/screen.ts";
import type { Field } from "#texts/card.ts";
import { formOf } from "#texts/form.ts";
import { galleryOf } from "#texts/gallery.ts";
import type { Reading } from "#texts/labels.ts";
import { sampleDirectory } from "./support/sample-directory.ts";

const directory = sampleDirectory();
const reading: Reading = { language: "nl", directory, words: new Map(), now: Date.UTC(2026, 10, 23, 9, 12) };
const report: FormBody = {
  kind: "report",
  organisations: directory.organisations,
  areas: directory.areas,
  organisation: "de-wilg",
  role: "professional",
  language: "nl",
  text: "wat ik al typte",
  asksCode: false,
};

function names(fields: readonly Field[]): string[] {
  return fields.map((field) => field.name);
}

test("a report asks one thing, the rest may be skipped, and remembers what was chosen before", () => {
  const { fields } = formOf(report, reading);
  expect(fields.filter((field) => field.required).map((field) => field.name)).toEqual(["text"]);
  expect(names(fields).toSorted()).toEqual(
    ["text", "organisation", "area", "age_group", "danger", "aware", "role", "language"].toSorted(),
  );
  const value = (name: string) => fields.find((field) => field.name === name)?.value;
  expect([value("text"), value("organisation"), value("role")]).toEqual([
    "wat ik al typte",
    "de-wilg",
    "professional",
  ]);
  const text = fields.find((field) => field.name === "text");
  expect(text?.field === "text" && text.maxLength).toBe(8000);
  expect(text?.hint).toBe("Schrijf op wat je zag, niet wat je denkt. Geen namen.");
});

test("a supplement asks only what was asked, danger first, and always leaves room for words", () => {
  const of = (questions: Extract<FormBody, { kind: "supplement" }>["questions"]) =>
    formOf({ kind: "supplement", code: "VS-1", questions, areas: directory.areas }, reading).fields;
  expect(names(of(["fact_fear", "aware", "danger"]))).toEqual(["danger", "aware", "text"]);
  expect(of(["fact_fear"])[0]?.label).toBe("Is iemand bang voor de ander?");
  expect(of([]).map((field) => [field.name, field.required])).toEqual([["text", true]]);
  expect(of(["area", "age_group"]).every((field) => !field.required)).toBe(true);
});

test("the fields of every form are the ones that the counter reads", () => {
  const expected = {
    answer: ["text"],
    hand_over: ["to", "text"],
    consult: ["whom", "text"],
    consult_answer: ["text"],
    ask: ["text"],
    feedback: ["level", "text"],
    correct: ["kind", "categories", "urgency", "text"],
    waiting: ["text"],
    outcome: ["outcome", "next", "word", "text"],
    close: ["word", "text"],
  };
  const forms = galleryOf(reading).flatMap(({ form }) => (form ? [form] : []));
  for (const [act, fields] of Object.entries(expected)) {
    const found = forms.filter((form) => form.act === act);
    expect(found.length).toBeGreaterThan(0);
    for (const form of found) expect([act, names(form.fields)]).toEqual([act, fields]);
  }
});

test("an outcome has no choice made beforehand: what is told and whether it closes are decided by a human", () => {
  const { fields } = formOf({ kind: "outcome", code: "VS-1", outcome: null, heard: false }, reading);
  const choices = fields.flatMap((field) => (field.field === "choice" ? [field] : []));
  expect(choices.map((field) => [field.name, field.value, field.required])).toEqual([
    ["outcome", "", true],
    ["next", "", true],
    ["word", "", true],
  ]);
  const word = choices.find((field) => field.name === "word");
  expect(word?.options.map((option) => option.value)).toContain("none");
  expect(choices.find((field) => field.name === "next")?.options.map((option) => option.value)).toEqual([
    "close",
    "keep_open",
  ]);
});

test("handing over may leave the choice to the system, and needs a reason", () => {
  const { fields } = formOf(
    { kind: "hand_over", code: "VS-1", colleagues: ["ben", "sanne"], away: [] },
    reading,
  );
  const [to, text] = fields;
  expect(to?.field === "choice" && to.options.map((option) => option.value)).toEqual(["", "ben", "sanne"]);
  expect([to?.required, text?.required]).toEqual([false, true]);
});

test("no form asks for a name, an address, proof or a photo", () => {
  for (const { form } of galleryOf(reading)) {
    for (const field of form?.fields ?? []) {
      expect(field.label).not.toMatch(/\b(naam|adres|straat|geboorte|bsn|geloof|afkomst|bewijs|foto)\b/i);
    }
  }
});
