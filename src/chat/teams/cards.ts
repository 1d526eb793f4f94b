import { drawnToFit } from "#chat/fit.ts";
import { clamp, oneLine } from "#chat/shown.ts";
import { actionInDialog, actionInMessage, actionSets, sendAction, turnAction } from "#chat/teams/buttons.ts";
import type {
  Action,
  AdaptiveCard,
  ContainerStyle,
  Element,
  TeamsDialog,
  TeamsMessage,
} from "#chat/teams/elements.ts";
import { faultElements, inputElements } from "#chat/teams/fields.ts";
import { teamsLimits } from "#chat/teams/limits.ts";
import { literal, plainLine } from "#chat/teams/literal.ts";
import { pagesOf } from "#chat/teams/pages.ts";
import type { TeamsOptions } from "#chat/teams/parts.ts";
import { heading, partElements } from "#chat/teams/parts.ts";
import type { Act } from "#signal/press.ts";
import type { Card, Form, Part } from "#texts/card.ts";

/** A card as an Adaptive Card with its notification text. Safety text first; buttons are never dropped. */
export function teamsCard(card: Card, options: TeamsOptions = {}): TeamsMessage {
  const summary = clamp(plainLine(card.summary) || plainLine(card.title) || "…", teamsLimits.summary);
  const head = titleElement(card);
  const actions = actionSets(card.buttons.map(actionInMessage));
  const drawn = drawnToFit(
    card,
    (parts) => wholeCard([head, ...partElements(parts, card.tone, options), ...actions], summary),
    fits,
  );
  return { summary, card: drawn };
}

/** What a dialog shows, where that can be asked for again: the act and what it is on, and which of its pages (from 1). */
interface CardDialogOptions {
  readonly shows?: Act | null;
  readonly on?: string;
  readonly page?: number;
}

/** A card as a dialog, such as the story for the one who may see it. What is too long for one dialog goes over pages. */
export function teamsCardDialog(card: Card, options: CardDialogOptions = {}): TeamsDialog {
  const { shows = null, on = "", page = 1 } = options;
  const title = clamp(oneLine(card.title) || oneLine(card.summary) || "…", teamsLimits.title);
  const head = titleElement(card);
  const actions = card.buttons.map((button) => actionInDialog(button, shows));
  const draw =
    (...more: readonly Action[]) =>
    (parts: readonly Part[]) =>
      wholeCard([head, ...partElements(parts, card.tone, {}), ...actionSets([...more, ...actions])], "");
  const whole = drawnToFit(card, draw(), () => true);
  if (fitsDialog(whole)) return { title, card: whole };
  if (shows === null) return { title, card: drawnToFit(card, draw(), fitsDialog) };
  const safety = card.parts.filter((part) => part.part === "safety");
  const turn = (to: number, of: number) => turnAction({ act: shows, on }, to, of);
  const room = teamsLimits.dialogLength - sizeOf(draw(turn(10, 10))(safety));
  const pages = pagesOf(
    card.parts.filter((part) => part.part !== "safety"),
    Math.max(smallestPage, room),
    (part) => sizeOf(partElements([part], card.tone, {})),
  );
  if (pages.length < 2) return { title, card: drawnToFit(card, draw(), fitsDialog) };
  const here = Math.min(page, pages.length);
  const next = here < pages.length ? here + 1 : 1;
  return {
    title: `${clamp(title, teamsLimits.title - 10)} (${here}/${pages.length})`,
    card: drawnToFit(
      { ...card, parts: [...safety, ...(pages[here - 1] ?? [])] },
      draw(turn(next, pages.length)),
      fitsDialog,
    ),
  };
}

const smallestPage = 3_000;

export interface DialogOptions {
  /** What stands at a required input that was left empty. */
  readonly missing?: string;
  /** Which dialog it is: the same words sent twice from one are one press. Absent: it is never sent to Teams. */
  readonly id?: string;
  /** What was wrong when it was sent before, by field. */
  readonly faults?: Readonly<Record<string, string>>;
}

/** A form as a dialog: the act and what it is on come back with the inputs, each under the name of its field. */
export function teamsDialog(form: Form, options: DialogOptions = {}): TeamsDialog {
  const missing = options.missing ?? "Vul dit in. / Please fill this in.";
  const faults = faultElements(options.faults ?? {}, form.fields);
  const inputs = form.fields.flatMap((field) => inputElements(field, missing));
  const intro: Card = { title: form.title, tone: "calm", parts: form.intro, buttons: [], summary: "" };
  const draw = (parts: readonly Part[]): AdaptiveCard => ({
    ...wholeCard([...faults, ...partElements(parts, "calm", {}), ...inputs], ""),
    actions: [sendAction(form, options.id)],
  });
  return { title: clamp(oneLine(form.title), teamsLimits.title), card: drawnToFit(intro, draw, fitsDialog) };
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

/** Small enough for a dialog: that is the whole of what is answered. */
function fitsDialog(card: AdaptiveCard): boolean {
  return sizeOf(card) <= teamsLimits.dialogLength;
}

/** In characters of JSON; what takes more than two bytes for each counts for more. */
function sizeOf(drawn: AdaptiveCard | readonly Element[]): number {
  const json = JSON.stringify(drawn);
  return Math.max(json.length, Buffer.byteLength(json) / 2);
}

/** Small enough for a message. Pictures that are sent along do not count. */
function fits(card: AdaptiveCard): boolean {
  const json = JSON.stringify(card, (key, value: unknown) =>
    key === "url" && typeof value === "string" && value.startsWith("data:") ? "" : value,
  );
  return json.length <= teamsLimits.cardLength && Buffer.byteLength(json) <= teamsLimits.cardBytes;
}
