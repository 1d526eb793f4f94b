import { z } from "zod";
import { cardType, sizeOf } from "./activity-check.ts";
import { cardFaults } from "./card-check.ts";
import type { Json } from "./interface.ts";
import { asJson } from "./reading.ts";

/** What the client does with the answer to an invoke. */
export type Answer =
  | { readonly do: "card"; readonly card: Json }
  | { readonly do: "words"; readonly text: string }
  | { readonly do: "dialog"; readonly title: string; readonly card: Json }
  | { readonly do: "close" }
  /** Teams itself says that something went wrong. */
  | { readonly do: "sorry" };

export interface Checked {
  readonly answer: Answer;
  readonly faults: readonly string[];
}

const words = z.string().refine((text) => text.trim() !== "", "no words");
const card = z.looseObject({ type: z.literal("AdaptiveCard") });

const executed = z.discriminatedUnion("type", [
  z.strictObject({ statusCode: z.literal(200), type: z.literal(cardType), value: card }),
  z.strictObject({
    statusCode: z.literal(200),
    type: z.literal("application/vnd.microsoft.activity.message"),
    value: words,
  }),
  z.strictObject({
    statusCode: z.union([z.literal(400), z.literal(500)]),
    type: z.literal("application/vnd.microsoft.error"),
    value: z.strictObject({ code: z.string(), message: words }),
  }),
]);

const side = z.union([z.number().int().min(100).max(2_000), z.enum(["small", "medium", "large"])]);
const task = z.strictObject({
  task: z.discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("continue"),
      value: z.strictObject({
        title: words.optional(),
        height: side.optional(),
        width: side.optional(),
        card: z.strictObject({ contentType: z.literal(cardType), content: card }),
      }),
    }),
    z.strictObject({ type: z.literal("message"), value: words.max(2_000) }),
  ]),
});

/** The answer to a pressed Action.Execute. */
export function executeAnswer(body: unknown): Checked {
  const parsed = executed.safeParse(body);
  if (!parsed.success) return wrong("adaptiveCard/action", parsed.error);
  const { type, value } = parsed.data;
  if (type === cardType) return { answer: { do: "card", card: value }, faults: checked(value, "message") };
  const text = typeof value === "string" ? value : value.message;
  return { answer: { do: "words", text }, faults: [] };
}

/** The answer to a dialog that is asked for, or sent. */
export function taskAnswer(name: string, body: unknown): Checked {
  const isSent = name.includes("submit");
  // Nothing: the dialog closes.
  if (isSent && (body === undefined || body === null || body === ""))
    return { answer: { do: "close" }, faults: [] };
  const parsed = task.safeParse(body);
  if (!parsed.success) return wrong(name, parsed.error);
  const { type, value } = parsed.data.task;
  if (type === "message") return { answer: { do: "words", text: value }, faults: [] };
  const { title = "", card: attachment } = value;
  return {
    answer: { do: "dialog", title, card: asJson(attachment.content) },
    faults: [...checked(attachment.content, "dialog"), ...(title === "" ? ["a dialog without a title"] : [])],
  };
}

function checked(content: Json, place: "message" | "dialog"): readonly string[] {
  const { utf16 } = sizeOf(content);
  return [
    ...cardFaults(content, place),
    ...(utf16 > 40 * 1_024 ? [`a card of ${utf16} bytes as UTF-16`] : []),
  ];
}

function wrong(name: string, error: z.ZodError): Checked {
  const [issue] = error.issues;
  const what = `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`;
  return {
    answer: { do: "sorry" },
    faults: [`the answer to ${name} has not the shape that Teams reads (${what})`],
  };
}
