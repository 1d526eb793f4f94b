import type { Json } from "./interface.ts";
import { asJson, asList, asText, wordsOf } from "./reading.ts";
import type { View } from "./world.ts";

/** What somebody fills in: words, an option's label or value, several of them, or nothing. */
export type Filled = string | readonly string[] | null;

/** Fills one input, found by its label or block id, as the client would let somebody do. */
export function fillInput(view: View, name: string, filled: Filled): void {
  const block =
    view.blocks.find((one) => one.type === "input" && wordsOf(one.label) === name) ??
    view.blocks.find((one) => one.type === "input" && one.block_id === name);
  if (block === undefined)
    throw new Error(`The dialog has no input "${name}". It has: ${labelled(view).join(", ")}.`);
  const element = asJson(block.element);
  const inside = (view.values[asText(block.block_id)] ??= {});
  inside[asText(element.action_id)] = valueOf(element, name, filled);
}

/** What the client holds a dialog back for: required inputs that are empty, too short a text. */
export function heldBack(view: View): readonly string[] {
  return view.blocks.flatMap((block) => {
    if (block.type !== "input") return [];
    const element = asJson(block.element);
    const value = asJson(view.values[asText(block.block_id)]?.[asText(element.action_id)]);
    const [content] = Object.entries(value).flatMap(([key, inside]) => (key === "type" ? [] : [inside]));
    const empty = content === null || content === undefined || content === "" || isEmptyList(content);
    if (empty) return block.optional === true ? [] : [`"${wordsOf(block.label)}" is required`];
    const least = Number(element.min_length ?? 0);
    return typeof content === "string" && content.length < least
      ? [`"${wordsOf(block.label)}" is shorter than ${least} characters`]
      : [];
  });
}

function isEmptyList(content: unknown): boolean {
  return Array.isArray(content) && content.length === 0;
}

function labelled(view: View): readonly string[] {
  return view.blocks.filter((one) => one.type === "input").map((one) => wordsOf(one.label));
}

function valueOf(element: Json, name: string, filled: Filled): Json {
  const type = asText(element.type);
  switch (type) {
    case "plain_text_input":
    case "number_input":
      return { type, value: typed(element, name, filled) };
    case "static_select":
    case "radio_buttons":
      return { type, selected_option: filled === null ? null : option(element, name, one(name, filled)) };
    case "multi_static_select":
    case "checkboxes":
      return { type, selected_options: several(filled).map((each) => option(element, name, each)) };
    case "datepicker":
      return { type, selected_date: filled === null ? null : one(name, filled) };
    case "timepicker":
      return { type, selected_time: filled === null ? null : one(name, filled) };
    case "users_select":
      return { type, selected_user: filled === null ? null : one(name, filled) };
    default:
      throw new Error(`The fake client can not fill in a ${type}.`);
  }
}

function typed(element: Json, name: string, filled: Filled): string | null {
  if (filled === null || filled === "") return null;
  const text = one(name, filled);
  const most = Number(element.max_length ?? 3_000);
  if (text.length > most) throw new Error(`"${name}" takes no more than ${most} characters.`);
  if (element.multiline !== true && text.includes("\n")) throw new Error(`"${name}" is one line.`);
  return text;
}

function several(filled: Filled): readonly string[] {
  if (filled === null) return [];
  return typeof filled === "string" ? [filled] : filled;
}

function one(name: string, filled: Filled): string {
  if (typeof filled !== "string") throw new Error(`"${name}" takes one thing.`);
  return filled;
}

function option(element: Json, name: string, wanted: string): Json {
  const options = [
    ...asList(element.options),
    ...asList(element.option_groups).flatMap((group) => asList(group.options)),
  ];
  const found =
    options.find((each) => wordsOf(each.text) === wanted) ?? options.find((each) => each.value === wanted);
  if (found !== undefined) return found;
  const shown = options.map((each) => wordsOf(each.text)).join(", ");
  throw new Error(`"${name}" has no option "${wanted}". It has: ${shown}.`);
}
