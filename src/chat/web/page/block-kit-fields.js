/** The inputs of a Slack modal: drawing them, reading them, and what Slack itself says about them. */
import { element } from "/page/element.js";
import { letUndo } from "/page/undo-choice.js";

const own = {
  nl: {
    optional: "(optioneel)",
    choose: "Kies",
    missing: "Vul dit nog in.",
    tooLong: (over) => `Te lang. Haal ${over} tekens weg.`,
    left: (left) => `Nog ${left} tekens`,
  },
  en: {
    optional: "(optional)",
    choose: "Choose",
    missing: "Please fill this in.",
    tooLong: (over) => `Too long. Take out ${over} characters.`,
    left: (left) => `${left} characters left`,
  },
};
let count = 0;

function words() {
  return document.documentElement.lang === "en" ? own.en : own.nl;
}

/** The words of a plain text object; markup is refused. */
export function plain(text) {
  if (text.type !== "plain_text") throw new Error(`Text that this page does not know: ${text.type}`);
  return text.text;
}

/** An input block of a modal, with its label and hint. */
export function drawField(block) {
  const { element: input, block_id: name } = block;
  count += 1;
  const id = `bk-${count}`;
  const hint = block.hint ? element("p", { class: "bk-hint", id: `${id}-hint` }, plain(block.hint)) : null;
  const described = hint ? { "aria-describedby": hint.id } : {};
  const label = [
    plain(block.label),
    block.optional ? element("span", { class: "bk-optional" }, ` ${words().optional}`) : null,
  ];
  switch (input.type) {
    case "plain_text_input":
      return labelled(
        id,
        label,
        textInput(input, { id, name, required: !block.optional, ...described }),
        hint,
      );
    case "static_select":
      return labelled(
        id,
        label,
        selectInput(input, { id, name, "aria-required": !block.optional && "true", ...described }),
        hint,
      );
    case "radio_buttons":
      return undoable(block, grouped(name, label, toggles(input, { name, type: "radio" }), hint));
    case "checkboxes":
    case "multi_static_select":
      return grouped(name, label, toggles(input, { name, type: "checkbox" }), hint);
    default:
      throw new Error(`Input that this page does not know: ${input.type}`);
  }
}

function labelled(id, label, control, hint) {
  return element(
    "div",
    { class: "field bk-field" },
    element("label", { for: id, class: "bk-label" }, ...label),
    hint,
    ...control,
  );
}

function undoable(block, group) {
  if (block.optional) letUndo(group, plain(block.label));
  return group;
}

function grouped(name, label, controls, hint) {
  const legend = element("legend", { class: "bk-label" }, ...label);
  const described = hint ? { "aria-describedby": hint.id } : {};
  return element(
    "fieldset",
    { class: "bk-field", "data-group": name, ...described },
    legend,
    hint,
    ...controls,
  );
}

/** No `maxlength`: it would cut a pasted story without a word. */
function textInput(input, { required, ...attributes }) {
  const tag = input.multiline ? "textarea" : "input";
  const control = element(tag, {
    ...attributes,
    ...(input.multiline ? { rows: "6" } : { type: "text", autocomplete: "off" }),
    "aria-required": required && "true",
    "data-most": String(input.max_length),
    class: "bk-input",
  });
  control.value = input.initial_value ?? "";
  const counter = element("p", { class: "bk-counter", "aria-live": "polite" });
  const tell = () => {
    const left = input.max_length - control.value.length;
    counter.textContent = left < 0 ? words().tooLong(-left) : left < 100 ? words().left(left) : "";
  };
  control.addEventListener("input", tell);
  return [control, counter];
}

function selectInput(input, attributes) {
  const select = element("select", { ...attributes, class: "bk-input" });
  const chosen = input.initial_option?.value;
  select.append(element("option", { value: "" }, words().choose));
  const option = (one) =>
    element("option", { value: one.value, selected: one.value === chosen }, plain(one.text));
  for (const one of input.options ?? []) select.append(option(one));
  for (const group of input.option_groups ?? []) {
    select.append(element("optgroup", { label: plain(group.label) }, ...group.options.map(option)));
  }
  return [select];
}

function toggles(input, { name, type }) {
  const options = input.options ?? input.option_groups.flatMap((group) => group.options);
  const initial = [input.initial_option, ...(input.initial_options ?? [])].map((option) => option?.value);
  return options.map((option) => {
    const control = element("input", {
      type,
      name,
      value: option.value,
      checked: initial.includes(option.value),
    });
    return element("label", { class: "bk-toggle" }, control, element("span", {}, plain(option.text)));
  });
}

function controlsOf(form, block) {
  return [...form.querySelectorAll(`[name="${CSS.escape(block.block_id)}"]`)];
}

function valueOf(form, block) {
  return controlsOf(form, block)
    .filter((control) => (control.type !== "radio" && control.type !== "checkbox") || control.checked)
    .map((control) => control.value)
    .join(",");
}

/** What was filled in, by the name of the field. */
export function valuesOf(form, fields) {
  return Object.fromEntries(fields.map((block) => [block.block_id, valueOf(form, block)]));
}

/** Says at each field what is wrong with it, and puts the focus on the first. */
export function faultless(form, fields) {
  for (const old of form.querySelectorAll(".fault")) old.remove();
  let first = null;
  for (const block of fields) {
    const [control] = controlsOf(form, block);
    const fault = faultOf(control, valueOf(form, block), block);
    control.removeAttribute("aria-invalid");
    if (fault === null) continue;
    count += 1;
    const said = element("p", { class: "fault", id: `bk-fault-${count}` }, fault);
    control.setAttribute("aria-invalid", "true");
    control.setAttribute("aria-describedby", said.id);
    control.closest(".bk-field").append(said);
    first ??= control;
  }
  first?.focus();
  return first === null;
}

function faultOf(control, value, block) {
  const over = value.length - Number(control.dataset.most ?? Number.POSITIVE_INFINITY);
  if (over > 0) return words().tooLong(over);
  return !block.optional && value.trim() === "" ? words().missing : null;
}
