import type { Json } from "./interface.ts";
import { asList, asText, inputsIn } from "./reading.ts";
import type { Dialog } from "./world.ts";

/** What stands in the inputs of a card that has just been opened. */
export function firstValues(card: Json): Record<string, string> {
  const values: Record<string, string> = {};
  for (const input of inputsIn(card)) {
    const { type, value } = input;
    const said = typeof value === "number" ? String(value) : asText(value);
    // An empty text is sent as such; what was not chosen is not sent.
    if (said !== "" || type === "Input.Text") values[asText(input.id)] = said;
  }
  return values;
}

/** Fills one input, by its label or its id; null empties it. Throws where the client would not take it. */
export function fillInput(dialog: Dialog, name: string, filled: string | readonly string[] | null): void {
  const inputs = inputsIn(dialog.card);
  const input = inputs.find(({ label }) => label === name) ?? inputs.find(({ id }) => id === name);
  if (input === undefined)
    throw new Error(
      `There is no input "${name}": ${inputs.map(({ label, id }) => `${asText(label)} (${asText(id)})`).join(", ")}.`,
    );
  const id = asText(input.id);
  if (filled === null) {
    if (input.type === "Input.Text") dialog.values[id] = "";
    else delete dialog.values[id];
    return;
  }
  const several = typeof filled === "string" ? [filled] : filled;
  if (input.type !== "Input.ChoiceSet") {
    const [text = ""] = several;
    const most = typeof input.maxLength === "number" ? input.maxLength : Number.POSITIVE_INFINITY;
    if (text.length > most) throw new Error(`"${name}" takes at most ${most} characters.`);
    dialog.values[id] = text;
    return;
  }
  if (several.length > 1 && input.isMultiSelect !== true) throw new Error(`"${name}" takes one choice.`);
  dialog.values[id] = several.map((one) => choiceIn(input, one)).join(",");
}

function choiceIn(input: Json, wanted: string): string {
  const choices = asList(input.choices);
  const found =
    choices.find(({ title }) => title === wanted) ?? choices.find(({ value }) => value === wanted);
  if (found === undefined)
    throw new Error(
      `"${asText(input.label)}" has no "${wanted}": ${choices.map(({ title }) => asText(title)).join(", ")}.`,
    );
  return asText(found.value);
}

/** Labels of required inputs in which nothing stands: the client does not send the dialog. */
export function heldBack(dialog: Dialog): readonly string[] {
  return inputsIn(dialog.card)
    .filter(({ isRequired, id }) => isRequired === true && (dialog.values[asText(id)] ?? "").trim() === "")
    .map(({ label }) => asText(label));
}
