import { plainLine } from "#chat/teams/literal.ts";
import { type Act, type Press } from "#signal/press.ts";
import type { Card, Form, Part, Reply } from "#texts/card.ts";

/** What only shows something. */
const readingActs: readonly Act[] = ["open", "why", "home", "week", "who", "help"];

export function isReading({ act }: Pick<Press, "act">): boolean {
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

/** What a dialog with the answer to this act shows, where that can be asked for again with nothing but its act and its signal. */
export function shownBy(act: Act): Act | null {
  return readingActs.includes(act) && act !== "who" && act !== "help" ? act : null;
}

/** A short card in words, for where there is no place for a card: safety text first. Never words of people. */
export function wordsOf(card: Card): string {
  const safety = card.parts.filter((part) => part.part === "safety");
  const others = card.parts.filter((part) => part.part === "text" || part.part === "facts");
  const title = plainLine(card.title);
  const lines = [
    ...safety.flatMap(linesOf),
    /[.!?]$/.test(title) ? title : `${title}.`,
    ...others.flatMap(linesOf),
  ];
  return lines.filter((line) => line !== "").join("\n");
}

function linesOf(part: Part): readonly string[] {
  switch (part.part) {
    case "safety":
      return part.lines.map(unmarked);
    case "text":
      return [unmarked(part.text)];
    case "facts":
      return part.facts.map(({ label, value }) => `${unmarked(label)}: ${unmarked(value)}`);
    default:
      return [];
  }
}

function unmarked(text: string): string {
  return plainLine(text.replaceAll("**", ""));
}

/** The form with what was filled in before, where that is still possible. */
export function refilled(form: Form, filled: Readonly<Record<string, string>>): Form {
  const fields = form.fields.map((field) => ({ ...field, value: filled[field.name] ?? "" }));
  return { ...form, fields };
}
