import type { Instant } from "#signal/signal.ts";
import type { Queue } from "#store/store.ts";

/** For how long the oldest of a queue has been in it. */
export interface Ages {
  /** Looks again. Milliseconds; 0 where the queue is empty, or the oldest is seen for the first time. */
  look(now: Instant, queue: Queue): number;
  /** The clock jumped: begins anew. */
  forget(): void;
}

interface Mark {
  readonly at: Instant;
  readonly last: number;
}

const mostMarks = 2_000;

/**
 * Opens it. Rows do not say when they came, and their due time moves with every try; but they are numbered in order. A look at
 * which the highest number was at least that of the oldest of now has seen it wait: its age is at least the time since then.
 * In memory: after a restart it begins at 0, and so does trying.
 */
export function openAges(): Ages {
  let marks: Mark[] = [];
  return {
    look(now, { first, last }) {
      if (first === null || last === null) {
        marks = [];
        return 0;
      }
      marks = marks.filter((mark) => mark.last >= first);
      const since = marks[0]?.at ?? now;
      if (marks.at(-1)?.last !== last) marks.push({ at: now, last });
      // Long queues are seen a little less sharply, never longer or shorter as a whole.
      if (marks.length > mostMarks) marks = marks.filter((_, place) => place % 2 === 0);
      return Math.max(0, now - since);
    },
    forget() {
      marks = [];
    },
  };
}
