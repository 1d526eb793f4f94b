import type { Rows } from "#chat/rows.ts";
import { chartRows, rowAsLine, tableRows } from "#chat/rows.ts";
import { clamp, oneLine, pieces, shown, spans } from "#chat/shown.ts";
import type { Block, RichPart, RichSection, RichTextSpan } from "#chat/slack/look/blocks.ts";
import { plainText } from "#chat/slack/look/blocks.ts";
import { nativeChart, pictureBlock } from "#chat/slack/look/charts.ts";
import { slackLimits } from "#chat/slack/look/limits.ts";
import type { ChartData, Part } from "#texts/card.ts";

/** How charts are drawn: a picture where `chartUrl` gives one, else Slack's own bars, or with `text` the numbers. */
export interface SlackDrawing {
  readonly chartUrl?: (chart: ChartData, title: string, alt: string) => string;
  /** `text` for a workspace that refused Slack's own bars (`invalid_blocks`). */
  readonly charts?: "native" | "text";
}

/** Wider tables do not fit on a phone, and become a line per row. */
const tableWidth = 44;

/** The parts of a card as blocks, in order. */
export function partBlocks(parts: readonly Part[], options: SlackDrawing): readonly Block[] {
  let charts = 0;
  return parts.flatMap((part, place) => {
    if (part.part !== "chart") return blocksOf(part);
    const url = options.chartUrl?.(part.chart, part.title, part.alt);
    const picture = url === undefined ? null : pictureBlock(part, url);
    if (picture) return [picture];
    const title = headingBlock(part.title);
    const alt = noteBlock(part.alt);
    const native =
      options.charts === "text" || charts >= slackLimits.chartsPerMessage ? null : nativeChart(part);
    if (native) {
      charts += 1;
      return [native, ...alt];
    }
    // The table beside a chart holds its numbers already.
    const told = parts[place + 1]?.part === "table";
    return [...title, ...(told ? [] : rowsBlock("", chartRows(part.chart))), ...alt];
  });
}

/** All safety texts as one block, so that the number of blocks can not crowd them out; then a line. */
export function safetyBlocks(parts: readonly Part[]): readonly Block[] {
  const sections = parts
    .flatMap((part) => (part.part === "safety" ? part.lines : []))
    .flatMap((line) => marked(line, "\n"));
  return sections.length === 0 ? [] : [{ type: "rich_text", elements: sections }, { type: "divider" }];
}

function blocksOf(part: Exclude<Part, { part: "chart" }>): readonly Block[] {
  switch (part.part) {
    case "safety":
      return safetyBlocks([part]);
    case "text":
      return richOf(marked(part.text, ""));
    case "quote":
      return quoteBlocks(part);
    case "facts":
      return factsBlock(part.facts);
    case "list": {
      const items = part.items.map(oneLine).filter((item) => item !== "");
      const elements = items.map((item) =>
        section([{ text: clamp(item, slackLimits.section), bold: false }]),
      );
      return items.length === 0 ? [] : [rich([{ type: "rich_text_list", style: "bullet", elements }])];
    }
    case "table":
      return rowsBlock(part.caption, tableRows(part));
    case "heading":
      return headingBlock(part.text);
    case "note":
      return noteBlock(part.text);
  }
}

function headingBlock(text: string): readonly Block[] {
  const heading = clamp(oneLine(text), slackLimits.header);
  return heading === "" ? [] : [{ type: "header", text: plainText(heading) }];
}

function noteBlock(text: string): readonly Block[] {
  const note = clamp(shown(text).replaceAll("**", ""), slackLimits.context);
  return note === "" ? [] : [{ type: "context", elements: [plainText(note)] }];
}

