import { clamp, oneLine, shown } from "#chat/shown.ts";
import type { InputBlock, InputElement, Option, OptionGroup, OptionList } from "#chat/slack/blocks.ts";
import { plainText } from "#chat/slack/blocks.ts";
import { slackLimits } from "#chat/slack/limits.ts";
import type { Field } from "#texts/card.ts";

/** More options than this are a list (card.ts). */
const mostAsButtons = 5;

/** A field as an input: block and action are called after the field. Null: a choice without options, which Slack refuses. */
export function inputBlock(field: Field): InputBlock | null {
  const element = field.field === "text" ? textInput(field) : choiceInput(field);
  if (!element) return null;
  const label = clamp(oneLine(field.label), slackLimits.inputLabel);
  const hint = clamp(shown(field.hint), slackLimits.inputLabel);
  return {
    type: "input",
    block_id: field.name,
    label: plainText(label === "" ? field.name : label),
    ...(hint === "" ? {} : { hint: plainText(hint) }),
    optional: !field.required,
    element,
  };
}

function textInput(field: Extract<Field, { field: "text" }>): InputElement {
  const most = Math.max(1, Math.min(field.maxLength, slackLimits.inputText));
  const value = clamp(field.value.toWellFormed(), most);
  return {
    type: "plain_text_input",
    action_id: field.name,
    multiline: field.lines > 1,
    max_length: most,
    ...(value === "" ? {} : { initial_value: value }),
  };
}

function choiceInput(field: Extract<Field, { field: "choice" }>): InputElement | null {
  const options = field.options.map(optionOf);
  if (options.length === 0) return null;
  const chosen = field.many ? field.value.split(",") : [field.value];
  const initial = options.filter((option) => chosen.includes(option.value));
  const first = initial[0];
  const one = first ? { initial_option: first } : {};
  const several = initial.length > 0 ? { initial_options: initial } : {};
  const action_id = field.name;
  if (options.length <= mostAsButtons) {
    return field.many
      ? { type: "checkboxes", action_id, options, ...several }
      : { type: "radio_buttons", action_id, options, ...one };
  }
  const list = optionList(options);
  return field.many
    ? { type: "multi_static_select", action_id, ...list, ...several }
    : { type: "static_select", action_id, ...list, ...one };
}

function optionOf(option: { readonly value: string; readonly label: string }): Option {
  const text = clamp(oneLine(option.label), slackLimits.optionText);
  return { text: plainText(text === "" ? "–" : text), value: option.value };
}

/** A list of Slack holds 100 options; more are put in groups of 100, called after their first and last. */
function optionList(options: readonly Option[]): OptionList {
  if (options.length <= slackLimits.options) return { options };
  const groups: OptionGroup[] = [];
  for (let start = 0; start < options.length; start += slackLimits.options) {
    const group = options.slice(start, start + slackLimits.options);
    const first = clamp(group[0]?.text.text ?? "", 30);
    const last = clamp(group.at(-1)?.text.text ?? "", 30);
    groups.push({ label: plainText(`${first} – ${last}`), options: group });
  }
  return { option_groups: groups };
}
