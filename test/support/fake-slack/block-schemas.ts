import { z } from "zod";
import { accessory, actionElement, eitherText, inputElement, plain } from "./element-schemas.ts";

/** Blocks with Slack's own limits (docs.slack.dev, November 2026). */
const base = { block_id: z.string().min(1).max(255).optional() };

const style = z
  .strictObject({
    bold: z.boolean(),
    italic: z.boolean(),
    strike: z.boolean(),
    code: z.boolean(),
    underline: z.boolean(),
    highlight: z.boolean(),
    client_highlight: z.boolean(),
    unlink: z.boolean(),
  })
  .partial()
  .optional();
const span = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), text: z.string().min(1), style }),
  z.strictObject({
    type: z.literal("link"),
    url: z.string().min(1).max(3_000),
    text: z.string().optional(),
    unsafe: z.boolean().optional(),
    style,
  }),
  z.strictObject({
    type: z.literal("emoji"),
    name: z.string().min(1),
    unicode: z.string().optional(),
    style,
  }),
  z.strictObject({ type: z.literal("user"), user_id: z.string().min(1), style }),
  z.strictObject({ type: z.literal("channel"), channel_id: z.string().min(1), style }),
  z.strictObject({ type: z.literal("usergroup"), usergroup_id: z.string().min(1), style }),
  z.strictObject({ type: z.literal("broadcast"), range: z.enum(["here", "channel", "everyone"]), style }),
  z.strictObject({ type: z.literal("color"), value: z.string(), style }),
  z.strictObject({
    type: z.literal("date"),
    timestamp: z.number().int(),
    format: z.string(),
    url: z.string().optional(),
    fallback: z.string().optional(),
    style,
  }),
]);
const spans = z.array(span);
const richSection = z.strictObject({ type: z.literal("rich_text_section"), elements: spans });
const border = { border: z.number().int().min(0).max(1).optional() };
const richPart = z.discriminatedUnion("type", [
  richSection,
  z.strictObject({
    type: z.literal("rich_text_list"),
    style: z.enum(["bullet", "ordered"]),
    elements: z.array(richSection),
    indent: z.number().int().min(0).max(8).optional(),
    offset: z.number().int().min(0).optional(),
    ...border,
  }),
  z.strictObject({ type: z.literal("rich_text_quote"), elements: spans, ...border }),
  z.strictObject({
    type: z.literal("rich_text_preformatted"),
    elements: spans,
    language: z.string().optional(),
    ...border,
  }),
]);

const picture = {
  image_url: z.string().min(1).max(3_000).optional(),
  slack_file: z
    .strictObject({
      id: z
        .string()
        .regex(/^F[A-Z0-9]{8,}$/, "input must match regex pattern: ^[F][A-Z0-9]{8,}$")
        .optional(),
      url: z.string().optional(),
    })
    .refine(
      (file) => (file.id === undefined) !== (file.url === undefined),
      "one of `id` or `url` is required",
    )
    .optional(),
  alt_text: z.string().min(1).max(2_000),
};
const onePicture = (block: { readonly image_url?: unknown; readonly slack_file?: unknown }) =>
  (block.image_url === undefined) !== (block.slack_file === undefined);
const imageElement = z
  .strictObject({ type: z.literal("image"), ...picture })
  .refine(onePicture, "one of `image_url` or `slack_file` is required");

const common = [
  z.strictObject({ type: z.literal("divider"), ...base }),
  z.strictObject({ type: z.literal("header"), text: plain(150), ...base }),
  z
    .strictObject({
      type: z.literal("section"),
      text: eitherText(3_000).optional(),
      fields: z.array(eitherText(2_000)).min(1).max(10).optional(),
      accessory: z.union([accessory, imageElement]).optional(),
      expand: z.boolean().optional(),
      ...base,
    })
    .refine(
      (block) => block.text !== undefined || block.fields !== undefined,
      "missing required field: text",
    ),
  z
    .strictObject({ type: z.literal("image"), ...picture, title: plain(2_000).optional(), ...base })
    .refine(onePicture, "one of `image_url` or `slack_file` is required"),
  z.strictObject({
    type: z.literal("context"),
    elements: z
      .array(z.union([eitherText(3_000), imageElement]))
      .min(1)
      .max(10),
    ...base,
  }),
  z.strictObject({ type: z.literal("actions"), elements: z.array(actionElement).min(1).max(25), ...base }),
  z.strictObject({
    type: z.literal("input"),
    label: plain(2_000),
    hint: plain(2_000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element: inputElement,
    ...base,
  }),
  z.strictObject({ type: z.literal("rich_text"), elements: z.array(richPart).min(1), ...base }),
] as const;

const label = z.string().min(1).max(20);
const point = z.strictObject({ label, value: z.number() });
const axes = z.strictObject({
  categories: z.array(label).min(1).max(20),
  x_label: z.string().max(50).optional(),
  y_label: z.string().max(50).optional(),
});
const plotted = <T extends string>(type: T) =>
  z
    .strictObject({
      type: z.literal(type),
      series: z
        .array(z.strictObject({ name: label, data: z.array(point).min(1).max(20) }))
        .min(1)
        .max(6),
      axis_config: axes,
    })
    .refine(
      ({ series, axis_config }) =>
        series.every(({ data }) => data.every((one) => axis_config.categories.includes(one.label))) &&
        series.every(({ data }) => data.length === axis_config.categories.length),
      "labels of `data` must match `axis_config.categories`",
    )
    .refine(
      ({ series }) => new Set(series.map((one) => one.name)).size === series.length,
      "names of `series` must be unique",
    );
const chart = z.strictObject({
  type: z.literal("data_visualization"),
  title: z.string().min(1).max(50),
  chart: z.discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("pie"),
      segments: z
        .array(z.strictObject({ label, value: z.number().positive() }))
        .min(1)
        .max(6),
    }),
    plotted("bar"),
    plotted("line"),
    plotted("area"),
  ]),
  ...base,
});

/** Blocks that we do not use: taken in messages as they are. */
const others = ["table", "data_table", "video", "file", "card", "carousel", "plan", "task_card"] as const;

export const messageBlocks = z
  .array(
    z.discriminatedUnion("type", [
      ...common,
      chart,
      z.strictObject({ type: z.literal("markdown"), text: z.string().min(1).max(12_000), ...base }),
      z.looseObject({ type: z.enum(others) }),
    ]),
  )
  .max(50);
export const viewBlocks = z
  .array(z.discriminatedUnion("type", [...common, z.looseObject({ type: z.literal("alert") })]))
  .max(100);

const viewBase = {
  blocks: viewBlocks,
  private_metadata: z.string().max(3_000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
};
export const modalSchema = z.strictObject({
  type: z.literal("modal"),
  title: plain(24),
  submit: plain(24).optional(),
  close: plain(24).optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  ...viewBase,
});
export const homeSchema = z.strictObject({ type: z.literal("home"), ...viewBase });
