import { errorName, type Log } from "#base/log.ts";

/** Work that runs one at a time: a nudge while it runs makes it run once more. */
export interface Runner {
  nudge(): void;
  /** For good: begins nothing more, also where much still waits; resolves when what was begun is done. */
  rest(): Promise<void>;
}

/**
 * Repeats `work` as long as it finds something to do (gives more than zero), each time it is nudged. Before each round it
 * waits for `turn`.
 */
export function openRunner(work: () => Promise<number>, turn: () => Promise<void>, log: Log): Runner {
  let running: Promise<void> | null = null;
  let again = false;
  const ending = new AbortController();
  async function run(): Promise<void> {
    do {
      again = false;
      try {
        do await turn();
        while (!ending.signal.aborted && (await work()) > 0);
      } catch (thrown) {
        log.error("A round of work failed; the next beat tries again.", { error: errorName(thrown) });
      }
    } while (again && !ending.signal.aborted);
  }
  return {
    nudge() {
      if (ending.signal.aborted) return;
      again = true;
      running ??= run().finally(() => {
        running = null;
      });
    },
    rest: async () => {
      ending.abort();
      await running;
    },
  };
}

const beatMs = 1_000;

/**
 * Nudges every second. What is due is a question to the store, never to this: a missed beat changes nothing. Goes by the
 * machine's steady counter: a clock that is put back an hour must not silence it for an hour, and one that is put a year
 * forward must not be caught up with second by second. Gives the way to stop.
 */
export function startHeartbeat(beat: () => void): () => Promise<void> {
  const task = setInterval(beat, beatMs);
  return async () => clearInterval(task);
}
