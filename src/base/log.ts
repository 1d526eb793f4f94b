import { pino } from "pino";

/** What may be logged: ids, states, counts, durations. Never a story, a name, an address or a token, at any level. */
export interface LogFacts {
  signal?: string;
  event?: string;
  stage?: string;
  notice?: string;
  timer?: string;
  kind?: string;
  platform?: string;
  person?: string;
  command?: string;
  week?: string;
  file?: string;
  error?: string;
  count?: number;
  attempt?: number;
  ms?: number;
  port?: number;
  status?: number;
}

const allowed: readonly (keyof LogFacts)[] = [
  "signal",
  "event",
  "stage",
  "notice",
  "timer",
  "kind",
  "platform",
  "person",
  "command",
  "week",
  "file",
  "error",
  "count",
  "attempt",
  "ms",
  "port",
  "status",
];

/** Writes one line: a fixed message, and facts as fields. */
export interface Log {
  info(message: string, facts?: LogFacts): void;
  warn(message: string, facts?: LogFacts): void;
  error(message: string, facts?: LogFacts): void;
}

function only(facts: LogFacts | undefined): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  if (facts) for (const name of allowed) if (facts[name] !== undefined) kept[name] = facts[name];
  return kept;
}

/** The log on standard error, as JSON lines; unknown fields are dropped, not redacted. */
export function openLog(level: "info" | "warn" | "error" | "silent" = "info"): Log {
  const out = pino({ level, base: null }, pino.destination({ fd: 2, sync: true }));
  return {
    info: (message, facts) => out.info(only(facts), message),
    warn: (message, facts) => out.warn(only(facts), message),
    error: (message, facts) => out.error(only(facts), message),
  };
}

/** A log that says nothing. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };

const deepest = 3;

/**
 * The name of a failure for a log line: class and code, and those of what caused it, never a message (that may hold a body
 * or a token). `Problem < SqliteError:SQLITE_FULL`.
 */
export function errorName(thrown: unknown, depth = 1): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const code = "code" in thrown && typeof thrown.code === "string" ? `:${thrown.code}` : "";
  // `original`: where Bolt keeps what it wraps.
  const inside = thrown.cause ?? ("original" in thrown ? thrown.original : undefined);
  const more = inside instanceof Error && depth < deepest ? ` < ${errorName(inside, depth + 1)}` : "";
  return `${thrown.name}${code}${more}`;
}
