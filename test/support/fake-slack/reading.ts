import type { Json, SeenMessage, SeenView } from "./interface.ts";
import type { Message, View } from "./world.ts";

/** An object, or an empty one for anything else. */
export function asJson(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** The objects of a list; none for anything else. */
export function asList(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(asJson) : [];
}

export function asText(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Every element that can be pressed or filled in, with the block that holds it. */
export function elementsIn(blocks: readonly Json[]): { readonly block: Json; readonly element: Json }[] {
  return blocks.flatMap((block) => {
    const inside = [...asList(block.elements), asJson(block.accessory), asJson(block.element)];
    return inside
      .filter((element) => typeof element.action_id === "string")
      .map((element) => ({ block, element }));
  });
}

/** The visible words of a button or a label. */
export function wordsOf(object: unknown): string {
  return asText(asJson(object).text);
}

export function buttonsIn(blocks: readonly Json[]): readonly string[] {
  return elementsIn(blocks)
    .filter(({ element }) => element.type === "button")
    .map(({ element }) => wordsOf(element.text));
}

export function labelsIn(blocks: readonly Json[]): readonly string[] {
  return blocks.filter((block) => block.type === "input").map((block) => wordsOf(block.label));
}

/** Said elsewhere already, or only after a press. */
const hiddenKeys = new Set(["initial_option", "initial_options", "confirm"]);
const shownKeys = new Set(["text", "title", "alt_text", "name", "label", "hint", "value"]);

/** What can be read in the blocks, in order, one line per text. */
export function visibleIn(blocks: readonly Json[]): string {
  return blocks.flatMap(linesOf).join("\n");
}

function linesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(linesOf);
  const object = asJson(value);
  if (object.type === "rich_text_section" || isQuote(object)) {
    return [asList(object.elements).map(spanText).join("")];
  }
  return Object.entries(object).flatMap(([key, inside]) => {
    if (hiddenKeys.has(key)) return [];
    if (typeof inside === "object") return linesOf(inside);
    const number = key === "value" && typeof inside === "number" ? [String(inside)] : [];
    const isText = typeof inside === "string" && shownKeys.has(key) && key !== "value";
    return isText ? [inside] : number;
  });
}

function isQuote(object: Json): boolean {
  return object.type === "rich_text_quote" || object.type === "rich_text_preformatted";
}

function spanText(span: Json): string {
  return asText(span.text) || asText(span.url) || (span.type === "emoji" ? `:${asText(span.name)}:` : "");
}

export function seenMessage(message: Message): SeenMessage {
  const { channel, ts, threadTs, broadcast, user, text, blocks } = message;
  const earlier = [...message.earlier];
  const visible = blocks.length > 0 ? visibleIn(blocks) : text;
  return {
    channel,
    ts,
    threadTs,
    broadcast,
    user,
    text,
    blocks,
    earlier,
    visible,
    buttons: buttonsIn(blocks),
  };
}

export function seenView(view: View): SeenView {
  const { definition, blocks } = view;
  const title = wordsOf(definition.title);
  return {
    id: view.id,
    type: definition.type === "home" ? "home" : "modal",
    callbackId: asText(definition.callback_id),
    privateMetadata: asText(definition.private_metadata),
    title,
    submit: definition.submit === undefined ? null : wordsOf(definition.submit),
    hash: view.hash,
    rootViewId: view.rootViewId,
    previousViewId: view.previousViewId,
    blocks,
    errors: view.errors,
    labels: labelsIn(blocks),
    buttons: buttonsIn(blocks),
    visible: [...(title === "" ? [] : [title]), visibleIn(blocks)].join("\n"),
  };
}
