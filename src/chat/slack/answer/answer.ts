import { errorName, type Log } from "#base/log.ts";
import type { Counter } from "#chat/platform.ts";
import { prefilled } from "#chat/prefill.ts";
import { belowNext } from "#chat/slack/answer/modal-stack.ts";
import type { PendingText } from "#chat/slack/answer/pending-text.ts";
import {
  cardOf,
  cardView,
  errorsAt,
  formView,
  isDone,
  isReading,
  nextFormView,
  privately,
  type Standing,
} from "#chat/slack/answer/reply-view.ts";
import type { PrivateWord } from "#chat/slack/answer/response-url.ts";
import type { Windows } from "#chat/slack/answer/windows.ts";
import { slackHome, slackMessage } from "#chat/slack/cards.ts";
import type { Arrival, Place } from "#chat/slack/inbound/arrival.ts";
import { placeOf } from "#chat/slack/place.ts";
import { pause } from "#chat/wire/pause.ts";
import type { Address } from "#signal/address.ts";
import type { Act, Press } from "#signal/press.ts";
import type { Card, Form, Reply } from "#texts/card.ts";
import { inBothLanguages, notKept, windowShut } from "#texts/window-trouble.ts";

/** What answering stands on. */
export interface AnswerParts {
  readonly counter: Counter;
  readonly windows: Windows;
  readonly word: PrivateWord;
  readonly pending: PendingText;
  readonly log: Log;
}

/** Tells Slack that it is on disk; the body is what appears. */
export type Acknowledge = (answer?: Readonly<Record<string, unknown>>) => Promise<void>;

type Pressed = Extract<Arrival, { kind: "press" }>;
type At<K extends Place["at"]> = Extract<Place, { at: K }>;

/** How long a command waits for its window: after that its answer says that it did not open. Slack itself waits 3 s. */
const windowMs = 1_800;

/** What changes the card under which it stands: that is answer enough. */
const seenOnTheCard: readonly Act[] = ["accept", "decline", "called"];
/** In a modal these take the place of what was pressed in; anything else comes on top of it. */
const replacing: readonly Act[] = ["open", "home", "week"];

/** Brings answers to the eyes of who pressed: first on disk, then acknowledged, then shown. */
export interface Answers {
  /** Throws what the counter throws: then it is not acknowledged, and who pressed is told where that can be done. */
  press(pressed: Pressed, acknowledge: Acknowledge): Promise<void>;
  /** Draws App Home anew. */
  home(press: Press): Promise<void>;
  /** Something was typed where others read along: a hint that only its author sees, and nothing of it is repeated. */
  notHere(arrival: Extract<Arrival, { kind: "not_here" }>): Promise<void>;
}

