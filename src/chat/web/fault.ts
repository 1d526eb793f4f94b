import type { ErrorRequestHandler, Response } from "express";

import { errorName, type Log } from "#base/log.ts";
import { problemOf } from "#base/problem.ts";

/** Why a request was not done; the page has words for each in page/words.js. */
export const faultCodes = [
  "bad_request",
  "bad_json",
  "not_json",
  "too_large",
  "foreign_host",
  "foreign_origin",
  "unknown_persona",
  "unknown_path",
  "busy",
  "try_again",
  "our_fault",
] as const;
type FaultCode = (typeof faultCodes)[number];

/** Answers with a fault as JSON: a code for the page, a sentence for whoever uses curl. */
export function answerFault(response: Response, status: number, error: FaultCode, message: string): void {
  response.status(status).json({ error, message });
}

function typeOf(thrown: unknown): string {
  const isTyped = typeof thrown === "object" && thrown !== null && "type" in thrown;
  return isTyped && typeof thrown.type === "string" ? thrown.type : "";
}

/** The last stop: every failure becomes a clear JSON answer, and never a stack, a body or a story. */
export function lastResort(log: Log): ErrorRequestHandler {
  return (thrown: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(thrown);
      return;
    }
    const type = typeOf(thrown);
    if (type === "entity.too.large") {
      answerFault(response, 413, "too_large", "The body is larger than 64 KB. Send less.");
      return;
    }
    if (type === "encoding.unsupported" || type === "charset.unsupported") {
      answerFault(response, 415, "not_json", "Send plain JSON in UTF-8, not compressed.");
      return;
    }
    if (type.startsWith("entity.") || type.startsWith("request.") || thrown instanceof URIError) {
      answerFault(response, 400, "bad_json", "The request could not be read. Send one JSON object.");
      return;
    }
    const problem = problemOf(thrown);
    log.error("the trial page could not answer", { kind: problem.kind, error: errorName(thrown) });
    if (problem.kind === "retry") {
      answerFault(response, 503, "try_again", "Not done, and nothing was stored. Try again in a moment.");
      return;
    }
    answerFault(response, 500, "our_fault", "Not done: a fault of ours. The log has a line about it.");
  };
}
