import { describe, expect, test } from "vitest";
import type { Classifier } from "#classify/classifier.ts";
import { openEmbedded } from "#classify/embedded/engine.ts";
import type { InputLine } from "#commands/input-lines.ts";
import { classifyLine, redactLine } from "#commands/json-line.ts";

const classifier = openEmbedded();
const raw = (text: string): InputLine => ({ number: 7, text, fault: null });
const line = (text: string, more: object = {}) => raw(JSON.stringify({ id: "1", text, ...more }));

test("a line becomes what the system would decide", async () => {
  const { out, ok } = await classifyLine(
    line("buurvr gilt nu en ik hoor klappen, kids huile", { sender: "buur" }),
    classifier,
  );
  expect(ok).toBe(true);
  expect(out).toMatchObject({
    id: "1",
    kind: "signal",
    labels: ["domestic_violence"],
    primary: "domestic_violence",
    urgency: "acute",
  });
  expect(out).toHaveProperty("why");
  expect(Object.keys(out)).toEqual(["id", "kind", "labels", "primary", "urgency", "confidence", "why"]);
});

test("no concern has no labels and no urgency", async () => {
  const { out } = await classifyLine(line("hoe laat is de training vanavond?"), classifier);
  expect(out).toMatchObject({ kind: "not_a_signal", labels: [], primary: "not_a_signal", urgency: "none" });
});

test("a classifier that fails leaves the line to a human, with the net applied", async () => {
  const broken: Classifier = {
    name: "broken",
    version: "0",
    classify: () => Promise.reject(new Error("down")),
  };
  expect((await classifyLine(line("hoi"), broken)).out).toMatchObject({
    kind: "signal",
    primary: "unclear",
    urgency: "soon",
    confidence: "low",
  });
  expect((await classifyLine(line("hij heeft een mes"), broken)).out).toMatchObject({ urgency: "acute" });
});

test.each([
  ["not json", { line: 7, error: expect.stringContaining("not JSON") }],
  ["[]", { line: 7, error: expect.stringContaining("Expected one JSON object") }],
  ['{"text":"x"}', { line: 7, error: expect.stringContaining("id") }],
  ['{"id":null,"text":"x"}', { line: 7, error: expect.stringContaining("id") }],
  ['{"id":"7"}', { id: "7", error: expect.stringContaining("text") }],
  ['{"id":"7","text":5}', { id: "7", error: expect.stringContaining("text") }],
  ['{"id":"7","text":"  "}', { id: "7", error: expect.stringContaining("empty") }],
  ['{"id":12345678901234567890,"text":"x"}', { line: 7, error: expect.stringContaining("as a text") }],
  ['{"id":0.1,"text":"x"}', { line: 7, error: expect.stringContaining("as a text") }],
])("a bad line says what is wrong: %s", async (text, fault) => {
  expect(await classifyLine(raw(text), classifier)).toEqual({ out: fault, ok: false });
  expect(redactLine(raw(text))).toEqual({ out: fault, ok: false });
});

test.each([0, 7, -3, Number.MAX_SAFE_INTEGER])("the number %d stays the id that it was", async (id) => {
  const { out } = await classifyLine(raw(JSON.stringify({ id, text: "ze drinkt" })), classifier);
  expect(out).toMatchObject({ id });
});

describe("what intake would not take in", () => {
  test.each([
    ["x ".repeat(4001), "too_long: at most 8000 characters"],
    ["\u0000\u0000PNG\u0001\u0002", "not_text: a file or other bytes, not a message"],
    ["😢😢😢", "no_words: no words to read, at least two letters are needed"],
    ["12345", "no_words: no words to read, at least two letters are needed"],
  ])("is an error in words (%#)", async (text, error) => {
    expect(await classifyLine(line(text), classifier)).toEqual({ out: { id: "1", error }, ok: false });
  });

  test.each(["112", "Help!", "HULP", "🔪"])("but a cry is acute: %s", async (text) => {
    expect(await classifyLine(line(text), classifier)).toMatchObject({
      ok: true,
      out: { id: "1", kind: "signal", labels: [], primary: "unclear", urgency: "acute" },
    });
  });

  test("begins above 8000 characters", async () => {
    expect((await classifyLine(line(`ze drinkt ${"x".repeat(7989)}`), classifier)).ok).toBe(true);
  });
});

test("a line that is no UTF-8, or endless, is an error of its own", async () => {
  expect(await classifyLine({ number: 3, text: null, fault: "not_utf8" }, classifier)).toEqual({
    out: { line: 3, error: expect.stringContaining("not UTF-8") },
    ok: false,
  });
  expect(redactLine({ number: 3, text: null, fault: "too_long" })).toMatchObject({
    out: { line: 3 },
    ok: false,
  });
});

test("a line is redacted", () => {
  expect(redactLine(line("Bel Jan op 06-12345678"))).toEqual({
    out: { id: "1", redacted: "Bel [PERSOON 1] op [TELEFOON]" },
    ok: true,
  });
});
