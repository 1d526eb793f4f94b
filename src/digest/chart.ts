import { derivedId } from "#base/ids.ts";
import type { Plot } from "#digest/bars.ts";
import { bar, scaleOf, swatch } from "#digest/bars.ts";
import { clipped, escaped, lettered, round, widthOf, wrapped } from "#digest/lettering.ts";
import type { ChartData } from "#texts/card.ts";

/** Platforms take pictures up to this wide (experience.md, section 5). */
export const chartWidth = 1024;

const margin = 32;
const titleSize = 34;
const legendType = { size: 24 };
const axisSize = 22;
const plotHeight = 330;
/** Enough for two stubs, where no number is above zero. */
const flatHeight = 120;

interface Piece {
  readonly svg: string;
  /** Where the next piece begins. */
  readonly bottom: number;
}

/**
 * Stacked bars as SVG: the title says the finding, numbers stand in the bars, and a hatch tells the series apart
 * without colour. Hidden values are a neutral stub of fixed height. Only attributes, no styles: it passes a strict CSP.
 */
export function drawChart(chart: ChartData, title: string, alt: string): string {
  // Two charts on one page must not share their ids.
  const id = `c${derivedId(title, alt, JSON.stringify(chart)).slice(0, 10)}`;
  const top = heading(title);
  const key = legend(chart, top.bottom, id);
  const isFlat = !chart.bars.some(({ values }) => values.some((value) => (value ?? 0) > 0));
  const upright = { top: key.bottom, bottom: key.bottom + (isFlat ? flatHeight : plotHeight) };
  const plot: Plot = {
    ...upright,
    left: margin + 14 + widthOf(String(scaleOf(chart, upright).most), { size: axisSize }),
    right: chartWidth - margin,
    hatch: `${id}h`,
    hidden: chart.hidden,
  };
  const height = plot.bottom + 56;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${chartWidth} ${round(height)}" width="${chartWidth}"`,
    ` height="${round(height)}" role="img" aria-label="${escaped(title)}" aria-describedby="${id}d">`,
    `<title>${escaped(title)}</title><desc id="${id}d">${escaped(alt)}</desc>`,
    `<defs><pattern id="${id}h" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">`,
    '<rect width="10" height="10" fill="#fff0e0"/><rect width="4" height="10" fill="#c65a00"/></pattern></defs>',
    `<rect width="${chartWidth}" height="${round(height)}" fill="#ffffff"/>`,
    top.svg,
    key.svg,
    axis(chart, plot),
    ...chart.bars.map((each, place) => bar(each.values, chart, plot, place)),
    `<rect x="${plot.left}" y="${round(plot.bottom) - 1}" width="${plot.right - plot.left}" height="3" fill="#1a1a1a"/>`,
    weekLabels(chart, plot),
    "</svg>",
  ].join("");
}

function heading(title: string): Piece {
  const lines = wrapped(title, { size: titleSize, bold: true }, { width: chartWidth - 2 * margin, lines: 3 });
  const svg = lines.map((line, place) =>
    lettered(line, { x: margin, y: margin + titleSize * (0.8 + place * 1.25), size: titleSize, bold: true }),
  );
  return { svg: svg.join(""), bottom: margin + titleSize * 1.25 * lines.length };
}

function legend(chart: ChartData, top: number, id: string): Piece {
  const hidesSome = chart.bars.some(({ values }) => values.includes(null));
  const entries = [
    ...chart.series.map(({ name, pattern }) => ({ name, pattern })),
    ...(hidesSome ? [{ name: chart.hidden, pattern: "stub" as const }] : []),
  ];
  const pieces: string[] = [];
  let x = margin;
  let y = top + 14;
  for (const { name, pattern } of entries) {
    const label = clipped(name, legendType, chartWidth - 2 * margin - 40);
    const width = 38 + widthOf(label, legendType);
    if (x > margin && x + width > chartWidth - margin) {
      x = margin;
      y += 38;
    }
    pieces.push(swatch(pattern, { x, y, width: 28, height: 26 }, `${id}h`));
    pieces.push(lettered(label, { x: x + 38, y: y + 21, ...legendType }));
    x += width + 22;
  }
  return { svg: pieces.join(""), bottom: y + 26 + 30 };
}

/** Lines at whole numbers only: these are signals, there is no half one. */
function axis(chart: ChartData, plot: Plot): string {
  const { unit, step, most } = scaleOf(chart, plot);
  const lines: string[] = [];
  for (let value = 0; value <= most; value += step) {
    const y = plot.bottom - value * unit;
    if (value > 0) {
      lines.push(
        `<rect x="${plot.left}" y="${round(y)}" width="${plot.right - plot.left}" height="1" fill="#cfcfcf"/>`,
      );
    }
    lines.push(
      lettered(String(value), {
        x: plot.left - 12,
        y: y + 8,
        size: axisSize,
        anchor: "end",
        fill: "#4a4a4a",
      }),
    );
  }
  return lines.join("");
}

function weekLabels(chart: ChartData, plot: Plot): string {
  const slot = (plot.right - plot.left) / Math.max(1, chart.bars.length);
  return chart.bars
    .map(({ label }, place) => {
      const size = Math.max(
        14,
        Math.min(axisSize, (axisSize * (slot - 8)) / Math.max(1, widthOf(label, { size: axisSize }))),
      );
      const x = plot.left + slot * (place + 0.5);
      return lettered(clipped(label, { size }, slot - 4), { x, y: plot.bottom + 34, size, anchor: "middle" });
    })
    .join("");
}
