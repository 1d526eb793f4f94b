import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { parsed } from "./call-arguments.ts";
import type { Retry, Said } from "./http-door.ts";
import type { Json, Parcel, Sockets } from "./interface.ts";
import { asJson, asText } from "./reading.ts";
import type { World } from "./world.ts";

interface Line {
  readonly socket: WebSocket;
  frozen: boolean;
  readonly waiting: Set<string>;
}

/** What became of an envelope. "lost": the connection broke first. */
type Acked = { readonly payload: Json | null } | "lost" | "late";

const kinds = { event: "events_api", interactive: "interactive", command: "slash_commands" } as const;

/** Slack closes a connection this long (real ms) after it asked for a new one. */
const closeAfterMs = 200;

/** Socket Mode: connections of the app, envelopes and their acknowledgements. */
export function openSocketDoor(world: World, server: Server) {
  const door = new WebSocketServer({ noServer: true });
  const lines: Line[] = [];
  const tickets = new Set<string>();
  const acks = new Map<string, (how: Acked) => void>();
  const answered = new Set<string>();
  const state = { opened: 0, refuse: 0, turn: 0 };
  const pings = setInterval(() => {
    for (const line of lines) if (!line.frozen) line.socket.ping(`Ping from ${world.appId}`);
  }, 5_000);
  pings.unref();

  server.on("upgrade", (request, socket, head) => {
    const ticket = new URL(request.url ?? "/", "ws://slack").searchParams.get("ticket") ?? "";
    if (!tickets.delete(ticket)) {
      world.offend("a Socket Mode address was used twice, or made up");
      socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      return;
    }
    if (state.refuse > 0) {
      state.refuse -= 1;
      socket.destroy();
      return;
    }
    door.handleUpgrade(request, socket, head, (opened) => greet(opened));
  });

  function greet(socket: WebSocket): void {
    const line: Line = { socket, frozen: false, waiting: new Set() };
    lines.push(line);
    state.opened += 1;
    socket.on("message", (data: Buffer) => hear(line, data.toString()));
    socket.on("error", () => {});
    socket.on("close", () => {
      lines.splice(lines.indexOf(line), 1);
      for (const id of line.waiting) acks.get(id)?.("lost");
    });
    const debug_info = { host: "applink-1", build_number: 42, approximate_connection_time: 18_060 };
    const connection_info = { app_id: world.appId };
    const hello = { type: "hello", num_connections: lines.length, debug_info, connection_info };
    socket.send(JSON.stringify(hello));
  }

  function hear(line: Line, text: string): void {
    if (line.frozen) return;
    const said = asJson(parsed(text));
    const id = asText(said.envelope_id);
    const ack = acks.get(id);
    if (ack === undefined) {
      world.offend(
        answered.has(id) ? `acknowledged twice or late: ${id}` : `no acknowledgement: ${text.slice(0, 80)}`,
      );
      return;
    }
    line.waiting.delete(id);
    ack({ payload: said.payload === undefined ? null : asJson(said.payload) });
  }

  const open = () => lines.filter((line) => line.socket.readyState === line.socket.OPEN);
  const usable = () => open().filter((line) => !line.frozen);

  /** One envelope on one connection. "lost": the connection broke first. */
  function put(envelope: Json, withinMs: number): Promise<Acked> {
    const id = asText(envelope.envelope_id);
    const all = open();
    const line = all[state.turn++ % Math.max(1, all.length)];
    if (line === undefined) return Promise.resolve("lost");
    const { promise, resolve } = Promise.withResolvers<Acked>();
    const end = (how: Acked) => {
      clearTimeout(timer);
      acks.delete(id);
      line.waiting.delete(id);
      if (how !== "lost") answered.add(id);
      resolve(how);
    };
    const timer = setTimeout(() => end("late"), withinMs);
    acks.set(id, end);
    line.waiting.add(id);
    // A half-open line swallows what is sent.
    if (!line.frozen) line.socket.send(JSON.stringify(envelope));
    return promise;
  }

  return {
    /** apps.connections.open: an address for one connection. */
    connect(): Json {
      const ticket = world.id("t");
      tickets.add(ticket);
      const address = `${world.origin.replace("http", "ws")}/link/?ticket=${ticket}&app_id=${world.appId}`;
      return { url: address };
    },
    /** Delivers; when the connection breaks before the acknowledgement the same envelope goes over the next one. */
    async send(parcel: Parcel, retry: Retry | null): Promise<Said> {
      const start = performance.now();
      const accepts = parcel.kind !== "event";
      const envelope = {
        envelope_id: `e0e0e0e0-0000-4000-8000-${world.id("e").slice(-12).padStart(12, "0").toLowerCase()}`,
        payload: parcel.payload,
        type: kinds[parcel.kind],
        accepts_response_payload: accepts,
        ...(parcel.kind === "event"
          ? { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? "" }
          : {}),
      };
      for (;;) {
        const left = world.settings.ackMs - (performance.now() - start);
        const ms = () => performance.now() - start;
        if (left <= 0) return { status: 0, body: "", ms: ms(), why: "timeout", noRetry: false };
        if (open().length === 0 && !(await opens(left)))
          return { status: 0, body: "", ms: ms(), why: "no-connection", noRetry: false };
        const how = await put(envelope, Math.max(1, world.settings.ackMs - ms()));
        if (how === "lost") continue;
        if (how === "late") return { status: 0, body: "", ms: ms(), why: "timeout", noRetry: false };
        const hasPayload = how.payload !== null && Object.keys(how.payload).length > 0;
        if (hasPayload && !accepts) world.offend("an event was acknowledged with a payload");
        const body = hasPayload ? JSON.stringify(how.payload) : "";
        return { status: 200, body, ms: ms(), why: "answered", noRetry: false };
      }
    },
    sockets: {
      get open() {
        return usable().length;
      },
      get opened() {
        return state.opened;
      },
      drop() {
        for (const line of open()) line.socket.terminate();
      },
      say(reason) {
        for (const line of lines) {
          line.socket.send(JSON.stringify({ type: "disconnect", reason, debug_info: { host: "applink-1" } }));
          if (reason !== "warning") setTimeout(() => line.socket.close(), closeAfterMs).unref();
        }
      },
      refuse(times) {
        state.refuse = times;
      },
      freeze() {
        for (const line of lines) {
          line.frozen = true;
          line.socket.pause();
        }
      },
      async ready(withinMs = 5_000) {
        if (usable().length === 0 && !(await opens(withinMs))) throw new Error("No Socket Mode connection.");
      },
    } satisfies Sockets,
    close(): void {
      clearInterval(pings);
      for (const line of open()) line.socket.terminate();
      door.close();
    },
  };

  async function opens(withinMs: number): Promise<boolean> {
    const until = performance.now() + withinMs;
    while (performance.now() < until) {
      if (usable().length > 0) return true;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return false;
  }
}

export type SocketDoor = ReturnType<typeof openSocketDoor>;
