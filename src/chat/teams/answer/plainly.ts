import type { Counter } from "#chat/platform.ts";
import { cardOf, isDone } from "#chat/teams/answer/reply.ts";
import type { HttpAnswer } from "#chat/teams/line/respond.ts";
import type { Act, Press } from "#signal/press.ts";
import type { Card } from "#texts/card.ts";
import type { Said } from "#texts/say.ts";
import { notKept, windowShut } from "#texts/window-trouble.ts";

interface PlainParts {
  readonly counter: Counter;
  readonly tell: (press: Press, card: Card) => void;
}

/** What the counter answers with a message, and can then be read there (counter.ts). */
const sayable: readonly Act[] = [
  "home",
  "who",
  "week",
  "help",
  "report",
  "away",
  "back",
  "capacity",
  "drill",
];
/** Words of people: they stand in a dialog or nowhere. */
const secret: readonly Act[] = ["open", "why"];
/** What changes the card under which it stands: that is answer enough. */
const seenOnTheCard: readonly Act[] = ["accept", "decline", "called"];

/** A client that knows no universal actions sends a press as a message: the answer can only be one too. */
export async function answerPlainly(press: Press, parts: PlainParts): Promise<HttpAnswer> {
  const { counter, tell } = parts;
  if (secret.includes(press.act)) {
    tell(press, noWindow);
    return { status: 200 };
  }
  if (sayable.includes(press.act) && (press.fields === null || press.act === "back")) {
    return answerTyped(press, parts);
  }
  const reply = await orTold(() => counter.press(press), press, parts);
  const card = cardOf(reply);
  const isSeen = card !== null && isDone(card) && seenOnTheCard.includes(press.act);
  if (!isSeen) tell(press, card ?? noWindow);
  return { status: 200 };
}

/** Words typed to us, whose answer comes by the outbox. */
export async function answerTyped(press: Press, parts: PlainParts): Promise<HttpAnswer> {
  await orTold(() => parts.counter.say(press), press, parts);
  return { status: 200 };
}

/** What could not be kept is told at once to who sent it: nobody knows whether Teams brings it again. */
async function orTold<T>(keep: () => Promise<T>, press: Press, { tell }: PlainParts): Promise<T> {
  try {
    return await keep();
  } catch (thrown) {
    if (press.on !== "channel") tell(press, cardSaying(notKept));
    throw thrown;
  }
}

/** For where nobody has said yet which language the reader reads. */
function cardSaying({ nl, en }: Said): Card {
  return { title: nl, tone: "attention", parts: [{ part: "text", text: en }], buttons: [], summary: nl };
}

const noWindow = cardSaying(windowShut);
