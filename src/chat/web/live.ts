import type { Request, Response } from "express";

import { answerFault } from "#chat/web/fault.ts";

const mostListeners = 64;
const heartbeatMs = 15_000;

/** The open pages: they hear that something changed, never what. */
export interface Live {
  listen(request: Request, response: Response): void;
  wake(): void;
  close(): void;
}

/** Server-sent events for `/events`. Wakes of one tick are one message. */
export function openLive(): Live {
  const listeners = new Set<Response>();
  let waking = false;
  const heartbeat = setInterval(() => {
    for (const listener of listeners) listener.write(": still here\n\n");
  }, heartbeatMs);
  heartbeat.unref();

  function tell(): void {
    waking = false;
    for (const listener of listeners) listener.write("data: changed\n\n");
  }

  return {
    listen(_request, response) {
      if (listeners.size >= mostListeners) {
        answerFault(response, 503, "busy", "Too many open pages. Close one.");
        return;
      }
      response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
      response.write("retry: 1000\n\n");
      listeners.add(response);
      response.on("close", () => listeners.delete(response));
    },
    wake() {
      if (waking) return;
      waking = true;
      setImmediate(tell);
    },
    close() {
      clearInterval(heartbeat);
      for (const listener of listeners) listener.end();
      listeners.clear();
    },
  };
}
