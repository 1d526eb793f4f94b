/** Lets many in together, or one alone: nobody may read a store that is being thrown away. */
export interface Gate {
  /** Runs `work`; null without running it, while somebody is alone inside. */
  among<T extends object>(work: () => Promise<T>): Promise<T | null>;
  /** Runs `work` as soon as nobody is alone inside: for who only looks, and can wait. */
  whenOpen<T extends object>(work: () => Promise<T>): Promise<T>;
  /** Waits until everybody is out, keeps the gate shut meanwhile, and runs `work`. */
  alone(work: () => Promise<void>): Promise<void>;
}

/** An open gate. `alone` is not for two at once: the page's `busy` sees to that. */
export function openGate(): Gate {
  const inside = new Set<Promise<unknown>>();
  let shut: PromiseWithResolvers<void> | null = null;

  async function enter<T extends object>(work: () => Promise<T>): Promise<T> {
    const running = work();
    inside.add(running);
    try {
      return await running;
    } finally {
      inside.delete(running);
    }
  }

  async function whenOpen<T extends object>(work: () => Promise<T>): Promise<T> {
    if (shut === null) return enter(work);
    await shut.promise;
    return whenOpen(work);
  }

  return {
    whenOpen,
    async among(work) {
      return shut === null ? enter(work) : null;
    },
    async alone(work) {
      const closing = Promise.withResolvers<void>();
      shut = closing;
      try {
        await Promise.allSettled(inside);
        await work();
      } finally {
        shut = null;
        closing.resolve();
      }
    },
  };
}
