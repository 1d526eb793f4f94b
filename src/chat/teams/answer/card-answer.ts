import type { AdaptiveCard } from "#chat/teams/elements.ts";
import type { HttpAnswer } from "#chat/teams/line/respond.ts";

/** The answer to an Action.Execute that puts this card in the place of the one that was pressed. */
export function newCardAnswer(card: AdaptiveCard): HttpAnswer {
  return {
    status: 200,
    body: { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: card },
  };
}

/** The answer to an Action.Execute that says something to the one who pressed; the card stays. */
export function sayAnswer(words: string): HttpAnswer {
  return {
    status: 200,
    body: { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: words },
  };
}

/** The answer to an Action.Execute that we could not make out. */
export function errorAnswer(words: string): HttpAnswer {
  const value = { code: "BadRequest", message: words };
  return { status: 200, body: { statusCode: 400, type: "application/vnd.microsoft.error", value } };
}
