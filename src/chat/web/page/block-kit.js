/**
 * Draws what src/chat/slack/cards.ts sends, the way Slack does. Only those blocks: anything else throws, so that a
 * block that Slack would show and this page would not is found by a test. Text is always text, never markup.
 */
import { barChart } from "/page/bars.js";
import { drawField, faultless, plain, valuesOf } from "/page/block-kit-fields.js";
import { element } from "/page/element.js";

/** @typedef {{ act: string, packed: string, inputs: Record<string, string> | null }} Pressed */

/**
 * A message: its blocks. `onPress` hears every button.
 * @param {{ text: string, blocks: readonly any[] }} payload
 * @param {(pressed: Pressed) => void} onPress
 * @returns {HTMLElement}
 */
export function renderMessage(payload, onPress) {
  return element("div", { class: "bk bk-message" }, ...drawBlocks(payload.blocks, onPress));
}

/**
 * A modal without its frame: whoever opens the dialog shows the title. `onSubmit` hears the sent form (fields by name,
 * several choices joined by a comma), and the buttons of a modal without one.
 * @param {any} view
 * @param {(pressed: Pressed) => void} onSubmit
 * @returns {HTMLElement}
 */
export function renderModal(view, onSubmit) {
  if (view.type !== "modal") throw new Error(`Not a modal: ${view.type}`);
  const blocks = withoutWholeTitle(view);
  if (!view.submit) return element("div", { class: "bk bk-modal" }, ...drawBlocks(blocks, onSubmit));
  const send = element("button", { type: "submit", class: "bk-button bk-button-primary" }, view.submit.text);
  const footer = element("div", { class: "bk-footer" }, send);
  const form = element(
    "form",
    { class: "bk bk-modal", novalidate: true },
    ...drawBlocks(blocks, onSubmit),
    footer,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const fields = blocks.filter((block) => block.type === "input");
    if (!faultless(form, fields)) return;
    onSubmit({ act: view.callback_id, packed: view.private_metadata, inputs: valuesOf(form, fields) });
  });
  return form;
}

/** A title too long for Slack's frame is repeated as the first header; the frame here shows it whole. */
function withoutWholeTitle(view) {
  const [first, ...others] = view.blocks;
  const start = view.title.text.replace(/…$/, "");
  const repeated = first?.type === "header" && start !== view.title.text && first.text.text.startsWith(start);
  return repeated ? others : view.blocks;
}

function drawBlocks(blocks, onPress) {
  let headings = 0;
  return blocks.map((block) => {
    if (block.type === "header") headings += 1;
    return drawBlock(block, onPress, headings === 1 ? "h3" : "h4");
  });
}

function drawBlock(block, onPress, headingTag) {
  switch (block.type) {
    case "header":
      return header(headingTag, plain(block.text));
    case "rich_text":
      return element("div", { class: "bk-rich" }, ...block.elements.map(richPart));
    case "context":
      return element("p", { class: "bk-context" }, block.elements.map(plain).join(" "));
    case "divider":
      return element("hr", { class: "bk-divider" });
    case "image":
      return element("img", { src: block.image_url, alt: block.alt_text, class: "bk-image" });
    case "data_visualization":
      return element(
        "figure",
        { class: "bk-figure" },
        element("figcaption", {}, block.title),
        barChart(block),
      );
    case "actions":
      return element("div", { class: "bk-actions" }, ...block.elements.map((one) => button(one, onPress)));
    case "input":
      return drawField(block);
    default:
      throw new Error(`Block Kit block that this page does not know: ${block.type}`);
  }
}

const tones = { "🔴": "acute", "🟠": "attention", "🟢": "good" };

/** The coloured dot in front is for the eye only: the words say it too. Drawn, because not every machine has the emoji. */
function header(tag, text) {
  const [, sign, rest] = /^(?:([🔴🟠🟢]) )?(.*)$/su.exec(text) ?? [];
  const dot = sign ? element("span", { class: `bk-dot bk-dot-${tones[sign]}`, "aria-hidden": "true" }) : null;
  return element(tag, { class: "bk-header" }, dot, rest);
}

function richPart(part) {
  switch (part.type) {
    case "rich_text_section":
      return element("p", { class: "bk-text" }, ...part.elements.map(span));
    case "rich_text_quote":
      return element("blockquote", { class: "bk-quote" }, ...part.elements.map(span));
    case "rich_text_preformatted":
      return element("pre", { class: "bk-pre" }, ...part.elements.map(span));
    case "rich_text_list":
      return element(
        "ul",
        { class: "bk-list" },
        ...part.elements.map((item) => element("li", {}, ...item.elements.map(span))),
      );
    default:
      throw new Error(`Rich text that this page does not know: ${part.type}`);
  }
}

function span(one) {
  if (one.type !== "text") throw new Error(`Rich text that this page does not know: ${one.type}`);
  return one.style?.bold ? element("strong", {}, one.text) : document.createTextNode(one.text);
}

function button(one, onPress) {
  if (one.type !== "button") throw new Error(`Action that this page does not know: ${one.type}`);
  const look = one.style ? `bk-button bk-button-${one.style}` : "bk-button";
  const made = element(
    "button",
    { type: "button", class: look, "aria-label": one.accessibility_label },
    plain(one.text),
  );
  made.addEventListener("click", () => {
    onPress({ act: one.action_id.replace(/:\d+$/, ""), packed: one.value, inputs: null });
  });
  return made;
}
