import { createServer } from "node:http";
import { measure, measureStream, type Round, type Stream } from "./load.ts";
import { obey } from "./pinned-child.ts";
import { benchSlack, deliveryOf } from "./slack-events.ts";

/** The load, and beside it a Slack that answers every call at once. */
export async function runLoad(): Promise<void> {
  const slack = await openQuickSlack();
  obey(
    {
      platform: () => slack.url,
      sent: () => slack.calls(),
      round: (round: Round) => {
        const now = Date.now();
        return measure({ ...round, url: round.url + benchSlack.path }, (number) => deliveryOf(number, now));
      },
      stream: (stream: Stream) =>
        measureStream({ ...stream, url: stream.url + benchSlack.path }, (number) =>
          deliveryOf(number, Date.now()),
        ),
    },
    () => {},
  );
}

/** Every reader has a conversation, every message gets the next timestamp. */
async function openQuickSlack() {
  const { home, bot } = benchSlack;
  let calls = 0;
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const args = new URLSearchParams(Buffer.concat(chunks).toString());
      const method = (incoming.url ?? "").slice(1);
      calls += method.startsWith("chat.") ? 1 : 0;
      const channel = { id: `D0${args.get("users") ?? ""}` };
      const answers: Readonly<Record<string, object>> = {
        "auth.test": { team_id: home, user_id: bot, bot_id: "B0BENCH", app_id: "A0BENCH" },
        "conversations.open": { channel },
        "conversations.history": { messages: [], has_more: false },
        "conversations.replies": { messages: [], has_more: false },
      };
      const ts = `1700000000.${String(calls).padStart(6, "0")}`;
      const answer = answers[method] ?? { channel: args.get("channel"), ts: args.get("ts") ?? ts };
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ ok: true, ...answer }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, calls: () => calls };
}
