import type { RequestHandler } from "express";

import { derivedId } from "#base/ids.ts";
import { answerFault } from "#chat/web/fault.ts";
import type { ChartData } from "#texts/card.ts";

const mostCharts = 200;

/** Draws a chart as SVG. */
export type Draw = (chart: ChartData, title: string, alt: string) => string;

/** Drawn charts, each under an address made from its numbers. */
export interface Charts {
  /** The picture's address on this page; draws it when it is new. */
  url(chart: ChartData, title: string, alt: string): string;
  readonly serve: RequestHandler;
}

/** Keeps the newest drawings in memory; the page asks for them again when it needs them. */
export function openCharts(draw: Draw): Charts {
  const drawn = new Map<string, string>();
  return {
    url(chart, title, alt) {
      const id = derivedId(JSON.stringify(chart), title, alt);
      const known = drawn.get(id);
      drawn.delete(id);
      drawn.set(id, known ?? draw(chart, title, alt));
      const oldest = drawn.keys().next();
      if (drawn.size > mostCharts && !oldest.done) drawn.delete(oldest.value);
      return `/charts/${id}.svg`;
    },
    serve(request, response) {
      const id = String(request.params["file"]).replace(/\.svg$/, "");
      const svg = drawn.get(id);
      if (svg === undefined) {
        answerFault(response, 404, "unknown_path", "This chart is not here any more. Reload the page.");
        return;
      }
      response.type("image/svg+xml").send(svg);
    },
  };
}
