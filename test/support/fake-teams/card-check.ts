import type { z } from "zod";
import { cardSchema, elementSchemas } from "./element-schemas.ts";
import type { Json } from "./interface.ts";
import { actionsIn, asJson, asList, asText, elementsIn, inputsIn } from "./reading.ts";

/** Teams shows six actions of a row and hides the others. */
const actionsInRow = 6;
const pictureBytes = 1_000_000;
const pictureSide = 1_024;

/** What is wrong with a card where it is shown: in a message, or in a dialog. Empty: nothing. */
export function cardFaults(card: Json, place: "message" | "dialog"): readonly string[] {
  const inner = elementsIn(card)
    .slice(1)
    .filter(({ type }) => typeof type === "string" && type !== "TextRun");
  return [
    ...told("the card", cardSchema.safeParse(card)),
    ...inner.flatMap((element) => elementFaults(element)),
    ...rowFaults(card),
    ...idFaults(card),
    ...mentionFaults(card),
    ...actionsIn(card).flatMap((action) => actionFaults(action, place)),
    ...(place === "message" && inputsIn(card).length > 0
      ? ["inputs in a message: everybody there sees them"]
      : []),
    ...inputsIn(card)
      .filter(({ label }) => asText(label) === "")
      .map(({ id }) => `the input ${asText(id)} has no label`),
  ];
}

function told(about: string, { success, error }: z.ZodSafeParseResult<unknown>): readonly string[] {
  if (success) return [];
  return error.issues.slice(0, 3).map(({ path, message }) => `${about}: ${path.join(".")}: ${message}`);
}

function elementFaults(element: Json): readonly string[] {
  const type = asText(element.type);
  const schema = elementSchemas[type];
  if (schema === undefined) return element.fallback === undefined ? [`an unknown element ${type}`] : [];
  const fallback = asJson(element.fallback);
  return [
    ...told(type, schema.safeParse(element)),
    ...(type === "Image" ? imageFaults(asText(element.url)) : []),
    ...(type.startsWith("Chart.") && fallback.type === undefined
      ? [`${type} without a fallback: phones do not draw it`]
      : []),
    ...(fallback.type === undefined
      ? []
      : [...elementsIn(fallback)].filter((one) => asText(one.type) !== "TextRun").flatMap(elementFaults)),
  ];
}

function imageFaults(url: string): readonly string[] {
  const [, kind, data] = /^data:image\/(\w+);base64,([\w+/]+=*)$/.exec(url) ?? [];
  if (kind === undefined || data === undefined)
    return url.startsWith("https://")
      ? []
      : [`an image that is neither https nor an inline picture: ${url.slice(0, 30)}`];
  const bytes = Buffer.from(data, "base64");
  const faults = bytes.length > pictureBytes ? [`a picture of ${bytes.length} bytes`] : [];
  if (kind !== "png" || bytes.subarray(1, 4).toString("latin1") !== "PNG")
    return [...faults, "a picture that is no PNG"];
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return Math.max(width, height) > pictureSide ? [...faults, `a picture of ${width} by ${height}`] : faults;
}

function rowFaults(card: Json): readonly string[] {
  const rows = [card, ...elementsIn(card).filter(({ type }) => type === "ActionSet")];
  return rows
    .map(({ actions }) => asList(actions).length)
    .filter((count) => count > actionsInRow)
    .map((count) => `${count} actions in one row`);
}

function idFaults(card: Json): readonly string[] {
  const ids = elementsIn(card)
    .map(({ id }) => asText(id))
    .filter((id) => id !== "");
  return ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `the id ${id} twice`);
}

/** A mention pings somebody: it needs an entity, and nothing of ours has one. */
function mentionFaults(card: Json): readonly string[] {
  const entities = asList(asJson(card.msteams).entities);
  const words = JSON.stringify(card);
  return /<\/?at\b/i.test(words) || entities.length > 0 ? ["a mention in a card"] : [];
}

function actionFaults(action: Json, place: "message" | "dialog"): readonly string[] {
  const type = asText(action.type);
  const msteams = asJson(asJson(action.data).msteams);
  const kind = asText(msteams.type);
  if (place === "dialog") {
    if (type === "Action.Execute") return ["Action.Execute in a dialog: it does nothing there"];
    return kind === "" ? [] : [`a button of a dialog with msteams.type ${kind}: it only sends the dialog`];
  }
  if (type === "Action.Execute") {
    const fallback = asJson(action.fallback);
    return fallback.type === "Action.Submit" ? [] : ["Action.Execute without Action.Submit as its fallback"];
  }
  const known = ["", "task/fetch", "messageBack", "imBack", "invoke"];
  return type === "Action.Submit" && !known.includes(kind) ? [`an unknown msteams.type ${kind}`] : [];
}
