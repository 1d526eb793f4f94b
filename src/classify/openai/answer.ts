import { z } from "zod";
import { categories, kinds, urgencies } from "#signal/words.ts";

const levels = [...urgencies, "none"] as const;
const pointed = [...categories, ...urgencies, "not_a_signal"] as const;
const confidences = ["high", "medium", "low"] as const;

const one = (values: readonly string[]) => ({ type: "string", enum: values });
const thing = (properties: Record<string, object>) => ({
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

/** What the service makes the model keep to. Only what every service knows: no lengths, no defaults, nothing optional. */
export const wireSchema = thing({
  evidence: { type: "array", items: thing({ quote: { type: "string" }, pointsTo: one(pointed) }) },
  kind: one(kinds),
  categories: { type: "array", items: one(categories) },
  urgency: one(levels),
  confidence: one(confidences),
  insider: { type: "boolean" },
});

/** What we accept: closed lists, and nothing that contradicts itself. A service may not keep its promise. */
const answer = z
  .strictObject({
    evidence: z.array(z.strictObject({ quote: z.string().max(2000), pointsTo: z.enum(pointed) })).max(40),
    kind: z.enum(kinds),
    categories: z.array(z.enum(categories)).max(3),
    urgency: z.enum(levels),
    confidence: z.enum(confidences),
    insider: z.boolean(),
  })
  .refine(({ categories }) => new Set(categories).size === categories.length)
  .refine(({ kind, categories, urgency }) =>
    kind === "not_a_signal"
      ? categories.length === 0 && urgency === "none"
      : categories.length > 0 && urgency !== "none",
  )
  .refine(
    ({ kind, categories }) => (kind === "other") === (categories.length === 1 && categories[0] === "other"),
  )
  .refine(({ categories }) => !categories.includes("unclear") || categories.length === 1);

/** What a model said of a message, with quotes of what it was shown. */
export type Answer = z.infer<typeof answer>;

/** The answer in this text; null: there is none that we accept. One fence of markdown around the whole of it is taken off. */
export function answerIn(text: string): Answer | null {
  const read = answer.safeParse(jsonOf(unfenced(text.trim())));
  return read.success ? read.data : null;
}

/** Without one expression over the whole: a model that runs on in blank lines would hold up everybody who signals. */
function unfenced(text: string): string {
  const fence = "```";
  if (!text.startsWith(fence) || !text.endsWith(fence) || text.length <= 2 * fence.length) return text;
  const inside = text.slice(fence.length, -fence.length);
  const end = inside.indexOf("\n");
  const opening = end < 0 ? null : inside.slice(0, end).trim();
  return opening === "" || opening === "json" ? inside.slice(end) : text;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
