import { z } from "zod";

const text = z.string().refine((value) => value.trim() !== "", "no words");

/** The charts of Teams that everybody may use, with what every element may have in them. */
export function chartSchemas(block: z.ZodRawShape): Readonly<Record<string, z.ZodType>> {
  const chart = {
    ...block,
    title: z.string().optional(),
    showTitle: z.boolean().optional(),
    colorSet: z.string().optional(),
    maxWidth: z.string().optional(),
    showLegend: z.boolean().optional(),
  };
  const axes = {
    xAxisTitle: z.string().optional(),
    yAxisTitle: z.string().optional(),
    color: z.string().optional(),
  };
  const label = z.union([text, z.number()]);
  const point = z.strictObject({ x: label, y: z.number(), color: z.string().optional() });
  const part = z.strictObject({ legend: text, value: z.number(), color: z.string().optional() });
  const series = z.strictObject({
    legend: text,
    values: z.array(point).min(1),
    color: z.string().optional(),
  });

  return {
    "Chart.VerticalBar": z.strictObject({
      type: z.string(),
      ...chart,
      ...axes,
      data: z.array(point).min(1),
      showBarValues: z.boolean().optional(),
      yMin: z.number().optional(),
      yMax: z.number().optional(),
    }),
    "Chart.VerticalBar.Grouped": z.strictObject({
      type: z.string(),
      ...chart,
      ...axes,
      data: z.array(series).min(1),
      stacked: z.boolean().optional(),
      showBarValues: z.boolean().optional(),
      yMin: z.number().optional(),
      yMax: z.number().optional(),
    }),
    "Chart.HorizontalBar": z.strictObject({
      type: z.string(),
      ...chart,
      ...axes,
      data: z.array(point).min(1),
      displayMode: z.string().optional(),
    }),
    "Chart.HorizontalBar.Stacked": z.strictObject({
      type: z.string(),
      ...chart,
      ...axes,
      data: z.array(z.strictObject({ title: text, data: z.array(part).min(1) })).min(1),
    }),
    "Chart.Line": z.strictObject({
      type: z.string(),
      ...chart,
      ...axes,
      data: z.array(series).min(1),
      yMin: z.number().optional(),
      yMax: z.number().optional(),
    }),
    "Chart.Donut": z.strictObject({
      type: z.string(),
      ...chart,
      data: z.array(part).min(1),
      value: z.string().optional(),
      valueColor: z.string().optional(),
    }),
    "Chart.Pie": z.strictObject({ type: z.string(), ...chart, data: z.array(part).min(1) }),
  };
}
