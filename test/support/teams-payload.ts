import { z } from "zod";
import { teamsLimits } from "#chat/teams/limits.ts";
import { acts } from "#signal/press.ts";

/** What Teams draws everywhere, of Adaptive Cards 1.5: strict, so that links, mentions and unknown elements are no valid payload. */
const words = z
  .string()
  .min(1)
  .refine((text) => text.trim() !== "", "blank text");
const placed = {
  spacing: z.enum(["None", "Small", "Medium", "Large"]).optional(),
  separator: z.literal(true).optional(),
};

/** Text that Teams reads as Markdown: nothing may be left in it that Markdown would take. */
const markdown = words.refine((text) => {
  const bare = text.replace(/\\./gs, "");
  const starts = /^(?:[-+#>]|\d+[.)])/.test(text);
  return !/[`*_~[\]<>|\\]/.test(bare) && !/&#?\w+;/.test(bare) && !starts && !text.includes("\n");
}, "Markdown");

const textBlock = z.strictObject({
  type: z.literal("TextBlock"),
  ...placed,
  text: markdown,
  wrap: z.literal(true),
  style: z.literal("heading").optional(),
  size: z.enum(["Small", "Medium", "Large"]).optional(),
  weight: z.literal("Bolder").optional(),
  isSubtle: z.literal(true).optional(),
});
const richTextBlock = z.strictObject({
  type: z.literal("RichTextBlock"),
  ...placed,
  id: z.string().optional(),
  inlines: z
    .array(
      z.strictObject({
        type: z.literal("TextRun"),
        text: z.string().min(1),
        weight: z.literal("Bolder").optional(),
        size: z.literal("Small").optional(),
        isSubtle: z.literal(true).optional(),
      }),
    )
    .min(1),
});

const act = z.enum(acts);
const packed = z.string().min(1).max(2000);
const data = z.strictObject({ act, packed });
const style = z.enum(["positive", "destructive"]).optional();
const title = words.max(teamsLimits.actionTitle);
const submit = z.strictObject({ type: z.literal("Action.Submit"), title, style, data });
/** The answer is a dialog. */
const fetchTask = z.strictObject({
  type: z.literal("Action.Submit"),
  title,
  style,
  data: z.strictObject({ act, packed, msteams: z.strictObject({ type: z.literal("task/fetch") }) }),
});
const execute = z
  .strictObject({ type: z.literal("Action.Execute"), verb: act, title, style, data, fallback: submit })
  .refine(
    (one) => JSON.stringify(one.data) === JSON.stringify(one.fallback.data) && one.data.act === one.verb,
  );

const input = {
  ...placed,
  id: z.string().regex(/^(?!(?:act|packed)$)\w+$/),
  label: words,
  isRequired: z.boolean(),
  errorMessage: words.optional(),
};
const explained = (one: { isRequired: boolean; errorMessage?: string | undefined }) =>
  one.isRequired === (one.errorMessage !== undefined);

const simple = [
  textBlock,
  richTextBlock,
  z.strictObject({
    type: z.literal("FactSet"),
    ...placed,
    facts: z.array(z.strictObject({ title: markdown, value: markdown })).min(1),
  }),
  z
    .strictObject({
      type: z.literal("Table"),
      ...placed,
      firstRowAsHeader: z.literal(true),
      showGridLines: z.literal(true),
      columns: z
        .array(z.strictObject({ width: z.number() }))
        .min(1)
        .max(teamsLimits.tableColumns),
      rows: z
        .array(
          z.strictObject({
            type: z.literal("TableRow"),
            cells: z.array(
              z.strictObject({ type: z.literal("TableCell"), items: z.array(textBlock).length(1) }),
            ),
          }),
        )
        .min(1),
    })
    .refine((table) => table.rows.every((row) => row.cells.length === table.columns.length), "ragged table"),
  z.strictObject({
    type: z.literal("Image"),
    ...placed,
    url: z.string().min(1),
    altText: words.max(teamsLimits.altText),
    size: z.literal("Stretch"),
  }),
  z.strictObject({
    type: z.literal("ActionSet"),
    ...placed,
    actions: z
      .array(z.union([execute, fetchTask]))
      .min(1)
      .max(teamsLimits.actionsPerSet),
  }),
] as const;

const container = z.strictObject({
  type: z.literal("Container"),
  ...placed,
  style: z.enum(["default", "emphasis", "good", "attention", "warning"]).optional(),
  bleed: z.literal(true).optional(),
  items: z.array(z.union([textBlock, richTextBlock])).min(1),
});
const inputs = [
  z
    .strictObject({
      type: z.literal("Input.Text"),
      ...input,
      isMultiline: z.boolean(),
      maxLength: z.number().int().min(1),
      value: z.string().min(1).optional(),
    })
    .refine(explained),
  z
    .strictObject({
      type: z.literal("Input.ChoiceSet"),
      ...input,
      style: z.enum(["expanded", "compact"]),
      isMultiSelect: z.boolean(),
      wrap: z.literal(true),
      choices: z.array(z.strictObject({ title: words, value: z.string().min(1) })).min(1),
      value: z.string().min(1).optional(),
    })
    .refine(explained),
] as const;

const card = {
  type: z.literal("AdaptiveCard"),
  $schema: z.url(),
  version: z.literal("1.5"),
  speak: words.optional(),
  fallbackText: words.optional(),
};

function small(one: unknown): boolean {
  const json = JSON.stringify(one);
  return json.length <= teamsLimits.cardLength && Buffer.byteLength(json) <= teamsLimits.cardBytes;
}

export const teamsMessageSchema = z.strictObject({
  summary: words.max(teamsLimits.summary),
  card: z
    .strictObject({ ...card, body: z.array(z.union([container, ...simple])).min(1) })
    .refine(small, "too large"),
});

export const teamsDialogSchema = z.strictObject({
  title: z.string().max(teamsLimits.title),
  card: z.strictObject({
    ...card,
    body: z.array(z.union([container, ...simple, ...inputs])),
    actions: z.array(submit).length(1),
  }),
});

/** Every text in a payload that somebody gets to see, in order. */
export function wordsIn(payload: unknown): string[] {
  if (Array.isArray(payload)) return payload.flatMap(wordsIn);
  if (typeof payload !== "object" || payload === null) return [];
  return Object.entries(payload).flatMap(([key, value]) =>
    typeof value === "string" &&
    ["text", "title", "value", "altText", "label", "summary", "speak"].includes(key)
      ? [value]
      : wordsIn(value),
  );
}
