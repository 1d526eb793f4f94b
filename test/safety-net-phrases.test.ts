import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readNet } from "#classify/safety-net.ts";
import type { Urgency } from "#signal/words.ts";
import { compareUrgency } from "#signal/words.ts";

interface Phrase {
  readonly text: string;
  readonly rule: string;
  /** Null: must raise nothing. */
  readonly level: Urgency | null;
  readonly twin: string | null;
}

interface Message {
  readonly text: string;
  readonly kind: string;
  readonly urgency: Urgency | "none";
}

function linesOf<T>(file: string): T[] {
  const text = readFileSync(new URL(`corpus/${file}`, import.meta.url), "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}

/**
 * The rule by which the phrases were split before the rules were written: by the hash of the pair's name, or of the
 * text where it has no twin, so that a phrase and its twin stay together. An even first byte: to build with. An odd
 * one: kept aside, only ever counted.
 */
function isForBuilding({ twin, text }: Phrase): boolean {
  return (
    (createHash("sha256")
      .update(twin ?? text)
      .digest()[0] ?? 0) %
      2 ===
    0
  );
}

const phrases = linesOf<Phrase>("flags/phrases.jsonl");
const building = phrases.filter(isForBuilding);
const keptAside = phrases.filter((phrase) => !isForBuilding(phrase));
const filesOf = (...names: readonly string[]) => names.map((name) => `${name}.jsonl`);
/** Written against the program, of what it misread. */
const against = filesOf("bijzin", "lachend", "gedrag", "volwassen", "nood", "daags");
/** There when the rules were narrowed. */
const older = filesOf(
  "acuut",
  "club",
  "dagelijks",
  "eerder",
  "gewoon",
  "grenzen",
  "hoofd",
  "loos",
  "plat",
  "school",
  "snel",
  "stil",
  "talen",
  "thuis",
  "tussen",
  "veilig",
  "verborgen",
  "wijk",
  "zelf",
);
const trainingFiles = readdirSync(new URL("corpus/train", import.meta.url)).filter((file) =>
  file.endsWith(".jsonl"),
);
const messagesOf = (files: readonly string[]) => files.flatMap((file) => linesOf<Message>(`train/${file}`));
const messages = messagesOf(older);
const pointedMessages = messagesOf(against);
/** Written after the rules; half a dozen lines were narrowed on some of them since. */
const unseenMessages = messagesOf(trainingFiles.filter((file) => ![...against, ...older].includes(file)));

function isRight({ text, level: asked }: Phrase): boolean {
  const found = readNet(text).level;
  if (asked === null || found === null) return found === asked;
  return compareUrgency(found, asked) <= 0;
}

function share<T>(all: readonly T[], holds: (one: T) => boolean): number {
  return all.filter(holds).length / all.length;
}

/** Phrases to build with that stay wrong, each with the reason. None at present. */
const staysWrong: Readonly<Record<string, string>> = {};

test("both halves are large enough to mean something", () => {
  expect(building.length).toBeGreaterThan(180);
  expect(keptAside.length).toBeGreaterThan(180);
});

test.each(building.filter(({ text }) => !(text in staysWrong)))("$level $rule: $text", (phrase) => {
  expect(phrase, JSON.stringify(readNet(phrase.text).flags)).toSatisfy(isRight);
});

test("what is listed as wrong is still wrong", () => {
  for (const phrase of building.filter(({ text }) => text in staysWrong)) {
    expect(isRight(phrase), phrase.text).toBe(false);
  }
});

// The floors stand a little under what was measured with net-4. They say what is so, not what is aimed at: 0.96 of
// the raising phrases, 0.97 of the harmless ones, and 0.80 of the acute calls right.

test("phrases that nobody built with are raised, and their harmless twins are not", () => {
  const raising = keptAside.filter(({ level }) => level !== null);
  const harmless = keptAside.filter(({ level }) => level === null);
  // Measured once: 104 of 138, and 41 of 62 (the rules before: 85 and 34).
  expect(share(raising, isRight)).toBeGreaterThanOrEqual(0.73);
  expect(share(harmless, isRight)).toBeGreaterThanOrEqual(0.64);
});

// Measured: 0.77 and 0.31 of 14,000 messages, and 0.71 and 0.24 of 10,800 that were written against the program; with
// net-2 0.64 and 0.32, and 0.51 and 0.24. The rules were narrowed on these same messages, so it flatters them: of 3,300 that
// were written afterwards 0.69 and 0.30 (net-2: 0.67 and 0.31).
test.each([
  { set: messages, right: 0.74, found: 0.3 },
  { set: pointedMessages, right: 0.68, found: 0.22 },
  { set: unseenMessages, right: 0.66, found: 0.28 },
])(
  "of whole messages, most that the net calls acute are, and it finds no fewer than it did",
  { timeout: 180_000 },
  ({ set, right, found }) => {
    const called = set.filter(({ text }) => readNet(text).level === "acute");
    const acute = set.filter(({ urgency }) => urgency === "acute");
    expect(share(called, ({ urgency }) => urgency === "acute")).toBeGreaterThanOrEqual(right);
    expect(share(acute, ({ text }) => readNet(text).level === "acute")).toBeGreaterThanOrEqual(found);
  },
);

test("a message that is no concern hardly ever pages someone", () => {
  const harmless = messages.filter(({ kind }) => kind === "not_a_signal");
  // Measured: 0.014.
  expect(share(harmless, ({ text }) => readNet(text).level === "acute")).toBeLessThanOrEqual(0.018);
});
