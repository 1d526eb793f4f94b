import type { Timer } from "#signal/timer.ts";

/** A timer as it is kept. */
export interface TimerRow {
  readonly id: string;
  readonly due_at: number;
  readonly what: string;
  readonly clock: string | null;
  readonly signal: string | null;
  readonly body: string;
}

/** The timer as a row. */
export function timerRow(timer: Timer): TimerRow {
  return {
    id: timer.id,
    due_at: timer.dueAt,
    what: timer.what,
    clock: timer.what === "clock" ? timer.clock : null,
    signal: timer.what === "digest" ? null : timer.signal,
    body: JSON.stringify(timer),
  };
}

/** The timer in this row. */
export function timerIn({ body }: Pick<TimerRow, "body">): Timer {
  return JSON.parse(body) as Timer;
}
