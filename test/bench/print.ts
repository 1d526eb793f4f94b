import { asked, type Figure, margin, shown } from "./figure.ts";

/** The table: a line for each figure, and under it what it was made of. */
export function tableOf(figures: readonly Figure[]): string {
  return figures
    .map((figure) => {
      const line = [
        figure.row.padEnd(8),
        figure.what.padEnd(62),
        shown(figure.value, figure.unit).padStart(10),
        "   ",
        asked(figure).padEnd(34),
        verdict(figure),
      ];
      const parts = Object.entries(figure.measured).map(([name, value]) => `${name}: ${number(value)}`);
      const below = parts.length === 0 ? "" : `\n${"".padEnd(8)}  ${parts.join(" · ")}`;
      return `${line.join("").trimEnd()}${below}`;
    })
    .join("\n");
}

/** In words: a run neither passes nor fails. */
export function verdict(figure: Figure): string {
  if (figure.must === null) return "";
  if ((margin(figure, figure.must) ?? 1) < 1) return "short of its must";
  return (margin(figure, figure.goal) ?? 1) < 1 ? "must reached" : "goal reached";
}

function number(value: number): string {
  if (!Number.isFinite(value)) return "-";
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString("en-US");
  return value.toFixed(Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 0.1 || value === 0 ? 2 : 4);
}
