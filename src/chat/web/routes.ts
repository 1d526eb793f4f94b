import express, { type Express, type Request, type Response } from "express";

import type { Log } from "#base/log.ts";
import type { Counter } from "#chat/platform.ts";
import { prefilled } from "#chat/prefill.ts";
import type { Charts } from "#chat/web/charts.ts";
import { answerFault, lastResort } from "#chat/web/fault.ts";
import { serveFiles } from "#chat/web/files.ts";
import { onlyJson, ownHost, ownOrigin, safeHeaders } from "#chat/web/guard.ts";
import { clockMoveOf, languageOf, pressOf } from "#chat/web/inbound.ts";
import { isPersona, pageState, type Sources } from "#chat/web/state.ts";

const bodyLimit = "64kb";

/** What the routes need besides the sources of the page. */
export interface Rooms {
  readonly counter: Counter;
  readonly charts: Charts;
  readonly health: () => { readonly ready: boolean };
  readonly tokenFile: string | null;
  readonly log: Log;
}

async function press(
  sources: Sources,
  counter: Counter,
  request: Request,
  response: Response,
): Promise<void> {
  const asked = pressOf(request.body);
  if (asked === null) {
    answerFault(response, 400, "bad_request", "Not a press: expected key, as, act and what was pressed.");
    return;
  }
  const isKnown = await sources.gate.among(async () => ({
    is: await isPersona(sources.trial, asked.press.by),
  }));
  if (isKnown === null) {
    answerBusy(response);
    return;
  }
  if (!isKnown.is) {
    answerFault(response, 400, "unknown_persona", "Nobody on this page has that address. Reload the page.");
    return;
  }
  const reply = await sources.gate.among(() => counter.press(asked.press));
  if (reply === null) {
    answerBusy(response);
    return;
  }
  const form = reply.form !== null && asked.prefill ? prefilled(reply.form, asked.prefill) : reply.form;
  response.json({ ...sources.painter.reply({ ...reply, form }), now: sources.trial.now() });
  sources.live.wake();
}

function answerBusy(response: Response): void {
  answerFault(response, 409, "busy", "The clock is turning, or the trial starts again. Wait a moment.");
}

/** Turning the clock and starting again happen one at a time: `work` is refused while another runs. */
async function alone(sources: Sources, response: Response, work: () => Promise<void>): Promise<void> {
  if (sources.busy) {
    answerBusy(response);
    return;
  }
  sources.busy = true;
  sources.live.wake();
  try {
    await work();
  } finally {
    sources.busy = false;
    sources.live.wake();
  }
  response.json({ now: sources.trial.now() });
}

function serveApi(app: Express, sources: Sources, rooms: Rooms): void {
  const { trial, painter } = sources;
  app.get("/api/state", async (request, response) => {
    const { signaler, expert, manager } = request.query;
    // Who only looks waits until the trial has started again.
    response.json(await sources.gate.whenOpen(() => pageState(sources, { signaler, expert, manager })));
  });
  app.get("/api/gallery", (request, response) => {
    const items = trial.gallery(languageOf(request.query["lang"])).map((item) => ({
      name: item.name,
      card: item.card === null ? null : { title: item.card.title, ...painter.card(item.card) },
      form: item.form === null ? null : { title: item.form.title, ...painter.form(item.form) },
    }));
    response.json({ municipality: trial.municipality, items });
  });
  app.get("/api/examples", (request, response) => {
    response.json({ examples: trial.examples(languageOf(request.query["lang"])) });
  });
  app.post("/api/press", (request, response) => press(sources, rooms.counter, request, response));
  app.post("/api/clock", async (request, response) => {
    const move = clockMoveOf(request.body);
    if (move === null) {
      answerFault(
        response,
        400,
        "bad_request",
        'Not a move: expected {"move": "hour" | "working_day" | "monday"}.',
      );
      return;
    }
    await alone(sources, response, () => trial.turn(move));
  });
  app.post("/api/reset", (_request, response) =>
    alone(sources, response, () => sources.gate.alone(() => trial.reset())),
  );
}

/** Every route of the trial page, guarded. */
export function routesOf(sources: Sources, rooms: Rooms): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("etag", "weak");
  app.use(safeHeaders, ownHost);
  // The same names as at the front door of real use: alive, and ready.
  app.get("/healthz", (_request, response) => {
    response.type("text/plain").send("alive\n");
  });
  app.get(["/readyz", "/health"], (_request, response) => {
    const { ready } = rooms.health();
    response.status(ready ? 200 : 503).json({ ready });
  });
  app.use(["/api", "/events", "/charts"], ownOrigin);
  app.get("/events", (request, response) => sources.live.listen(request, response));
  app.get("/charts/:file", rooms.charts.serve);
  app.post("/api/*path", onlyJson, express.json({ limit: bodyLimit, strict: true, inflate: false }));
  serveApi(app, sources, rooms);
  serveFiles(app, rooms.tokenFile);
  app.use((_request, response) => {
    answerFault(response, 404, "unknown_path", "There is nothing here. The trial page is at /.");
  });
  app.use(lastResort(rooms.log));
  return app;
}
