import type { TeamsDialog } from "#chat/teams/elements.ts";
import type { HttpAnswer } from "#chat/teams/line/respond.ts";

/** The answer that shows this dialog, or puts it in the place of the one that was sent. */
export function dialogAnswer({ title, card }: TeamsDialog): HttpAnswer {
  const content = { contentType: "application/vnd.microsoft.card.adaptive", content: card };
  const value = { title, height: heightOf(card.body.length), width: "medium", card: content };
  return { status: 200, body: { task: { type: "continue", value } } };
}

/** The answer that closes the dialog with a word. */
export function wordAnswer(words: string): HttpAnswer {
  return { status: 200, body: { task: { type: "message", value: words } } };
}

/** A dialog of a few lines need not fill the screen. */
function heightOf(elements: number): "small" | "medium" | "large" {
  if (elements <= 3) return "small";
  return elements <= 6 ? "medium" : "large";
}
