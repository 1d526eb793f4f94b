import { createServer, type Server } from "node:http";

import { errorName, type Log } from "#base/log.ts";
import { Problem } from "#base/problem.ts";
import type { ChatPlatform, Stop } from "#chat/platform.ts";
import { type Draw, openCharts } from "#chat/web/charts.ts";
import { openGate } from "#chat/web/gate.ts";
import { openLive } from "#chat/web/live.ts";
import { isLoopback, refusePublicTrial } from "#chat/web/loopback.ts";
import { openPainter } from "#chat/web/painter.ts";
import { type Rooms, routesOf } from "#chat/web/routes.ts";
import { openArrivals, type Sources } from "#chat/web/state.ts";
import type { Looks, Trial } from "#chat/web/trial.ts";

/** What the trial page needs from the house. */
export interface WebOptions {
  /** A loopback address; anything else is refused. */
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly trial: Trial;
  readonly looks: Looks;
  readonly draw: Draw;
  readonly health: () => { readonly ready: boolean };
  readonly log: Log;
  /** A municipality's own design tokens, as a CSS file. Absent: the example tokens of NL Design System. */
  readonly tokenFile?: string | null;
}

/** The trial page as a door: the same core as Slack and Teams, and a page that shows both looks. */
export interface WebPlatform extends ChatPlatform {
  /** `http://127.0.0.1:3000`. Throws Problem `bug` before the start. */
  url(): string;
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (thrown: NodeJS.ErrnoException) => {
      const taken = thrown.code === "EADDRINUSE";
      const advice = taken
        ? `Port ${port} is in use. Stop the other program, or start with another number: PORT=${port + 1} npm start.`
        : `The page can not listen on ${host}:${port}. Choose another PORT (1024 or higher).`;
      reject(new Problem("misconfigured", advice, { cause: thrown }));
    });
    server.listen(port, host, resolve);
  });
}

function boundTo(server: Server): { address: string; port: number } {
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Problem("bug", "The page does not listen yet.");
  return bound;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Opens the door "web". Throws Problem `misconfigured` for a host that others can reach. */
export function openWebPlatform(options: WebOptions): WebPlatform {
  const { host, port, trial, log } = options;
  refusePublicTrial(host);
  const bare = host.replace(/^\[(.*)\]$/, "$1");
  const charts = openCharts(options.draw);
  const live = openLive();
  const arrivals = openArrivals();
  const painter = openPainter(options.looks, charts);
  const sources: Sources = { trial, painter, arrivals, live, gate: openGate(), busy: false };
  let server: Server | null = null;

  return {
    name: "web",
    async start(counter): Promise<Stop> {
      const rooms: Rooms = {
        counter,
        charts,
        health: options.health,
        tokenFile: options.tokenFile ?? null,
        log,
      };
      // Half-sent requests are cut off: the check runs every second, Node's own default is half a minute.
      const times = { requestTimeout: 10_000, headersTimeout: 5_000, connectionsCheckingInterval: 1_000 };
      const opened = createServer(times, routesOf(sources, rooms));
      opened.maxConnections = 512;
      await listen(opened, bare, port);
      opened.on("error", (thrown) => log.error("the page's server failed", { error: errorName(thrown) }));
      const { address } = boundTo(opened);
      if (!isLoopback(address)) {
        // "localhost" can be made to mean another address than it should.
        await closed(opened);
        refusePublicTrial(address);
      }
      server = opened;
      const stopListening = trial.onChange(() => live.wake());
      return async () => {
        stopListening();
        live.close();
        await closed(opened);
      };
    },
    // Never fails: the conversation is read from the store when a page asks for it.
    send(message) {
      if (message.updates === null) arrivals.note(message.to);
      live.wake();
      return Promise.resolve(message.updates ?? message.id);
    },
    url() {
      if (server === null) throw new Problem("bug", "The page has not been started yet.");
      const { port } = boundTo(server);
      return `http://${bare.includes(":") ? `[${bare}]` : bare}:${port}`;
    },
  };
}
