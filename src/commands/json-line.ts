import { z } from "zod";
import type { Classifier } from "#classify/classifier.ts";
import { redact } from "#classify/redact.ts";
import { readNet } from "#classify/safety-net.ts";
import { verdict } from "#classify/verdict.ts";
import type { InputLine } from "#commands/input-lines.ts";
import { isCry, mostCharacters, unreadable } from "#intake/readable.ts";
import type { Classified } from "#signal/classified.ts";
import { expertises } from "#signal/words.ts";

/** What a line of an admin command becomes; `ok` false: the line was bad, the rest goes on. */
export interface LineOut {
  readonly out: object;
  readonly ok: boolean;
}

type Intake = NonNullable<ReturnType<typeof unreadable>>;
type Id = string | number;
type Parsed = { readonly fault: LineOut } | { readonly fault: null; readonly id: Id; readonly text: string };

/**
 * A JSON line `{"id","text","sender"?}` to what the system would decide about that text, nobody having answered a question.
 * What intake would not take in is an error with the reason; a lone cry for help is acute.
 */
export async function classifyLine(line: InputLine, classifier: Classifier): Promise<LineOut> {
  const parsed = parse(line);
  if (parsed.fault) return parsed.fault;
  const { id, text } = parsed;
  if (isCry(text)) return { ok: true, out: { id, ...cry } };
  const refused = unreadable(text);
  if (refused !== null) return bad({ id }, `${refused}: ${refusalWords[refused] ?? "intake refuses it"}`);
  const net = readNet(text);
  const classification = await classifier.classify(text).catch(() => "failed" as const);
  const decided = verdict({ net, classification, danger: null, ageGroup: null });
  const isNone = decided.kind === "not_a_signal";
  return {
    ok: true,
    out: {
      id,
      kind: decided.kind,
      labels: expertises.filter((label) => decided.categories.includes(label)),
      primary: isNone ? "not_a_signal" : (decided.categories[0] ?? "unclear"),
      urgency: decided.urgency,
      confidence: decided.confidence,
      why: whyOf(decided),
    },
  };
}

/** A JSON line `{"id","text"}` to the same text without persons, numbers and addresses. */
export function redactLine(line: InputLine): LineOut {
  const parsed = parse(line);
  if (parsed.fault) return parsed.fault;
  const { id, text } = parsed;
  return { out: { id, redacted: redact(text).redacted }, ok: true };
}

/** The safety text comes first and nothing is stored, so there is nothing to say about the subject. */
const cry = {
  kind: "signal",
  labels: [],
  primary: "unclear",
  urgency: "acute",
  confidence: "low",
  why: ["only a cry for help: the safety text at once"],
} as const;

const refusalWords: Readonly<Partial<Record<Intake, string>>> = {
  empty: "write what somebody saw or heard",
  too_long: `at most ${mostCharacters} characters`,
  not_text: "a file or other bytes, not a message",
  no_words: "no words to read, at least two letters are needed",
};

function whyOf({ evidence, flags }: Classified): string[] {
  return evidence.slice(0, 12).map(({ quote, pointsTo }, i) => {
    const flag = flags[i];
    return flag ? `${flag.rule} ${pointsTo}: "${quote}"` : `${pointsTo}: "${quote}"`;
  });
}

const id = z.union([z.string(), z.number()]);
const shape = z.object({ id, text: z.string(), sender: z.string().optional() });
const expected = 'Expected one JSON object per line: {"id": "...", "text": "..."}.';
const lineFaults = {
  not_utf8: "not_utf8: this line is not UTF-8. Save the file as UTF-8",
  too_long: "too_long: this line is larger than 1 MB",
} as const;

function parse({ number, text, fault }: InputLine): Parsed {
  // Without an id the number of the line says which one it was.
  const place = { line: number };
  if (text === null) return { fault: bad(place, lineFaults[fault ?? "not_utf8"]) };
  const value = json(text);
  if (value === undefined) return { fault: bad(place, `This line is not JSON. ${expected}`) };
  const read = shape.safeParse(value);
  const known = z.object({ id }).safeParse(value);
  if (known.success && !isExact(known.data.id)) {
    return {
      fault: bad(place, 'The number in "id" can not be kept as it is. Write the id as a text: "id": "...".'),
    };
  }
  if (!read.success) {
    const names = read.error.issues.map((issue) => String(issue.path[0] ?? "the line"));
    const wrong = `Missing or of the wrong type: ${[...new Set(names)].join(", ")}. ${expected}`;
    return { fault: bad(known.success ? { id: known.data.id } : place, wrong) };
  }
  if (read.data.text.trim() === "")
    return { fault: bad({ id: read.data.id }, `empty: ${refusalWords.empty ?? ""}`) };
  return { fault: null, id: read.data.id, text: read.data.text };
}

/** Would a program that reads the answer see the same id? Not with large numbers or fractions. */
function isExact(id: Id): boolean {
  return typeof id === "string" || Number.isSafeInteger(id);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function bad(place: { readonly id: Id } | { readonly line: number }, error: string): LineOut {
  return { out: { ...place, error }, ok: false };
}
