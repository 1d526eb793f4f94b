import fc from "fast-check";
import { expect, test } from "vitest";
import { inPieces, joinedPieces } from "#chat/long-text.ts";
import { noChoice } from "#chat/no-choice.ts";
import { prefilled } from "#chat/prefill.ts";
import { packedNote, plainNote } from "#chat/slack/answer/modal-stack.ts";
import { slackModal } from "#chat/slack/cards.ts";
import { arrivalOf } from "#chat/slack/inbound.ts";
import { pressOf } from "#chat/web/inbound.ts";
import type { Field, Form } from "#texts/card.ts";
import { reportSample } from "./support/sample-cards.ts";

const field: Field = {
  field: "text",
  name: "text",
  label: "Wat zag of hoorde je?",
  hint: "Wat je zelf zag.",
  required: true,
  lines: 8,
  maxLength: 8000,
  value: "",
};
const form: Form = { ...reportSample, fields: [field] };
const inputsOf = (text: string) =>
  slackModal(prefilled(form, text)).blocks.flatMap((block) => (block.type === "input" ? [block] : []));

/** As Slack gives it back: by the names of the blocks, in any order. */
function sentBack(text: string, order: (names: string[]) => string[]): string | undefined {
  const blocks = inputsOf(text).map((block): [string, object] => {
    if (block.element.type !== "plain_text_input") throw new Error("a text");
    const value = block.element.initial_value ?? null;
    return [block.block_id, { [block.block_id]: { type: "plain_text_input", value } }];
  });
  const values = new Map(blocks);
  const view = {
    id: "V2",
    callback_id: "report",
    private_metadata: packedNote(plainNote),
    state: {
      values: Object.fromEntries(order([...values.keys()]).map((name) => [name, values.get(name)])),
    },
  };
  return arrivedAs({ type: "view_submission", user: { id: "U0JUF" }, view });
}

const word = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
const longText = fc
  .tuple(
    fc.array(fc.oneof(word, fc.constantFrom(" ", "\n", "\n\n")), { minLength: 20 }),
    fc.integer({ min: 1, max: 60 }),
  )
  .map(([words, times]) => `${words.join(" ")}.`.repeat(times).slice(0, 20_000).toWellFormed());

test("a long text comes back as it was, whatever it is", () => {
  fc.assert(
    fc.property(longText, (text) => {
      expect(sentBack(text, (names) => names)).toBe(text);
      expect(sentBack(text, (names) => names.reverse())).toBe(text);
    }),
  );
});

test("a long text without a single space comes back too", () => {
  const text = "🧑‍🚀é".repeat(2000);
  expect(sentBack(text, (names) => names)).toBe(text);
  expect(inputsOf(text).map((block) => block.block_id)).toEqual([
    "text",
    "text~2-",
    "text~3-",
    "text~4-",
    "text~5-",
  ]);
});

test("a long text stands in numbered inputs with room to write on, of which the first must be filled", () => {
  const inputs = inputsOf("een woord ".repeat(600));
  expect(inputs.map((block) => block.label.text)).toEqual([
    "Wat zag of hoorde je? (1/3)",
    "Wat zag of hoorde je? (2/3)",
    "Wat zag of hoorde je? (3/3)",
  ]);
  expect(inputs.map((block) => block.optional)).toEqual([false, true, true]);
  expect(inputs.map((block) => block.hint?.text)).toEqual(["Wat je zelf zag.", undefined, undefined]);
  for (const { element } of inputs) {
    if (element.type !== "plain_text_input") throw new Error("a text");
    expect(element.initial_value?.length).toBeLessThanOrEqual(2800);
    expect(element.max_length).toBe(3000);
  }
});

test("three thousand characters fit in one input", () => {
  expect(inputsOf("a".repeat(3000)).map((block) => block.block_id)).toEqual(["text"]);
});

test("words stay apart when the white space between two pieces was taken away", () => {
  const [first, second] = inPieces("text", "een ".repeat(800), 2800);
  const trimmed = new Map([first, second].map((piece) => [piece?.name ?? "", piece?.text.trim() ?? ""]));
  expect(joinedPieces(trimmed)["text"]).toBe("een ".repeat(800).trim());
});

test("the trial page, which draws the same inputs, reads them in the same way", () => {
  const inputs = Object.fromEntries(
    inPieces("text", "een woord ".repeat(600), 2800).map(({ name, text }) => [name, text]),
  );
  const body = { key: "12345678", as: "web:juf", act: "hand_over", inputs: { ...inputs, to: noChoice } };
  expect(pressOf(body)?.press.fields).toEqual({ text: "een woord ".repeat(600), to: "" });
});

function arrivedAs(body: unknown): string | undefined {
  const arrival = arrivalOf(body, { home: "T0TOWN", organisation: null });
  if (arrival.kind !== "press") throw new Error(`It is ${arrival.kind}.`);
  return arrival.press.fields?.["text"];
}
