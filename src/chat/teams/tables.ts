import type { Rows } from "#chat/rows.ts";
import { rowAsLine } from "#chat/rows.ts";
import type { Element, TextBlock, TextRun } from "#chat/teams/elements.ts";
import { teamsLimits } from "#chat/teams/limits.ts";
import { plainLine } from "#chat/teams/literal.ts";
import { filled, runs } from "#chat/teams/runs.ts";

/** A small table as a grid; where whole words do not fit beside each other as facts, and a large one as a line per row. */
export function rowsElements(caption: string, { columns, rows }: Rows): readonly Element[] {
  const words = plainLine(caption);
  const title = words === "" ? [] : [runs([{ type: "TextRun", text: words, weight: "Bolder" }])];
  if (rows.length === 0 || columns.length === 0) return title;
  const cells = (rows.length + 1) * columns.length;
  if (columns.length > teamsLimits.tableColumns || cells > teamsLimits.tableCells) {
    return [...title, ...rows.flatMap((row) => rowLine(columns, row))];
  }
  const widths = columnWidths([columns, ...rows]);
  if (widths === null) {
    const drawn = rows.length > teamsLimits.factRows ? rowLine : rowFacts;
    return [...title, ...rows.flatMap((row) => drawn(columns, row))];
  }
  return [
    ...title,
    {
      type: "Table",
      firstRowAsHeader: true,
      showGridLines: true,
      columns: widths.map((width) => ({ width })),
      rows: [columns, ...rows].map((row, line) => ({
        type: "TableRow",
        cells: row.map((cell) => ({ type: "TableCell", items: [cellText(cell, line)] })),
      })),
    },
  ];
}

function rowLine(columns: readonly string[], row: readonly string[]): readonly Element[] {
  const { head, tail } = rowAsLine(columns, row);
  const line: TextRun[] = [
    { type: "TextRun", text: plainLine(tail === "" ? head : `${head}:`), weight: "Bolder" },
    { type: "TextRun", text: tail === "" ? "" : ` ${plainLine(tail)}` },
  ];
  const said = line.filter((run) => run.text !== "");
  return said.length === 0 ? [] : [{ ...runs(said), spacing: "Small" }];
}

function rowFacts(columns: readonly string[], row: readonly string[]): readonly Element[] {
  const [first = "", ...others] = row;
  const name = plainLine(first);
  const head: Element[] =
    name === "" ? [] : [{ ...runs([{ type: "TextRun", text: name, weight: "Bolder" }]), spacing: "Medium" }];
  const facts = others.map((cell, place) => ({
    title: filled(columns[place + 1] ?? ""),
    value: filled(cell),
  }));
  return facts.length === 0 ? head : [...head, { type: "FactSet", facts, spacing: "Small" }];
}

/** The space between two columns, in characters. */
const cellPadding = 2;

/**
 * Each column's share of the width: room for its longest word or code, so that none is broken, and what is left for
 * the columns with long texts. Null where the longest words do not fit beside each other.
 */
function columnWidths(rows: readonly (readonly string[])[]): readonly number[] | null {
  const columns = (rows[0] ?? []).map((_, place) => rows.map((row) => row[place] ?? ""));
  const needed = columns.map((cells) => cellPadding + longest(cells.flatMap((cell) => cell.split(/\s+/))));
  const wished = columns.map((cells, place) => longest(cells) + cellPadding - (needed[place] ?? 0));
  const left = teamsLimits.tableWidth - sum(needed);
  if (left < 0) return null;
  const share = Math.min(1, left / Math.max(1, sum(wished)));
  return needed.map((width, place) => width + Math.floor((wished[place] ?? 0) * share));
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, text.length), 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function cellText(text: string, line: number): TextBlock {
  const block = { type: "TextBlock", text: filled(text), wrap: true } as const;
  return line > 0 ? block : { ...block, weight: "Bolder" };
}
