import type { Card, Part } from "#texts/card.ts";

/** A card as plain text, for a terminal: what every reader gets, without a look. */
export function cardText(card: Card): string {
  const lines = [card.title, "=".repeat(Math.min(72, card.title.length))];
  for (const part of card.parts) lines.push("", ...partText(part));
  if (card.buttons.length > 0) lines.push("", card.buttons.map((button) => `[${button.label}]`).join(" "));
  return lines.join("\n");
}

function partText(part: Part): string[] {
  switch (part.part) {
    case "heading":
      return [part.text, "-".repeat(part.text.length)];
    case "text":
    case "note":
      return [withoutMarks(part.text)];
    case "safety":
      return part.lines.map(withoutMarks);
    case "quote":
      return [`${part.by}:`, ...part.text.split("\n").map((line) => `  > ${line}`)];
    case "facts":
      return part.facts.map(({ label, value }) => `${label}: ${withoutMarks(value)}`);
    case "list":
      return part.items.map((item) => `- ${withoutMarks(item)}`);
    case "chart":
      return [part.alt];
    case "table":
      return table(part.caption, [part.columns, ...part.rows]);
  }
}

function table(caption: string, rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [caption, ...rows.map((row) => `  ${line(row)}`)];
}

function withoutMarks(text: string): string {
  return text.replaceAll("**", "");
}
