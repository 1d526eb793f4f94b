import { z } from "zod";
import { slackLimits } from "#chat/slack/look/limits.ts";
import { acts } from "#signal/press.ts";

/** What Slack accepts, of the blocks that the bot may use: strict, so that mrkdwn, links and mentions are no valid payload. */
const words = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((text) => text.trim() !== "", "blank text");
const plain = (most: number) =>
  z.strictObject({ type: z.literal("plain_text"), text: words(most), emoji: z.literal(false) });

const span = z.strictObject({
  type: z.literal("text"),
  text: z
    .string()
    .min(1)
    .max(slackLimits.section + 1),
  style: z.strictObject({ bold: z.literal(true) }).optional(),
});
const section = z.strictObject({ type: z.literal("rich_text_section"), elements: z.array(span).min(1) });
const rich = z.discriminatedUnion("type", [
  section,
  z.strictObject({ type: z.literal("rich_text_quote"), elements: z.array(span).length(1) }),
  z.strictObject({ type: z.literal("rich_text_preformatted"), elements: z.array(span).length(1) }),
  z.strictObject({
    type: z.literal("rich_text_list"),
    style: z.literal("bullet"),
    elements: z.array(section).min(1),
  }),
]);

const button = z
  .strictObject({
    type: z.literal("button"),
    text: plain(slackLimits.buttonText),
    action_id: z
      .string()
      .max(slackLimits.actionId)
      .regex(new RegExp(`^(${acts.join("|")})(:\\d+)?$`)),
    value: words(slackLimits.value),
    style: z.enum(["primary", "danger"]).optional(),
    accessibility_label: words(slackLimits.accessibilityLabel),
  })
  .refine(
    (one) => one.accessibility_label.startsWith(one.text.text),
    "does not begin with the visible words",
  );

const label = words(slackLimits.chartLabel);
const chart = z
  .strictObject({
    type: z.literal("bar"),
    series: z
      .array(
        z.strictObject({
          name: label,
          data: z.array(z.strictObject({ label, value: z.number().nonnegative() })),
        }),
      )
      .min(1)
      .max(slackLimits.chartSeries),
    axis_config: z.strictObject({ categories: z.array(label).min(1).max(slackLimits.chartCategories) }),
  })
  .refine(({ series, axis_config: { categories } }) =>
    series.every((one) => one.data.map((point) => point.label).join("\n") === categories.join("\n")),
  )
  .refine(({ series }) => new Set(series.map((one) => one.name)).size === series.length)
  .refine(({ axis_config: { categories } }) => new Set(categories).size === categories.length);

const option = z.strictObject({
  text: plain(slackLimits.optionText),
  value: z.string().min(1).max(slackLimits.optionValue),
});
const options = z.array(option).min(1).max(slackLimits.options);
const groups = z
  .array(z.strictObject({ label: plain(slackLimits.optionText), options }))
  .min(1)
  .max(slackLimits.optionGroups);
const buttonOptions = z.array(option).min(1).max(slackLimits.optionButtons);
const initial = z.array(option).min(1).optional();
const name = z.string().min(1).max(slackLimits.actionId);
const input = z.discriminatedUnion("type", [
  z
    .strictObject({
      type: z.literal("plain_text_input"),
      action_id: name,
      multiline: z.boolean(),
      max_length: z.number().int().min(1).max(slackLimits.inputText),
      initial_value: z.string().min(1).optional(),
    })
    .refine((one) => (one.initial_value?.length ?? 0) <= one.max_length),
  z.strictObject({
    type: z.literal("radio_buttons"),
    action_id: name,
    options: buttonOptions,
    initial_option: option.optional(),
  }),
  z.strictObject({
    type: z.literal("checkboxes"),
    action_id: name,
    options: buttonOptions,
    initial_options: initial,
  }),
  z
    .strictObject({
      type: z.literal("static_select"),
      action_id: name,
      options: options.optional(),
      option_groups: groups.optional(),
      initial_option: option.optional(),
    })
    .refine((one) => (one.options === undefined) !== (one.option_groups === undefined)),
  z
    .strictObject({
      type: z.literal("multi_static_select"),
      action_id: name,
      options: options.optional(),
      option_groups: groups.optional(),
      initial_options: initial,
    })
    .refine((one) => (one.options === undefined) !== (one.option_groups === undefined)),
]);

const shownBlocks = [
  z.strictObject({ type: z.literal("header"), text: plain(slackLimits.header) }),
  z.strictObject({ type: z.literal("rich_text"), elements: z.array(rich).min(1) }),
  z.strictObject({
    type: z.literal("context"),
    elements: z.array(plain(slackLimits.context)).min(1).max(10),
  }),
  z.strictObject({ type: z.literal("divider") }),
  z.strictObject({
    type: z.literal("image"),
    image_url: z.string().min(1).max(slackLimits.imageUrl),
    alt_text: words(slackLimits.altText),
  }),
  z.strictObject({
    type: z.literal("actions"),
    elements: z.array(button).min(1).max(slackLimits.buttonsPerBlock),
  }),
] as const;

const messageBlock = z.discriminatedUnion("type", [
  ...shownBlocks,
  z.strictObject({ type: z.literal("data_visualization"), title: words(slackLimits.chartTitle), chart }),
]);
const modalBlock = z.discriminatedUnion("type", [
  ...shownBlocks,
  z
    .strictObject({
      type: z.literal("input"),
      block_id: name,
      label: plain(slackLimits.inputLabel),
      hint: plain(slackLimits.inputLabel).optional(),
      optional: z.boolean(),
      element: input,
    })
    .refine((block) => block.block_id === block.element.action_id),
]);

/** Buttons of one message may not share an action id. */
function apart(blocks: readonly { type: string; elements?: unknown }[]): boolean {
  const ids = blocks.flatMap((block) =>
    block.type === "actions"
      ? z
          .array(button)
          .parse(block.elements)
          .map((one) => one.action_id)
      : [],
  );
  return new Set(ids).size === ids.length;
}

export const slackMessageSchema = z.strictObject({
  text: words(slackLimits.summary * 6).regex(/^(?:[^<>&]|&(?:amp|lt|gt);)*$/),
  blocks: z
    .array(messageBlock)
    .min(1)
    .max(slackLimits.messageBlocks)
    .refine(apart)
    .refine(
      (blocks) =>
        blocks.filter((block) => block.type === "data_visualization").length <= slackLimits.chartsPerMessage,
    )
    .refine((blocks) => wordsIn(blocks).join("").length <= slackLimits.messageText, "too much text"),
});

export const slackModalSchema = z.strictObject({
  type: z.literal("modal"),
  callback_id: words(255),
  private_metadata: z.string().max(slackLimits.privateMetadata),
  title: plain(slackLimits.modalTitle),
  submit: plain(slackLimits.modalSubmit).optional(),
  blocks: z.array(modalBlock).max(slackLimits.modalBlocks).refine(apart),
});

/** Every text in a payload that somebody gets to see, in order. */
export function wordsIn(payload: unknown): string[] {
  if (Array.isArray(payload)) return payload.flatMap(wordsIn);
  if (typeof payload !== "object" || payload === null) return [];
  return Object.entries(payload).flatMap(([key, value]) =>
    typeof value === "string" &&
    ["text", "alt_text", "title", "name", "label", "accessibility_label"].includes(key)
      ? [value]
      : wordsIn(value),
  );
}