function quoteBlocks(part: Extract<Part, { part: "quote" }>): readonly Block[] {
  const by = clamp(oneLine(part.by), slackLimits.header);
  const head: RichPart[] = by === "" ? [] : [section([{ text: by, bold: true }])];
  return pieces(shown(part.text), slackLimits.section).map((text, place) => {
    const quote: RichPart = { type: "rich_text_quote", elements: [span(text, false)] };
    return rich(place === 0 ? [...head, quote] : [quote]);
  });
}

function factsBlock(facts: readonly { readonly label: string; readonly value: string }[]): readonly Block[] {
  const lines = facts.map((fact, place) => {
    const value = clamp(shown(fact.value), slackLimits.field);
    const end = place < facts.length - 1 ? "\n" : "";
    const label = clamp(oneLine(fact.label), slackLimits.header);
    return [
      { text: label === "" ? "" : `${label}: `, bold: true },
      { text: `${value === "" ? "–" : value}${end}`, bold: false },
    ];
  });
  return lines.length === 0 ? [] : [rich([section(lines.flat())])];
}

/**
 * A table as aligned text, or where that is too wide as a line per row. Slack's own `table` block allows one per
 * message, and a digest has several.
 */
function rowsBlock(caption: string, { columns, rows }: Rows): readonly Block[] {
  const title = clamp(oneLine(caption), slackLimits.header);
  const elements: RichPart[] = title === "" ? [] : [section([{ text: title, bold: true }])];
  const grid = aligned([columns, ...rows]);
  if (Math.max(...grid.map((line) => line.length)) <= tableWidth) {
    for (const text of chunks(grid, slackLimits.section)) {
      if (text.trim() !== "")
        elements.push({ type: "rich_text_preformatted", elements: [span(text, false)] });
    }
  } else {
    const lines = rows.map((row) => {
      const { head, tail } = rowAsLine(columns, row);
      return section([
        { text: clamp(tail === "" ? head : `${head}: `, slackLimits.field), bold: true },
        { text: clamp(tail, slackLimits.field), bold: false },
      ]);
    });
    const filled = lines.filter((line) => line.elements.length > 0);
    if (filled.length > 0) elements.push({ type: "rich_text_list", style: "bullet", elements: filled });
  }
  return richOf(elements);
}

/** Lines joined to texts of at most `most` characters. */
function chunks(lines: readonly string[], most: number): readonly string[] {
  const texts: string[] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    if (last === undefined || last.length + line.length + 1 > most) texts.push(line);
    else texts[texts.length - 1] = `${last}\n${line}`;
  }
  return texts;
}

/** Columns under each other: the first to the left, the others, mostly numbers, to the right. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [place, cell] of row.entries())
      widths[place] = Math.max(widths[place] ?? 0, Array.from(cell).length);
  }
  return rows.map((row) =>
    row
      .map((cell, place) => {
        const gap = " ".repeat((widths[place] ?? 0) - Array.from(cell).length);
        return place === 0 ? cell + gap : gap + cell;
      })
      .join("  ")
      .trimEnd(),
  );
}

/** Our own text with its bold stretches: one section, or where that is too long one per piece. */
function marked(text: string, end: string): readonly RichSection[] {
  const said = shown(text);
  if (said === "") return [];
  const all = spans(said);
  if (said.length <= slackLimits.section) return [section([...all, { text: end, bold: false }])];
  return all.flatMap((one) =>
    pieces(one.text, slackLimits.section).map((piece) => section([{ text: piece + end, bold: one.bold }])),
  );
}

function section(parts: readonly { readonly text: string; readonly bold: boolean }[]): RichSection {
  const elements = parts.filter((part) => part.text !== "").map((part) => span(part.text, part.bold));
  return { type: "rich_text_section", elements };
}

function span(text: string, bold: boolean): RichTextSpan {
  return bold ? { type: "text", text, style: { bold: true } } : { type: "text", text };
}

function richOf(elements: readonly RichPart[]): readonly Block[] {
  return elements.length === 0 ? [] : [rich(elements)];
}

function rich(elements: readonly RichPart[]): Block {
  return { type: "rich_text", elements };
}
