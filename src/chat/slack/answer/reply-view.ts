import { derivedId } from "#base/ids.ts";
import { type ModalNote, shownBy } from "#chat/slack/answer/modal-stack.ts";
import { slackCardModal, slackModal } from "#chat/slack/cards.ts";
import type { SlackModal } from "#chat/slack/look/blocks.ts";
import type { Act, Press } from "#signal/press.ts";
import type { Card, Form, Reply } from "#texts/card.ts";

/** What only shows something. */
const readingActs: readonly Act[] = ["open", "why", "home", "week", "who", "help"];

export function isReading({ act }: Press): boolean {
  return readingActs.includes(act);
}

/** Done, with nothing in it that must be read: no refusal, no safety text. */
export function isDone(card: Card): boolean {
  return card.tone === "good" && card.parts.every((part) => part.part !== "safety");
}

/** The card of a reply. Faults without a dialog to show them in are a card of their own. */
export function cardOf({ card, faults }: Reply): Card | null {
  if (card !== null || faults === null) return card;
  const [title, ...others] = Object.values(faults);
  if (title === undefined) return null;
  const parts = others.map((text) => ({ part: "text" as const, text }));
  return { title, tone: "attention", parts, buttons: [], summary: title };
}

/** Where a modal stands: what lies below it, and whether App Home is behind it. */
export type Standing = Pick<ModalNote, "below" | "fromHome">;

/** The answer to this press as a modal. */
export function cardView(card: Card, { act, on }: Press, { below, fromHome }: Standing): SlackModal {
  return slackCardModal(card, { on, shows: shownBy(act), below, fromHome, turn: "" });
}

export function formView(form: Form, { below, fromHome }: Standing): SlackModal {
  return slackModal(form, { shows: null, below, fromHome, turn: "" });
}

/** A form that stands where another one stood: sending it must not look like sending that one again. */
export function nextFormView(form: Form, press: Press, { below, fromHome }: Standing): SlackModal {
  const turn = derivedId("turn", press.key).slice(0, 12);
  return slackModal(form, { shows: null, below, fromHome, turn });
}

const longestError = 1_000;

/**
 * What Slack shows beside the inputs of a dialog that was sent: what is about no input of it stands at the first. Null: there
 * is nothing wrong, or there are no inputs.
 */
export function errorsAt(
  faults: Readonly<Record<string, string>> | null,
  inputs: readonly string[],
): Readonly<Record<string, string>> | null {
  const [first] = inputs;
  const errors = new Map<string, string>();
  for (const [name, fault] of Object.entries(faults ?? {})) {
    const at = inputs.includes(name) ? name : first;
    if (at === undefined) return null;
    const before = errors.get(at);
    errors.set(at, (before === undefined ? fault : `${before} ${fault}`).slice(0, longestError));
  }
  return errors.size === 0 ? null : Object.fromEntries(errors);
}

/** A message that only the one who pressed sees. */
export function privately(message: { readonly text: string; readonly blocks?: unknown }) {
  return { response_type: "ephemeral", ...message };
}
