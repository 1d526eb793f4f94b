import { Problem, type ProblemKind } from "#base/problem.ts";
import { errorMeanings, type Meaning, statusMeaning } from "#chat/teams/out/error-table.ts";

/** Teams asks for minutes at most; a wait of days is a fault on the road. */
const longestWaitMs = 3_600_000;

/** A failure of Teams, or of the road to it. Nothing in it comes from the answer but words that we know: no body, no id, no token. */
export class TeamsProblem extends Problem {
  /**
   * Teams' own name for it in lower case (`conversationnotfound`), `http_503`, or `no_answer`, `not_sent`, `unreadable`,
   * `untrusted_host`, `unforeseen`.
   */
  readonly reason: string;
  /** It may have been done all the same. Teams can not be asked whether it was: only a change may be repeated safely. */
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

/** Whatever was thrown on the road to Teams, as a Problem. The cause is left out: it holds what was sent and answered. */
export function teamsProblem(thrown: unknown): TeamsProblem {
  if (thrown instanceof TeamsProblem) return thrown;
  const codes = codesIn(thrown);
  if (codes.some((code) => untrusted.test(code))) {
    const says =
      "The certificate of Microsoft's address is not trusted. Behind a proxy that looks into traffic: set NODE_EXTRA_CA_CERTS to its certificate.";
    return problemFor("not_sent", { kind: "misconfigured", says });
  }
  const code = codes.find((one) => neverLeft.has(one));
  if (code !== undefined) {
    const says = `Teams can not be reached (${code}). Look at the network, the proxy and the firewall if it stays so.`;
    return problemFor("not_sent", { kind: "retry", says });
  }
  if (codes.length === 0 && !isBrokenRoad(thrown)) {
    return problemFor("unforeseen", { kind: "bug", says: "An unforeseen failure on the way to Teams." });
  }
  const says = "Teams did not answer, or the line broke off; it may have been done.";
  return problemFor("no_answer", { kind: "retry", says, doubtful: true });
}

/** An answer with a status other than 2xx. The body is read for the names that we know, and not kept. */
export function answerProblem(status: number, body: string, retryAfter: string | null): TeamsProblem {
  const names = namesIn(body);
  const name = names.find((one) => errorMeanings.has(one));
  const known = name === undefined ? undefined : errorMeanings.get(name);
  const wait = waitIn(retryAfter);
  // A name on top of "too many requests" or of a failure of the server says nothing that the status does not.
  if (known === undefined || name === undefined || status === 429 || status >= 500) {
    // "ServiceError" comes from what stands before Teams too: an address that is not there.
    const origin = names.some((one) => one !== "serviceerror") ? "from-teams" : "unknown";
    return problemFor(`http_${status}`, statusMeaning(status, origin), wait);
  }
  return problemFor(name, known, wait);
}

/** An answer that is not Teams': half a body, the page of a proxy. */
export function unreadable(): TeamsProblem {
  const says = "Teams' answer can not be read; it may come from a proxy.";
  return problemFor("unreadable", { kind: "retry", says, doubtful: true });
}

const mostBody = 20_000;

/** The names of an error that an answer of Teams may hold, in lower case, the most telling first. Empty: it is no error of Teams. */
function namesIn(body: string): string[] {
  const said = objectIn(body.slice(0, mostBody));
  if (said === null) return [];
  const { error, errorCode } = said;
  // {"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\"…}"}
  const inner = typeof said["message"] === "string" ? objectIn(said["message"]) : null;
  return [
    inner?.["subCode"],
    typeof errorCode === "number" ? `errorcode${errorCode}` : errorCode,
    typeof error === "object" && error !== null && "code" in error ? error.code : error,
  ]
    .filter((name) => typeof name === "string")
    .map((name) => name.replaceAll(" ", "").toLowerCase())
    .filter((name) => /^[a-z0-9_]{1,60}$/.test(name));
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
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

/** What `fetch` throws where a line breaks without a code, or was given up. */
function isBrokenRoad(thrown: unknown): boolean {
  return thrown instanceof Error && /^(TypeError|AbortError|TimeoutError)$/.test(thrown.name);
}

/** The codes of the operating system in a chain of causes. */
function codesIn(thrown: unknown, depth = 0): string[] {
  if (!(thrown instanceof Error) || depth > 5) return [];
  const own = "code" in thrown && typeof thrown.code === "string" ? [thrown.code] : [];
  const inside = thrown instanceof AggregateError ? (thrown.errors as unknown[]) : [];
  return [...own, ...[thrown.cause, ...inside].flatMap((one) => codesIn(one, depth + 1))];
}

function problemFor(reason: string, meaning: Meaning, asked?: number): TeamsProblem {
  const { kind, says, doubtful = false, waitMs } = meaning;
  const retryAfterMs = kind === "retry" ? (asked ?? waitMs) : undefined;
  return new TeamsProblem(kind, `${says} (${reason})`, {
    reason,
    doubtful,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

/** `Retry-After` in seconds, as milliseconds. Undefined: not said, or not in seconds. */
function waitIn(header: string | null): number | undefined {
  if (!/^\d{1,9}$/.test(header?.trim() ?? "")) return undefined;
  return Math.min(longestWaitMs, Math.max(1, Number(header)) * 1_000);
}
