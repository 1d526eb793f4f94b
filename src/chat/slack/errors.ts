import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from "@slack/web-api";
import { Problem, type ProblemKind } from "#base/problem.ts";
import { errorMeanings, type Meaning, statusMeaning } from "#chat/slack/out/error-table.ts";
import { slackScopes } from "#chat/slack/scopes.ts";

/** Slack asks for minutes at most; a wait of days is a fault on the road. */
const longestWaitMs = 3_600_000;

/** A failure of Slack, or of the road to it. Nothing in it comes from the answer but words that we know: no body, no id, no token. */
export class SlackProblem extends Problem {
  /** Slack's own name for it (`channel_not_found`), `http_503`, or `no_answer`, `not_sent`, `unreadable`, `unknown`. */
  readonly reason: string;
  /** It may have been done all the same: look before trying again. */
  readonly doubtful: boolean;

  constructor(
    kind: ProblemKind,
    message: string,
    { reason, doubtful = false, retryAfterMs }: { reason: string; doubtful?: boolean; retryAfterMs?: number },
  ) {
    super(kind, message, retryAfterMs === undefined ? {} : { retryAfterMs });
    this.reason = reason;
    this.doubtful = doubtful;
  }

  /** For a log line (`errorName`). */
  get code(): string {
    return this.reason;
  }
}

/**
 * Whatever was thrown on the road to Slack, as a Problem: what can be done about it, and in which words it is told. The
 * cause is left out, for it holds what was sent and answered.
 */
export function slackProblem(thrown: unknown): SlackProblem {
  if (thrown instanceof SlackProblem) return thrown;
  if (thrown instanceof WebAPIRequestError) return roadProblem(thrown.original);
  if (thrown instanceof WebAPIRateLimitedError) return statusProblem(429, String(thrown.retryAfter));
  if (thrown instanceof WebAPIHTTPError)
    return statusProblem(thrown.statusCode, thrown.headers["retry-after"]);
  if (thrown instanceof WebAPIPlatformError) return saidProblem({ ...thrown.data });
  return roadProblem(thrown);
}

/** An HTTP status other than 200. */
export function statusProblem(status: number, retryAfter?: string | null): SlackProblem {
  return problemFor(`http_${status}`, statusMeaning(status), waitIn(retryAfter));
}

/** An answer that is not Slack's: half a body, the page of a proxy. */
export function unreadable(): SlackProblem {
  const says = "Slack's answer can not be read; it may come from a proxy.";
  return problemFor("unreadable", { kind: "retry", says, doubtful: true });
}

/** Slack understood, and said no: `{ok: false, error: …}`. */
function saidProblem(said: Readonly<Record<string, unknown>>): SlackProblem {
  const { error, needed } = said;
  if (typeof error !== "string" || !/^[a-z0-9_]{1,80}$/i.test(error)) return unreadable();
  const meaning = errorMeanings.get(error);
  if (meaning === undefined) {
    return problemFor("unknown", { kind: "bug", says: "Slack refuses for a reason that we do not know." });
  }
  const isOurs = typeof needed === "string" && Object.hasOwn(slackScopes, needed);
  const scope = isOurs ? ` It needs ${needed}.` : "";
  return problemFor(error, { ...meaning, says: meaning.says + scope }, waitIn(retryAfterOf(said)));
}

function retryAfterOf({ response_metadata: rest }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof rest !== "object" || rest === null || !("retryAfter" in rest)) return undefined;
  return String(rest.retryAfter);
}

/** Failures of the network. What never left this machine can be tried again without looking. */
function roadProblem(thrown: unknown): SlackProblem {
  if (thrown instanceof SlackProblem) return thrown;
  const codes = codesIn(thrown);
  if (codes.some((code) => untrusted.test(code))) {
    const says =
      "The certificate of Slack's address is not trusted. Behind a proxy that looks into traffic: set NODE_EXTRA_CA_CERTS to its certificate.";
    return problemFor("not_sent", { kind: "misconfigured", says });
  }
  const code = codes.find((one) => neverLeft.has(one));
  if (code !== undefined) {
    const says = `Slack can not be reached (${code}). Look at the network, the proxy and the firewall if it stays so.`;
    return problemFor("not_sent", { kind: "retry", says });
  }
  const says = "Slack did not answer, or the line broke off; it may have been done.";
  return problemFor("no_answer", { kind: "retry", says, doubtful: true });
}

const neverLeft: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENETDOWN",
  "EADDRNOTAVAIL",
  "EACCES",
  "EMFILE",
  "UND_ERR_CONNECT_TIMEOUT",
]);
const untrusted = /^(CERT_|ERR_TLS_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_)/;

/** The codes of the operating system in a chain of causes. */
function codesIn(thrown: unknown, depth = 0): string[] {
  if (!(thrown instanceof Error) || depth > 5) return [];
  const own = "code" in thrown && typeof thrown.code === "string" ? [thrown.code] : [];
  const inside = thrown instanceof AggregateError ? (thrown.errors as unknown[]) : [];
  return [...own, ...[thrown.cause, ...inside].flatMap((one) => codesIn(one, depth + 1))];
}

function problemFor(reason: string, meaning: Meaning, asked?: number): SlackProblem {
  const { kind, says, doubtful = false, waitMs } = meaning;
  const retryAfterMs = kind === "retry" ? (asked ?? waitMs) : undefined;
  const message = `${says} (${reason})`;
  return new SlackProblem(kind, message, {
    reason,
    doubtful,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

/** `Retry-After` in seconds, as milliseconds. Undefined: not said, or not in seconds. */
function waitIn(header: string | null | undefined): number | undefined {
  if (!/^\d{1,9}$/.test(header?.trim() ?? "")) return undefined;
  return Math.min(longestWaitMs, Math.max(1, Number(header)) * 1_000);
}
