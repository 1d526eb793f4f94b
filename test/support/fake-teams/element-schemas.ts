import { z } from "zod";
import { chartSchemas } from "./chart-schemas.ts";

/** Values of the schema are read in any case. */
function oneOf(...values: readonly string[]) {
  const known = new Set(values.map((value) => value.toLowerCase()));
  return z.string().refine((value) => known.has(value.toLowerCase()), `one of ${values.join(", ")}`);
}

const text = z.string().refine((value) => value.trim() !== "", "no words");
const colour = oneOf("default", "dark", "light", "accent", "good", "warning", "attention");
const weight = oneOf("default", "lighter", "bolder");
const size = oneOf("default", "small", "medium", "large", "extraLarge");
const horizontal = oneOf("left", "center", "right");
const vertical = oneOf("top", "center", "bottom");
const containerStyle = oneOf("default", "emphasis", "accent", "good", "attention", "warning");

/** What is nested is looked at apart. */
const nested = z.array(z.looseObject({ type: z.string() }));

const placed = {
  id: z.string().min(1).optional(),
  spacing: oneOf(
    "none",
    "extraSmall",
    "small",
    "default",
    "medium",
    "large",
    "extraLarge",
    "padding",
  ).optional(),
  separator: z.boolean().optional(),
  isVisible: z.boolean().optional(),
  height: oneOf("auto", "stretch").optional(),
  fallback: z.unknown().optional(),
  requires: z.record(z.string(), z.string()).optional(),
  targetWidth: z.string().optional(),
  lang: z.string().optional(),
};
const run = {
  text: z.string().min(1),
  color: colour.optional(),
  weight: weight.optional(),
  size: size.optional(),
  isSubtle: z.boolean().optional(),
  fontType: oneOf("default", "monospace").optional(),
};
const block = { ...placed, horizontalAlignment: horizontal.optional() };
const box = {
  ...placed,
  style: containerStyle.optional(),
  bleed: z.boolean().optional(),
  minHeight: z.string().optional(),
  verticalContentAlignment: vertical.optional(),
  rtl: z.boolean().optional(),
};
const input = {
  ...placed,
  id: z.string().min(1),
  label: text.optional(),
  isRequired: z.boolean().optional(),
  errorMessage: text.optional(),
};
const action = {
  id: z.string().min(1).optional(),
  title: text,
  style: oneOf("default", "positive", "destructive").optional(),
  mode: oneOf("primary", "secondary").optional(),
  isEnabled: z.boolean().optional(),
  tooltip: z.string().optional(),
  iconUrl: z.url().optional(),
  fallback: z.unknown().optional(),
  requires: z.record(z.string(), z.string()).optional(),
};
/** Elements and actions of Adaptive Cards 1.5, and the charts of Teams: strict, so that a slip of the pen is no valid card. */
export const elementSchemas: Readonly<Record<string, z.ZodType>> = {
  TextBlock: z.strictObject({
    type: z.string(),
    ...block,
    ...run,
    wrap: z.boolean().optional(),
    maxLines: z.number().int().min(0).optional(),
    style: oneOf("default", "heading", "columnHeader").optional(),
  }),
  RichTextBlock: z.strictObject({
    type: z.string(),
    ...block,
    inlines: z
      .array(
        z.union([
          z.string().min(1),
          z.strictObject({
            type: z.literal("TextRun"),
            ...run,
            italic: z.boolean().optional(),
            strikethrough: z.boolean().optional(),
            underline: z.boolean().optional(),
            highlight: z.boolean().optional(),
          }),
        ]),
      )
      .min(1),
  }),
  FactSet: z.strictObject({
    type: z.string(),
    ...placed,
    facts: z.array(z.strictObject({ title: text, value: text })).min(1),
  }),
  Container: z.strictObject({ type: z.string(), ...box, items: nested.min(1) }),
  ColumnSet: z.strictObject({
    type: z.string(),
    ...box,
    horizontalAlignment: horizontal.optional(),
    columns: nested,
  }),
  Column: z.strictObject({
    type: z.string(),
    ...box,
    width: z.union([z.string(), z.number()]).optional(),
    items: nested.optional(),
  }),
  Table: z
    .strictObject({
      type: z.string(),
      ...block,
      columns: z.array(z.looseObject({ width: z.union([z.number(), z.string()]).optional() })).min(1),
      rows: nested.min(1),
      firstRowAsHeader: z.boolean().optional(),
      showGridLines: z.boolean().optional(),
      gridStyle: containerStyle.optional(),
      horizontalCellContentAlignment: horizontal.optional(),
      verticalCellContentAlignment: vertical.optional(),
    })
    .refine(
      ({ columns, rows }) =>
        rows.every((row) => Array.isArray(row["cells"]) && row["cells"].length === columns.length),
      "rows with as many cells as there are columns",
    ),
  TableRow: z.strictObject({ type: z.string(), ...box, cells: nested.min(1) }),
  TableCell: z.strictObject({ type: z.string(), ...box, items: nested.min(1) }),
  Image: z.strictObject({
    type: z.string(),
    ...block,
    url: z.string().min(1),
    altText: text,
    size: oneOf("auto", "stretch", "small", "medium", "large").optional(),
    style: oneOf("default", "person", "roundedCorners").optional(),
    width: z.string().optional(),
    msteams: z.strictObject({ allowExpand: z.boolean() }).optional(),
  }),
  ActionSet: z.strictObject({ type: z.string(), ...block, actions: nested.min(1) }),
  "Input.Text": z.strictObject({
    type: z.string(),
    ...input,
    isMultiline: z.boolean().optional(),
    maxLength: z.number().int().min(1).optional(),
    placeholder: z.string().optional(),
    value: z.string().optional(),
    regex: z.string().optional(),
    style: oneOf("text", "tel", "url", "email", "password").optional(),
  }),
  "Input.ChoiceSet": z.strictObject({
    type: z.string(),
    ...input,
    choices: z.array(z.strictObject({ title: text, value: z.string().min(1) })).min(1),
    isMultiSelect: z.boolean().optional(),
    style: oneOf("compact", "expanded", "filtered").optional(),
    value: z.string().optional(),
    placeholder: z.string().optional(),
    wrap: z.boolean().optional(),
  }),
  "Input.Toggle": z.strictObject({
    type: z.string(),
    ...input,
    title: text,
    value: z.string().optional(),
    valueOn: z.string().optional(),
    valueOff: z.string().optional(),
    wrap: z.boolean().optional(),
  }),
  "Input.Date": z.strictObject({
    type: z.string(),
    ...input,
    value: z.iso.date().optional(),
    min: z.iso.date().optional(),
    max: z.iso.date().optional(),
    placeholder: z.string().optional(),
  }),
  "Input.Number": z.strictObject({
    type: z.string(),
    ...input,
    value: z.number().optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    placeholder: z.string().optional(),
  }),
  ...chartSchemas({ ...block }),
  "Action.Execute": z.strictObject({
    type: z.string(),
    ...action,
    verb: text,
    data: z.looseObject({}).optional(),
    associatedInputs: oneOf("auto", "none").optional(),
  }),
  "Action.Submit": z.strictObject({
    type: z.string(),
    ...action,
    data: z.looseObject({}).optional(),
    associatedInputs: oneOf("auto", "none").optional(),
  }),
  "Action.OpenUrl": z.strictObject({ type: z.string(), ...action, url: z.url({ protocol: /^https$/ }) }),
  "Action.ShowCard": z.strictObject({
    type: z.string(),
    ...action,
    card: z.looseObject({ type: z.literal("AdaptiveCard") }),
  }),
  "Action.ToggleVisibility": z.strictObject({
    type: z.string(),
    ...action,
    targetElements: z.array(z.unknown()).min(1),
  }),
};

export const cardSchema = z.strictObject({
  type: z.literal("AdaptiveCard"),
  $schema: z.url().optional(),
  version: z.enum(["1.0", "1.1", "1.2", "1.3", "1.4", "1.5"]),
  body: nested,
  actions: nested.optional(),
  speak: z.string().optional(),
  fallbackText: z.string().optional(),
  lang: z.string().optional(),
  rtl: z.boolean().optional(),
  refresh: z
    .strictObject({
      action: z.looseObject({ type: z.literal("Action.Execute") }),
      userIds: z.array(z.string()).max(60).optional(),
    })
    .optional(),
  msteams: z
    .looseObject({ width: oneOf("full").optional(), entities: z.array(z.looseObject({})).optional() })
    .optional(),
});
