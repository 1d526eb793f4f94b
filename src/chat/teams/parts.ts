import { chartRows, tableRows } from "#chat/rows.ts";
import { clamp, oneLine, spans } from "#chat/shown.ts";
import { chartImage, nativeChart } from "#chat/teams/charts.ts";
import type { ContainerStyle, Element, RichTextBlock, TextBlock, TextRun } from "#chat/teams/elements.ts";
import { teamsLimits } from "#chat/teams/limits.ts";
import { literal, plain, plainLine } from "#chat/teams/literal.ts";
import { filled, runs } from "#chat/teams/runs.ts";
import { rowsElements } from "#chat/teams/tables.ts";
import type { Card, ChartData, ChartPart, Part } from "#texts/card.ts";

/**
 * How charts are drawn: as a picture where `chartUrl` gives one (Teams takes a data address of a PNG), with `native` as Teams'
 * own bars with that picture inside; else as numbers.
 */
export interface TeamsOptions {
  readonly charts?: "native";
  readonly chartUrl?: (chart: ChartData, title: string, alt: string) => string;
}

/** The parts of a card as elements, in order; safety texts are boxed in the colour of the card. */
export function partElements(
  parts: readonly Part[],
  tone: Card["tone"],
  options: TeamsOptions,
): readonly Element[] {
  return parts.flatMap((part, place) => {
    if (part.part === "chart") {
      // The table beside a chart holds its numbers already.
      const told = parts[place + 1]?.part === "table";
      return chartElements(part, { told }, options);
    }
    return elementsOf(part, tone);
  });
}

const safetyStyles: Readonly<Record<Card["tone"], ContainerStyle>> = {
  calm: "emphasis",
  good: "emphasis",
  attention: "warning",
  acute: "attention",
};

function elementsOf(part: Exclude<Part, { part: "chart" }>, tone: Card["tone"]): readonly Element[] {
  switch (part.part) {
    case "safety":
      return boxed(
        part.lines.flatMap((line) => paragraphs(line)),
        safetyStyles[tone],
      );
    case "text":
      return paragraphs(part.text);
    case "quote": {
      const by = plainLine(part.by);
      const head: RichTextBlock[] =
        by === "" ? [] : [runs([{ type: "TextRun", text: by, weight: "Bolder" }])];
      const lines = linesOf(plain(part.text)).map((text) => runs([{ type: "TextRun", text }]));
      return lines.length === 0 ? [] : boxed([...head, ...lines], "emphasis");
    }
    case "facts": {
      const facts = part.facts.map((fact) => ({ title: filled(fact.label), value: filled(fact.value) }));
      return facts.length === 0 ? [] : [{ type: "FactSet", facts }];
    }
    case "list":
      return part.items
        .map(plainLine)
        .filter((item) => item !== "")
        .map((item, place) => ({
          ...runs([{ type: "TextRun", text: `• ${item}` }]),
          spacing: place === 0 ? "Medium" : "Small",
        }));
    case "table":
      return rowsElements(part.caption, tableRows(part));
    case "heading":
      return heading(part.text, "Medium");
    case "note":
      return small(part.text);
  }
}

/** A heading: the first of a card is Large. Nothing where there are no words. */
export function heading(text: string, size: "Large" | "Medium"): readonly TextBlock[] {
  const words = literal(clamp(oneLine(text), teamsLimits.title));
  if (words === "") return [];
  return [{ type: "TextBlock", text: words, style: "heading", size, weight: "Bolder", wrap: true }];
}

/** Small print. */
function small(text: string): readonly Element[] {
  return linesOf(plain(text).replaceAll("**", "")).map((line) =>
    runs([{ type: "TextRun", text: line, size: "Small", isSubtle: true }]),
  );
}

function chartElements(
  part: ChartPart,
  { told }: { readonly told: boolean },
  options: TeamsOptions,
): readonly Element[] {
  const url = options.chartUrl?.(part.chart, part.title, part.alt) ?? "";
  const picture = url === "" ? null : chartImage(part, url);
  const title = heading(part.title, "Medium");
  const numbers = told ? [] : rowsElements("", chartRows(part.chart));
  if (picture === null) return [...title, ...numbers, ...small(part.alt)];
  const native = options.charts === "native" ? nativeChart(part, picture) : null;
  // Bars are not seen on every phone and are not read aloud: the numbers stand beside them.
  return native === null ? [picture] : [...title, native, ...numbers, ...small(part.alt)];
}

function boxed(items: readonly Element[], style: ContainerStyle): readonly Element[] {
  return items.length === 0 ? [] : [{ type: "Container", style, items }];
}

function paragraphs(text: string): readonly RichTextBlock[] {
  return linesOf(plain(text)).map((line) =>
    runs(
      spans(line).map(
        (span): TextRun =>
          span.bold
            ? { type: "TextRun", text: span.text, weight: "Bolder" }
            : { type: "TextRun", text: span.text },
      ),
    ),
  );
}

function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
