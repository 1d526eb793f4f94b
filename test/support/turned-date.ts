const truth = Date;

/**
 * Gives this process a clock that can be put forward or back, for everything that asks what time it is: `Date.now()` and
 * `new Date()`. The timers of the machine go by its steady counter, as they do when a real clock is turned.
 */
export function openTurnedDate() {
  let off = 0;
  class Turned extends truth {
    constructor(...given: readonly unknown[]) {
      if (given.length === 0) super(truth.now() + off);
      else super(...(given as [number]));
    }
    static override now(): number {
      return truth.now() + off;
    }
  }
  globalThis.Date = Turned as DateConstructor;
  return {
    /** From now on the clock is so many milliseconds off. */
    off(ms: number): void {
      off = ms;
    },
    putBack(): void {
      globalThis.Date = truth;
    },
  };
}
