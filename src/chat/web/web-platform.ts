import type { Log } from "#base/log.ts";
import { Problem } from "#base/problem.ts";
import type { ChatPlatform, Stop } from "#chat/platform.ts";
import { type Draw, openCharts } from "#chat/web/charts.ts";
import { openGate } from "#chat/web/gate.ts";
import { type Listening, listenAt } from "#chat/web/listening.ts";
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

/** Opens the door "web". Throws Problem `misconfigured` for a host that others can reach. */
export function openWebPlatform(options: WebOptions): WebPlatform {
  const { host, port, trial, log } = options;
  refusePublicTrial(host);
  const charts = openCharts(options.draw);
  const live = openLive();
  const arrivals = openArrivals();
  const painter = openPainter(options.looks, charts);
  const sources: Sources = { trial, painter, arrivals, live, gate: openGate(), busy: false };
  let server: Listening | null = null;

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
      const opened = await listenAt({ host, port }, routesOf(sources, rooms), log);
      if (!isLoopback(opened.address)) {
        // "localhost" can be made to mean another address than it should.
        await opened.close();
        refusePublicTrial(opened.address);
      }
      server = opened;
      const stopListening = trial.onChange(() => live.wake());
      return async () => {
        stopListening();
        live.close();
        await opened.close();
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
      return server.url;
    },
  };
}
