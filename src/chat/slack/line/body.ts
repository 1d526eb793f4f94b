import type { IncomingMessage } from "node:http";

/** The body of a delivery: a JSON object of sane depth, nothing more is known. */
export type SlackBody = Readonly<Record<string, unknown>>;

/** Why a body was not read: its HTTP status, or `gone` when the other side went away. */
export type Unread = 408 | 413 | 415 | 503 | "gone";

export interface BodyLimits {
  /** Bytes of one body. Slack's own largest, a view, is 250 KB. */
  readonly bytes: number;
  /** Milliseconds for a whole body. */
  readonly ms: number;
}

export const bodyLimits: BodyLimits = { bytes: 1_000_000, ms: 10_000 };

/** Bodies above this size share one store of memory, so that many slow large ones can not fill the machine. */
const small = 64 * 1024;
const shared = 32 * 1024 * 1024;

/** Reads bodies of requests, within limits for each and for all together. */
export function openBodyReader(limits: BodyLimits = bodyLimits) {
  let inUse = 0;

  return function read(request: IncomingMessage): Promise<Buffer | Unread> {
    const encoding = request.headers["content-encoding"];
    if (encoding !== undefined && encoding !== "identity") return Promise.resolve(415);
    if (Number(request.headers["content-length"] ?? 0) > limits.bytes) return Promise.resolve(413);

    const { promise, resolve } = Promise.withResolvers<Buffer | Unread>();
    const chunks: Buffer[] = [];
    let size = 0;
    let borrowed = 0;

    const timer = setTimeout(() => settle(408), limits.ms);
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > limits.bytes) return settle(413);
      const borrows = Math.max(0, size - small) - borrowed;
      if (inUse + borrows > shared) return settle(503);
      borrowed += borrows;
      inUse += borrows;
      chunks.push(chunk);
    };
    const finish = (): void => settle(Buffer.concat(chunks));
    const leave = (): void => settle("gone");
    const settle = (result: Buffer | Unread): void => {
      clearTimeout(timer);
      request.off("data", take).off("end", finish).off("close", leave);
      if (!Buffer.isBuffer(result)) request.pause();
      inUse -= borrowed;
      borrowed = 0;
      resolve(result);
    };
    // Stays for good: a socket that breaks later must not end the process.
    request.on("error", leave);
    request.on("data", take).on("end", finish).on("close", leave);
    return promise;
  };
}

/** What Slack sent, as an object: JSON, or a form with the JSON in `payload`. Null: not something that Slack sends. */
export function parseBody(text: string, contentType: string | undefined): SlackBody | null {
  try {
    if (!isForm(contentType)) return soundBody(JSON.parse(text));
    const fields = formOf(text);
    const payload = fields.get("payload");
    return soundBody(payload === undefined ? Object.fromEntries(fields) : JSON.parse(payload));
  } catch {
    return null;
  }
}

export function isForm(contentType: string | undefined): boolean {
  return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType ?? "");
}

/** Throws on what is not UTF-8 and on a name that comes twice: which of the two would count is anyone's guess. */
function formOf(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const pair of text.split("&")) {
    if (pair === "") continue;
    const at = pair.indexOf("=");
    const name = decoded(at === -1 ? pair : pair.slice(0, at));
    if (fields.has(name)) throw new SyntaxError("A field comes twice.");
    fields.set(name, at === -1 ? "" : decoded(pair.slice(at + 1)));
  }
  return fields;
}

function decoded(part: string): string {
  return decodeURIComponent(part.replaceAll("+", " "));
}

/** Deeper than anything that Slack sends; deep enough values end whoever walks through them. */
const deepest = 64;

/**
 * The value when it is an object without traps: not too deep, without `__proto__`, and an `event` in it is an object with
 * a type (Bolt would trip over another). Null: it is not.
 */
export function soundBody(value: unknown): SlackBody | null {
  if (!isRecord(value)) return null;
  if ("event" in value && !(isRecord(value["event"]) && typeof value["event"]["type"] === "string"))
    return null;
  const waiting: { readonly part: object; readonly depth: number }[] = [{ part: value, depth: 1 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.depth > deepest || Object.hasOwn(next.part, "__proto__")) return null;
    for (const part of Object.values(next.part)) {
      if (typeof part === "object" && part !== null) waiting.push({ part, depth: next.depth + 1 });
    }
  }
  return value;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
