import { clamp, oneLine } from "#chat/shown.ts";
import type { Block, ChartBlock } from "#chat/slack/look/blocks.ts";
import { slackLimits } from "#chat/slack/look/limits.ts";
import type { ChartPart } from "#texts/card.ts";

/** The chart as Slack's own bars; null where Slack can not draw it (a hidden value, too many or twin labels). */
export function nativeChart(part: ChartPart): ChartBlock | null {
  const { series, bars } = part.chart;
  const names = series.map((one) => clamp(oneLine(one.name), slackLimits.chartLabel));
  const categories = bars.map((bar) => clamp(oneLine(bar.label), slackLimits.chartLabel));
  const title = clamp(oneLine(part.title), slackLimits.chartTitle);
  if (!distinct(names, slackLimits.chartSeries)) return null;
  if (!distinct(categories, slackLimits.chartCategories)) return null;
  if (title === "") return null;
  const drawn: ChartBlock["chart"]["series"][number][] = [];
  for (const [place, name] of names.entries()) {
    const data: { label: string; value: number }[] = [];
    for (const [row, label] of categories.entries()) {
      const value = bars[row]?.values[place];
      if (typeof value !== "number" || !Number.isFinite(value) || value < 0) return null;
      data.push({ label, value });
    }
    drawn.push({ name, data });
  }
  return {
    type: "data_visualization",
    title,
    chart: { type: "bar", series: drawn, axis_config: { categories } },
  };
}

function distinct(labels: readonly string[], most: number): boolean {
  const all = new Set(labels);
  return labels.length > 0 && labels.length <= most && all.size === labels.length && !all.has("");
}

/** What stands before the id of a picture that is a file at Slack. */
const fileScheme = "slack-file:";

/** The address of a picture that was uploaded to Slack (pictures.ts). */
export function slackFileUrl(id: string): string {
  return fileScheme + id;
}

/** The chart as a picture, which has its own title; null where its address is longer than Slack takes. */
export function pictureBlock(part: ChartPart, url: string): Block | null {
  if (url === "" || url.length > slackLimits.imageUrl) return null;
  const alt_text = clamp(oneLine(part.alt) || oneLine(part.title) || "…", slackLimits.altText);
  if (url.startsWith(fileScheme)) {
    return { type: "image", slack_file: { id: url.slice(fileScheme.length) }, alt_text };
  }
  return { type: "image", image_url: url, alt_text };
}
