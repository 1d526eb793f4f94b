import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";

/** The body of a delivery: a JSON object of sane depth, nothing more is known. */
export type Body = Readonly<Record<string, unknown>>;

/** Why a body was not read: its HTTP status, or `gone` when the other side went away. */
export type Unread = 408 | 413 | 415 | 503 | "gone";

export interface BodyLimits {
  /** Bytes of one body. A message of Teams is at most some 100 kB, with one more for what it was made from. */
  readonly bytes: number;
  /** Milliseconds for a whole body. */
  readonly ms: number;
}

export const bodyLimits: BodyLimits = { bytes: 512 * 1024, ms: 5_000 };

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

/** What was sent, as an object. Null: not something that Teams sends. */
export function parseBody(bytes: Buffer): Body | null {
  if (!isUtf8(bytes)) return null;
  try {
    return soundBody(JSON.parse(bytes.toString("utf8")));
  } catch {
    return null;
  }
}

/** Deeper than anything that Teams sends; deep enough values end whoever walks through them. */
const deepest = 64;

/** The value when it is an object without traps: not too deep, without `__proto__`. Null: it is not. */
function soundBody(value: unknown): Body | null {
  if (!isRecord(value)) return null;
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
