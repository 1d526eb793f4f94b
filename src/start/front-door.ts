import type { IncomingMessage, ServerResponse } from "node:http";
import express, { type ErrorRequestHandler, type Express } from "express";
import { errorName, type Log } from "#base/log.ts";
import type { Stop } from "#chat/platform.ts";
import { safeHeaders } from "#chat/web/guard.ts";
import { listenAt, type Place } from "#chat/web/listening.ts";
import type { Health } from "#start/health.ts";

/** A platform's own handler: it reads the body itself, because a signature is over the very bytes. */
export type RawHandler = (request: IncomingMessage, response: ServerResponse) => void;

export interface FrontDoorOptions extends Place {
  /** Doors of platforms by path (`/slack/events`). */
  readonly doors: Readonly<Record<string, RawHandler>>;
  readonly health: () => Promise<Health>;
  readonly log: Log;
}

export interface FrontDoor {
  /** `http://127.0.0.1:3000` */
  readonly url: string;
  /** Nobody comes in any more; who is being answered gets the answer. */
  readonly stop: Stop;
}

/** Longer than a platform waits for its acknowledgement. */
const patienceMs = 3_500;

/**
 * The one HTTP server of real use: the doors of the platforms, and `/healthz` and `/readyz` for whoever watches over the machine. There is
 * no page. TLS is for the proxy in front of it.
 */
export async function openFrontDoor(options: FrontDoorOptions): Promise<FrontDoor> {
  const { doors, log } = options;
  const rest = routesOf(options);
  const listening = await listenAt(
    options,
    (request, response) => {
      // Before Express: nothing may read the body first, and this is the road on which people wait.
      const path = (request.url ?? "").split("?", 1)[0] ?? "";
      const door = Object.hasOwn(doors, path) ? doors[path] : undefined;
      if (door === undefined) rest(request, response);
      else door(request, response);
    },
    log,
  );
  return { url: listening.url, stop: () => listening.close(patienceMs) };
}

function routesOf({ health, log }: FrontDoorOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.use(safeHeaders);
  // Is the process alive? Nothing is asked of the store or of a platform: a restart would not cure those.
  app.get("/healthz", (_request, response) => {
    response.type("text/plain").send("alive\n");
  });
  // Can signals come in and be kept? The second name is the older one.
  app.get(["/readyz", "/health"], async (_request, response) => {
    const found = await health();
    response.status(found.ready ? 200 : 503).json(found);
  });
  app.use((_request, response) => {
    response.status(404).json({ error: "unknown_path", message: "There is nothing here." });
  });
  app.use(lastResort(log));
  return app;
}

/** Every failure is a short JSON answer: never a stack or a message, which may repeat what was sent. */
function lastResort(log: Log): ErrorRequestHandler {
  return (thrown: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(thrown);
      return;
    }
    if (thrown instanceof URIError) {
      response.status(400).json({ error: "bad_request", message: "The address can not be read." });
      return;
    }
    log.error("the front door could not answer", { error: errorName(thrown) });
    response
      .status(500)
      .json({ error: "our_fault", message: "A fault of ours. The log has a line about it." });
  };
}
