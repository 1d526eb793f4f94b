/** Who waits for an answer goes first: what nobody waits for at a screen lets them pass, for a moment. */
export interface Lull {
  /** Does what somebody waits for. */
  ahead<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when it is quiet; in an endless stream of people at the latest after half a second. */
  reached(): Promise<void>;
}

/** Long enough to answer a burst first, too short for anybody to notice that a message to a colleague comes later. */
const longestMs = 500;
/** In a burst the next one comes within this time of the last answer; of a crowd that comes in waves within so many times it. */
const quietMs = 5;
const longestQuietMs = 40;

/** Opens it: nobody waits. */
export function openLull(): Lull {
  let ahead = 0;
  /** So many waited at once since it was last quiet. */
  let crowd = 0;
  let isQuiet = true;
  const waiting: (() => void)[] = [];
  let longest: NodeJS.Timeout | undefined;
  let silence: NodeJS.Timeout | undefined;

  function pass(): void {
    clearTimeout(longest);
    longest = undefined;
    for (const go of waiting.splice(0)) go();
  }

  function fallSilent(): void {
    if (ahead > 0) return;
    isQuiet = true;
    crowd = 0;
    pass();
  }

  return {
    async ahead(work) {
      ahead += 1;
      crowd = Math.max(crowd, ahead);
      isQuiet = false;
      try {
        return await work();
      } finally {
        ahead -= 1;
        clearTimeout(silence);
        silence = setTimeout(fallSilent, Math.min(longestQuietMs, quietMs * crowd));
      }
    },
    reached() {
      if (isQuiet) return Promise.resolve();
      return new Promise((resolve) => {
        waiting.push(resolve);
        longest ??= setTimeout(pass, longestMs);
      });
    },
  };
}
