import type { Json, SeenMessage } from "./interface.ts";
import type { Message } from "./world.ts";

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

/** Where elements hang below another. */
const nests = [
  "body",
  "items",
  "columns",
  "rows",
  "cells",
  "actions",
  "inlines",
  "facts",
  "choices",
  "images",
] as const;

/** Every object in a card, the card first, in the order in which it is drawn. Fallbacks are not drawn. */
export function elementsIn(card: Json): readonly Json[] {
  const inside = nests.flatMap((key) => asList(card[key])).flatMap(elementsIn);
  const nested = card.type === "Action.ShowCard" ? elementsIn(asJson(card.card)) : [];
  return [card, ...inside, ...nested];
}

export function actionsIn(card: Json): readonly Json[] {
  return elementsIn(card).filter(({ type }) => asText(type).startsWith("Action."));
}

export function inputsIn(card: Json): readonly Json[] {
  return elementsIn(card).filter(({ type }) => asText(type).startsWith("Input."));
}

export function buttonsIn(card: Json): readonly string[] {
  return actionsIn(card).map(({ title }) => asText(title));
}

export function labelsIn(card: Json): readonly string[] {
  return inputsIn(card).map(({ label }) => asText(label));
}

/** What can be read in a card, in order, one line per text. */
export function visibleIn(card: Json): string {
  return linesOf(card).join("\n");
}

/** Read as Markdown, where an escaped mark is that mark. */
function drawn(text: unknown): string {
  return asText(text).replaceAll(/\\([\\`*_~[\]<>|#+\-.)&])/g, "$1");
}

function linesOf(element: Json): readonly string[] {
  const { type } = element;
  const inside = nests.flatMap((key) => asList(element[key])).flatMap(linesOf);
  switch (type) {
    case "TextBlock":
      return [drawn(element.text)];
    case "RichTextBlock":
      return [runsOf(element.inlines)];
    case "FactSet":
      return asList(element.facts).flatMap(({ title, value }) => [drawn(title), drawn(value)]);
    case "Image":
      return [asText(element.altText)];
    case "Action.ShowCard":
      return [asText(element.title), ...linesOf(asJson(element.card))];
    default:
      break;
  }
  const kind = asText(type);
  if (kind.startsWith("Action.")) return [asText(element.title)];
  if (kind.startsWith("Chart.")) return [asText(element.title), ...textsIn(element.data)];
  if (kind.startsWith("Input."))
    return [
      asText(element.label),
      asText(element.value),
      ...asList(element.choices).map(({ title }) => asText(title)),
    ].filter((line) => line !== "");
  return inside;
}

function runsOf(inlines: unknown): string {
  return Array.isArray(inlines)
    ? inlines.map((one: unknown) => (typeof one === "string" ? one : asText(asJson(one).text))).join("")
    : "";
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string" || typeof value === "number") return [String(value)];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** A message as it is kept; `shown`: with this card in its place. */
export function seenMessage(message: Message, shown?: Json): SeenMessage {
  const { conversation, id, thread, replyTo, from, text, summary } = message;
  const card = shown ?? message.card;
  const read = [...(text === "" ? [] : [text]), ...(card === null ? [] : [visibleIn(card)])];
  return {
    conversation,
    id,
    thread,
    replyTo,
    from,
    text,
    summary,
    card,
    earlier: [...message.earlier],
    visible: read.join("\n"),
    buttons: card === null ? [] : buttonsIn(card),
  };
}
