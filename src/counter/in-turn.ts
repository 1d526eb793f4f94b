/** Does the work of one person one at a time, in the order in which it came; that of others meanwhile. */
export type InTurn = <T>(who: string, work: () => Promise<T>) => Promise<T>;

/** Opens the waiting lines, for as long as the process lives: what is typed in one breath must be read in that order. */
export function openTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return async (who, work) => {
    const before = last.get(who) ?? Promise.resolve();
    // Whatever became of the one before: it has had its own answer.
    const mine = before.then(work, work);
    last.set(who, mine);
    try {
      return await mine;
    } finally {
      if (last.get(who) === mine) last.delete(who);
    }
  };
}
