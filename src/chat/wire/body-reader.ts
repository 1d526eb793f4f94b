import type { IncomingMessage } from "node:http";

/** Why a body was not read: its HTTP status, or `gone` when the other side went away. */
export type Unread = 408 | 413 | 415 | 503 | "gone";

export interface BodyLimits {
  /** Bytes of one body. */
  readonly bytes: number;
  /** Milliseconds for a whole body. */
  readonly ms: number;
}

/** Bodies above this size share one store of memory, so that many slow large ones can not fill the machine. */
const small = 64 * 1024;
const shared = 32 * 1024 * 1024;

/** Reads bodies of requests, within limits for each and for all together. */
export function openBodyReader(limits: BodyLimits) {
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
