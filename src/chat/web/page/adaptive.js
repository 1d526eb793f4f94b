/**
 * Draws what src/chat/teams/cards.ts sends with Microsoft's own renderer (the script /vendor/adaptivecards.min.js),
 * dressed as Teams. Only the elements that Teams draws everywhere: anything else throws.
 */
import { hostConfig } from "/page/host-config.js";
import { letUndo } from "/page/undo-choice.js";

/** @typedef {{ act: string, packed: string, inputs: Record<string, string> | null }} Pressed */

const known = new Set([
  "AdaptiveCard",
  "TextBlock",
  "RichTextBlock",
  "TextRun",
  "FactSet",
  "Container",
  "ColumnSet",
  "Column",
  "Table",
  "TableRow",
  "TableCell",
  "Image",
  "ActionSet",
  "Action.Execute",
  "Action.Submit",
  "Input.Text",
  "Input.ChoiceSet",
  // In the load of a button: Teams opens a dialog.
  "task/fetch",
]);
let count = 0;

/**
 * A message: its card. `onPress` hears every button.
 * @param {{ summary: string, card: object }} payload
 * @param {(pressed: Pressed) => void} onPress
 * @returns {HTMLElement}
 */
export function renderMessage(payload, onPress) {
  return draw(payload.card, onPress, "ac-message");
}

/**
 * A dialog without its frame: whoever opens it shows the title. `onSubmit` hears the sent form (fields by name, several
 * choices joined by a comma).
 * @param {{ title: string, card: object }} view
 * @param {(pressed: Pressed) => void} onSubmit
 * @returns {HTMLElement}
 */
export function renderModal(view, onSubmit) {
  return draw(view.card, onSubmit, "ac-dialog");
}

function draw(payload, onPress, className) {
  const { AdaptiveCards } = globalThis;
  if (!AdaptiveCards) throw new Error("The Adaptive Cards script has not been loaded.");
  AdaptiveCards.GlobalSettings.setTabIndexAtCardRoot = false;
  AdaptiveCards.GlobalSettings.useMarkdownInRadioButtonAndCheckbox = false;
  // Our payloads hold escaped text only, so there is no Markdown to process: text stays text, no markup is ever made.
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (_text, result) => {
    result.didProcess = false;
  };
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
  card.parse(withoutEscapes(payload));
  card.onExecuteAction = (action) => {
    const inputs = card.getAllInputs();
    const values = Object.fromEntries(inputs.map((input) => [input.id, input.value ?? ""]));
    const { act, packed } = action.toJSON().data;
    onPress({ act, packed, inputs: inputs.length === 0 ? null : values });
  };
  const drawn = card.render();
  if (!drawn) throw new Error("The Adaptive Card could not be drawn.");
  const frame = document.createElement("div");
  frame.className = `ac ${className}`;
  frame.append(drawn);
  mend(frame, card);
  return frame;
}

/** A copy in which the escapes for Markdown are taken out again; an element that is not ours throws. */
function withoutEscapes(value, name = "") {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map((one) => withoutEscapes(one, name));
  if (typeof value !== "object" || value === null) return value;
  if (value.type !== undefined && !known.has(value.type)) {
    throw new Error(`Adaptive Card element that this page does not know: ${value.type}`);
  }
  const copy = {};
  for (const [key, inside] of Object.entries(value)) {
    const reads = (value.type === "TextBlock" && key === "text") || (name === "facts" && key !== "type");
    copy[key] = reads ? unescape(inside) : withoutEscapes(inside, key);
  }
  return copy;
}

function unescape(text) {
  return text.replace(/\\([\\`*_~[\]<>|&#+.)-])/g, "$1");
}

/** What the renderer leaves out for those who do not see or do not use a mouse. */
function mend(frame, card) {
  for (const [place, heading] of [...frame.querySelectorAll("[role=heading]")].entries()) {
    heading.setAttribute("aria-level", place === 0 && frame.classList.contains("ac-message") ? "3" : "4");
  }
  for (const input of card.getAllInputs()) mendInput(frame, input);
}

function mendInput(frame, input) {
  const control = input.renderedInputControlElement;
  const label = input.renderedElement?.querySelector("label, .ac-richTextBlock");
  if (!control) return;
  const toggles = control.querySelectorAll("input[type=radio], input[type=checkbox]");
  if (toggles.length > 0) {
    control.setAttribute("role", toggles[0].type === "radio" ? "radiogroup" : "group");
    if (label) control.setAttribute("aria-labelledby", label.id);
    count += 1;
    for (const toggle of toggles) {
      toggle.name = input.id;
      // The whole group has the label; each choice has its own words.
      toggle.removeAttribute("aria-labelledby");
    }
    if (toggles[0].type === "radio" && !input.isRequired) letUndo(control, input.label ?? "");
  } else {
    control.name = input.id;
    // It would cut a pasted story without a word; who receives it says that it is too long.
    control.removeAttribute("maxlength");
    if (input.isRequired) control.setAttribute("aria-required", "true");
  }
  const hint = frame.querySelector(`#${CSS.escape(`${input.id}-hint`)}`);
  if (!hint) return;
  count += 1;
  hint.id = `ac-hint-${count}`;
  control.setAttribute("aria-describedby", hint.id);
}
