import type { ServerResponse } from "node:http";

/** One answer over HTTP: nothing, or an object as JSON. */
export interface HttpAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The rest of the request is not read: the connection ends. */
  readonly closes?: boolean;
}

/** Answers, unless that was done before or nobody is there any more. */
export function respond(response: ServerResponse, { status, body, headers, closes }: HttpAnswer): void {
  if (response.headersSent || response.destroyed) return;
  const json = body === undefined || body === null ? "" : JSON.stringify(body);
  response.writeHead(status, {
    ...(json === "" ? {} : { "content-type": "application/json; charset=utf-8" }),
    "content-length": Buffer.byteLength(json),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...(closes === true && { connection: "close" }),
    ...headers,
  });
  response.end(json);
}
