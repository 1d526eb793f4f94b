import type { ServerResponse } from "node:http";

/** One answer over HTTP. */
export interface HttpAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The rest of the request is not read: the connection ends. */
  readonly closes?: boolean;
}

export function plain(status: number, body = ""): HttpAnswer {
  return { status, type: "text/plain; charset=utf-8", body };
}

/** The acknowledgement with what the listener answers: nothing, a text, or an object as JSON. */
export function inSlacksForm(answer: unknown): HttpAnswer {
  if (answer === undefined || answer === null || answer === "") return plain(200);
  if (typeof answer === "string") return plain(200, answer);
  return { status: 200, type: "application/json; charset=utf-8", body: JSON.stringify(answer) };
}

/** Answers, unless that was done before or nobody is there any more. */
export function send(response: ServerResponse, answer: HttpAnswer): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(answer.status, {
    "content-type": answer.type,
    "content-length": Buffer.byteLength(answer.body),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...(answer.closes === true && { connection: "close" }),
    ...answer.headers,
  });
  response.end(answer.body);
}
