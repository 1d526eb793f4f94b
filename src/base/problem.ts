/**
 * What can be done about a failure:
 * - `retry`: it may pass by itself, try again (later when `retryAfterMs` says so);
 * - `refused`: the other side understood and said no, trying again is useless;
 * - `misconfigured`: an administrator has to change something;
 * - `bug`: our own fault.
 */
export type ProblemKind = "retry" | "refused" | "misconfigured" | "bug";

/** The one exception of this software. The message says what is, what was expected, and what to do; never a story, a name or a token. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly retryAfterMs: number | undefined;

  constructor(kind: ProblemKind, message: string, options: { cause?: unknown; retryAfterMs?: number } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "Problem";
    this.kind = kind;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** Any thrown thing as a Problem; what was not foreseen is a bug. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  return new Problem("bug", "An unforeseen failure. The cause is attached.", { cause: thrown });
}
