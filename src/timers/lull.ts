/** Who waits for an answer goes first: what nobody waits for at a screen lets them pass, for a moment. */
export interface Lull {
  /** Does what somebody waits for. */
  ahead<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when nobody waits; in an endless stream of people at the latest after a quarter of a second. */
  reached(): Promise<void>;
}

/** Long enough to answer a burst first, too short for anybody to notice that a message to a colleague comes later. */
const longestMs = 250;

/** Opens it: nobody waits. */
export function openLull(): Lull {
  let ahead = 0;
  const waiting: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;

  function pass(): void {
    clearTimeout(timer);
    timer = undefined;
    for (const go of waiting.splice(0)) go();
  }

  return {
    async ahead(work) {
      ahead += 1;
      try {
        return await work();
      } finally {
        ahead -= 1;
        if (ahead === 0) pass();
      }
    },
    reached() {
      if (ahead === 0) return Promise.resolve();
      return new Promise((resolve) => {
        waiting.push(resolve);
        timer ??= setTimeout(pass, longestMs);
      });
    },
  };
}
