import type { ServerResponse } from "node:http";
import type { ModelAccess } from "#classify/openai/open-model.ts";
import { openSmallServer } from "./small-server.ts";

/** An answer that keeps to the schema, with changes. */
export function modelAnswer(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    evidence: [{ quote: "wil niet naar huis", pointsTo: "domestic_violence" }],
    kind: "signal",
    categories: ["domestic_violence"],
    urgency: "urgent",
    confidence: "high",
    insider: false,
    ...change,
  };
}

/** Answers with a completion that holds this text, or with another message altogether. */
export function complete(response: ServerResponse, content: unknown, choice: Record<string, unknown> = {}) {
  const message = { role: "assistant", content, refusal: null };
  const body = {
    id: "c1",
    object: "chat.completion",
    choices: [{ index: 0, finish_reason: "stop", message, ...choice }],
  };
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/** A language model on this machine that answers as told: each way in turn, the last one for ever. */
export async function openFakeModel(...ways: ((response: ServerResponse) => void)[]) {
  let turn = 0;
  const server = await openSmallServer((_, response) => {
    const way = ways[Math.min(turn, ways.length - 1)];
    turn += 1;
    way?.(response);
  });
  const access: ModelAccess = {
    url: `${server.url}v1/`,
    name: "klein-model",
    apiKey: "kanarie-sleutel",
    perDay: 100,
    patienceMs: 300,
    offFile: "/nergens/model-uit",
  };
  return { ...server, access };
}
