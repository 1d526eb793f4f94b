import { noChoice } from "#chat/no-choice.ts";
import { clamp } from "#chat/shown.ts";
import type { Element, InputElement } from "#chat/teams/elements.ts";
import { teamsLimits } from "#chat/teams/limits.ts";
import { plain, plainLine } from "#chat/teams/literal.ts";
import { runs } from "#chat/teams/runs.ts";
import type { Field } from "#texts/card.ts";

/** More options than this are a list (card.ts). */
const mostAsButtons = 5;

/** The id of the hint of an input. */
function hintId(name: string): string {
  return `${name}-hint`;
}

/**
 * A field as an input with a label, called after the field, and its hint below. `missing` is what stands at a required
 * input that was left empty. Nothing for a choice without options.
 */
export function inputElements(field: Field, missing: string): readonly Element[] {
  const input = field.field === "text" ? textInput(field, missing) : choiceInput(field, missing);
  if (!input) return [];
  const hint = clamp(plain(field.hint), teamsLimits.label);
  if (hint === "") return [input];
  return [
    input,
    {
      type: "RichTextBlock",
      id: hintId(field.name),
      inlines: [{ type: "TextRun", text: hint, size: "Small", isSubtle: true }],
      spacing: "Small",
    },
  ];
}

/** What was wrong when the dialog was sent: boxed, each with the label of its field. Nothing where nothing was wrong. */
export function faultElements(
  faults: Readonly<Record<string, string>>,
  fields: readonly Field[],
): readonly Element[] {
  const items = Object.entries(faults).flatMap(([name, fault]) => {
    const words = plainLine(fault);
    if (words === "") return [];
    const label = plainLine(fields.find((field) => field.name === name)?.label ?? "");
    const line = [{ type: "TextRun", text: clamp(words, teamsLimits.label) }] as const;
    if (label === "") return [runs(line)];
    return [
      runs([{ type: "TextRun", text: clamp(label, teamsLimits.label), weight: "Bolder" }]),
      { ...runs(line), spacing: "None" as const },
    ];
  });
  return items.length === 0 ? [] : [{ type: "Container", style: "attention", items }];
}

function base(field: Field, missing: string) {
  const label = clamp(plainLine(field.label), teamsLimits.label);
  return {
    id: field.name,
    label: label === "" ? field.name : label,
    isRequired: field.required,
    ...(field.required ? { errorMessage: missing } : {}),
  };
}

function textInput(field: Extract<Field, { field: "text" }>, missing: string): InputElement {
  const most = Math.max(1, field.maxLength);
  const value = clamp(typed(field.value), most);
  return {
    type: "Input.Text",
    ...base(field, missing),
    isMultiline: field.lines > 1,
    maxLength: most,
    ...(value === "" ? {} : { value }),
  };
}

/** As it was typed, without what nobody typed: a control character is six characters of JSON, and a dialog has its limit. */
function typed(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t])\p{Cc}/gu, "");
}

function choiceInput(field: Extract<Field, { field: "choice" }>, missing: string): InputElement | null {
  if (field.options.length === 0) return null;
  const wanted = field.many ? field.value.split(",") : [field.value];
  const chosen = field.options.map((option) => option.value).filter((value) => wanted.includes(value));
  return {
    type: "Input.ChoiceSet",
    ...base(field, missing),
    style: field.options.length <= mostAsButtons ? "expanded" : "compact",
    isMultiSelect: field.many,
    wrap: true,
    choices: field.options.map((option) => {
      const title = clamp(plainLine(option.label), teamsLimits.choiceTitle);
      return { title: title === "" ? "–" : title, value: option.value || noChoice };
    }),
    ...(chosen.length === 0 ? {} : { value: chosen.map((value) => value || noChoice).join(",") }),
  };
}
