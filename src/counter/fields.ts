import { z } from "zod";
import type { Press } from "#signal/press.ts";
import {
  ageGroups,
  awarenesses,
  callAnswers,
  categories,
  dangers,
  feedbackLevels,
  kinds,
  languages,
  outcomes,
  roles,
  urgencies,
} from "#signal/words.ts";

/** Longest text in a dialog that is not the story itself. */
const mostCharacters = 4000;

const text = z.string().trim().min(1).max(mostCharacters);
const maybeText = z
  .string()
  .trim()
  .max(mostCharacters)
  .default("")
  .transform((value) => (value === "" ? null : value));

/** A choice that may be skipped: nothing chosen is null. */
function maybe<const T extends readonly [string, ...string[]]>(values: T) {
  return z
    .union([z.enum(values), z.literal("")])
    .default("")
    .transform((value) => (value === "" ? null : (value as T[number])));
}

const word = z
  .union([z.enum(feedbackLevels), z.literal("none"), z.literal("")])
  .default("")
  .transform((value) => (value === "none" || value === "" ? null : value));

const personId = z.string().min(1).max(100);

/** What each form sends, checked once, here. Field names are those of texts/forms. */
const shapes = {
  // The story's own limits are intake's: it says what is wrong in words.
  report: z.object({
    text: z.string().default(""),
    organisation: z.string().max(100).default(""),
    area: z.string().max(100).default(""),
    age_group: maybe(ageGroups),
    danger: maybe(dangers),
    aware: maybe(awarenesses),
    role: maybe(roles),
    language: maybe(languages),
    code: z.string().max(200).default(""),
  }),
  supplement: z.object({
    text: maybeText,
    danger: maybe(dangers),
    aware: maybe(awarenesses),
    age_group: maybe(ageGroups),
    area: z.string().max(100).default(""),
    organisation: z.string().max(100).default(""),
  }),
  answer: z.object({ text }),
  called: z.object({ answer: z.enum(callAnswers) }),
  still_worried: z.object({ text: maybeText }),
  hand_over: z.object({ to: z.string().max(100).default(""), text }),
  consult: z.object({ whom: personId, text }),
  consult_answer: z.object({ text }),
  ask: z.object({ text }),
  feedback: z.object({ level: z.enum(feedbackLevels), text: maybeText }),
  correct: z.object({
    kind: z.enum(kinds),
    categories: z
      .string()
      .default("")
      .transform((value) => value.split(",").filter((part) => part !== ""))
      .pipe(z.array(z.enum(categories)).max(3)),
    urgency: z.enum(urgencies),
    text: maybeText,
  }),
  waiting: z.object({ text: maybeText }),
  outcome: z.object({
    outcome: z.enum(outcomes),
    word,
    text: maybeText,
    next: z.enum(["close", "keep_open"]).default("close"),
  }),
  close: z.object({ word, text: maybeText }),
};

export type Fields<K extends keyof typeof shapes> = z.infer<(typeof shapes)[K]>;

/** What a press carries, checked; or per field what is wrong with it. */
export type Read<T> = { readonly value: T } | { readonly faults: Readonly<Record<string, FieldFault>> };
export type FieldFault = "missing" | "too_long" | "unknown" | "unused" | "wrong_code";

/** Reads the fields of a press of this act. */
export function readFields<K extends keyof typeof shapes>(act: K, press: Press): Read<Fields<K>> {
  const read = shapes[act].safeParse(press.fields ?? {});
  if (read.success) return { value: read.data as Fields<K> };
  const faults: Record<string, FieldFault> = {};
  for (const issue of read.error.issues)
    faults[String(issue.path[0] ?? "text")] = faultOf(issue.code, press, issue.path[0]);
  return { faults };
}

function faultOf(code: string, press: Press, name: PropertyKey | undefined): FieldFault {
  const given = press.fields?.[String(name)] ?? "";
  if (code === "too_big" && given.length > mostCharacters) return "too_long";
  return given.trim() === "" ? "missing" : "unknown";
}
