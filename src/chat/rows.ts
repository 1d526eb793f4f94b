import { oneLine } from "#chat/shown.ts";
import type { ChartData, Part } from "#texts/card.ts";

/** Columns and rows of text on one line each. */
export interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The numbers of a chart: one row per bar; what is hidden is said in words. */
export function chartRows(chart: ChartData): Rows {
  return {
    columns: ["", ...chart.series.map((one) => oneLine(one.name))],
    rows: chart.bars.map((bar) => [
      oneLine(bar.label),
      ...chart.series.map((_, place) => {
        const value = bar.values[place] ?? null;
        return value === null ? oneLine(chart.hidden) : String(value);
      }),
    ]),
  };
}

/** The rows of a table, every row as wide as the widest. */
export function tableRows(part: Extract<Part, { part: "table" }>): Rows {
  const width = Math.max(part.columns.length, ...part.rows.map((row) => row.length));
  const full = (row: readonly string[]) =>
    Array.from({ length: width }, (_, place) => oneLine(row[place] ?? ""));
  return { columns: full(part.columns), rows: part.rows.map(full) };
}

/** A row as a line, for where there is no room for a grid: "Noord: binnen: 3; open: 1". The first cell apart, to be drawn bold. */
export function rowAsLine(
  columns: readonly string[],
  row: readonly string[],
): { head: string; tail: string } {
  const [head = "", ...others] = row;
  const tail = others
    .map((cell, place) => ({ cell, of: columns[place + 1] ?? "" }))
    .filter(({ cell }) => cell !== "")
    .map(({ cell, of }) => (of === "" ? cell : `${of}: ${cell}`))
    .join("; ");
  return { head, tail };
}
