import type { IncomingMessage } from "node:http";
import type { Json } from "./interface.ts";
import { asJson, asText } from "./reading.ts";
import { Refusal } from "./refusal.ts";

export interface Arguments {
  readonly token: string | null;
  readonly args: Json;
  readonly warning: string | null;
}

/** Arguments that are JSON inside a form. */
const packed = new Set(["blocks", "view", "files", "attachments", "metadata", "message"]);

/** What was asked: a form or JSON, as Slack reads it. A token in JSON or in the address does not count. */
export function argumentsOf(request: IncomingMessage, body: Buffer): Arguments {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? "")?.[1] ?? null;
  const type = request.headers["content-type"] ?? "";
  if (type.startsWith("application/json")) {
    const warning = type.includes("charset") ? null : "missing_charset";
    const { token: _, ...args } = jsonOf(body);
    return { token: bearer, args, warning };
  }
  if (body.length > 0 && !type.startsWith("application/x-www-form-urlencoded"))
    throw new Refusal("invalid_post_type");
  const { token, ...args } = formOf(body.toString());
  return { token: bearer ?? (asText(token) || null), args, warning: null };
}

function jsonOf(body: Buffer): Json {
  const read = parsed(body.toString());
  if (read === undefined) throw new Refusal("invalid_json");
  if (typeof read !== "object" || read === null || Array.isArray(read)) throw new Refusal("json_not_object");
  return asJson(read);
}

function formOf(body: string): Json {
  const args: Json = {};
  for (const [key, value] of new URLSearchParams(body)) {
    const read = packed.has(key) ? parsed(value) : value;
    if (read === undefined)
      throw new Refusal(key === "blocks" ? "invalid_blocks_format" : "invalid_arguments");
    args[key] = read;
  }
  return args;
}

/** Undefined: no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** An argument that has to be there. */
export function needed(args: Json, name: string): string {
  const value = args[name];
  const text = typeof value === "number" ? String(value) : asText(value);
  if (text !== "") return text;
  throw new Refusal("invalid_arguments", {
    response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
  });
}

export function flag(args: Json, name: string): boolean {
  return args[name] === true || args[name] === "true" || args[name] === "1" || args[name] === 1;
}

/** A whole number; the fallback when it is not there. */
export function countOf(args: Json, name: string, fallback: number): number {
  const value = args[name];
  return value === undefined ? fallback : Number(value);
}