export function openAnswers({ counter, windows, word, pending, log }: AnswerParts): Answers {
  async function press(pressed: Pressed, acknowledge: Acknowledge): Promise<void> {
    const reply = await kept(pressed);
    const { place } = pressed;
    switch (place.at) {
      case "dialog":
        return afterDialog(reply, pressed.press, place, acknowledge);
      case "command":
        return afterCommand(reply, pressed, place, acknowledge);
      case "message":
        await acknowledge();
        return underMessage(reply, pressed, place);
      case "shortcut":
        await acknowledge();
        return afterShortcut(reply, pressed, place);
      case "modal":
        await acknowledge();
        return inModal(reply, pressed, place);
      case "home":
        await acknowledge();
        return inHome(reply, pressed, place);
    }
  }

  async function kept({ press: pressed, place }: Pressed): Promise<Reply> {
    try {
      return await counter.press(pressed);
    } catch (thrown) {
      if ("respond" in place) void tell(place.respond, inBothLanguages(notKept));
      throw thrown;
    }
  }

  /** Only the one who pressed reads it. False: there is no such way, or it failed. */
  async function tell(url: string | null, text: string): Promise<boolean> {
    if (url === null) return false;
    try {
      await word(url, text);
      return true;
    } catch (thrown) {
      log.warn("a private word did not arrive", { platform: "slack", error: errorName(thrown) });
      return false;
    }
  }

  /** The form with the words that belong in it: those of this press, or those of an earlier one that did not open. */
  function filled(form: Form, { press: { by }, prefill }: Pressed): { form: Form; text: string | null } {
    const text = form.act === "report" ? (prefill ?? pending.take(by)) : null;
    return { form: text === null ? form : prefilled(form, text), text };
  }

  /** A form in a window of its own. False: it did not open; what was typed is kept for the next try. */
  async function openForm(asked: Form, pressed: Pressed, place: Opening): Promise<boolean> {
    const { form, text } = filled(asked, pressed);
    const isOpen = await windows.open(place.triggerId, formView(form, standingAt(place)));
    if (!isOpen && text !== null) pending.keep(pressed.press.by, text);
    return isOpen;
  }

  async function underMessage(reply: Reply, pressed: Pressed, place: At<"message">): Promise<void> {
    const card = cardOf(reply);
    if (card !== null && place.kept && isDone(card) && seenOnTheCard.includes(pressed.press.act)) return;
    if (!(await openAny(reply, pressed, place))) await tell(place.respond, inBothLanguages(windowShut));
  }

  async function openAny(reply: Reply, pressed: Pressed, place: Opening): Promise<boolean> {
    if (reply.form !== null) return openForm(reply.form, pressed, place);
    const card = cardOf(reply);
    return card === null || windows.open(place.triggerId, cardView(card, pressed.press, standingAt(place)));
  }

  async function afterShortcut(reply: Reply, pressed: Pressed, place: At<"shortcut">): Promise<void> {
    if (await openAny(reply, pressed, place)) return;
    if (await tell(place.respond, inBothLanguages(windowShut))) return;
    // A shortcut from the menu has no place for a private word: how it works, and a button, come as a message.
    const { key, by } = pressed.press;
    await counter.say({ key: `${key}:shut`, by, act: "help", on: "", fields: null });
  }

  async function afterCommand(
    reply: Reply,
    pressed: Pressed,
    place: At<"command">,
    acknowledge: Acknowledge,
  ): Promise<void> {
    if (reply.form !== null) {
      const tooLate = new AbortController();
      const opening = openForm(reply.form, pressed, place);
      const isOpen = await Promise.race([opening, pause(windowMs, tooLate.signal).then(() => false)]);
      tooLate.abort();
      await acknowledge(isOpen ? undefined : privately({ text: inBothLanguages(windowShut) }));
      await opening;
      return;
    }
    const card = cardOf(reply);
    const shown = card !== null && place.helpBelow ? await withHelp(card, pressed.press) : card;
    await acknowledge(shown === null ? undefined : privately(slackMessage(shown, { charts: "text" })));
  }

  /** "/signaal help": the safety text stays first, below it the help of who asks. */
  async function withHelp(card: Card, { key, by }: Press): Promise<Card> {
    const help = await counter.press({ key: `${key}:help`, by, act: "help", on: "", fields: null });
    const safety = card.parts.filter((part) => part.part === "safety");
    if (help.card === null || safety.length === 0) return card;
    const below = help.card.parts.filter((part) => part.part !== "safety");
    return { ...card, parts: [...safety, ...below], buttons: help.card.buttons };
  }

  async function inModal(reply: Reply, arrived: Pressed, place: At<"modal">): Promise<void> {
    const { press: pressed } = arrived;
    const { note, viewId, triggerId } = place;
    const onTop: Standing = { below: belowNext(note), fromHome: note.fromHome };
    // Where the new one can not be put on top (too late, or three already), it takes the place of what was pressed in.
    if (reply.form !== null) {
      const { form, text } = filled(reply.form, arrived);
      const isThere =
        (await windows.push(triggerId, formView(form, onTop))) ||
        (await windows.update(viewId, nextFormView(form, pressed, note)));
      if (!isThere && text !== null) pending.keep(pressed.by, text);
      return;
    }
    const card = cardOf(reply);
    if (card === null) return;
    const shown = note.shows === null ? null : { act: note.shows, on: note.on };
    if (replacing.includes(pressed.act)) {
      await windows.update(viewId, cardView(card, pressed, note));
    } else if (isDone(card)) {
      // Who takes it on goes on reading, now with the buttons of the holder.
      if (pressed.act === "accept" && shown !== null) await refresh(viewId, shown, pressed, note);
      else await windows.update(viewId, cardView(card, pressed, note));
    } else if (!(await windows.push(triggerId, cardView(card, pressed, onTop)))) {
      await windows.update(viewId, cardView(card, pressed, note));
    } else if (shown !== null && !isReading(pressed)) {
      // It was refused, so what stands there is no longer true.
      await refresh(viewId, shown, pressed, note);
    }
    if (note.fromHome && !isReading(pressed)) await home(pressed);
  }

  async function afterDialog(
    reply: Reply,
    pressed: Press,
    place: At<"dialog">,
    acknowledge: Acknowledge,
  ): Promise<void> {
    const { note, inputs, viewId, rootViewId } = place;
    const errors = errorsAt(reply.faults, inputs);
    if (errors !== null) return acknowledge({ response_action: "errors", errors });
    const card = cardOf(reply);
    const view =
      reply.form !== null
        ? nextFormView(reply.form, pressed, note)
        : card !== null && cardView(card, pressed, note);
    await acknowledge(view === false ? undefined : { response_action: "update", view });
    if (note.below !== null && rootViewId !== viewId) {
      await refresh(rootViewId, note.below, pressed, { below: null, fromHome: note.fromHome });
    }
    if (note.fromHome) await home(pressed);
  }

  /** Asks again for what a modal shows, and draws it there. */
  async function refresh(
    viewId: string,
    shown: Pick<Press, "act" | "on">,
    { key, by }: Press,
    standing: Standing,
  ): Promise<void> {
    const again: Press = { key: `${key}:again`, by, ...shown, fields: null };
    const { card } = await counter.press(again);
    if (card !== null) await windows.update(viewId, cardView(card, again, standing));
  }

  async function inHome(reply: Reply, pressed: Pressed, place: At<"home">): Promise<void> {
    const { press: done } = pressed;
    const card = cardOf(reply);
    if (done.act === "home" && card !== null) return publish(done.by, card);
    if (card === null || !isDone(card) || isReading(done)) await openAny(reply, pressed, place);
    if (reply.form === null && !isReading(done)) await home(done);
  }

  async function home({ key, by }: Press): Promise<void> {
    const { card } = await counter.press({ key: `${key}:home`, by, act: "home", on: "", fields: null });
    if (card !== null) await publish(by, card);
  }

  async function publish(by: Address, card: Card): Promise<void> {
    const user = placeOf(by)?.id;
    if (user !== undefined) await windows.publish(user, slackHome(card));
  }

  async function notHere({
    press: typed,
    channel,
    user,
  }: Extract<Arrival, { kind: "not_here" }>): Promise<void> {
    const { card } = await counter.press(typed);
    if (card !== null) await windows.hint({ channel, user, ...slackMessage(card, { charts: "text" }) });
  }

  return { press, home, notHere };
}

type Opening = Extract<Place, { at: "message" | "home" | "command" | "shortcut" }>;

function standingAt(place: Opening): Standing {
  return { below: null, fromHome: place.at === "home" };
}
