import fc from "fast-check";
import { acts } from "#signal/press.ts";
import type { Button, Card, Field, Form, Part } from "#texts/card.ts";

/** Any text that a person or a pasted file can hold: long, blank, broken, in any script. */
const anyWords = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: "grapheme", maxLength: 80 }) },
  { weight: 3, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
  { weight: 2, arbitrary: fc.lorem({ maxCount: 12, mode: "sentences" }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 400 }))
      .map(([text, times]) => text.repeat(times)),
  },
  { weight: 1, arbitrary: fc.constantFrom("", "   ", "\n\n\n\n", "\ud800", "**", "a\udc00b", "\u0000", "…") },
);

/** Words of our own fixed texts: letters, and bold. */
const safetyLine = fc
  .array(fc.constantFrom("Bel", "**112**", "nu", "Veilig", "Thuis", "**0800-2000**"), {
    minLength: 1,
    maxLength: 20,
  })
  .map((words) => words.join(" "));

const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ part: fc.constantFrom("text", "heading", "note"), text: anyWords }),
  fc.record({ part: fc.constant("safety"), lines: fc.array(safetyLine, { maxLength: 4 }) }),
  fc.record({ part: fc.constant("quote"), text: anyWords, by: anyWords }),
  fc.record({
    part: fc.constant("facts"),
    facts: fc.array(fc.record({ label: anyWords, value: anyWords }), { maxLength: 12 }),
  }),
  fc.record({ part: fc.constant("list"), items: fc.array(anyWords, { maxLength: 20 }) }),
  fc.record({
    part: fc.constant("table"),
    caption: anyWords,
    columns: fc.array(anyWords, { maxLength: 8 }),
    rows: fc.array(fc.array(anyWords, { maxLength: 8 }), { maxLength: 30 }),
  }),
  fc.record({
    part: fc.constant("chart"),
    title: anyWords,
    alt: anyWords,
    chart: fc.record({
      series: fc.array(fc.record({ name: anyWords, pattern: fc.constantFrom("solid", "hatch") }), {
        maxLength: 7,
      }),
      bars: fc.array(
        fc.record({
          label: anyWords,
          values: fc.array(fc.option(fc.nat({ max: 500 }), { freq: 9 }), { maxLength: 7 }),
        }),
        { maxLength: 22 },
      ),
      hidden: anyWords,
    }),
  }),
);

const code = fc.constantFrom("", "VS-K7MP-3QF", "VS-CCCC-CCC");
const name = fc.constantFrom("story", "danger", "area", "reason", "phone", "level");

const button: fc.Arbitrary<Button> = fc.record(
  {
    label: anyWords,
    act: fc.constantFrom(...acts),
    on: code,
    fields: fc.dictionary(name, fc.string({ maxLength: 30 }), { maxKeys: 2, noNullPrototype: true }),
    style: fc.constantFrom("primary", "plain", "danger"),
  },
  { requiredKeys: ["label", "act", "on", "style"] },
);

/** At most eight buttons and six safety parts: more than the bot has, and what no platform could show is not asked. */
export const anyCard: fc.Arbitrary<Card> = fc
  .record({
    title: anyWords,
    tone: fc.constantFrom("calm", "attention", "acute", "good"),
    parts: fc.array(part, { maxLength: 60 }),
    buttons: fc.array(button, { maxLength: 8 }),
    summary: anyWords,
  })
  .map((card) => {
    let safety = 0;
    const parts = card.parts.filter((one) => one.part !== "safety" || ++safety <= 6);
    return { ...card, parts } satisfies Card;
  });

const option = fc.record({
  value: fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 40 }),
  label: anyWords,
});
const field: fc.Arbitrary<Field> = fc.oneof(
  fc.record({
    field: fc.constant("text"),
    name: fc.constant(""),
    label: anyWords,
    hint: anyWords,
    required: fc.boolean(),
    lines: fc.constantFrom(1, 3, 8),
    maxLength: fc.integer({ min: 0, max: 8000 }),
    value: anyWords,
  }),
  fc
    .record({
      field: fc.constant("choice"),
      name: fc.constant(""),
      label: anyWords,
      hint: anyWords,
      required: fc.boolean(),
      options: fc.oneof(
        fc.array(option, { maxLength: 8 }),
        fc.array(option, { minLength: 90, maxLength: 230 }),
      ),
      many: fc.boolean(),
      value: fc.string({ maxLength: 5 }),
    })
    .map((one) => ({ ...one, value: one.options[1]?.value ?? one.value })),
);

/** Forms with fields of different names. */
export const anyForm: fc.Arbitrary<Form> = fc
  .record({
    title: anyWords,
    act: fc.constantFrom(...acts),
    on: code,
    intro: fc.array(part, { maxLength: 6 }),
    fields: fc.array(field, { maxLength: 8 }),
    submit: anyWords,
  })
  .map((form) => ({
    ...form,
    fields: form.fields.map((one, place) => ({ ...one, name: `field_${place}` })),
  }));
