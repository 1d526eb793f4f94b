import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";

/** What Slack says to apps.connections.open. */
export type Opening =
  | "ok"
  | { readonly error: string }
  | { readonly status: number }
  | "hang"
  | "nonsense"
  | "no url";

/** A bare counterpart of Socket Mode: gives out addresses, greets, and keeps what comes back. */
export async function openBareSocket() {
  const state = { opening: "ok" as Opening, greets: true, calls: 0, connections: 0 };
  const acks: { readonly envelope_id: string; readonly payload?: unknown }[] = [];
  const tokens: (string | undefined)[] = [];
  const live: WebSocket[] = [];
  const server = createServer((request, response) => {
    state.calls += 1;
    tokens.push(request.headers.authorization);
    request.resume().on("end", () => answer(response));
  });
  const sockets = new WebSocketServer({ server });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;

  function answer(response: ServerResponse): void {
    const { opening } = state;
    if (opening === "hang") return;
    if (typeof opening === "object" && "status" in opening) {
      response.writeHead(opening.status).end("<html>");
      return;
    }
    response.writeHead(200, { "content-type": "application/json" });
    if (opening === "nonsense") response.end("<html>");
    else if (opening === "no url") response.end('{"ok":true}');
    else if (opening === "ok") response.end(JSON.stringify({ ok: true, url: `ws://127.0.0.1:${port}/link` }));
    else response.end(JSON.stringify({ ok: false, error: opening.error }));
  }

  sockets.on("connection", (socket) => {
    state.connections += 1;
    live.push(socket);
    socket.on("error", () => {});
    socket.on("close", () => live.splice(live.indexOf(socket), 1));
    socket.on("message", (data: Buffer) => acks.push(JSON.parse(data.toString("utf8"))));
    if (state.greets) socket.send(JSON.stringify({ type: "hello", num_connections: live.length }));
  });

  const newest = (): WebSocket => {
    const socket = live.at(-1);
    if (socket === undefined) throw new Error("Nobody is connected.");
    return socket;
  };
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    state,
    acks,
    tokens,
    live,
    /** Over the newest connection. */
    say: (message: unknown) => newest().send(typeof message === "string" ? message : JSON.stringify(message)),
    sayBytes: (bytes: Buffer) => newest().send(bytes, { binary: true }),
    deliver(id: string, payload: unknown, more: object = {}) {
      newest().send(JSON.stringify({ type: "events_api", envelope_id: id, payload, ...more }));
    },
    drop: () => newest().terminate(),
    /** Nothing is read or answered any more; the connection stays. */
    freeze: () => newest().pause(),
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

export type BareSocket = Awaited<ReturnType<typeof openBareSocket>>;
