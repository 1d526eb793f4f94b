import type { Log, LogFacts } from "#base/log.ts";

export interface KeptLine {
  readonly level: "info" | "warn" | "error";
  readonly message: string;
  readonly facts: LogFacts;
}

/** A log that keeps every line. */
export function keepingLog(): Log & { readonly lines: KeptLine[] } {
  const lines: KeptLine[] = [];
  const keep =
    (level: KeptLine["level"]) =>
    (message: string, facts: LogFacts = {}) => {
      lines.push({ level, message, facts });
    };
  return { lines, info: keep("info"), warn: keep("warn"), error: keep("error") };
}
