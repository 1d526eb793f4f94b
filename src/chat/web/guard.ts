import type { RequestHandler } from "express";

import { answerFault } from "#chat/web/fault.ts";
import { isLoopback } from "#chat/web/loopback.ts";

/** Nothing from elsewhere, nothing inline, no frames. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Headers on every answer. What the API says is never kept by a browser. */
export const safeHeaders: RequestHandler = (request, response, next) => {
  response.set({
    "Content-Security-Policy": contentPolicy,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": request.path.startsWith("/api/") ? "no-store" : "no-cache",
  });
  next();
};

function hostName(host: string): string {
  return host.replace(/:\d+$/, "");
}

/** A name that somebody else made point to this machine (DNS rebinding) is not us. */
export const ownHost: RequestHandler = (request, response, next) => {
  const host = request.headers.host ?? "";
  if (isLoopback(hostName(host))) {
    next();
    return;
  }
  answerFault(
    response,
    403,
    "foreign_host",
    "Open this page on 127.0.0.1 or localhost, not by another name.",
  );
};

/** Another site, open in the same browser, may not read or press here. Programs without an Origin may. */
export const ownOrigin: RequestHandler = (request, response, next) => {
  const { origin, host } = request.headers;
  const site = request.headers["sec-fetch-site"];
  const sameSite = site === undefined || site === "same-origin" || site === "none";
  if (sameSite && (origin === undefined || origin === `http://${host ?? ""}`)) {
    next();
    return;
  }
  answerFault(
    response,
    403,
    "foreign_origin",
    "This request came from another site. Only the trial page may ask.",
  );
};

/** A press is JSON: a plain form of another site can not send that. */
export const onlyJson: RequestHandler = (request, response, next) => {
  if (request.is("application/json") === "application/json") {
    next();
    return;
  }
  answerFault(response, 415, "not_json", "Send JSON, with Content-Type: application/json.");
};
