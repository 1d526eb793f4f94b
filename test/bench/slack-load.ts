import { Agent, createServer, request } from "node:http";
import { obey } from "./pinned-child.ts";
import { benchSlack, type Delivery, deliveryOf } from "./slack-events.ts";

/** A round of requests: so many, numbered from `first`, by so many connections that each wait for their answer. */
export interface Round {
  readonly url: string;
  readonly first: number;
  readonly count: number;
  readonly connections: number;
}

/** What a round took: milliseconds, and how many were not answered 200. */
export interface Measured {
  readonly ms: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
}

/** The load, and beside it a Slack that answers every call at once. */
export async function runLoad(): Promise<void> {
  const slack = await openQuickSlack();
  obey(
    {
      slack: () => slack.url,
      sent: () => slack.calls(),
      round: (round: Round) => measure(round),
    },
    () => {},
  );
}

async function measure({ url, first, count, connections }: Round): Promise<Measured> {
  const now = Date.now();
  const deliveries = Array.from({ length: count }, (_, at) => deliveryOf(first + at, now));
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let failed = 0;
  let next = 0;
  const from = performance.now();
  const worker = async () => {
    for (let mine = deliveries[next++]; mine !== undefined; mine = deliveries[next++]) {
      const sent = performance.now();
      if ((await post(`${url}${benchSlack.path}`, mine, agent)) !== 200) failed += 1;
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const ms = performance.now() - from;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(part * times.length))] ?? 0;
  return { ms, p50: at(0.5), p99: at(0.99), failed };
}

function post(url: string, { body, headers }: Delivery, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const sending = request(url, { method: "POST", agent, headers }, (response) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode ?? 0));
    });
    sending.once("error", reject);
    sending.end(body);
  });
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
