import type { IncomingMessage, ServerResponse } from "node:http";
import { errorName, type Log } from "#base/log.ts";
import { Problem, problemOf } from "#base/problem.ts";
import type { Stop } from "#chat/platform.ts";
import { listenAt, type Place } from "#chat/web/listening.ts";
import { metricsFormat } from "#watch/metrics.ts";

/** The door of Prometheus. */
export interface MetricsDoor {
  /** `http://127.0.0.1:9464` */
  readonly url: string;
  readonly stop: Stop;
}

/** `/metrics` and nothing else, on an address of its own, so that a proxy that serves the platforms never shows it. */
export async function openMetricsDoor(
  place: Place,
  text: () => Promise<string>,
  log: Log,
): Promise<MetricsDoor> {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? "").split("?", 1)[0];
    if (path !== "/metrics" || (request.method !== "GET" && request.method !== "HEAD")) {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("There is only GET /metrics here.\n");
      return;
    }
    const said = await text();
    response.writeHead(200, { "Content-Type": metricsFormat, "Cache-Control": "no-store" });
    response.end(request.method === "HEAD" ? undefined : said);
  };
  const listening = await listenAt(
    place,
    (request, response) => {
      answer(request, response).catch((thrown: unknown) => {
        log.error("The metrics could not be told.", { error: errorName(thrown) });
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    },
    log,
  ).catch((thrown: unknown) => {
    const { kind, cause } = problemOf(thrown);
    if (kind !== "misconfigured") throw thrown;
    throw new Problem(
      "misconfigured",
      `Nothing can listen on METRICS_HOST ${place.host}, METRICS_PORT ${place.port}. Is another program there? Choose another one, or leave METRICS_PORT out: then there are no metrics.`,
      { cause },
    );
  });
  return { url: listening.url, stop: () => listening.close() };
}
