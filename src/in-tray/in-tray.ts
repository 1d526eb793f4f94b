import { errorName, type Log } from "#base/log.ts";
import { problemOf } from "#base/problem.ts";
import type { Press } from "#signal/press.ts";
import type { Instant } from "#signal/signal.ts";
import type { Store } from "#store/store.ts";

/** Work that does not finish within this comes back. */
const leaseMs = 60_000;
/** So many at once: they share their waits for the disk. */
const mostAtOnce = 10;
const second = 1_000;
const longestWaitMs = 60 * second;
/** After so many failures a human hears of it; trying goes on. */
const failuresBeforeTelling = 5;

/** What the in-tray is built from. */
export interface InTrayParts {
  readonly store: Pick<Store, "keepTyped" | "takeTyped" | "noteTyped">;
  readonly now: () => Instant;
  /** Works on it: its answer and what it leads to are on disk when this resolves. Safe to repeat. */
  readonly answer: (press: Press) => Promise<void>;
  /** It was kept, but could not be worked on: a human and the sender have to hear that. Safe to repeat. */
  readonly onStuck: (press: Press) => Promise<void>;
  readonly log: Log;
}

/**
 * What was typed in a chat lies here until it has been worked on. Taking in is one small write, so that a platform hears in
 * time that the words are kept, however busy the house is; nothing that goes wrong later can lose them.
 */
export interface InTray {
  /** Resolves when it is on disk. */
  put(press: Press): Promise<void>;
  /** Works on what lies there, oldest first. Gives how many; 0: nothing was due. */
  work(): Promise<number>;
}

/** Opens the in-tray. */
export function openInTray({ store, now, answer, onStuck, log }: InTrayParts): InTray {
  async function workOn(press: Press, attempt: number): Promise<void> {
    try {
      await answer(press);
      await store.noteTyped(press, null);
    } catch (thrown) {
      const facts = { error: errorName(thrown), kind: problemOf(thrown).kind, attempt };
      log.error("What was typed could not be worked on and will be tried again.", facts);
      await store.noteTyped(press, now() + Math.min(longestWaitMs, second * 2 ** Math.min(attempt, 10)));
      if (attempt >= failuresBeforeTelling) await onStuck(press);
    }
  }

  return {
    put: (press) => store.keepTyped(press, now()),
    async work() {
      const taken = await store.takeTyped(now(), mostAtOnce, leaseMs);
      const worked = await Promise.allSettled(taken.map(({ press, attempt }) => workOn(press, attempt)));
      // Its lease ends, and it comes back.
      for (const one of worked)
        if (one.status === "rejected")
          log.error("What was typed could not be noted.", { error: errorName(one.reason) });
      return taken.length;
    },
  };
}
