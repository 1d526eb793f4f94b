import { createServer, type RequestListener, type Server } from "node:http";

import { errorName, type Log } from "#base/log.ts";
import { Problem } from "#base/problem.ts";

/** A server that listens. */
export interface Listening {
  /** Where it really listens: `localhost` can be made to mean another address than it should. */
  readonly address: string;
  /** `http://127.0.0.1:3000`: as it was asked for, with the port that it got. */
  readonly url: string;
  /** Takes no new connections, lets what is being answered finish for at most `patienceMs`, and ends. */
  close(patienceMs?: number): Promise<void>;
}

/** Where to listen. */
export interface Place {
  /** An address of this machine; brackets around IPv6 are allowed. */
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
}

/** Half-sent requests are cut off: the check runs every second, Node's own default is half a minute. */
const times = { requestTimeout: 10_000, headersTimeout: 5_000, connectionsCheckingInterval: 1_000 };
const mostConnections = 512;

/** Opens one HTTP server. Throws Problem `misconfigured` where the port is taken or may not be used. */
export async function listenAt({ host, port }: Place, answer: RequestListener, log: Log): Promise<Listening> {
  const bare = host.replace(/^\[(.*)\]$/, "$1");
  const server = createServer(times, answer);
  server.maxConnections = mostConnections;
  await listen(server, bare, port);
  server.on("error", (thrown) => log.error("the HTTP server failed", { error: errorName(thrown) }));
  const bound = boundTo(server);
  return {
    address: bound.address,
    url: `http://${bare.includes(":") ? `[${bare}]` : bare}:${bound.port}`,
    close: (patienceMs = 0) => closed(server, patienceMs),
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (thrown: NodeJS.ErrnoException) => {
      reject(new Problem("misconfigured", adviceFor(thrown.code, host, port), { cause: thrown }));
    });
    server.listen(port, host, resolve);
  });
}

function adviceFor(code: string | undefined, host: string, port: number): string {
  if (code === "EADDRINUSE") {
    const other = port < 65_535 ? port + 1 : port - 1;
    return `Port ${port} is in use. Stop the other program, or start with another number: PORT=${other} npm start.`;
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return `HOST ${host} is not an address of this machine. Leave HOST out (127.0.0.1), or give one of its own addresses.`;
  }
  return `Nothing can listen on ${host}:${port}. Choose another PORT (1024 or higher).`;
}

function boundTo(server: Server): { address: string; port: number } {
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Problem("bug", "The server does not listen.");
  return bound;
}

async function closed(server: Server, patienceMs: number): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  if (patienceMs === 0) server.closeAllConnections();
  else server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), patienceMs);
  await ended;
  clearTimeout(late);
}
