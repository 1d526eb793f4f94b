import { lettered, round, widthOf, wrapped } from "#digest/lettering.ts";
import type { ChartData } from "#texts/card.ts";

/** Where the bars stand, in pixels; `hatch` is the id of the pattern, `hidden` the words for a hidden value. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly hatch: string;
  readonly hidden: string;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Pattern = ChartData["series"][number]["pattern"];

const green = "#1b7340";
const orange = "#c65a00";
const stubHeight = 46;
const gap = 3;
const numberSize = 24;
const sideSize = 20;
const stubSizes = [20, 18, 16, 14];
/** The strip of a stub that shows its series. */
const edge = 9;
const padding = 10;

/** Pixels per signal, and the lines of the axis. Stubs of hidden values have a fixed height and get it first. */
export function scaleOf(
  chart: ChartData,
  plot: Pick<Plot, "top" | "bottom">,
): { unit: number; step: number; most: number } {
  const sums = chart.bars.map(({ values }) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0));
  const top = Math.max(0, ...sums);
  const step = stepOf(top);
  const most = Math.ceil(top / step) * step;
  const height = plot.bottom - plot.top;
  const units = chart.bars.map(({ values }, place) => {
    const stubs = values.filter((value) => value === null).length;
    return (height - stubs * (stubHeight + gap)) / Math.max(1, sums[place] ?? 1);
  });
  return { unit: Math.min(height / Math.max(1, most), ...units), step, most };
}

/** One bar: its parts on top of each other, the first series at the zero line. */
export function bar(
  values: ChartData["bars"][number]["values"],
  chart: ChartData,
  plot: Plot,
  place: number,
): string {
  const { unit } = scaleOf(chart, plot);
  const slot = (plot.right - plot.left) / chart.bars.length;
  const width = Math.min(120, slot * 0.56);
  const x = plot.left + slot * (place + 0.5) - width / 2;
  const drawn: string[] = [];
  const beside: { y: number; value: number }[] = [];
  let y = plot.bottom;
  for (const [series, value] of values.entries()) {
    const pattern = chart.series[series]?.pattern ?? "solid";
    if (value === 0) continue;
    // The gap is above a part: the first one stands on the zero line.
    const height = value === null ? stubHeight : Math.max(3, value * unit - gap);
    y -= y === plot.bottom ? height : height + gap;
    const box = { x, y, width, height };
    drawn.push(value === null ? stub(pattern, box, slot, plot) : swatch(pattern, box, plot.hatch));
    if (value === null) continue;
    if (height >= numberSize + 4) drawn.push(number(value, pattern, box));
    else beside.push({ y: y + height / 2, value });
  }
  // Too thin for its number: the number stands beside it, and two such numbers keep apart.
  let ceiling = plot.bottom + sideSize - 6;
  for (const each of beside) {
    ceiling = Math.min(each.y + sideSize * 0.35, ceiling - sideSize);
    drawn.push(lettered(String(each.value), { x: x + width + 5, y: ceiling, size: sideSize, bold: true }));
  }
  if (drawn.length === 0) {
    drawn.push(lettered("0", { x: x + width / 2, y: plot.bottom - 10, size: sideSize, anchor: "middle" }));
  }
  return drawn.join("");
}

/** A filled box in the look of a series, or of a hidden value. */
export function swatch(pattern: Pattern | "stub", box: Box, hatch: string): string {
  if (pattern === "solid") return rectangle(box, `fill="${green}"`);
  const inner = {
    x: box.x + 1.5,
    y: box.y + 1.5,
    width: box.width - 3,
    height: Math.max(0.5, box.height - 3),
  };
  if (pattern === "hatch")
    return rectangle(inner, `fill="url(#${hatch})" stroke="${orange}" stroke-width="3"`);
  return rectangle(inner, 'fill="#f4f4f4" stroke="#6b6b6b" stroke-width="2" stroke-dasharray="6 4" rx="3"');
}

/** A hidden value: always the same height, so that the drawing gives away nothing. The edge tells which series. */
function stub(pattern: Pattern, box: Box, slot: number, plot: Plot): string {
  const room = { width: slot - edge - 2 * padding, lines: 2 };
  const isWhole = (line: string) => !line.endsWith("…");
  const size = stubSizes.find((size) => wrapped(plot.hidden, { size }, room).every(isWhole)) ?? 0;
  // Words that fit in no size are left out: the legend has them.
  const words = size === 0 ? [] : wrapped(plot.hidden, { size }, room);
  const width = Math.max(
    box.width,
    edge + padding + Math.max(0, ...words.map((line) => widthOf(line, { size }))),
  );
  const outer = { ...box, x: box.x + box.width / 2 - width / 2, width };
  const middle = { x: outer.x + (edge + width) / 2, y: box.y + box.height / 2 + size * 0.35 };
  return [
    swatch("stub", outer, plot.hatch),
    swatch(pattern, { ...outer, width: edge }, plot.hatch),
    ...words.map((line, place) =>
      lettered(line, {
        x: middle.x,
        y: middle.y + size * 1.1 * (place - (words.length - 1) / 2),
        size,
        anchor: "middle",
        fill: "#3a3a3a",
      }),
    ),
  ].join("");
}

function number(value: number, pattern: Pattern, box: Box): string {
  const text = String(value);
  const size = Math.min(
    numberSize,
    (numberSize * (box.width - 10)) / widthOf(text, { size: numberSize, bold: true }),
  );
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const letters = {
    x: at.x,
    y: at.y + size * 0.35,
    size,
    anchor: "middle" as const,
    bold: true as const,
    fill: pattern === "solid" ? "#ffffff" : "#1a1a1a",
  };
  if (pattern === "solid") return lettered(text, letters);
  const pill = widthOf(text, { size, bold: true }) + 6;
  const back = { x: at.x - pill / 2, y: at.y - size * 0.55, width: pill, height: size * 1.1 };
  return rectangle(back, 'fill="#ffffff" rx="4"') + lettered(text, letters);
}

function rectangle(box: Box, look: string): string {
  const { x, y, width, height } = box;
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" ${look}/>`;
}

/** 1, 2 or 5 times a power of ten: at most five lines, on whole numbers. */
function stepOf(most: number): number {
  for (let power = 1; ; power *= 10) {
    for (const step of [power, 2 * power, 5 * power]) if (most <= step * 5) return step;
  }
}
