import { z } from "zod";

/**
 * Elements and small objects of Block Kit with Slack's own limits (docs.slack.dev, November 2026). Strict: an unknown
 * property is a fault, as it is to Slack. Lengths in UTF-16 units.
 */
export const plain = (most: number) =>
  z.strictObject({
    type: z.literal("plain_text"),
    text: z.string().min(1).max(most),
    emoji: z.boolean().optional(),
  });
const mrkdwn = (most: number) =>
  z.strictObject({
    type: z.literal("mrkdwn"),
    text: z.string().min(1).max(most),
    verbatim: z.boolean().optional(),
  });
export const eitherText = (most: number) => z.discriminatedUnion("type", [plain(most), mrkdwn(most)]);

const confirm = z.strictObject({
  title: plain(100),
  text: eitherText(300),
  confirm: plain(30),
  deny: plain(30),
  style: z.enum(["primary", "danger"]).optional(),
});
const action = { action_id: z.string().min(1).max(255).optional(), confirm: confirm.optional() };
const focus = { focus_on_load: z.boolean().optional() };
const hinted = { placeholder: plain(150).optional() };
const dispatch = {
  dispatch_action_config: z
    .strictObject({ trigger_actions_on: z.array(z.enum(["on_enter_pressed", "on_character_entered"])) })
    .optional(),
};

const optionWith = <T extends z.ZodType>(text: T) =>
  z.strictObject({
    text,
    value: z.string().min(1).max(150),
    description: plain(75).optional(),
  });
const option = optionWith(plain(75));
const richOption = optionWith(eitherText(75));
const optionList = z.array(option).min(1).max(100);
const groupList = z
  .array(z.strictObject({ label: plain(75), options: optionList }))
  .min(1)
  .max(100);
const lists = { options: optionList.optional(), option_groups: groupList.optional() };

interface WithOptions {
  readonly options?: readonly unknown[] | undefined;
  readonly option_groups?: readonly { readonly options: readonly unknown[] }[] | undefined;
  readonly initial_option?: unknown;
  readonly initial_options?: readonly unknown[] | undefined;
}

/** What is chosen at first has to be one of the options, letter by letter; values may not repeat. */
function chosenAmongOptions(element: WithOptions, context: z.RefinementCtx): void {
  const options = [
    ...(element.options ?? []),
    ...(element.option_groups ?? []).flatMap((group) => group.options),
  ].map((one) => JSON.stringify(one));
  const chosen = [
    ...(element.initial_option === undefined ? [] : [element.initial_option]),
    ...(element.initial_options ?? []),
  ];
  for (const one of chosen) {
    if (!options.includes(JSON.stringify(one))) {
      context.addIssue({ code: "custom", message: "`initial_option` must be one of the `options`" });
    }
  }
}

function oneList(element: WithOptions, context: z.RefinementCtx): void {
  if ((element.options === undefined) === (element.option_groups === undefined)) {
    context.addIssue({ code: "custom", message: "one of `options` or `option_groups` is required" });
  }
  chosenAmongOptions(element, context);
}

export const button = z.strictObject({
  type: z.literal("button"),
  ...action,
  text: plain(75),
  url: z.string().max(3_000).optional(),
  value: z.string().max(2_000).optional(),
  style: z.enum(["primary", "danger"]).optional(),
  accessibility_label: z.string().max(75).optional(),
});

const staticSelect = z
  .strictObject({
    type: z.literal("static_select"),
    ...action,
    ...focus,
    ...hinted,
    ...lists,
    initial_option: option.optional(),
  })
  .superRefine(oneList);
const multiStaticSelect = z
  .strictObject({
    type: z.literal("multi_static_select"),
    ...action,
    ...focus,
    ...hinted,
    ...lists,
    initial_options: z.array(option).min(1).max(100).optional(),
    max_selected_items: z.number().int().min(1).optional(),
  })
  .superRefine(oneList);
const radioButtons = z
  .strictObject({
    type: z.literal("radio_buttons"),
    ...action,
    ...focus,
    options: z.array(richOption).min(1).max(10),
    initial_option: richOption.optional(),
  })
  .superRefine(chosenAmongOptions);
const checkboxes = z
  .strictObject({
    type: z.literal("checkboxes"),
    ...action,
    ...focus,
    options: z.array(richOption).min(1).max(10),
    initial_options: z.array(richOption).min(1).max(10).optional(),
  })
  .superRefine(chosenAmongOptions);
const overflow = z.strictObject({
  type: z.literal("overflow"),
  ...action,
  options: z
    .array(option.extend({ url: z.string().max(3_000).optional() }))
    .min(1)
    .max(5),
});
const datepicker = z.strictObject({
  type: z.literal("datepicker"),
  ...action,
  ...focus,
  ...hinted,
  initial_date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
});
const timepicker = z.strictObject({
  type: z.literal("timepicker"),
  ...action,
  ...focus,
  ...hinted,
  initial_time: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .optional(),
  timezone: z.string().optional(),
});
const usersSelect = z.strictObject({
  type: z.literal("users_select"),
  ...action,
  ...focus,
  ...hinted,
  initial_user: z.string().optional(),
});
const multiUsersSelect = z.strictObject({
  type: z.literal("multi_users_select"),
  ...action,
  ...focus,
  ...hinted,
  initial_users: z.array(z.string()).optional(),
  max_selected_items: z.number().int().min(1).optional(),
});
const plainTextInput = z
  .strictObject({
    type: z.literal("plain_text_input"),
    action_id: action.action_id,
    ...focus,
    ...hinted,
    ...dispatch,
    initial_value: z.string().min(1).max(3_000).optional(),
    multiline: z.boolean().optional(),
    min_length: z.number().int().min(0).max(3_000).optional(),
    max_length: z.number().int().min(1).max(3_000).optional(),
  })
  .superRefine((element, context) => {
    if ((element.initial_value?.length ?? 0) > (element.max_length ?? 3_000)) {
      context.addIssue({ code: "custom", message: "`initial_value` is longer than `max_length`" });
    }
  });
const numberInput = z.strictObject({
  type: z.literal("number_input"),
  action_id: action.action_id,
  ...focus,
  ...hinted,
  ...dispatch,
  is_decimal_allowed: z.boolean(),
  initial_value: z.string().optional(),
  min_value: z.string().optional(),
  max_value: z.string().optional(),
});

/** Below a section, at its right. */
export const accessory = z.discriminatedUnion("type", [
  button,
  staticSelect,
  multiStaticSelect,
  radioButtons,
  checkboxes,
  overflow,
  datepicker,
  timepicker,
  usersSelect,
  multiUsersSelect,
]);

/** In an actions block: no multi-selects. */
export const actionElement = z.discriminatedUnion("type", [
  button,
  staticSelect,
  radioButtons,
  checkboxes,
  overflow,
  datepicker,
  timepicker,
  usersSelect,
]);

/** In an input block: no buttons, and no confirmation. */
export const inputElement = z.discriminatedUnion("type", [
  plainTextInput,
  staticSelect,
  multiStaticSelect,
  radioButtons,
  checkboxes,
  datepicker,
  timepicker,
  usersSelect,
  multiUsersSelect,
  numberInput,
]);
