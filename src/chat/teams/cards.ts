import { drawnToFit } from "#chat/fit.ts";
import { pack } from "#chat/packed.ts";
import { clamp, oneLine } from "#chat/shown.ts";
import type {
  Action,
  AdaptiveCard,
  ContainerStyle,
  Element,
  ExecuteAction,
  TeamsDialog,
  TeamsMessage,
} from "#chat/teams/elements.ts";
import { inputElements } from "#chat/teams/fields.ts";
import { teamsLimits } from "#chat/teams/limits.ts";
import { literal, plainLine } from "#chat/teams/literal.ts";
import type { TeamsOptions } from "#chat/teams/parts.ts";
import { heading, partElements } from "#chat/teams/parts.ts";
import type { Button, Card, Form, Part } from "#texts/card.ts";

/** A card as an Adaptive Card with its notification text. Safety text first; buttons are never dropped. */
export function teamsCard(card: Card, options: TeamsOptions = {}): TeamsMessage {
  const summary = clamp(plainLine(card.summary) || plainLine(card.title) || "…", teamsLimits.summary);
  const head = titleElement(card);
  const actions = actionSets(card.buttons);
  const drawn = drawnToFit(
    card,
    (parts) => wholeCard([head, ...partElements(parts, card.tone, options), ...actions], summary),
    fits,
  );
  return { summary, card: drawn };
}

/** A form as a dialog: the act and what it is on come back with the inputs, each under the name of its field. */
export function teamsDialog(form: Form, words: { readonly missing?: string } = {}): TeamsDialog {
  const missing = words.missing ?? "Vul dit in. / Please fill this in.";
  const inputs = form.fields.flatMap((field) => inputElements(field, missing));
  const intro: Card = { title: form.title, tone: "calm", parts: form.intro, buttons: [], summary: "" };
  const submit: Action = {
    type: "Action.Submit",
    title: actionTitle(form.submit, "OK"),
    style: "positive",
    data: { act: form.act, packed: pack({ on: form.on, fields: null }) },
  };
  const draw = (parts: readonly Part[]): AdaptiveCard => ({
    ...wholeCard([...partElements(parts, "calm", {}), ...inputs], ""),
    actions: [submit],
  });
  return { title: clamp(oneLine(form.title), teamsLimits.title), card: drawnToFit(intro, draw, fits) };
}

function wholeCard(body: readonly Element[], summary: string): AdaptiveCard {
  return {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    ...(summary === "" ? {} : { speak: summary, fallbackText: summary }),
    body,
  };
}

const titleStyles: Readonly<Record<Card["tone"], ContainerStyle>> = {
  calm: "emphasis",
  attention: "warning",
  acute: "attention",
  good: "good",
};

function titleElement(card: Card): Element {
  const said = literal(card.title) === "" ? card.summary : card.title;
  const items = heading(said, "Large");
  return {
    type: "Container",
    style: titleStyles[card.tone],
    bleed: true,
    items: items.length === 0 ? heading("…", "Large") : items,
  };
}

/** A row of buttons in characters: Teams cuts the words of buttons that do not fit, instead of going on below. */
const rowWidth = 64;
/** What a button is wider than its words. */
const buttonFrame = 4;

/** Rows of as many buttons as can be read in full; of very many just full rows, so that the card stays small. */
function actionSets(buttons: readonly Button[]): readonly Element[] {
  const most = buttons.length <= 30 ? rowWidth : Number.POSITIVE_INFINITY;
  const rows: ExecuteAction[][] = [];
  let room = 0;
  for (const action of buttons.map(actionOf)) {
    const width = action.title.length + buttonFrame;
    const row = rows.at(-1);
    if (row && width <= room && row.length < teamsLimits.actionsPerSet) {
      row.push(action);
      room -= width;
    } else {
      rows.push([action]);
      room = most - width;
    }
  }
  return rows.map((actions) => ({ type: "ActionSet", actions }));
}

const actionStyles = { primary: { style: "positive" }, danger: { style: "destructive" }, plain: {} } as const;

function actionOf(button: Button): ExecuteAction {
  const same = {
    title: actionTitle(button.label, button.act),
    ...actionStyles[button.style],
    data: { act: button.act, packed: pack({ on: button.on, fields: button.fields ?? null }) },
  };
  return {
    type: "Action.Execute",
    verb: button.act,
    ...same,
    fallback: { type: "Action.Submit", ...same },
  };
}

function actionTitle(label: string, otherwise: string): string {
  return clamp(plainLine(label) || otherwise, teamsLimits.actionTitle);
}

/** Small enough for a message. Pictures that are sent along do not count. */
function fits(card: AdaptiveCard): boolean {
  const json = JSON.stringify(card, (key, value: unknown) =>
    key === "url" && typeof value === "string" && value.startsWith("data:") ? "" : value,
  );
  return json.length <= teamsLimits.cardLength && Buffer.byteLength(json) <= teamsLimits.cardBytes;
}
