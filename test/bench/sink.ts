import { createServer } from "node:http";

/** What a door over HTTP posts to: a platform that takes everything at once. */
export interface Sink {
  readonly url: string;
  /** So many came in. */
  readonly count: () => number;
  /** The time (performance.now) at which the first message to this address comes in. */
  next(to: string): Promise<number>;
  close(): Promise<void>;
}

/** Opens it on a free port of this machine. */
export async function openSink(): Promise<Sink> {
  let count = 0;
  const waiting = new Map<string, (at: number) => void>();
  const server = createServer((request, response) => {
    const at = performance.now();
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      count += 1;
      response.end("{}");
      if (waiting.size === 0) return;
      const { to } = JSON.parse(Buffer.concat(chunks).toString()) as { to: string };
      waiting.get(to)?.(at);
      waiting.delete(to);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    count: () => count,
    next: (to) => new Promise((resolve) => waiting.set(to, resolve)),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
