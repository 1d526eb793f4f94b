import { pino } from "pino";
import { systemClock } from "#base/clock.ts";

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

/** Takes whole lines. Never throws: a log may not break off what it tells of. Pino's own throws where the disk is full. */
export interface LogOut {
  write(line: string): void;
}

/** The log as JSON lines; unknown fields are dropped, not redacted. */
export function openLog(level: "info" | "warn" | "error" | "silent", to: LogOut): Log {
  const out = pino({ level, base: null }, to);
  return {
    info: (message, facts) => out.info(only(facts), message),
    warn: (message, facts) => out.warn(only(facts), message),
    error: (message, facts) => out.error(only(facts), message),
  };
}

/** The line that says that so many before it could not be written. */
export function lostLine(count: number): string {
  const msg = "Lines of this log were lost: they could not be written.";
  return `${JSON.stringify({ level: pino.levels.values["error"], time: systemClock.now(), count, msg })}\n`;
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
