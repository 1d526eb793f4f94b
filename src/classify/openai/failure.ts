import { APIError, APIUserAbortError } from "openai";
import { Problem } from "#base/problem.ts";

/** No longer than this is waited for a second try; a service that asks for more is left alone. In milliseconds. */
export const longestPauseMs = 1000;

/**
 * Any failure of a request as a Problem. Nothing of what was thrown comes along: the package puts the service's words in
 * its messages, and these could repeat the story.
 */
export function failureOf(thrown: unknown): Problem {
  const own = problemIn(thrown);
  if (own !== null) return own;
  if (thrown instanceof APIUserAbortError) return tooSlow();
  if (!(thrown instanceof APIError))
    return new Problem("bug", "The language model could not be asked: an unforeseen failure.");
  const { status } = thrown;
  if (status === undefined) {
    return /timed? ?out/i.test(thrown.message)
      ? tooSlow()
      : new Problem("retry", "The language model is not there: no connection with MODEL_URL.");
  }
  return ofStatus(status, thrown);
}

/** The package wraps what its fetch throws. */
function problemIn(thrown: unknown): Problem | null {
  let cause = thrown;
  for (let depth = 0; depth < 5 && cause instanceof Error; depth++) {
    if (cause instanceof Problem) return cause;
    cause = cause.cause;
  }
  return null;
}

function tooSlow(): Problem {
  return new Problem("retry", "The language model gave no answer in time (MODEL_SECONDS).");
}

function ofStatus(
  status: number,
  { code, headers }: { code?: string | null | undefined; headers?: Headers | undefined },
): Problem {
  if (status === 429 || status === 408 || status === 409 || status === 425 || status >= 500) {
    const seconds = Number(headers?.get("retry-after") ?? Number.NaN);
    const wait =
      Number.isFinite(seconds) && seconds >= 0 ? { retryAfterMs: Math.min(seconds, 86_400) * 1000 } : {};
    const isBroke = status === 429 && code === "insufficient_quota";
    if (isBroke)
      return new Problem(
        "misconfigured",
        "The language model answers 429: its account has no credit left. Add some there.",
      );
    return new Problem("retry", `The language model answers ${status}: it can not answer now.`, wait);
  }
  if (code === "content_filter" || status === 413)
    return new Problem("refused", `The language model answers ${status}: it does not take this message.`);
  const hint: Record<number, string> = {
    401: "the key is not accepted. Correct MODEL_API_KEY.",
    403: "the key may not use this model. Correct MODEL_API_KEY or MODEL_NAME.",
    404: "there is no such address or model. Correct MODEL_URL or MODEL_NAME.",
  };
  if (status >= 300 && status < 400) {
    return new Problem(
      "misconfigured",
      `The language model answers ${status}: it points to another address. Nothing is sent there; put the right one in MODEL_URL.`,
    );
  }
  return new Problem(
    "misconfigured",
    `The language model answers ${status}: ${hint[status] ?? "it does not take our question. Expected a model that knows chat completions with a JSON schema."}`,
  );
}
