import { clamp, oneLine } from "#chat/shown.ts";
import type { ChartElement, ImageElement } from "#chat/teams/elements.ts";
import { teamsLimits } from "#chat/teams/limits.ts";
import { plainLine } from "#chat/teams/literal.ts";
import type { ChartPart } from "#texts/card.ts";

/** The chart as a picture, which has its own title. */
export function chartImage(part: ChartPart, url: string): ImageElement {
  const altText = clamp(plainLine(part.alt) || plainLine(part.title) || "…", teamsLimits.altText);
  return { type: "Image", url, altText, size: "Stretch" };
}

const colours = { solid: "categoricalGreen", hatch: "categoricalMarigold" } as const;

/**
 * The chart as Teams' own stacked bars; clients that do not know those draw `instead`. Null where Teams can not draw it: a
 * value that is hidden because it is small is not 0, and twin labels would be one bar.
 */
export function nativeChart(part: ChartPart, instead: ImageElement): ChartElement | null {
  const { series, bars } = part.chart;
  const legends = series.map(({ name }) => clamp(plainLine(name), teamsLimits.chartLabel));
  const labels = bars.map(({ label }) => clamp(plainLine(label), teamsLimits.chartLabel));
  if (!areDistinct(legends, teamsLimits.chartSeries) || !areDistinct(labels, teamsLimits.chartBars))
    return null;
  const isDrawn = (value: number | null | undefined) =>
    typeof value === "number" && Number.isFinite(value) && value >= 0;
  if (!bars.every(({ values }) => series.every((_, place) => isDrawn(values[place])))) return null;
  const title = clamp(oneLine(plainLine(part.title)), teamsLimits.title);
  return {
    type: "Chart.VerticalBar.Grouped",
    ...(title === "" ? {} : { title }),
    stacked: true,
    showBarValues: true,
    data: series.map(({ pattern }, place) => ({
      legend: legends[place] ?? "",
      color: colours[pattern],
      values: bars.map(({ values }, bar) => ({ x: labels[bar] ?? "", y: values[place] ?? 0 })),
    })),
    fallback: instead,
  };
}

function areDistinct(labels: readonly string[], most: number): boolean {
  const all = new Set(labels);
  return labels.length > 0 && labels.length <= most && all.size === labels.length && !all.has("");
}
