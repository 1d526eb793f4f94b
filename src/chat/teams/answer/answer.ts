import { derivedId } from "#base/ids.ts";
import type { Counter } from "#chat/platform.ts";
import { prefilled } from "#chat/prefill.ts";
import { errorAnswer, newCardAnswer, sayAnswer } from "#chat/teams/answer/card-answer.ts";
import type { FreshCards } from "#chat/teams/answer/fresh-cards.ts";
import { answerPlainly, answerTyped } from "#chat/teams/answer/plainly.ts";
import { cardOf, isDone, isReading, refilled, shownBy, wordsOf } from "#chat/teams/answer/reply.ts";
import { dialogAnswer, wordAnswer } from "#chat/teams/answer/task.ts";
import { teamsCard, teamsCardDialog, teamsDialog } from "#chat/teams/cards.ts";
import type { Arrival } from "#chat/teams/inbound/arrival.ts";
import type { HttpAnswer } from "#chat/teams/line/respond.ts";
import type { Act, Press } from "#signal/press.ts";
import type { Card, Form, Reply } from "#texts/card.ts";
import { fieldFault } from "#texts/field-fault.ts";
import { inBothLanguages, notKept, windowShut } from "#texts/window-trouble.ts";

/** What answering stands on. */
export interface AnswerParts {
  readonly counter: Counter;
  readonly fresh: FreshCards;
  /** A message to the one who pressed, afterwards: it is tried once. */
  readonly tell: (press: Press, card: Card) => void;
  /** How long an answer waits for the new form of the card that was pressed, in milliseconds. */
  readonly waitForCardMs: number;
}

type Of<K extends Arrival["kind"]> = Extract<Arrival, { kind: K }>;

/** Brings answers to the eyes of who pressed: first on disk, then answered. Throws what the counter throws. */
export function openAnswers(parts: AnswerParts) {
  const { counter, fresh, waitForCardMs } = parts;

  /** A button of a card that sends at once: the answer is the card as it now is, or a word. */
  async function pressed({ press, message }: Of<"pressed">): Promise<HttpAnswer> {
    // From such a button no window can be opened: that is asked of buttons of cards from before. Nothing is read for it.
    if (isReading(press)) return sayAnswer(inBothLanguages(windowShut));
    const expected = message === null ? null : fresh.expect(message);
    try {
      const reply = await counter.press(press);
      const card = cardOf(reply);
      if (card === null) return sayAnswer(inBothLanguages(windowShut));
      const now = isDone(card) ? await expected?.within(waitForCardMs) : null;
      return now ? newCardAnswer(teamsCard(now).card) : sayAnswer(wordsOf(card));
    } finally {
      expected?.end();
    }
  }

  /** A dialog is asked for. */
  async function asked({ press, prefill }: Of<"asked">): Promise<HttpAnswer> {
    return shown(await counter.press(press), press, { prefill });
  }

  /** A dialog was sent, or a button in it pressed. */
  async function sent({ press, dialog }: Of<"sent">): Promise<HttpAnswer> {
    const reply = await counter.press(press);
    if (reply.faults !== null && dialog.id !== null) return sameForm(press, dialog.id, reply.faults);
    const card = cardOf(reply);
    if (card === null || !isDone(card) || isReading(press)) return shown(reply, press, { page: dialog.page });
    // Who takes it on goes on reading, now with the buttons of the holder.
    if (press.act === "accept" && dialog.shows !== null) return shownAgain(press, dialog.shows, card);
    return wordAnswer(wordsOf(card));
  }

  function shown(
    reply: Reply,
    press: Press,
    { prefill = null, page = 1 }: { readonly prefill?: string | null; readonly page?: number } = {},
  ): HttpAnswer {
    if (reply.form !== null) {
      const isStory = prefill !== null && reply.form.act === "report";
      const form = isStory ? prefilled(reply.form, prefill) : reply.form;
      return formAnswer(form, derivedId("dialog", press.by, press.key), cutIn(form));
    }
    const card = cardOf(reply);
    if (card === null) return { status: 200 };
    return dialogAnswer(teamsCardDialog(card, { shows: shownBy(press.act), on: press.on, page }));
  }

  async function shownAgain(press: Press, act: Act, done: Card): Promise<HttpAnswer> {
    const again: Press = { key: `${press.key}:again`, by: press.by, act, on: press.on, fields: null };
    const reply = await counter.press(again);
    return reply.card === null ? wordAnswer(wordsOf(done)) : shown(reply, again);
  }

  /** The same dialog once more, with what was filled in and what was wrong with it. */
  async function sameForm(
    press: Press,
    id: string,
    faults: Readonly<Record<string, string>>,
  ): Promise<HttpAnswer> {
    const { by, act, on } = press;
    const again: Press = { key: `${press.key}:again`, by, act, on, fields: null };
    const reply = await counter.press(again);
    if (reply.form === null) return shown(reply.card === null ? { ...reply, faults } : reply, again);
    return formAnswer(refilled(reply.form, press.fields ?? {}), id, faults);
  }

  return {
    /** The answer to what was delivered. */
    async to(arrival: Arrival): Promise<HttpAnswer> {
      switch (arrival.kind) {
        case "pressed":
          return pressed(arrival);
        case "pressed_plainly":
          return answerPlainly(arrival.press, parts);
        case "asked":
          return asked(arrival);
        case "sent":
          return sent(arrival);
        case "typed":
          return answerTyped(arrival.press, parts);
        case "unclear":
          return unclearAnswer(arrival);
        case "lost":
          return { status: arrival.why === "form" ? 400 : 200 };
        case "nothing":
          return { status: 200 };
      }
    },
  };
}

/** Nothing was done, and that is said where Teams has a place for it. */
function unclearAnswer({ of: where }: Of<"unclear">): HttpAnswer {
  switch (where) {
    case "card":
      return errorAnswer(inBothLanguages(notKept));
    case "dialog":
      return wordAnswer(inBothLanguages(notKept));
    case "unknown":
      return { status: 501 };
  }
}

/** Whose words do not fit in their field: what is cut off is never cut off in silence. */
function cutIn({ fields }: Form): Readonly<Record<string, string>> {
  const cut = fields.filter((field) => field.field === "text" && field.value.length > field.maxLength);
  return Object.fromEntries(cut.map(({ name }) => [name, inBothLanguages(tooLong)]));
}

const tooLong = { nl: fieldFault("too_long", "nl"), en: fieldFault("too_long", "en") };

function formAnswer(form: Form, id: string, faults: Readonly<Record<string, string>>): HttpAnswer {
  return dialogAnswer(teamsDialog(form, { id, faults }));
}
