import type { RichTextBlock, TextRun } from "#chat/teams/elements.ts";
import { literal } from "#chat/teams/literal.ts";

/** A paragraph of these stretches of text. */
export function runs(inlines: readonly TextRun[]): RichTextBlock {
  return { type: "RichTextBlock", inlines };
}

/** One line for a cell or a fact, which may not be empty. */
export function filled(text: string): string {
  const words = literal(text);
  return words === "" ? "–" : words;
}
