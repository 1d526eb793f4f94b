import { inPieces } from "#chat/long-text.ts";
import { choiceIn, noChoice } from "#chat/no-choice.ts";
import { clamp, oneLine, shown } from "#chat/shown.ts";
import type { InputBlock, InputElement, Option, OptionGroup, OptionList } from "#chat/slack/look/blocks.ts";
import { plainText } from "#chat/slack/look/blocks.ts";
import { slackLimits } from "#chat/slack/look/limits.ts";
import type { Field } from "#texts/card.ts";

/** More options than this are a list (card.ts). */
const mostAsButtons = 5;

/**
 * A field as inputs: block and action are called after the field. A text that is longer than one input holds is spread
 * over several (`text`, `text~2`: long-text.ts). Empty: a choice without options, which Slack refuses.
 */
export function inputBlocks(field: Field): readonly InputBlock[] {
  if (field.field === "text" && field.maxLength > slackLimits.inputText) {
    const value = clamp(field.value.toWellFormed(), slackLimits.prefilledText);
    if (value.length > slackLimits.inputText) return longText(field, value);
  }
  const element = field.field === "text" ? textInput(field) : choiceInput(field);
  return element === null ? [] : [inputBlock(field, element)];
}

function inputBlock(field: Field, element: InputElement): InputBlock {
  const label = clamp(oneLine(field.label), slackLimits.inputLabel);
  const hint = clamp(shown(field.hint), slackLimits.inputLabel);
  return {
    type: "input",
    block_id: element.action_id,
    label: plainText(label === "" ? field.name : label),
    ...(hint === "" ? {} : { hint: plainText(hint) }),
    optional: !field.required,
    element,
  };
}

/** Numbered, so that it is the same in every language. Only the first has the hint, and must be filled. */
function longText(field: Extract<Field, { field: "text" }>, value: string): readonly InputBlock[] {
  const pieces = inPieces(field.name, value, slackLimits.inputPiece);
  return pieces.map((piece, place) =>
    inputBlock(
      {
        ...field,
        label: `${clamp(oneLine(field.label), slackLimits.inputLabel - 10)} (${place + 1}/${pieces.length})`,
        hint: place === 0 ? field.hint : "",
        required: field.required && place === 0,
      },
      {
        type: "plain_text_input",
        action_id: piece.name,
        multiline: true,
        max_length: slackLimits.inputText,
        initial_value: piece.text,
      },
    ),
  );
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
  const initial = options.filter((option) => chosen.includes(choiceIn(option.value)));
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
  return { text: plainText(text === "" ? "–" : text), value: option.value || noChoice };
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
