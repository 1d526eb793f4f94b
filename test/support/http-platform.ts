import { createServer } from "node:http";
import { Problem } from "#base/problem.ts";
import type { ChatPlatform, Counter } from "#chat/platform.ts";
import type { Press } from "#signal/press.ts";

/**
 * A platform over real HTTP: presses come in by POST and are answered when they are on disk, what is typed by POST to `/say`,
 * and messages go out by POST to `sink`.
 */
export function openHttpPlatform(sink: string, onReady: (port: number) => void): ChatPlatform {
  return {
    name: "chat",
    async start(counter: Counter) {
      const server = createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on("data", (chunk: Buffer) => chunks.push(chunk));
        request.on("end", () => {
          const press = JSON.parse(Buffer.concat(chunks).toString()) as Press;
          const kept = request.url === "/say" ? counter.say(press) : counter.press(press);
          kept.then(
            (reply) => response.end(JSON.stringify(reply ?? null)),
            () => response.writeHead(503).end(),
          );
        });
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const bound = server.address();
      onReady(typeof bound === "object" && bound !== null ? bound.port : 0);
      return async () => {
        server.closeAllConnections();
        server.close();
      };
    },
    async send(message) {
      const sent = await fetch(sink, { method: "POST", body: JSON.stringify(message) }).catch(
        (cause: unknown) => {
          throw new Problem("retry", "The sink does not answer.", { cause });
        },
      );
      if (!sent.ok) throw new Problem("retry", "The sink refuses.");
      return message.updates ?? message.id;
    },
  };
}
