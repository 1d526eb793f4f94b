/** The time, in epoch milliseconds. Nothing outside this file asks the machine what time it is. */
export interface Clock {
  now(): number;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now() };

/** A clock that a hand can turn: tests, the demo and the trial page use it. */
export interface TurnedClock extends Clock {
  /** Moves the clock on by so many milliseconds. */
  pass(milliseconds: number): void;
  /** Puts the clock on an instant (epoch milliseconds). */
  set(instant: number): void;
}

/** A clock that stands still at `start` (epoch milliseconds) until it is turned. */
export function stoppedClock(start: number): TurnedClock {
  let instant = start;
  return {
    now: () => instant,
    pass: (milliseconds) => {
      instant += milliseconds;
    },
    set: (to) => {
      instant = to;
    },
  };
}

/** A clock that runs with the machine's, `offset` milliseconds ahead, and can be turned: the trial's clock. */
export function runningClock(offset = 0): TurnedClock {
  let ahead = offset;
  return {
    now: () => Date.now() + ahead,
    pass: (milliseconds) => {
      ahead += milliseconds;
    },
    set: (to) => {
      ahead = to - Date.now();
    },
  };
}

/** A clock that is put on an instant of another machine, and runs on with this machine's steady counter: no hand turns that. */
export function steadyClock(start: number): Clock & { set(instant: number): void } {
  let base = start;
  let from = performance.now();
  return {
    now: () => Math.floor(base + performance.now() - from),
    set(instant) {
      base = instant;
      from = performance.now();
    },
  };
}
