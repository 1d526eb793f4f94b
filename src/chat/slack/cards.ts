import { drawnToFit } from "#chat/fit.ts";
import { pack } from "#chat/packed.ts";
import { clamp, oneLine } from "#chat/shown.ts";
import { cardModal, type ModalNote, packedNote, plainNote } from "#chat/slack/answer/modal-stack.ts";
import type { Block, ButtonElement, SlackHome, SlackMessage, SlackModal } from "#chat/slack/look/blocks.ts";
import { plainText } from "#chat/slack/look/blocks.ts";
import { inputBlocks } from "#chat/slack/look/fields.ts";
import { slackLimits } from "#chat/slack/look/limits.ts";
import type { SlackDrawing } from "#chat/slack/look/parts.ts";
import { partBlocks, safetyBlocks } from "#chat/slack/look/parts.ts";
import { signOf } from "#chat/slack/look/sign.ts";
import { isWholeInBar, titleBar } from "#chat/slack/look/title-bar.ts";
import type { Act } from "#signal/press.ts";
import type { Button, Card, Form, Part } from "#texts/card.ts";

/** A card as a message: notification text and blocks. Safety text first; buttons are never dropped. */
export function slackMessage(card: Card, options: SlackDrawing = {}): SlackMessage {
  const blocks = drawnToFit(
    card,
    (parts) => [headerBlock(card), ...bodyBlocks(parts, options), ...actionBlocks(card.buttons)],
    (drawn) => drawn.length <= slackLimits.messageBlocks && textOf(drawn) <= slackLimits.messageText,
  );
  return { text: notification(card.summary, card.title), blocks };
}

/** A card in a modal, such as the story for the one who may see it. Nothing to send. */
export function slackCardModal(card: Card, note: ModalNote = plainNote): SlackModal {
  return {
    type: "modal",
    callback_id: cardModal,
    private_metadata: packedNote(note),
    title: plainText(titleBar(said(card))),
    blocks: viewBlocks(card, slackLimits.modalBlocks, isWholeInBar(said(card)) ? [] : [headerBlock(card)]),
  };
}

/** A card as App Home. */
export function slackHome(card: Card): SlackHome {
  return { type: "home", blocks: viewBlocks(card, slackLimits.homeBlocks, [headerBlock(card)]) };
}

function viewBlocks(card: Card, most: number, head: readonly Block[]): readonly Block[] {
  // Slack's own bars exist in messages only.
  const drawing: SlackDrawing = { charts: "text" };
  const blocks = drawnToFit(
    card,
    (parts) => [...head, ...bodyBlocks(parts, drawing), ...actionBlocks(card.buttons)],
    (drawn) => drawn.length <= most && textOf(drawn) <= slackLimits.modalText,
  );
  // A window with nothing in it is none.
  return blocks.length === 0 ? [headerBlock(card)] : blocks;
}

/** A form as a modal. `callback_id` is the act, `private_metadata` what it is on; inputs are called after their fields. */
export function slackModal(form: Form, note: Omit<ModalNote, "on"> = plainNote): SlackModal {
  const inputs = form.fields.flatMap(inputBlocks);
  const whole = oneLine(form.title) || "…";
  const head: Block[] = isWholeInBar(whole)
    ? []
    : [{ type: "header", text: plainText(clamp(whole, slackLimits.header)) }];
  const intro: Card = { title: form.title, tone: "calm", parts: form.intro, buttons: [], summary: "" };
  const blocks = drawnToFit(
    intro,
    (parts) => [...head, ...bodyBlocks(parts, { charts: "text" }), ...inputs],
    (drawn) => drawn.length <= slackLimits.modalBlocks && textOf(drawn) <= slackLimits.modalText,
  );
  return {
    type: "modal",
    callback_id: form.act,
    private_metadata: packedNote({ ...note, on: form.on }),
    title: plainText(titleBar(whole)),
    submit: plainText(clamp(oneLine(form.submit) || "OK", slackLimits.modalSubmit)),
    blocks,
  };
}

function headerBlock(card: Card): Block {
  return { type: "header", text: plainText(clamp(signOf(card) + said(card), slackLimits.header)) };
}

/** What a card is called. */
function said(card: Card): string {
  return oneLine(card.title) || oneLine(card.summary) || "…";
}

function bodyBlocks(parts: readonly Part[], options: SlackDrawing): readonly Block[] {
  const others = parts.filter((part) => part.part !== "safety");
  return [...safetyBlocks(parts), ...partBlocks(others, options)];
}

function actionBlocks(buttons: readonly Button[]): readonly Block[] {
  const seen = new Map<Act, number>();
  const elements = buttons.map((button): ButtonElement => {
    const times = (seen.get(button.act) ?? 0) + 1;
    seen.set(button.act, times);
    const visible = clamp(oneLine(button.label) || button.act, slackLimits.buttonText);
    const on = oneLine(button.on);
    const spoken = visible.includes(on) ? visible : `${visible} ${on}`;
    return {
      type: "button",
      text: plainText(visible),
      action_id: times === 1 ? button.act : `${button.act}:${times}`,
      value: pack({ on: button.on, fields: button.fields ?? null }),
      ...(button.style === "plain" ? {} : { style: button.style }),
      // Begins with the visible words, so that who speaks to the computer can say what is seen.
      accessibility_label: spoken.length <= slackLimits.accessibilityLabel ? spoken : visible,
    };
  });
  // As few blocks as can be: within a block Slack lets the buttons flow on to a next line where the window ends.
  const blocks: Block[] = [];
  for (let start = 0; start < elements.length; start += slackLimits.buttonsPerBlock) {
    blocks.push({ type: "actions", elements: elements.slice(start, start + slackLimits.buttonsPerBlock) });
  }
  return blocks;
}

/** The one text of a message that Slack reads as mrkdwn: escaped, and without words that would call everybody. */
function notification(summary: string, title: string): string {
  return clamp(oneLine(summary) || oneLine(title) || "…", slackLimits.summary)
    .replace(/@(?=channel|here|everyone)/gi, "@\u200b")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** Characters of all texts in the blocks together: every string but the names of types. */
function textOf(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 0;
  let sum = 0;
  for (const [key, inside] of Object.entries(value)) if (key !== "type") sum += textOf(inside);
  return sum;
}
