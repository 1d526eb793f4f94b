import { chartWidth } from "#digest/chart.ts";
import { lettered, widthOf } from "#digest/lettering.ts";
import { asked, type Figure, margin, shown } from "./figure.ts";

/** Where and when it was measured. */
export interface Machine {
  readonly at: string;
  readonly cores: number;
  readonly processor: string;
  readonly node: string;
  readonly seconds: number;
}

const edge = 24;
const rowHeight = 50;
const barHeight = 16;
const top = 150;
/** The bars begin here. */
const left = edge + 64;
const right = chartWidth - edge;
/** A bar shows how many times better than its must a figure is: from a tenth to a hundred times. */
const least = 0.1;
const most = 100;
const ink = "#1a1a1a";
const colours = { goal: "#006b3f", must: "#1f5fa8", short: "#b3261e" } as const;

/**
 * A bar for each figure of which something is asked. One scale for all: how many times better than its must (where there is
 * none: than its goal), so that every bar that reaches the line at 1 is good enough. The diamond is its goal.
 */
export function drawBench(figures: readonly Figure[], machine: Machine): string {
  const rows = figures.filter(({ must, goal }) => must !== null || goal !== null);
  const height = top + rows.length * rowHeight + edge;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${chartWidth} ${height}" width="${chartWidth}" height="${height}"`,
    ` role="img" aria-label="Voelspriet: what was measured, beside what it must be">`,
    `<rect width="${chartWidth}" height="${height}" fill="#ffffff"/>`,
    lettered("Voelspriet: how many times better than it must be", {
      x: edge,
      y: 42,
      size: 28,
      bold: true,
    }),
    lettered(
      `${machine.at.slice(0, 10)} · ${machine.cores} cores · Node ${machine.node} · peers in the same run · further to the right is better`,
      { x: edge, y: 70, size: 17 },
    ),
    legend(),
    scale(height),
    ...rows.map((figure, place) => row(figure, top + place * rowHeight)),
    "</svg>",
  ].join("");
}

function legend(): string {
  const entries = [
    ["short of its must", colours.short],
    ["must reached", colours.must],
    ["goal reached", colours.goal],
  ] as const;
  let x = edge;
  const pieces: string[] = [];
  for (const [name, colour] of entries) {
    pieces.push(`<rect x="${x}" y="84" width="26" height="${barHeight}" fill="${colour}"/>`);
    pieces.push(lettered(name, { x: x + 34, y: 98, size: 17 }));
    x += 34 + widthOf(name, { size: 17 }) + 28;
  }
  pieces.push(diamond(x + 8, 92));
  pieces.push(lettered("the goal", { x: x + 24, y: 98, size: 17 }));
  return pieces.join("");
}

/** Where a margin is drawn. */
function placeOf(times: number): number {
  const part = Math.log(Math.min(most, Math.max(least, times)) / least) / Math.log(most / least);
  return Math.round(left + part * (right - left));
}

function scale(height: number): string {
  return [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100]
    .map((times) => {
      const x = placeOf(times);
      const isMust = times === 1;
      const name = isMust ? "must" : `${times}×`;
      const anchor = times === most ? "end" : times === least ? "start" : "middle";
      return [
        `<line x1="${x}" x2="${x}" y1="${top - 14}" y2="${height - edge}" stroke="${isMust ? ink : "#d9d9d9"}" stroke-width="${isMust ? 2.5 : 1}"/>`,
        lettered(name, { x, y: top - 20, size: 15, anchor, ...(isMust ? { bold: true as const } : {}) }),
      ].join("");
    })
    .join("");
}

function row(figure: Figure, y: number): string {
  const times = margin(figure, figure.must ?? figure.goal) ?? 1;
  const colour = colourOf(figure);
  const bar = y + 24;
  return [
    // White behind the words: the lines of the scale run below them.
    `<rect x="${edge}" y="${y}" width="${right - edge}" height="21" fill="#ffffff"/>`,
    lettered(figure.row, { x: edge, y: y + 16, size: 15, bold: true }),
    lettered(figure.what, { x: left, y: y + 16, size: 15 }),
    lettered(asked(figure), { x: right - 84, y: y + 16, size: 14, anchor: "end", fill: "#5a5a5a" }),
    lettered(shown(figure.value, figure.unit), {
      x: right,
      y: y + 16,
      size: 16,
      bold: true,
      anchor: "end",
      fill: colour,
    }),
    `<rect x="${left}" y="${bar}" width="${Math.max(3, placeOf(times) - left)}" height="${barHeight}" fill="${colour}"/>`,
    diamond(placeOf(goalMargin(figure)), bar + barHeight / 2),
  ].join("");
}

function goalMargin({ better, must, goal }: Figure): number {
  if (must === null || goal === null) return 1;
  return better === "more" ? goal / must : must / goal;
}

function colourOf(figure: Figure): string {
  if ((margin(figure, figure.must) ?? 1) < 1) return colours.short;
  if ((margin(figure, figure.goal) ?? 1) < 1) return colours.must;
  return colours.goal;
}

function diamond(x: number, y: number): string {
  return `<path d="M${x} ${y - 8} L${x + 8} ${y} L${x} ${y + 8} L${x - 8} ${y} Z" fill="#ffffff" stroke="${ink}" stroke-width="2"/>`;
}
