import type { Instant } from "#signal/signal.ts";

/** What people of the demo are going to do, in the order of time. */
export interface Agenda {
  plan(at: Instant, act: () => Promise<void>): void;
  /** When the next act is planned; null: nothing is. */
  next(): Instant | null;
  /** Does everything that is planned up to now. Gives how many acts. */
  doUntil(now: Instant): Promise<number>;
}

/** An empty agenda. */
export function openAgenda(): Agenda {
  const planned: { at: Instant; order: number; act: () => Promise<void> }[] = [];
  let order = 0;
  return {
    plan(at, act) {
      planned.push({ at: Math.ceil(at), order: order++, act });
      planned.sort((a, b) => a.at - b.at || a.order - b.order);
    },
    next: () => planned[0]?.at ?? null,
    async doUntil(now) {
      let count = 0;
      for (let first = planned[0]; first !== undefined && first.at <= now; first = planned[0]) {
        planned.shift();
        await first.act();
        count += 1;
      }
      return count;
    },
  };
}
